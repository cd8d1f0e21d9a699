//! Reads what kind of answer a question wants.

use super::page::Asking;
use crate::{
    problem::Fault,
    read::procedure::duplicates,
    table::{Table, stand_in},
};
use domain::{
    form::{Appointment, Choice, DateBounds, Group, Kind, NO, NO_OPINION, Range as Bounds, YES},
    slug::Slug,
};
use std::ops::Range;

/// Where questions are read, which tells the kinds there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offered {
    Form,
    /// The pages around every form.
    Frame,
    Survey,
}

/// A kind by its name only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    LongText,
    Number,
    Choice,
    Choices,
    Money,
    Date,
    YesNo,
    PersonalId,
    Phone,
    Email,
    TaxCode,
    BankAccount,
    Address,
    Office,
    Group,
    Computed,
    Person,
    Appointment,
    Table,
}

/// An option with the place of its name.
pub(super) struct Listed {
    pub(super) choice: Choice,
    pub(super) span: Range<usize>,
}

/// Kinds of surveys first: whoever may answer anonymously is not asked who they are.
const SURVEY: &[(&str, Sort)] =
    &[("text", Sort::Text), ("long-text", Sort::LongText), ("number", Sort::Number), ("choice", Sort::Choice), ("choices", Sort::Choices)];

const IN_ROWS: &[(&str, Sort)] = &[
    ("text", Sort::Text),
    ("long-text", Sort::LongText),
    ("number", Sort::Number),
    ("choice", Sort::Choice),
    ("choices", Sort::Choices),
    ("money", Sort::Money),
    ("date", Sort::Date),
    ("yes-no", Sort::YesNo),
    ("personal-id", Sort::PersonalId),
    ("phone", Sort::Phone),
    ("email", Sort::Email),
    ("tax-code", Sort::TaxCode),
    ("bank-account", Sort::BankAccount),
    ("address", Sort::Address),
    ("computed", Sort::Computed),
    ("person", Sort::Person),
];

/// Kinds that lie in no row.
const OF_FORMS: &[(&str, Sort)] = &[("group", Sort::Group), ("appointment", Sort::Appointment), ("table", Sort::Table)];

/// The number of digits a person can still check.
const GREATEST: u64 = 999_999_999_999;
/// As many rows as the engine reads.
const MOST_ROWS: u64 = 200;

impl Sort {
    /// Returns its name in content files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Group => "group",
            Self::Appointment => "appointment",
            Self::Table => "table",
            sort => IN_ROWS.iter().find(|(_, known)| *known == sort).map_or("", |(name, _)| name),
        }
    }
}

/// Reads the name of the kind; which other keys there are depends on it.
pub(super) fn sort(table: &Table<'_>, offered: Offered, in_rows: bool) -> Option<Sort> {
    let more: &[(&str, Sort)] = match offered {
        Offered::Survey => return found(table, SURVEY),
        _ if in_rows => return found(table, IN_ROWS),
        Offered::Frame => &[("office", Sort::Office)],
        Offered::Form => OF_FORMS,
    };
    found(table, &[IN_ROWS, more].concat())
}

/// Reads the kind of a column of a table.
pub(super) fn sort_of_column(table: &Table<'_>) -> Option<Sort> {
    found(table, &[("number", Sort::Number), ("money", Sort::Money), ("text", Sort::Text)])
}

fn found(table: &Table<'_>, sorts: &[(&'static str, Sort)]) -> Option<Sort> {
    let sort = table.need_choice("kind", sorts);
    if sort.is_none() {
        table.all_known();
    }
    sort
}

/// Reads the options of a choice.
pub(super) fn options(table: &Table<'_>, sort: Sort) -> Vec<Listed> {
    if !matches!(sort, Sort::Choice | Sort::Choices) {
        return Vec::new();
    }
    let mut ids = Vec::new();
    let option = |entry: &Table<'_>| {
        let id = entry.need_slug("id");
        ids.extend(id.clone());
        let (id, span) = id.unwrap_or_else(|| (stand_in(), entry.span.clone()));
        if id.as_str() == NO_OPINION {
            entry.fault(span.clone(), Fault::ReservedId { id: id.to_string() });
        }
        let choice = Choice { id, label: entry.need_words("label").value, hint: entry.words("hint").map(|text| text.value) };
        Listed { choice, span }
    };
    let options = table.need_tables("options").iter().map(option).collect();
    duplicates(table, &ids);
    options
}

/// Returns the values conditions may name.
pub(super) fn values(sort: Option<Sort>, options: &[Listed]) -> Vec<Slug> {
    match sort {
        Some(Sort::YesNo) => [YES, NO].into_iter().filter_map(|value| value.parse().ok()).collect(),
        _ => options.iter().map(|option| option.choice.id.clone()).collect(),
    }
}

impl Asking<'_> {
    /// Reads the keys of a kind; `number` is the question's own in the outline.
    pub(super) fn kind(&mut self, sort: Sort, table: &Table<'_>, options: Vec<Listed>, number: usize) -> Kind {
        let choices = || options.into_iter().map(|option| option.choice).collect();
        match sort {
            Sort::Text => Kind::Text(table.number("most", 1).unwrap_or(200)),
            Sort::LongText => Kind::LongText(table.number("most", 1).unwrap_or(2000)),
            Sort::Number => Kind::Number(bounds(table)),
            Sort::Money => Kind::Money(bounds(table)),
            Sort::Date => {
                let not_before = self.outline.refer_before(number, table, "not_before", &["date"]);
                Kind::Date(DateBounds { past: table.flag("past"), not_before })
            }
            Sort::Choice => Kind::Choice(choices()),
            Sort::Choices => Kind::Choices(choices()),
            Sort::YesNo => Kind::YesNo,
            Sort::PersonalId => Kind::PersonalId,
            Sort::Phone => Kind::Phone,
            Sort::Email => Kind::Email,
            Sort::TaxCode => Kind::TaxCode,
            Sort::BankAccount => Kind::BankAccount,
            Sort::Address => Kind::Address,
            Sort::Office => Kind::Office,
            Sort::Group => Kind::Group(self.group(table, number)),
            Sort::Computed => Kind::Computed(self.computed(table, number)),
            Sort::Appointment => Kind::Appointment(Appointment { within: table.number_up_to("within", 1, 250).unwrap_or(20) }),
            Sort::Table => Kind::Table(self.table(table, number)),
            Sort::Person => Kind::Person(self.person(table, number)),
        }
    }

    fn group(&mut self, table: &Table<'_>, number: usize) -> Group {
        let least = table.number_up_to("least", 0, MOST_ROWS).unwrap_or(0);
        let greatest = table.number_up_to("greatest", 1, MOST_ROWS).unwrap_or(20);
        backwards(table, u64::from(least), u64::from(greatest));
        let entries = table.need_tables("questions");
        Group {
            noun: table.need_words("noun").value,
            least,
            greatest,
            questions: entries.iter().map(|entry| self.question(entry, Some(number), Some(number))).collect(),
        }
    }
}

fn bounds(table: &Table<'_>) -> Bounds {
    let least = table.number("least", 0).unwrap_or(0);
    let greatest = table.number("greatest", 0).unwrap_or(GREATEST);
    backwards(table, least, greatest);
    Bounds { least, greatest }
}

fn backwards(table: &Table<'_>, least: u64, greatest: u64) {
    if least > greatest {
        table.fault(table.place("least"), Fault::BoundsBackwards);
    }
}
