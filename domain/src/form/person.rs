//! A person as one question: what is asked of them lies within it, each part with a path of its own (`vo.name`, `vo.birth`).

use super::{Answer, Answers, Doubt};
use crate::personal_id::Sex;

/// The part for the full name.
pub const NAME: &str = "name";
/// The part for the day of birth.
pub const BIRTH: &str = "birth";
/// The part for the sex.
pub const SEX: &str = "sex";
/// The part that asks whether somebody is Vietnamese.
pub const NATIONALITY: &str = "nationality";
/// The part for the name of another country.
pub const COUNTRY: &str = "country";
/// The part for the personal identity number of a Vietnamese.
pub const PERSONAL_ID: &str = "personal-id";
/// The part for the passport number of anybody else.
pub const PASSPORT: &str = "passport";

/// The option for a man.
pub const MALE: &str = "nam";
/// The option for a woman.
pub const FEMALE: &str = "nu";
/// The option for whoever is Vietnamese.
pub const VIETNAM: &str = "viet-nam";
/// The option for whoever is not.
pub const ELSEWHERE: &str = "nuoc-khac";

/// An identity number that does not fit what else is said of a person is odd, but may be right.
pub(super) fn doubts(answers: &Answers, (from, to): (&str, &str)) -> Vec<Doubt> {
    let of = |part: &str| answers.get(&format!("{to}.{part}"));
    let birth = match of(BIRTH) {
        Some(Answer::Date(date)) => Some(*date),
        _ => None,
    };
    let sex = match of(SEX) {
        Some(Answer::One(sex)) if sex.as_str() == MALE => Some(Sex::Male),
        Some(Answer::One(sex)) if sex.as_str() == FEMALE => Some(Sex::Female),
        _ => None,
    };
    match of(PERSONAL_ID) {
        Some(Answer::PersonalId(number)) => {
            number.warnings(birth, sex).into_iter().map(|odd| Doubt { path: format!("{from}.{PERSONAL_ID}"), odd }).collect()
        }
        _ => Vec::new(),
    }
}
