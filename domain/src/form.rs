//! A form (biểu mẫu điện tử): pages of questions, the papers to attach, the fee, and how answers are checked.
//!
//! One definition serves the phone, the Worker and the officer. Answers are kept flat, by path:
//! `ho-ten`, `noi-o.commune`, `thanh-vien.2.ho-ten`.

use crate::{code::AgencyCode, markup::Markup, money::Dong, procedure::Source, slug::Slug};
use serde::{Deserialize, Serialize};

mod answers;
mod appointment;
mod carry;
mod check;
mod computed;
mod condition;
mod fault;
mod fee;
mod known;
mod path;
pub mod person;
mod raw;
mod read;
mod relevance;
mod rule;
mod shown;
mod table;
#[cfg(test)]
mod tests;

pub use answers::{Answer, Answers};
pub use appointment::{Appointment, Half, Wish};
pub use carry::{Carried, Noted};
pub use check::{Circumstances, PapersHeld, Verdict, check, check_one};
pub use computed::{Computed, Formula, computed_text};
pub use condition::{Condition, Test, Wants};
pub use fault::{Doubt, Fault, Wrong};
pub use fee::{FeeLine, FeeTotal};
pub use known::Known;
pub use path::Path;
pub use raw::{RawAnswers, RawValue};
pub use relevance::Relevance;
pub use rule::{Agrees, Rule};
pub use shown::{AnswerRow, AnswerSection, answer_sections, answer_text};
pub use table::{TOTAL, Table};

/// A form, made by the content compiler: ids are unique, and every condition names an earlier question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The guide it belongs to; a survey's own slug where it is one of a survey.
    pub procedure: Slug,
    /// Counts up whenever questions change; sent with the answers.
    pub version: u32,
    /// What the application is called.
    pub title: String,
    /// The official form it follows.
    pub source: Option<Source>,
    /// The first line of the printed application: «Kính gửi: …».
    pub addressed_to: String,
    /// How long filling it takes, in minutes.
    pub minutes: u16,
    /// Which answers say who files.
    pub applicant: Option<Applicant>,
    /// The answer that names the person the dossier is about, where that is another.
    pub owner: Option<Path>,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Papers asked for after the questions.
    pub papers: Vec<PaperRequest>,
    /// What adds up to the fee.
    pub fees: Vec<FeeRule>,
    /// What the sender declares.
    pub declaration: String,
    /// What we are not sure of.
    pub review_note: Option<String>,
    /// A complete, valid request (JSON, the body of `POST /api/v1/dossiers`), proved by the content compiler.
    pub example: String,
}

/// Which answers say who files (người nộp).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The question for the name.
    pub name: Path,
    /// The question for the personal identity number.
    pub personal_id: Option<Path>,
    /// The question for the day of birth.
    pub birth: Option<Path>,
    /// The question for the address.
    pub address: Option<Path>,
}

/// One topic: at most a handful of questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Its name in addresses.
    pub id: Slug,
    /// Its topic.
    pub title: String,
    /// What to know before.
    pub about: Markup,
    /// When it is asked; all must hold.
    pub when: Vec<Condition>,
    /// Its questions, in order.
    pub questions: Vec<Question>,
    /// After which answers to them, or to earlier ones, this form is not the way.
    pub stops: Vec<Stop>,
    /// What answers of this page must be to each other and to earlier ones.
    pub rules: Vec<Rule>,
}

/// Says that this form is not the way after some answers, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// When it stands in the way; all must hold.
    pub when: Vec<Condition>,
    /// Why, in one sentence.
    pub title: String,
    /// What to do instead.
    pub text: Markup,
}

