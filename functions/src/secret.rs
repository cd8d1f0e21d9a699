//! Chance, hashes and comparisons that tell nothing by the time they take.

use crate::fault::Fault;
use hmac::{Hmac, Mac, digest::KeyInit};
use sha2::{Digest, Sha256};

/// A SHA-256 hash or an HMAC over it.
pub(crate) type Hash = [u8; 32];

/// Crockford's base 32: no I, L, O and U, so that what is read aloud or copied by hand still fits.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Draws random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Fault::Platform("no random bytes".to_owned()))?;
    Ok(bytes)
}

/// Draws a token: 32 symbols, 160 bits of chance.
pub(crate) fn token() -> Result<String, Fault> {
    random::<20>().map(|bytes| base32(&bytes))
}

/// Draws the code a failure is logged under; without chance it is a fixed one.
pub(crate) fn short_code() -> String {
    random::<4>().map_or_else(|_| "000000".to_owned(), |bytes| base32(&bytes).chars().take(6).collect())
}

/// Writes bytes in Crockford's base 32, the last symbol filled up with zeros.
pub(crate) fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0_u32, 0);
    let symbol = |five: u32| usize::try_from(five & 31).ok().and_then(|at| ALPHABET.get(at)).map(|symbol| char::from(*symbol));
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.extend(symbol(held >> bits));
        }
        held &= 31;
    }
    if bits > 0 {
        text.extend(symbol(held << (5 - bits)));
    }
    text
}

/// Hashes parts, each preceded by its length, so that no two lists of parts give the same bytes.
pub(crate) fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// HMAC-SHA256 (RFC 2104).
pub(crate) fn hmac(key: &[u8], message: &[u8]) -> Hash {
    // The RFC's own rule: a longer key is hashed, a shorter one filled up with zeros.
    let mut block = [0; 64];
    if key.len() > block.len() {
        block.iter_mut().zip(Sha256::digest(key)).for_each(|(to, from)| *to = from);
    } else {
        block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// Compares in a time that depends on the lengths alone.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && std::hint::black_box(one.iter().zip(other).fold(0, |all, (one, other)| all | (one ^ other))) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
    }

    #[test]
    fn base32_is_crockfords() {
        assert_eq!(base32(b""), "");
        assert_eq!(base32(b"\0"), "00");
        assert_eq!(base32(&[255; 5]), "ZZZZZZZZ");
        assert_eq!(base32(b"foobar"), "CSQPYRK1E8");
        assert_eq!(token().unwrap().len(), 32);
    }

    #[test]
    fn hmac_agrees_with_rfc_4231() {
        assert_eq!(hex(&hmac(&[0x0b; 20], b"Hi There")), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        let long = hmac(&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First");
        assert_eq!(hex(&long), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    #[test]
    fn parts_are_kept_apart() {
        assert_ne!(sha256(&[b"ab", b"c"]), sha256(&[b"a", b"bc"]));
        assert!(same(b"abc", b"abc") && !same(b"abc", b"abd") && !same(b"abc", b"ab"));
    }
}
