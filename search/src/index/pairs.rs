//! Which words stand side by side somewhere: a sieve that may err on the side of yes, once in some hundred times.

use alloc::{vec, vec::Vec};

/// How many bits the sieve has, as a power of two.
const BITS: u32 = 20;

pub(crate) struct Pairs {
    sieve: Vec<u64>,
}

impl Default for Pairs {
    fn default() -> Self {
        Self { sieve: vec![0; 1 << (BITS - 6)] }
    }
}

impl Pairs {
    pub(crate) const BYTES: usize = 1 << (BITS - 3);

    const fn places(left: u16, right: u16) -> [u32; 2] {
        let key = (left as u32) << 16 | right as u32;
        [key.wrapping_mul(0x9e37_79b1) >> (32 - BITS), (key ^ key >> 7).wrapping_mul(0x85eb_ca6b) >> (32 - BITS)]
    }

    pub(crate) fn add(&mut self, left: u16, right: u16) {
        for place in Self::places(left, right) {
            if let Some(cell) = self.sieve.get_mut((place >> 6) as usize) {
                *cell |= 1 << (place & 63);
            }
        }
    }

    pub(crate) fn has(&self, left: u16, right: u16) -> bool {
        Self::places(left, right)
            .iter()
            .all(|place| self.sieve.get((place >> 6) as usize).is_some_and(|cell| cell >> (place & 63) & 1 == 1))
    }
}
