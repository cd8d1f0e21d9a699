//! The head of a part of an index, with the check number no chance finds.

/// How many bytes stand before the payload of a part.
#[allow(dead_code, reason = "not everybody who includes this file takes parts apart")]
pub const HEAD: usize = 13;

/// The version of the format, as `search::write` puts it; a test compares them.
const VERSION: u8 = 2;

/// Puts a head before a payload that fits it.
pub fn with_head(payload: &[u8], number: u8, count: u8) -> Vec<u8> {
    let rest = [&[VERSION, number, count, 0, 0, 0, 0], payload].concat();
    let mut sum = 0x811c_9dc5_u32;
    for byte in &rest {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    [b"tk".as_slice(), &sum.to_le_bytes(), &rest].concat()
}
