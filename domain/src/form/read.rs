//! Reads what was typed for one question as the kind of answer it wants.

use super::{Answer, Answers, Circumstances, DateBounds, Fault, Kind, NO, NO_OPINION, Question, Range, RawAnswers, Wrong, YES};
use crate::{
    address::{Address, Membership},
    bank_account::{Bank, BankAccount},
    date::Date,
    money::Dong,
    slug::Slug,
};
use std::str::FromStr;

/// What came of reading one question.
pub(super) type Reading = Result<Option<Answer>, Fault>;

/// Reads the answer at `path`; `None` where nothing was typed and nothing had to be.
pub(super) fn read(question: &Question, path: &str, raw: &RawAnswers, now: &Circumstances<'_>, before: &Answers) -> Reading {
    let typed = raw.one(path);
    if question.no_opinion && typed == NO_OPINION {
        return Ok(Some(Answer::NoOpinion));
    }
    if !raw.any_under(path) {
        let first = match question.kind {
            Kind::Address => format!("{path}.province"),
            Kind::BankAccount => format!("{path}.bank"),
            _ => path.to_owned(),
        };
        return if question.optional { Ok(None) } else { Err(Fault { path: first, wrong: Wrong::Missing }) };
    }
    let at = |wrong| Fault { path: path.to_owned(), wrong };
    let answer = match &question.kind {
        Kind::Text(most) => text(&one_line(typed), *most).map(Answer::Text).map_err(at)?,
        Kind::LongText(most) => text(&lines(typed), *most).map(Answer::Text).map_err(at)?,
        Kind::Number(range) => number(typed, *range).map(Answer::Number).map_err(at)?,
        Kind::Money(range) => number(typed, *range).map(|amount| Answer::Money(Dong(amount))).map_err(at)?,
        Kind::Date(bounds) => date(path, raw, bounds, now, before).map(Answer::Date).map_err(at)?,
        Kind::Choice(_) => match question.choice(typed) {
            Some(choice) => Answer::One(choice.id.clone()),
            None => return Err(at(Wrong::NoSuchChoice)),
        },
        Kind::Choices(choices) => {
            if raw.all(path).any(|value| question.choice(value).is_none()) {
                return Err(at(Wrong::NoSuchChoice));
            }
            // In the order of the form and each once, however they were sent.
            let chosen = choices.iter().filter(|choice| raw.all(path).any(|value| value == choice.id.as_str()));
            let chosen: Vec<Slug> = chosen.map(|choice| choice.id.clone()).collect();
            // What was typed lies beneath the path, where no box is.
            if chosen.is_empty() {
                return Err(at(Wrong::Missing));
            }
            Answer::Many(chosen)
        }
        Kind::YesNo => match typed {
            YES => Answer::YesNo(true),
            NO => Answer::YesNo(false),
            _ => return Err(at(Wrong::NoSuchChoice)),
        },
        Kind::PersonalId => typed.parse().map(Answer::PersonalId).map_err(|error| at(Wrong::PersonalId(error)))?,
        Kind::Phone => typed.parse().map(Answer::Phone).map_err(|error| at(Wrong::Phone(error)))?,
        Kind::Email => typed.parse().map(Answer::Email).map_err(|error| at(Wrong::Email(error)))?,
        Kind::TaxCode => typed.parse().map(Answer::TaxCode).map_err(|error| at(Wrong::TaxCode(error)))?,
        Kind::BankAccount => Answer::BankAccount(bank_account(path, raw)?),
        Kind::Address => Answer::Address(address(path, raw, now)?),
        Kind::Office => match now.offices.iter().find(|office| office.as_str() == typed) {
            Some(office) => Answer::Office(office.clone()),
            None => return Err(at(Wrong::NoSuchOffice)),
        },
        Kind::Appointment(appointment) => Answer::Wish(appointment.read(path, raw, now)?),
        // Whatever lies within is read one by one by the caller, and nothing is sent for what is computed.
        Kind::Group(_) | Kind::Person(_) | Kind::Table(_) | Kind::Computed(_) => return Ok(None),
    };
    Ok(Some(answer))
}

/// Drops what nobody types on purpose, and makes one blank of several.
fn one_line(typed: &str) -> String {
    typed.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Keeps the lines, without blanks at their ends and without more than one empty line between them.
fn lines(typed: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for line in typed.lines().map(one_line) {
        if !line.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(line);
        }
    }
    while kept.last().is_some_and(String::is_empty) {
        kept.pop();
    }
    kept.join("\n")
}

