//! Numbers and texts to bytes and back; reading never trusts a length.

use crate::Fault;

/// Bytes being read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Fault> {
        let (first, rest) = self.rest.split_first().ok_or(Fault::Cut)?;
        self.rest = rest;
        Ok(*first)
    }

    /// A number of seven bits a byte, the last byte first marked by a clear top bit.
    pub(crate) fn number(&mut self) -> Result<usize, Fault> {
        let mut value: u32 = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            if place == 4 && bits > 0x0f {
                return Err(Fault::Broken);
            }
            value |= bits << (7 * place);
            if byte < 0x80 {
                return usize::try_from(value).map_err(|_| Fault::Broken);
            }
        }
        Err(Fault::Broken)
    }

    /// How many things follow, each of which takes at least a byte: so no broken number asks for more memory than there are bytes.
    pub(crate) fn count(&mut self) -> Result<usize, Fault> {
        let count = self.number()?;
        if count > self.rest.len() { Err(Fault::Cut) } else { Ok(count) }
    }

    pub(crate) fn slice(&mut self, length: usize) -> Result<&'a [u8], Fault> {
        let (slice, rest) = self.rest.split_at_checked(length).ok_or(Fault::Cut)?;
        self.rest = rest;
        Ok(slice)
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, Fault> {
        let length = self.count()?;
        core::str::from_utf8(self.slice(length)?).map_err(|_| Fault::Broken)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
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
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for value in [0, 1, 127, 128, 300, 65_535, 4_294_967_295] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, value);
            assert_eq!(Reader::new(&bytes).number(), Ok(value));
        }
        assert_eq!(Reader::new(&[0xff; 5]).number(), Err(Fault::Broken));
        assert_eq!(Reader::new(&[0xff]).number(), Err(Fault::Cut));
        assert_eq!(Reader::new(&[5]).count(), Err(Fault::Cut));
    }
}
