//! Money in Vietnamese đồng.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A whole, non-negative amount of đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Dong(pub u64);

impl fmt::Display for Dong {
    /// Writes `1.234.000 đ`, with a no-break space before the unit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        f.write_str("\u{a0}đ")
    }
}

#[cfg(test)]
mod tests {
    use super::Dong;

    #[track_caller]
    fn check(amount: u64, shown: &str) {
        assert_eq!(Dong(amount).to_string(), shown);
    }

    #[test]
    fn thousands_are_parted_by_points() {
        check(0, "0\u{a0}đ");
        check(8_000, "8.000\u{a0}đ");
        check(150_000, "150.000\u{a0}đ");
        check(1_234_000, "1.234.000\u{a0}đ");
        check(u64::MAX, "18.446.744.073.709.551.615\u{a0}đ");
    }
}
