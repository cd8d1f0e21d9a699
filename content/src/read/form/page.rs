//! Reads pages and their questions.

use super::{
    kind::{self, Listed, Offered, Sort},
    outline::{Entry, Outline},
};
use crate::{
    problem::{Fault, Referent, nearest},
    read::procedure::duplicates,
    table::{Table, stand_in},
};
use domain::{
    form::{Kind, Page, Question, Stop},
    slug::Slug,
};
use std::ops::Range;

/// More are no topic any more.
const MOST_QUESTIONS: usize = 5;

/// How questions are read: which kinds there are, and what is known of their guide.
pub(super) struct Asking<'o> {
    pub(super) outline: &'o mut Outline,
    pub(super) offered: Offered,
    /// The cases of the guide, which a question for the case offers.
    cases: Option<&'o [Slug]>,
}

impl<'o> Asking<'o> {
    pub(super) const fn of_form(outline: &'o mut Outline, cases: Option<&'o [Slug]>) -> Self {
        Self { outline, offered: Offered::Form, cases }
    }

    pub(super) const fn of_frame(outline: &'o mut Outline) -> Self {
        Self { outline, offered: Offered::Frame, cases: None }
    }

    pub(super) const fn of_survey(outline: &'o mut Outline) -> Self {
        Self { outline, offered: Offered::Survey, cases: None }
    }

    /// Reads all pages of a table; their names differ from each other and from those `taken`.
    pub(super) fn pages(&mut self, table: &Table<'_>, taken: Vec<Slug>) -> Vec<Page> {
        let mut ids: Vec<(Slug, Range<usize>)> = taken.into_iter().map(|id| (id, 0..0)).collect();
        let entries = table.need_tables("pages");
        let pages = entries.iter().map(|entry| {
            ids.extend(entry.need_slug("id"));
            self.page(entry)
        });
        let pages = pages.collect();
        duplicates(table, &ids);
        pages
    }

    pub(super) fn page(&mut self, table: &Table<'_>) -> Page {
        let number = self.outline.next();
        let when = self.outline.add(Entry::other(table, None), table);
        let entries = table.need_tables("questions");
        let questions: Vec<Question> = entries.iter().map(|entry| self.question(entry, Some(number), None)).collect();
        // What is computed is read in passing.
        let count = questions.iter().filter(|question| !matches!(question.kind, Kind::Computed(_))).count();
        if count > MOST_QUESTIONS {
            table.fault(table.place("id"), Fault::TooManyQuestions { limit: MOST_QUESTIONS, count });
        }
        // Only a form of its own knows whom it is not for.
        let stops = if self.offered == Offered::Form { table.tables("stops") } else { Vec::new() };
        let rules = if self.offered == Offered::Form { table.tables("rules") } else { Vec::new() };
        Page {
            id: table.need_slug("id").map_or_else(stand_in, |(id, _)| id),
            title: table.need_words("title").value,
            about: table.markup("about"),
            when,
            questions,
            rules: rules.iter().filter_map(|rule| self.rule(rule, number)).collect(),
            stops: stops.iter().map(|stop| self.stop(stop, number)).collect(),
        }
    }

    fn stop(&mut self, table: &Table<'_>, within: usize) -> Stop {
        // Without a condition nobody would come past it.
        table.not_empty("when");
        let entry = Entry { within: Some(within), stop: true, ..Entry::other(table, None) };
        Stop { when: self.outline.add(entry, table), title: table.need_words("title").value, text: table.need_markup("text") }
    }

    /// Reads a question of a page, or of the rows of a group.
    pub(super) fn question(&mut self, table: &Table<'_>, within: Option<usize>, group: Option<usize>) -> Question {
        let id = table.need_slug("id");
        let sort = kind::sort(table, self.offered, group.is_some());
        let options = sort.map(|sort| kind::options(table, sort)).unwrap_or_default();
        self.cases(id.as_ref(), &options, table);
        let number = self.outline.next();
        let (kind, values) = (sort.map(Sort::name), kind::values(sort, &options));
        let entry = Entry { kind, within, group, options: values, ..Entry::other(table, id.clone()) };
        let when = self.outline.add(entry, table);
        // What is computed is never answered, and of a person the parts are; so they have none of the keys of answers.
        let asked = !matches!(sort, Some(Sort::Computed | Sort::Person | Sort::Table | Sort::Appointment));
        let preset = if asked { preset(table, &options) } else { None };
        // A wish is nobody's duty.
        let wish = sort == Some(Sort::Appointment);
        let optional = wish || ((asked || sort == Some(Sort::Table)) && table.flag("optional"));
        let known = sort.is_some();
        let kind = sort.map_or(Kind::YesNo, |sort| self.kind(sort, table, options, number));
        if known {
            self.outline.settle(number, &kind, optional, table);
        }
        Question {
            id: id.map_or_else(stand_in, |(id, _)| id),
            label: table.need_words("label").value,
            hint: table.words("hint").map(|text| text.value),
            optional,
            when,
            kind,
            preset,
            autocomplete: if asked { table.text("autocomplete").map(|text| text.value) } else { None },
            no_opinion: self.offered == Offered::Survey && table.flag("no_opinion"),
        }
    }

    /// The question for the case offers cases of the guide, so that the guide can lead to it.
    fn cases(&self, id: Option<&(Slug, Range<usize>)>, options: &[Listed], table: &Table<'_>) {
        let asks_case = id.is_some_and(|(id, _)| id.as_str() == "truong-hop");
        let Some(cases) = self.cases.filter(|cases| asks_case && !cases.contains(&stand_in())) else { return };
        for option in options.iter().filter(|option| !cases.contains(&option.choice.id) && option.choice.id != stand_in()) {
            let nearest = nearest(option.choice.id.as_str(), cases.iter().map(Slug::as_str));
            let fault = Fault::UnknownReference { what: Referent::Case, id: option.choice.id.to_string(), nearest };
            table.fault(option.span.clone(), fault);
        }
    }
}

/// Reads the usual answer; of a choice it is one of the options.
fn preset(table: &Table<'_>, options: &[Listed]) -> Option<String> {
    let preset = table.text("preset")?;
    let fits = options.is_empty() || options.iter().any(|option| option.choice.id.as_str() == preset.value);
    if !fits {
        let nearest = nearest(&preset.value, options.iter().map(|option| option.choice.id.as_str()));
        let fault = Fault::UnknownReference { what: Referent::Option, id: preset.value.clone(), nearest };
        table.fault(preset.span, fault);
    }
    Some(preset.value)
}
