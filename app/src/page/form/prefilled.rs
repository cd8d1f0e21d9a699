//! What stands in a form before anybody typed: usual answers, and the case and office a link names.

use domain::{
    catalogue::Catalogue,
    form::{Form, Kind, OFFICE, Question, RawAnswers},
};

/// The question whose options are the cases of the guide.
const CASE: &str = "truong-hop";

/// The usual answers of a form.
pub fn presets(form: &Form) -> RawAnswers {
    let mut raw = RawAnswers::default();
    let mut put = |question: &Question, path: String| question.put_presets(&path, &mut raw);
    for (_, question) in form.questions() {
        match &question.kind {
            Kind::Group(group) => {
                for row in 1..=group.least {
                    group.questions.iter().for_each(|inner| put(inner, format!("{}.{row}.{}", question.id, inner.id)));
                }
            }
            _ => put(question, question.id.to_string()),
        }
    }
    raw
}

/// The usual answers with what the query of a link says: `truong-hop=ID` and `noi-nop=SLUG`; anything else is ignored.
pub fn prefilled<'q>(catalogue: &Catalogue, form: &Form, query: impl IntoIterator<Item = (&'q str, &'q str)>) -> RawAnswers {
    let mut raw = presets(form);
    for (name, value) in query {
        match name {
            CASE if form.question(CASE).is_some_and(|question| question.choice(value).is_some()) => raw.set(CASE, value),
            "noi-nop" => {
                let procedure = catalogue.procedure(form.procedure.as_str());
                let mut offices = procedure.into_iter().flat_map(|procedure| catalogue.receivers(procedure));
                if let Some(agency) = offices.find(|agency| agency.slug.as_str() == value) {
                    raw.set(OFFICE, agency.code.as_str());
                }
            }
            _ => {}
        }
    }
    raw
}
