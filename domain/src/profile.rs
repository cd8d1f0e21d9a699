//! The profile of somebody who signed in: the port through which an identity service fills in forms.
//!
//! A portal that has such a service names in its content where forms ask it (`identity` of `site.toml`).
//! There it answers a [`KnownFrom`] in JSON, made of a [`Profile`], or 204 while nobody is signed in.

use crate::{
    address::Address,
    card::Birth,
    date::Date,
    email::Email,
    form::Known,
    personal_id::{PersonalId, Sex},
    phone::Phone,
};
use serde::{Deserialize, Serialize};

/// What an identity service vouches for of a person (thông tin từ tài khoản định danh điện tử, Decree 69/2024/NĐ-CP).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Who vouches, in Vietnamese as people call it: «tài khoản VNeID».
    pub vouched_by: String,
    /// The day it was true.
    pub as_of: Date,
    /// The name.
    pub name: String,
    /// The personal number.
    pub personal_id: Option<PersonalId>,
    /// The birth.
    pub birth: Option<Birth>,
    /// The sex.
    pub sex: Option<Sex>,
    /// Where the person lives.
    pub address: Option<Address>,
    /// Where they are called.
    pub phone: Option<Phone>,
    /// Where they are written to.
    pub email: Option<Email>,
}

/// Facts about a person, with the words for where they are from and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFrom {
    /// Source and day, as they stand beside each value: «tài khoản VNeID, ngày 21/11/2026».
    pub from: String,
    /// Name and value of each fact, as in [`Known::facts`].
    pub facts: Vec<(String, String)>,
}

impl Profile {
    /// Returns what a form may be filled with, and the words beside it.
    pub fn known(&self) -> KnownFrom {
        let mut facts = vec![("name".to_owned(), self.name.clone())];
        let mut put = |name: &str, value: &str| facts.push((name.to_owned(), value.to_owned()));
        if let Some(id) = &self.personal_id {
            put("personal-id", id.as_str());
        }
        if let Some(address) = &self.address {
            put("address.province", address.province.as_str());
            put("address.commune", address.commune.as_str());
            put("address.street", &address.street);
        }
        if let Some(phone) = &self.phone {
            put("phone", phone.as_str());
        }
        if let Some(email) = &self.email {
            put("email", email.as_str());
        }
        facts.extend(self.birth.iter().flat_map(|birth| birth.facts()));
        facts.extend(self.sex.map(Sex::fact));
        let (year, month, day) = self.as_of.parts();
        KnownFrom { from: format!("{}, ngày {day:02}/{month:02}/{year}", self.vouched_by), facts }
    }
}

impl From<KnownFrom> for Known {
    fn from(known: KnownFrom) -> Self {
        Self { facts: known.facts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{RawAnswers, tests::form};

    /// A person of whom everything is known.
    fn profile() -> Profile {
        let address = Address { province: "01".parse().unwrap(), commune: "00004".parse().unwrap(), street: "Số 1".to_owned() };
        Profile {
            vouched_by: "tài khoản VNeID".to_owned(),
            as_of: Date::new(2026, 11, 2).unwrap(),
            name: "Nguyễn Thị Mẫu".to_owned(),
            personal_id: Some("001190000012".parse().unwrap()),
            birth: Some(Birth::Day(Date::new(1990, 3, 5).unwrap())),
            sex: Some(Sex::Female),
            address: Some(address),
            phone: Some("0912345678".parse().unwrap()),
            email: Some("mau@example.vn".parse().unwrap()),
        }
    }

    /// What the sample form is filled with by a profile, besides what was typed.
    #[track_caller]
    fn check(profile: &Profile, typed: &[(&str, &str)], offered: &[(&str, &str)]) {
        let raw: RawAnswers = typed.iter().copied().collect();
        let got = form().offer(&profile.known().into(), &raw);
        let mut got: Vec<_> = got.iter().map(|(path, value)| (path.as_str(), value.as_str())).collect();
        got.sort_unstable();
        assert_eq!(got, offered);
    }

    #[test]
    fn a_profile_fills_what_the_form_asks_and_nobody_began() {
        let birth = [("ngay-sinh.day", "5"), ("ngay-sinh.month", "3"), ("ngay-sinh.year", "1990")];
        let home = [("noi-o.commune", "00004"), ("noi-o.province", "01"), ("noi-o.street", "Số 1")];
        let name = [("ho-ten", "Nguyễn Thị Mẫu")];
        let number = [("so", "001190000012")];
        let all: Vec<_> = name.into_iter().chain(birth).chain(home).chain(number).collect();
        check(&profile(), &[], &all);
        check(&profile(), &[("ho-ten", "Trần B"), ("ngay-sinh.year", "1980"), ("noi-o.street", "Số 2")], &number);
        let little =
            Profile { personal_id: None, birth: Some(Birth::Year(1940)), sex: None, address: None, phone: None, email: None, ..profile() };
        check(&little, &[], &[("ho-ten", "Nguyễn Thị Mẫu"), ("ngay-sinh.year", "1940")]);
    }

    #[test]
    fn a_service_answers_it_as_json() {
        let little = Profile { personal_id: None, birth: None, sex: None, address: None, phone: None, email: None, ..profile() };
        let json = r#"{"from":"tài khoản VNeID, ngày 02/11/2026","facts":[["name","Nguyễn Thị Mẫu"]]}"#;
        assert_eq!(serde_json::to_string(&little.known()).unwrap(), json);
    }

    #[test]
    fn it_is_told_where_a_value_is_from_and_when() {
        assert_eq!(profile().known().from, "tài khoản VNeID, ngày 02/11/2026");
    }
}
