//! Numbers and texts to bytes and back; reading never trusts a length.

use crate::Fault;
use alloc::vec::Vec;

/// Bytes being read. After a fault everything that is read is nothing, and the fault stays:
/// whoever reads asks once, at the end, whether it was any good.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    pub(crate) fault: Option<Fault>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, fault: None }
    }

    /// Notes a fault and ends the reading.
    pub(crate) fn fail(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
        self.rest = &[];
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.slice(1).first().copied().unwrap_or(0)
    }

    /// A number of seven bits a byte, the lowest first; the last byte has a clear top bit.
    pub(crate) fn number(&mut self) -> usize {
        let mut value: u32 = 0;
        for place in [0, 7, 14, 21] {
            let byte = self.byte();
            value |= u32::from(byte & 0x7f) << place;
            if byte < 0x80 {
                return value as usize;
            }
        }
        self.fail(Fault::Broken);
        0
    }

    /// How many things follow, each of which takes at least a byte: so no broken number asks for more memory than there are bytes.
    pub(crate) fn count(&mut self) -> usize {
        let count = self.number();
        self.at_least(count)
    }

    /// Returns a count if there are so many bytes at least; zero and a fault otherwise.
    pub(crate) fn at_least(&mut self, count: usize) -> usize {
        if count > self.rest.len() {
            self.fail(Fault::Cut);
            return 0;
        }
        count
    }

    /// The next bytes; none at all where there are fewer.
    pub(crate) fn slice(&mut self, length: usize) -> &'a [u8] {
        let Some((slice, rest)) = self.rest.split_at_checked(length) else {
            self.fail(Fault::Cut);
            return &[];
        };
        self.rest = rest;
        slice
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let length = self.count();
        if let Ok(text) = core::str::from_utf8(self.slice(length)) {
            text
        } else {
            self.fail(Fault::Broken);
            ""
        }
    }

    /// How many bytes are left.
    pub(crate) const fn left(&self) -> usize {
        self.rest.len()
    }
}

pub(crate) fn put_number(into: &mut Vec<u8>, value: usize) {
    let mut value = value;
    while value >= 0x80 {
        into.push(u8::try_from(value & 0x7f).unwrap_or(0) | 0x80);
        value >>= 7;
    }
    into.push(u8::try_from(value).unwrap_or(0));
}

pub(crate) fn put_text(into: &mut Vec<u8>, text: &str) {
    put_number(into, text.len());
    into.extend_from_slice(text.as_bytes());
}

/// The check number of bytes (FNV-1a).
pub(crate) fn check_number(bytes: &[u8]) -> u32 {
    let mut sum = 0x811c_9dc5_u32;
    for byte in bytes {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 300, 65_535, 10_000_001, 268_435_455] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, value);
            assert_eq!(Reader::new(&bytes).number(), value);
        }
        for (bytes, fault) in [(&[0xff; 5][..], Fault::Broken), (&[0xff], Fault::Cut), (&[5], Fault::Cut)] {
            let mut reader = Reader::new(bytes);
            assert_eq!((reader.count(), reader.fault), (0, Some(fault)));
        }
    }
}
