//! What is wrong with an answer; the words for it are the views'.

use super::Path;
use crate::{
    bank_account::AccountNumberError, date::Date, email::EmailError, language::Localized, personal_id::PersonalIdError,
    personal_id::PersonalIdWarning, phone::PhoneError, tax_code::TaxCodeError,
};

/// A fault at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The box it belongs to: `noi-o.commune`, or the question where it has one box.
    pub path: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was answered.
    Missing,
    /// More characters than the office takes.
    TooLong {
        /// At most so many.
        most: u16,
        /// So many were typed.
        length: usize,
    },
    /// Not a whole number.
    NotANumber,
    /// Less than this.
    TooSmall(u64),
    /// More than this.
    TooGreat(u64),
    /// Day, month or year is missing.
    DateIncomplete,
    /// The calendar has no such day.
    NoSuchDay,
    /// The day lies after this one, today.
    AfterToday(Date),
    /// The day lies before that of another question.
    BeforeOther {
        /// The other question.
        other: Path,
        /// Its day.
        date: Date,
    },
    /// None of the options.
    NoSuchChoice,
    /// Not a personal identity number.
    PersonalId(PersonalIdError),
    /// Not a telephone number.
    Phone(PhoneError),
    /// Not an e-mail address.
    Email(EmailError),
    /// Not a tax code.
    TaxCode(TaxCodeError),
    /// No bank was chosen.
    NoBank,
    /// Not the number of an account.
    AccountNumber(AccountNumberError),
    /// No province was chosen.
    NoProvince,
    /// No commune was chosen.
    NoCommune,
    /// The commune is not one of the province.
    CommuneElsewhere,
    /// House number, street or village is missing.
    NoStreet,
    /// No office of this procedure.
    NoSuchOffice,
    /// Fewer rows than needed.
    TooFewRows(u16),
    /// More rows than allowed.
    TooManyRows(u16),
    /// The paper is neither attached nor may it come later.
    PaperMissing,
    /// The day lies outside those that may be wished for.
    DayOutside {
        /// The first of them.
        first: Date,
        /// The last of them.
        last: Date,
    },
    /// Offices do not work on the day; on this one they do.
    DayOff(Date),
    /// Neither morning nor afternoon was chosen.
    NoHalf,
    /// A rule of the form is broken; this is what it says.
    Rule(Localized),
}

/// Something that looks odd and does not stop anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The question.
    pub path: String,
    /// What looks odd.
    pub odd: PersonalIdWarning,
}