fn text(written: &str, most: u16) -> Result<String, Wrong> {
    let length = written.chars().count();
    match length {
        0 => Err(Wrong::Missing),
        _ if length > usize::from(most) => Err(Wrong::TooLong { most, length }),
        _ => Ok(written.to_owned()),
    }
}

/// Takes `1500000`, `1.500.000`, `1,500,000 đ`.
pub(super) fn number(typed: &str, range: Range) -> Result<u64, Wrong> {
    let unit = typed.trim_end_matches(|letter: char| letter == 'đ' || letter == 'Đ' || letter == '₫' || letter.is_whitespace());
    let digits: String = unit.chars().filter(|letter| !matches!(letter, '.' | ',' | ' ' | '\u{a0}')).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Wrong::NotANumber);
    }
    // More digits than fit are certainly too many.
    let value = u64::from_str(&digits).unwrap_or(u64::MAX);
    if value < range.least {
        Err(Wrong::TooSmall(range.least))
    } else if value > range.greatest {
        Err(Wrong::TooGreat(range.greatest))
    } else {
        Ok(value)
    }
}

/// Reads three boxes, or one text: `2026-11-21`, `21/11/2026`.
pub(super) fn day(path: &str, raw: &RawAnswers) -> Result<Date, Wrong> {
    let whole = raw.one(path);
    if whole.is_empty() {
        let part = |name: &str| raw.one(&format!("{path}.{name}")).to_owned();
        return day_of(&part("day"), &part("month"), &part("year"));
    }
    if let Ok(day) = whole.parse() {
        return Ok(day);
    }
    let mut parts = whole.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty());
    let [day, month, year] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
    day_of(day, month, year)
}

fn date(path: &str, raw: &RawAnswers, bounds: &DateBounds, now: &Circumstances<'_>, before: &Answers) -> Result<Date, Wrong> {
    let day = day(path, raw)?;
    if bounds.past && day > now.today {
        return Err(Wrong::AfterToday(now.today));
    }
    let other = bounds.not_before.as_ref().and_then(|other| match before.get(other.as_str()) {
        Some(Answer::Date(date)) => Some((other, *date)),
        _ => None,
    });
    match other {
        Some((other, date)) if day < date => Err(Wrong::BeforeOther { other: other.clone(), date }),
        _ => Ok(day),
    }
}

fn day_of(day: &str, month: &str, year: &str) -> Result<Date, Wrong> {
    let [day, month, year] = [day.trim(), month.trim(), year.trim()];
    if [day, month, year].iter().any(|part| part.is_empty()) {
        return Err(Wrong::DateIncomplete);
    }
    let date = match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    date.ok_or(Wrong::NoSuchDay)
}

fn bank_account(path: &str, raw: &RawAnswers) -> Result<BankAccount, Fault> {
    let part = |name: &str| raw.one(&format!("{path}.{name}"));
    let at = |name: &str, wrong| Fault { path: format!("{path}.{name}"), wrong };
    let bank = Bank::find(part("bank")).ok_or_else(|| at("bank", Wrong::NoBank))?;
    let number = part("number").parse().map_err(|error| at("number", Wrong::AccountNumber(error)))?;
    Ok(BankAccount { bank, number })
}

fn address(path: &str, raw: &RawAnswers, now: &Circumstances<'_>) -> Result<Address, Fault> {
    let part = |name: &str| raw.one(&format!("{path}.{name}")).to_owned();
    let at = |name: &str, wrong| Fault { path: format!("{path}.{name}"), wrong };
    let (province, commune, street) = (part("province"), part("commune"), one_line(&part("street")));
    if province.is_empty() {
        return Err(at("province", Wrong::NoProvince));
    }
    match now.places.membership(&province, &commune) {
        Membership::UnknownProvince => return Err(at("province", Wrong::NoProvince)),
        _ if commune.is_empty() => return Err(at("commune", Wrong::NoCommune)),
        Membership::UnknownCommune => return Err(at("commune", Wrong::CommuneElsewhere)),
        Membership::Known | Membership::CannotTell => {}
    }
    let street = text(&street, 200).map_err(|wrong| at("street", if wrong == Wrong::Missing { Wrong::NoStreet } else { wrong }))?;
    match (province.parse(), commune.parse()) {
        (Ok(province), Ok(commune)) => Ok(Address { province, commune, street }),
        (Err(_), _) => Err(at("province", Wrong::NoProvince)),
        (_, Err(_)) => Err(at("commune", Wrong::NoCommune)),
    }
}
