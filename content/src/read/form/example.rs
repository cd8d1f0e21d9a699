//! Proves the example beside a form: a complete request that the form takes.

use super::Context;
use crate::{
    json,
    problem::{Fault, Referent, nearest},
    source::SourceFile,
    table::Desk,
};
use domain::{
    address::{Gazetteer, Membership, Places},
    code::AgencyCode,
    form::{Circumstances, DELIVERY, DELIVERY_ADDRESS, EMAIL, Form, OFFICE, PHONE, PapersHeld, RawAnswers, RawValue, check},
};
use std::collections::BTreeMap;

/// The places that are at hand.
#[derive(Debug)]
pub(in crate::read) struct AsFarAsKnown<'a> {
    pub(in crate::read) places: &'a Places,
    /// Whether those of the state are among them.
    pub(in crate::read) whole: bool,
}

impl Gazetteer for AsFarAsKnown<'_> {
    fn membership(&self, province: &str, commune: &str) -> Membership {
        match self.places.membership(province, commune) {
            Membership::UnknownProvince if !self.whole => Membership::CannotTell,
            membership => membership,
        }
    }
}

/// Where the questions of the shared pages stand in a request; all others stand under `answers`.
const SHARED: [(&str, &str); 5] = [
    (OFFICE, "agency"),
    (PHONE, "contact.phone"),
    (EMAIL, "contact.email"),
    (DELIVERY, "delivery.method"),
    (DELIVERY_ADDRESS, "delivery.address"),
];

/// Returns the form with its example, and records what is wrong with the example.
pub(in crate::read) fn proved(form: Form, file: SourceFile<'_>, desk: Desk<'_>, context: &Context<'_>) -> Form {
    let request: RawValue = match serde_json::from_str(file.text) {
        Ok(request) => request,
        Err(error) => {
            let at = json::offset(file.text, error.line(), error.column());
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default().to_owned();
            desk.problems.add(file, at..at + 1, Fault::JsonSyntax { message });
            return form;
        }
    };
    // What is wrong with the form or with what it stands on would be told once more.
    let beneath = |path: &str| {
        let own = path.starts_with("forms/") && path.split('/').nth(1) == Some(&format!("{}.toml", form.procedure));
        let guide = path.strip_prefix("procedures/").and_then(|name| name.strip_suffix(".md")) == Some(form.procedure.as_str());
        own || guide || path.starts_with("agencies/") || ["form-pages.toml", "papers.toml", "site.toml"].contains(&path)
    };
    if !desk.problems.any_error_in(beneath) {
        Example { form: &form, file, desk, places: json::places(file.text) }.prove(request, context);
    }
    Form { example: json::compact(file.text), ..form }
}

struct Example<'a> {
    form: &'a Form,
    file: SourceFile<'a>,
    desk: Desk<'a>,
    /// Where each value stands, by path.
    places: BTreeMap<String, json::Place>,
}

impl Example<'_> {
    fn prove(&self, request: RawValue, context: &Context<'_>) {
        let Some(raw) = self.answers(request) else { return };
        // Which offices take it is not known without its guide.
        let Some(guide) = context.procedures.iter().find(|guide| guide.slug == self.form.procedure) else { return };
        let receivers = context.agencies.iter().filter(|agency| guide.is_received_by(agency));
        let offices: Vec<AgencyCode> = receivers.map(|agency| agency.code.clone()).collect();
        let nothing = BTreeMap::new();
        // Of a sheet to print, papers are only named.
        let papers = if self.form.sends() { PapersHeld::Held(&nothing) } else { PapersHeld::AskedLater };
        let now = Circumstances { today: self.desk.as_of, calendar: context.calendar, places: context.places, offices: &offices, papers };
        for fault in check(self.form, &raw, &now).faults {
            self.fault_at(&written(&fault.path), Fault::AnswerRefused { path: written(&fault.path), wrong: fault.wrong });
        }
    }

    /// Takes a request apart into answers by path; every key must be known.
    fn answers(&self, request: RawValue) -> Option<RawAnswers> {
        let mut raw = RawAnswers::default();
        let mut of = String::new();
        let RawValue::Table(entries) = request else {
            self.fault_at("", Fault::ExampleOfAnother { procedure: of, expected: self.form.procedure.to_string() });
            return None;
        };
        for (key, value) in entries {
            match (key.as_str(), value) {
                ("procedure", RawValue::Text(procedure)) => of = procedure,
                ("answers", RawValue::Table(answers)) => answers.into_iter().for_each(|(id, value)| self.answer(id, value, &mut raw)),
                ("agency", value) => raw.add_value(OFFICE, value),
                ("contact" | "delivery", RawValue::Table(parts)) => {
                    for (part, value) in parts {
                        let path = format!("{key}.{part}");
                        match SHARED.iter().find(|(_, known)| *known == path) {
                            Some((id, _)) => raw.add_value(id, value),
                            None => self.unknown_key(&path, part, ["phone", "email", "method", "address"]),
                        }
                    }
                }
                _ => self.unknown_key(&key.clone(), key, ["procedure", "agency", "answers", "contact", "delivery"]),
            }
        }
        if of != self.form.procedure.as_str() {
            self.fault_at("procedure", Fault::ExampleOfAnother { procedure: of, expected: self.form.procedure.to_string() });
        }
        Some(raw)
    }

    fn answer(&self, id: String, value: RawValue, raw: &mut RawAnswers) {
        if self.form.question(&id).is_some() || self.form.papers.iter().any(|paper| paper.id.as_str() == id) {
            raw.add_value(&id, value);
            return;
        }
        let papers = self.form.papers.iter().map(|paper| paper.id.as_str());
        let nearest = nearest(&id, self.form.questions().map(|(_, question)| question.id.as_str()).chain(papers));
        let place = self.places.get(&format!("answers.{id}")).map_or(0..0, |place| place.key.clone());
        self.desk.problems.add(self.file, place, Fault::UnknownReference { what: Referent::Question, id, nearest });
    }

    fn unknown_key<const N: usize>(&self, path: &str, key: String, known: [&str; N]) {
        let nearest = nearest(&key, known);
        let place = self.places.get(path).map_or(0..0, |place| place.key.clone());
        self.desk.problems.add(self.file, place, Fault::UnknownKey { key, nearest, rivals: &[] });
    }

    /// Records a fault at the value of a path, or at what lies around it where the path is not there.
    fn fault_at(&self, path: &str, fault: Fault) {
        let mut path = path;
        let place = loop {
            if let Some(place) = self.places.get(path) {
                break place.value.clone();
            }
            match path.rsplit_once('.') {
                Some((outer, _)) => path = outer,
                None => break 0..0,
            }
        };
        // A whole table is no place to point at; its first character is.
        let table = self.file.text.get(place.clone()).is_some_and(|text| text.starts_with('{'));
        let place = if table { place.start..place.start + 1 } else { place };
        self.desk.problems.add(self.file, place, fault);
    }
}

/// Returns the path of an answer as it stands in a request.
fn written(path: &str) -> String {
    let shared = SHARED.iter().find_map(|(id, written)| {
        let rest = path.strip_prefix(id)?;
        (rest.is_empty() || rest.starts_with('.')).then(|| format!("{written}{rest}"))
    });
    shared.unwrap_or_else(|| format!("answers.{path}"))
}
