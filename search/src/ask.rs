//! Answers a question: what was typed, what it may mean, which records fit, best first.

use crate::{Index, Kind};
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::ops::Range;
pub use facet::{Count, Facets, Filter};
use plan::Plan;
pub(crate) use plan::worth;
use spell::Read;
pub(crate) use typed::sound;
pub use weigh::Why;
use weigh::{Lookup, weigh};

mod code;
mod facet;
mod gather;
mod mark;
mod order;
mod plan;
mod saying;
mod spell;
mod typed;
mod weigh;

/// How many records are weighed closely.
const CLOSELY: usize = 200;
/// A record whose fit is less than this part of the best is left out: it would only hide what fits.
const KEPT: f32 = 0.5;
/// The same for those that were weighed closely.
const SEEN_CLOSELY: f32 = 0.35;
/// A fit below this is none.
const LEAST: f32 = 0.3;
/// How many guesses are made when nothing fits.
const GUESSES: usize = 5;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Question<'a> {
    /// What was typed.
    pub text: &'a str,
    /// What the answer is narrowed to.
    pub filter: Filter,
    /// How many records to return at most.
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The records that fit, best first.
    pub hits: Vec<Found>,
    /// How many fit in all.
    pub total: usize,
    /// What they can be narrowed by.
    pub facets: Facets,
    /// What was read otherwise than it was typed.
    pub understood: Vec<Understood>,
    /// The nearest records, when none fits.
    pub guesses: Vec<Found>,
    /// The code that was typed.
    pub code: Option<Code>,
}

/// A record that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its number in the index.
    pub entry: usize,
    /// Why it stands where it stands.
    pub why: Why,
    /// Where in its title words of the question stand, in bytes.
    pub marks: Vec<Range<usize>>,
}

/// A part of the question that was understood as something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// What was typed.
    pub said: String,
    /// What it was taken for.
    pub meant: String,
    /// Why.
    pub because: Because,
}

/// Why something was read otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The lexicon says so.
    Saying(Kind),
    /// It is spelt differently.
    Spelling,
}

/// A code in the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// That of a procedure, or the beginning of one: `1.0042`.
    Procedure(String),
    /// That of a dossier, which can be followed.
    Dossier(String),
}

impl Index {
    /// Answers a question, and tells what of it was understood otherwise than it was typed.
    pub fn ask(&self, question: &Question<'_>) -> Answer {
        let (mut answer, asked) = self.answer(question);
        if let Some((words, plan)) = asked {
            answer.understood = self.understood(question.text, &words, &plan);
        }
        answer
    }

    /// Answers a question for somebody who is still typing, and need not be told what was understood.
    pub fn look_up(&self, question: &Question<'_>) -> Answer {
        self.answer(question).0
    }

    /// Answers a question, with what it was taken for; codes are taken for themselves.
    fn answer(&self, question: &Question<'_>) -> (Answer, Option<(Vec<Read>, Plan)>) {
        let code = code::code(question.text);
        match &code {
            Some(Code::Dossier(_)) => return (Answer { code, ..Answer::default() }, None),
            Some(Code::Procedure(digits)) => {
                let hits = code::with_code(self, digits);
                if !hits.is_empty() {
                    return (facet::narrowed(self, hits, question, code), None);
                }
            }
            None => {}
        }
        let typed = typed::typed(question.text);
        if typed.is_empty() {
            return (Answer { code, ..Answer::default() }, None);
        }
        let words = spell::read(self, typed.clone(), false);
        let plan = plan::plan(self, &words);
        let mut answer = facet::narrowed(self, self.fitting(&plan, KEPT, LEAST), question, code);
        if answer.total == 0 && question.filter == Filter::default() {
            let words = spell::read(self, typed, true);
            let plan = plan::plan(self, &words);
            let nearest = self.fitting(&plan, 0.7, 0.05).into_iter().take(GUESSES);
            answer.guesses = nearest.map(|(entry, why)| Found { entry: usize::from(entry), why, marks: Vec::new() }).collect();
            mark::mark(self, &Lookup::new(self, &plan), &mut answer.guesses);
        } else {
            mark::mark(self, &Lookup::new(self, &plan), &mut answer.hits);
        }
        (answer, Some((words, plan)))
    }

    /// Explains the place of one record among the answers, filtered or not; `None` where nothing of it fits.
    pub fn explain(&self, text: &str, entry: usize) -> Option<Why> {
        let words = spell::read(self, typed::typed(text), false);
        let plan = plan::plan(self, &words);
        let why = weigh(self, &plan, &Lookup::new(self, &plan), self.records.get(entry)?);
        (why.score > 0.0).then_some(why)
    }

    /// Returns the records that fit a plan, best first: the first of them weighed closely, the others roughly.
    fn fitting(&self, plan: &Plan, kept: f32, least: f32) -> Vec<(u16, Why)> {
        let rough = gather::gather(self, plan);
        let mut best = 0.0_f32;
        for fit in &rough {
            best = best.max(*fit);
        }
        let floor = (best * kept).max(least);
        let mut all: Vec<(u16, Why)> = Vec::new();
        for ((number, fit), record) in (0_u16..).zip(rough).zip(&self.records) {
            if fit >= floor {
                let prior = f32::from(record.prior) / 15.0;
                all.push((number, Why { fit, brief: 0.0, prior, score: fit * (0.9 + 0.25 * prior) }));
            }
        }
        let mut all = order::best_first(all);
        let lookup = Lookup::new(self, plan);
        let rest = all.split_off(all.len().min(CLOSELY));
        for (record, why) in &mut all {
            if let Some(stored) = self.records.get(usize::from(*record)) {
                *why = weigh(self, plan, &lookup, stored);
            }
        }
        // What looked like a fit from afar may be none; beside a good one it would only hide what fits.
        let mut best = 0.0_f32;
        for (_, why) in &all {
            best = best.max(why.fit);
        }
        all.retain(|(_, why)| why.fit >= best * SEEN_CLOSELY);
        let mut all = order::best_first(all);
        all.extend(rest);
        all
    }

    fn understood(&self, text: &str, words: &[Read], plan: &Plan) -> Vec<Understood> {
        let said = |range: &Range<usize>| {
            let (first, last) = (words.get(range.start)?, words.get(range.end.checked_sub(1)?)?);
            text.get(first.typed.at.start..last.typed.at.end).map(str::to_owned)
        };
        let mut all = Vec::new();
        for part in &plan.parts {
            if let Some(saying) = part.saying.and_then(|saying| self.phrases.get(usize::from(saying))) {
                let meaning = self.texts.get(saying.means.start as usize).filter(|_| !saying.means.is_empty());
                if let (Some(said), Some(meaning)) = (said(&part.said), meaning) {
                    let meant = self.spelt(*meaning);
                    all.push(Understood { said, meant, because: Because::Saying(saying.kind) });
                }
                continue;
            }
            for read in words.get(part.said.clone()).unwrap_or_default().iter().filter(|read| read.mended) {
                let meant = read.readings.first().map(|reading| self.words.written(reading.word, read.marks).to_owned());
                if let (Some(said), Some(meant)) = (text.get(read.typed.at.clone()), meant) {
                    all.push(Understood { said: said.to_owned(), meant, because: Because::Spelling });
                }
            }
        }
        all
    }
}
