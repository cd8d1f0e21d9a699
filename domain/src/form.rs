//! A form (biểu mẫu điện tử): pages of questions, the papers to attach, the fee, and how answers are checked.
//!
//! One definition serves the phone, the Worker and the officer. Answers are kept flat, by path:
//! `ho-ten`, `noi-o.commune`, `thanh-vien.2.ho-ten`.

use crate::{code::AgencyCode, markup::Markup, procedure::Source, slug::Slug};
use serde::{Deserialize, Serialize};

mod answers;
mod appointment;
mod carry;
mod check;
mod computed;
mod condition;
mod fault;
mod fee;
mod filed;
mod known;
mod paper;
mod path;
pub mod person;
mod question;
mod raw;
mod read;
mod relevance;
mod rule;
mod sheet;
mod shown;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod weighed;

pub use answers::{Answer, Answers};
pub use appointment::{Appointment, Half, Wish};
pub use carry::{Carried, Noted};
pub use check::{Circumstances, PapersHeld, Verdict, check, check_one};
pub use computed::{Computed, Formula, computed_text};
pub use condition::{Condition, Test, Wants};
pub use fault::{Doubt, Fault, Wrong};
pub use fee::{FeeLine, FeeRule, FeeSteps, FeeTotal};
pub use filed::{as_filed, called, left_over};
pub use known::Known;
pub use paper::{PaperDue, PaperRequest};
pub use path::Path;
pub use question::{Choice, DateBounds, Group, Kind, Question, Range};
pub use raw::{RawAnswers, RawValue};
pub use relevance::Relevance;
pub use rule::{Agrees, Rule};
pub use sheet::{FilledSheet, Says, Sheet};
pub use shown::{AnswerRow, AnswerSection, answer_sections, answer_text};
pub use table::{TOTAL, Table};
pub use weighed::Weighed;

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
    /// The others whose own particulars are asked for: a mother, a spouse.
    pub people: Vec<Person>,
    /// The answer that names the person the dossier is about, where that is another.
    pub owner: Option<Path>,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Papers asked for after the questions.
    pub papers: Vec<PaperRequest>,
    /// What adds up to the fee.
    pub fees: Vec<FeeRule>,
    /// The sheet it fills in, where it is filed elsewhere and nothing is sent from here.
    pub sheet: Option<Sheet>,
    /// What the sender declares.
    pub declaration: String,
    /// What we are not sure of.
    pub review_note: Option<String>,
    /// A complete, valid request (JSON, the body of `POST /api/v1/dossiers`), proved by the content compiler.
    pub example: String,
}

/// Which questions ask for the particulars of a person: of who files (người nộp), or of a [`Person`].
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
    /// The choice of the sex: `nam` or `nu`.
    pub sex: Option<Path>,
}

/// Another person the form asks about, whose card can be scanned as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who it is, after «của»: «mẹ», «người kia».
    pub noun: String,
    /// Which questions ask for their particulars.
    pub asked: Applicant,
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
    /// Tells whether it is sent to an office; else it only fills in a sheet to print.
    pub const fn sends(&self) -> bool {
        self.sheet.is_none()
    }

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

    /// Returns the questions about a person by number: first who files, then the others in order.
    pub fn person(&self, number: usize) -> Option<&Applicant> {
        match number.checked_sub(1) {
            None => self.applicant.as_ref(),
            Some(other) => self.people.get(other).map(|person| &person.asked),
        }
    }

    /// Returns the number of the person whose name a question asks for.
    pub fn named_by(&self, question: &Slug) -> Option<usize> {
        (0..=self.people.len()).find(|number| self.person(*number).is_some_and(|asked| asked.name.first() == question.as_str()))
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