/// A stop that was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The page it stands on.
    pub page: Slug,
    /// The last question it looks at.
    pub question: Option<Path>,
    /// What it says.
    pub stop: Stop,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name, and its path among the answers.
    pub id: Slug,
    /// What is asked.
    pub label: String,
    /// Why, or where to find the answer.
    pub hint: Option<String>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// When it is asked; all must hold.
    pub when: Vec<Condition>,
    /// What kind of answer it wants.
    pub kind: Kind,
    /// The usual answer, filled in beforehand.
    pub preset: Option<String>,
    /// What the browser may fill in (HTML, autofill field name).
    pub autocomplete: Option<String>,
    /// Whether «Không có ý kiến» is among the answers (surveys).
    pub no_opinion: bool,
}

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One line of at most so many characters.
    Text(u16),
    /// Several lines of at most so many characters.
    LongText(u16),
    /// A whole number.
    Number(Range),
    /// An amount of đồng.
    Money(Range),
    /// A day.
    Date(DateBounds),
    /// One of these.
    Choice(Vec<Choice>),
    /// Any of these; at least one unless optional.
    Choices(Vec<Choice>),
    /// Yes or no.
    YesNo,
    /// Số định danh cá nhân.
    PersonalId,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Mã số thuế.
    TaxCode,
    /// A bank and the number of an account.
    BankAccount,
    /// Province, commune, street.
    Address,
    /// The office that takes the dossier.
    Office,
    /// Rows of the same questions.
    Group(Group),
    /// Not asked: it follows from other answers.
    Computed(Computed),
    /// A person: some of the parts of [`person`], each a question of its own.
    Person(Vec<Question>),
    /// A day and half a day somebody would like to come.
    Appointment(Appointment),
    /// Named rows of the same columns.
    Table(Table),
}

/// From which number to which; both belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The least.
    pub least: u64,
    /// The greatest.
    pub greatest: u64,
}

/// Which days are taken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DateBounds {
    /// Not after today.
    pub past: bool,
    /// Not before the day given to this other question.
    pub not_before: Option<Path>,
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its value.
    pub id: Slug,
    /// What it says.
    pub label: String,
    /// What it means.
    pub hint: Option<String>,
}

/// Rows of the same questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What one row is: «thành viên».
    pub noun: String,
    /// At least so many.
    pub least: u16,
    /// At most so many.
    pub greatest: u16,
    /// What each row asks; no groups within.
    pub questions: Vec<Question>,
}

/// A paper (giấy tờ) asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperRequest {
    /// Its id; its path among the answers.
    pub id: Slug,
    /// Its name.
    pub name: String,
    /// How to photograph it, where to get it.
    pub hint: Option<String>,
    /// When it is asked; all must hold.
    pub when: Vec<Condition>,
    /// Whether it may be brought to the desk instead.
    pub later: bool,
    /// Whether it may be missing altogether.
    pub optional: bool,
}

/// A part of the fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeRule {
    /// What is paid for.
    pub what: String,
    /// How much, once or for each unit.
    pub amount: Dong,
    /// How units add up, where it is paid by the unit.
    pub steps: Option<FeeSteps>,
    /// The number question it is multiplied by.
    pub times: Option<Path>,
    /// When it is due; all must hold.
    pub when: Vec<Condition>,
}

/// How a fee adds up by the unit: the first ones cost the amount of the rule each, further ones another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeSteps {
    /// The number question for how many units there are.
    pub question: Path,
    /// What a unit is: «trang».
    pub unit: String,
    /// How many cost the amount of the rule each.
    pub first: u64,
    /// What each further one costs.
    pub then: Dong,
    /// What all units cost together at most, before they are multiplied.
    pub at_most: Option<Dong>,
}

/// The option of a yes-or-no question that says yes.
pub const YES: &str = "co";
/// The option of a yes-or-no question that says no.
pub const NO: &str = "khong";
/// What stands for «Không có ý kiến».
pub const NO_OPINION: &str = "khong-y-kien";
/// What stands for «I shall bring the paper to the desk».
pub const LATER: &str = "later";
/// The question for the office.
pub const OFFICE: &str = "agency";
/// The question for the telephone number.
pub const PHONE: &str = "contact-phone";
/// The question for the e-mail address.
pub const EMAIL: &str = "contact-email";
/// The question how the result is handed out.
pub const DELIVERY: &str = "delivery-method";
/// The question where the result is sent.
pub const DELIVERY_ADDRESS: &str = "delivery-address";

impl Form {
    /// Returns every question outside groups with its page, in order.
    pub fn questions(&self) -> impl Iterator<Item = (&Page, &Question)> {
        self.pages.iter().flat_map(|page| page.questions.iter().map(move |question| (page, question)))
    }

    /// Finds the question a path belongs to: `noi-o.commune` to `noi-o`, `thanh-vien.2.ho-ten` to the group's `ho-ten`.
    pub fn question(&self, path: &str) -> Option<&Question> {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        self.outermost(first)?.at(rest)
    }

