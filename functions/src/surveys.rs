//! Answering a survey: what the JSON call and the posted page both do. Values in, values out; nothing of HTTP here.

use crate::{
    fault::Fault,
    object::survey::{self, Call, Given, Reply, Results},
    secret,
};
use domain::{
    catalogue::Catalogue,
    date::Date,
    form::{self, Circumstances, Form, Kind, PapersHeld, RawAnswers, Verdict},
    survey::Survey,
};
use worker::Env;

/// Under which key answers count, and whether they may take the place of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Voice<'a> {
    /// The key; it has so much chance that nobody guesses it.
    pub(crate) key: &'a str,
    /// A browser that comes back may change its mind; a program that repeats a key has made a mistake.
    pub(crate) may_change: bool,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// They count; `again` where the same ones had counted before.
    Counted { again: bool },
    /// They do not: these answers have faults.
    Faulty(Verdict),
    /// The survey is over.
    Closed,
    /// Other answers were counted under this key.
    KeyReused,
}

/// Counts answers, or says everything that is wrong with them.
pub(crate) async fn answer(
    env: &Env,
    catalogue: &Catalogue,
    survey: &Survey,
    (answers, today): (&RawAnswers, Date),
    voice: Voice<'_>,
) -> Result<Outcome, Fault> {
    if !survey.is_open_on(today) {
        return Ok(Outcome::Closed);
    }
    let now =
        Circumstances { today, calendar: &catalogue.calendar, places: &catalogue.places, offices: &[], papers: PapersHeld::AskedLater };
    let verdict = form::check(&survey.form, answers, &now);
    if !verdict.faults.is_empty() {
        return Ok(Outcome::Faulty(verdict));
    }
    let (chosen, written) = sorted(&survey.form, verdict.answers.to_raw());
    let key_hash = secret::sha256(&[b"survey", survey.slug.as_str().as_bytes(), voice.key.as_bytes()]);
    let given = Given { key_hash, may_change: voice.may_change, day: today, form_version: survey.form.version, chosen, written };
    match survey::ask(env, &survey.slug, &Call::Answer(Box::new(given))).await? {
        Reply::Counted { again } => Ok(Outcome::Counted { again }),
        Reply::Differs => Ok(Outcome::KeyReused),
        Reply::Results(_) => Err(Fault::Shape("a reply to Answer")),
    }
}

/// Returns what was chosen so far.
pub(crate) async fn results(env: &Env, survey: &Survey) -> Result<Results, Fault> {
    match survey::ask(env, &survey.slug, &Call::Results).await? {
        Reply::Results(results) => Ok(results),
        _ => Err(Fault::Shape("a reply to Results")),
    }
}

/// Sorts what is counted from what is read.
fn sorted(form: &Form, mut answers: RawAnswers) -> (Vec<(String, String)>, RawAnswers) {
    let mut chosen = Vec::new();
    for (_, question) in form.questions() {
        let id = question.id.as_str();
        let counted = matches!(question.kind, Kind::Choice(_) | Kind::Choices(_) | Kind::YesNo);
        if counted || question.no_opinion && answers.one(id) == form::NO_OPINION {
            chosen.extend(answers.all(id).map(|option| (id.to_owned(), option.to_owned())));
            answers.remove(id);
        }
    }
    (chosen, answers)
}
