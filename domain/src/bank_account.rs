//! A bank account (tài khoản ngân hàng) that money is paid into.

use crate::typing::digits;
use std::{fmt, str::FromStr};
use thiserror::Error;

/// Ids and short names of the banks people have accounts with, in the order of their names.
///
/// The names the banks use themselves; to be compared with the State Bank's list of credit institutions before real use.
/// Banks come, go and change names: an id stays, for answers are kept under it.
const BANKS: [(&str, &str); 46] = [
    ("abbank", "ABBANK"),
    ("acb", "ACB"),
    ("agribank", "Agribank"),
    ("bac-a-bank", "Bac A Bank"),
    ("baoviet-bank", "BAOVIET Bank"),
    ("bidv", "BIDV"),
    ("bvbank", "BVBank"),
    ("cimb", "CIMB Việt Nam"),
    ("co-opbank", "Co-opBank (Ngân hàng Hợp tác xã)"),
    ("eximbank", "Eximbank"),
    ("gpbank", "GPBank"),
    ("hdbank", "HDBank"),
    ("hong-leong", "Hong Leong Việt Nam"),
    ("hsbc", "HSBC Việt Nam"),
    ("indovina", "Indovina Bank"),
    ("kienlongbank", "KienlongBank"),
    ("lpbank", "LPBank"),
    ("mb", "MB"),
    ("mbv", "MBV"),
    ("msb", "MSB"),
    ("nam-a-bank", "Nam A Bank"),
    ("ncb", "NCB"),
    ("ocb", "OCB"),
    ("pgbank", "PGBank"),
    ("public-bank", "Public Bank Việt Nam"),
    ("pvcombank", "PVcomBank"),
    ("sacombank", "Sacombank"),
    ("saigonbank", "SAIGONBANK"),
    ("scb", "SCB"),
    ("seabank", "SeABank"),
    ("shb", "SHB"),
    ("shinhan", "Shinhan Việt Nam"),
    ("standard-chartered", "Standard Chartered Việt Nam"),
    ("techcombank", "Techcombank"),
    ("tpbank", "TPBank"),
    ("uob", "UOB Việt Nam"),
    ("vbsp", "VBSP (Ngân hàng Chính sách xã hội)"),
    ("vcbneo", "VCBNeo"),
    ("vib", "VIB"),
    ("vietabank", "VietABank"),
    ("vietbank", "VietBank"),
    ("vietcombank", "Vietcombank"),
    ("vietinbank", "VietinBank"),
    ("vikki-bank", "Vikki Bank"),
    ("vpbank", "VPBank"),
    ("woori", "Woori Việt Nam"),
];

/// A bank (ngân hàng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bank(&'static (&'static str, &'static str));

/// A bank account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// The bank.
    pub bank: Bank,
    /// Its number (số tài khoản).
    pub number: AccountNumber,
}

/// The number of an account: 6 to 19 digits, zeros at its beginning kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountNumber(String);

/// Why a text is not an [`AccountNumber`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AccountNumberError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It holds this character, which is no digit.
    #[error("holds {0:?}, which is no digit")]
    NotDigit(char),
    /// It has this many digits.
    #[error("{digits} digits instead of 6 to 19")]
    Length {
        /// How many there are.
        digits: usize,
    },
}

impl Bank {
    /// Returns every bank, in the order of their names.
    pub fn all() -> impl Iterator<Item = Self> {
        BANKS.iter().map(Self)
    }

    /// Finds a bank by its id.
    pub fn find(id: &str) -> Option<Self> {
        Self::all().find(|bank| bank.id() == id)
    }

    /// Returns its id among answers.
    pub const fn id(self) -> &'static str {
        self.0.0
    }

    /// Returns its short name.
    pub const fn name(self) -> &'static str {
        self.0.1
    }
}

impl AccountNumber {
    /// Returns the digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccountNumber {
    type Err = AccountNumberError;

    /// Takes `1234 5678 90` and `1234567890`.
    fn from_str(text: &str) -> Result<Self, AccountNumberError> {
        let number = digits(text).map_err(AccountNumberError::NotDigit)?;
        match number.len() {
            0 => Err(AccountNumberError::Empty),
            6..=19 => Ok(Self(number)),
            digits => Err(AccountNumberError::Length { digits }),
        }
    }
}

impl fmt::Display for BankAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, số tài khoản {}", self.bank.name(), self.number.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, AccountNumberError>) {
        let number = text.parse::<AccountNumber>();
        assert_eq!(number.as_ref().map(AccountNumber::as_str).map_err(|error| *error), expected, "{text:?}");
    }

    #[test]
    fn a_number_has_6_to_19_digits_and_keeps_its_zeros() {
        check("0011 0045 67890", Ok("0011004567890"));
        check("123456", Ok("123456"));
        check("1234567890123456789", Ok("1234567890123456789"));
        check("12345", Err(AccountNumberError::Length { digits: 5 }));
        check("12345678901234567890", Err(AccountNumberError::Length { digits: 20 }));
        check(" ", Err(AccountNumberError::Empty));
        check("12A4567", Err(AccountNumberError::NotDigit('A')));
    }

    #[test]
    fn each_bank_stands_once_in_the_order_of_names() {
        let mut sorted: Vec<(String, &str)> = Bank::all().map(|bank| (bank.name().to_lowercase(), bank.id())).collect();
        assert_eq!(Bank::all().map(Bank::id).collect::<Vec<_>>(), sorted.iter().map(|(_, id)| *id).collect::<Vec<_>>());
        sorted.sort();
        sorted.dedup_by(|one, other| one.1 == other.1);
        assert_eq!(Bank::all().map(Bank::id).collect::<Vec<_>>(), sorted.iter().map(|(_, id)| *id).collect::<Vec<_>>());
        assert!(Bank::all().all(|bank| Bank::find(bank.id()) == Some(bank) && bank.id().parse::<crate::slug::Slug>().is_ok()));
        assert_eq!(Bank::find("khong-co"), None);
    }

    proptest! {
        #[test]
        fn what_is_read_is_read_again(text in "[0-9 .]{0,24}") {
            if let Ok(number) = text.parse::<AccountNumber>() {
                prop_assert_eq!(number.as_str().parse::<AccountNumber>(), Ok(number));
            }
        }
    }
}