    /// Returns the path of the question a box belongs to: without the part of a date or an address.
    pub fn question_path<'p>(&self, path: &'p str) -> &'p str {
        let parts = self.question(path).map_or(&[][..], |question| question.kind.parts());
        path.rsplit_once('.').filter(|(_, last)| parts.contains(last)).map_or(path, |(bare, _)| bare)
    }

    /// Returns the path of what is answered as one with a path: a whole person, a whole address, within a row one question of it.
    pub fn whole_path<'p>(&self, path: &'p str) -> &'p str {
        let row = matches!(self.question(path).map(|question| &question.kind), Some(kind) if !matches!(kind, Kind::Group(_)))
            && self.outermost(path.split('.').next().unwrap_or(path)).is_some_and(|first| matches!(first.kind, Kind::Group(_)));
        let end = path.match_indices('.').nth(if row { 2 } else { 0 }).map_or(path.len(), |(at, _)| at);
        path.get(..end).unwrap_or(path)
    }

    /// Finds a question outside groups.
    fn outermost(&self, id: &str) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.id.as_str() == id)
    }

    /// Finds what a path names that leads into every row of a group or a table: that, and what it is of each row.
    pub fn column<'p>(&self, path: &'p Path) -> Option<(&Question, &'p str)> {
        let (first, rest) = path.parted();
        let (of, rest) = (self.outermost(first)?, rest?);
        let column = match &of.kind {
            Kind::Group(_) => true,
            // What names the row too is one cell.
            Kind::Table(_) => !rest.contains('.'),
            _ => false,
        };
        column.then_some((of, rest))
    }

    /// Finds a requested paper.
    pub fn paper(&self, id: &str) -> Option<&PaperRequest> {
        self.papers.iter().find(|paper| paper.id.as_str() == id)
    }

    /// Returns the name of the one who files.
    pub fn applicant_name<'a>(&self, answers: &'a Answers) -> Option<&'a str> {
        answers.text(self.applicant.as_ref()?.name.as_str())
    }

    /// Returns the name of the person the dossier is about.
    pub fn owner_name<'a>(&self, answers: &'a Answers) -> Option<&'a str> {
        let owner = self.owner.as_ref().and_then(|owner| answers.text(owner.as_str()));
        owner.or_else(|| self.applicant_name(answers))
    }

    /// Returns the office the dossier goes to.
    pub fn office<'a>(&self, answers: &'a Answers) -> Option<&'a AgencyCode> {
        match answers.get(OFFICE) {
            Some(Answer::Office(code)) => Some(code),
            _ => None,
        }
    }
}

/// Tells whether a path is another or lies within it.
fn is_under(path: &str, whole: &str) -> bool {
    path.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Question {
    /// Finds the question that what lies within this one belongs to: of a group behind the number of a row.
    fn at(&self, rest: &str) -> Option<&Self> {
        match &self.kind {
            Kind::Group(group) => match rest.split_once('.') {
                Some((_, inner)) => Self::among(&group.questions, inner),
                None => Some(self),
            },
            Kind::Person(parts) if !rest.is_empty() => Self::among(parts, rest),
            Kind::Table(table) => match rest.split_once('.') {
                Some((row, column)) if table.rows.iter().any(|known| known.id.as_str() == row) => Self::among(&table.columns, column),
                Some((TOTAL, column)) => Self::among(&table.columns, column),
                Some(_) => None,
                None => Some(self),
            },
            _ => Some(self),
        }
    }

    /// Finds the question among some that a path belongs to.
    pub fn among<'q>(questions: &'q [Self], path: &str) -> Option<&'q Self> {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        questions.iter().find(|question| question.id.as_str() == first)?.at(rest)
    }

    /// Puts the usual answers in, of the question at a path and of what lies in it but rows.
    pub fn put_presets(&self, path: &str, raw: &mut RawAnswers) {
        if let Some(preset) = &self.preset {
            raw.set(path, preset.as_str());
        }
        if let Kind::Person(parts) = &self.kind {
            parts.iter().for_each(|part| part.put_presets(&format!("{path}.{}", part.id), raw));
        }
    }

    /// Returns the option that names a value, of a choice.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        match &self.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices.iter().find(|choice| choice.id.as_str() == id),
            _ => None,
        }
    }
}

impl Kind {
    /// Returns the parts an answer is typed in, each with its own box; none where it is one box.
    pub const fn parts(&self) -> &'static [&'static str] {
        match self {
            Self::Date(_) => &["day", "month", "year"],
            Self::Address => &["province", "commune", "street"],
            Self::BankAccount => &["bank", "number"],
            Self::Appointment(_) => &["day", "month", "year", "half"],
            _ => &[],
        }
    }
}
