//! An answer typed into one box, as wide as the answer is.

use super::{Asked, described, notes, words};
use crate::document::Print as _;
use domain::form::{Kind, Question};
use leptos::prelude::*;

/// How a box looks and which keys a phone shows for it.
struct Look {
    kind: &'static str,
    keys: Option<&'static str>,
    class: &'static str,
    unit: Option<&'static str>,
}

const fn look(kind: &Kind) -> Look {
    let (of, keys, class, unit) = match kind {
        Kind::Number(range) if range.greatest < 10_000 => ("text", Some("numeric"), "box box-4", None),
        Kind::Number(_) => ("text", Some("numeric"), "box box-12", None),
        Kind::Money(_) => ("text", Some("numeric"), "box box-15", Some("đồng")),
        Kind::PersonalId | Kind::TaxCode => ("text", Some("numeric"), "box box-15", None),
        Kind::Phone => ("tel", Some("tel"), "box box-15", None),
        Kind::Email => ("email", Some("email"), "box box-30", None),
        Kind::Text(most) if *most <= 10 => ("text", None, "box box-12", None),
        Kind::Text(most) if *most <= 50 => ("text", None, "box box-20", None),
        _ => ("text", None, "box box-30", None),
    };
    Look { kind: of, keys, class, unit }
}

pub(super) fn one_box(asked: Asked<'_>, question: &Question, path: &str) -> AnyView {
    let look = look(&question.kind);
    let value = asked.value(path);
    let invalid = asked.fault(path).map(|_| "true");
    let (id, name) = (path.to_owned(), path.to_owned());
    let describes = described(question, path);
    let written = match &question.kind {
        // Browsers that keep numbers of others would offer a neighbour's.
        Kind::PersonalId | Kind::TaxCode => Some("off".to_owned()),
        _ => question.autocomplete.clone(),
    };
    let plain = matches!(question.kind, Kind::PersonalId | Kind::TaxCode | Kind::Email | Kind::Text(_)).then_some("false");
    let focused = asked.focused(path);
    let control = if matches!(question.kind, Kind::LongText(_)) {
        view! { <textarea class="box box-long" id=id name=name rows="4" autocomplete=written aria-describedby=describes aria-invalid=invalid autofocus=focused>{value}</textarea> }.printed()
    } else {
        view! { <input class=look.class type=look.kind id=id name=name value=value inputmode=look.keys autocomplete=written spellcheck=plain aria-describedby=describes aria-invalid=invalid autofocus=focused/> }.printed()
    };
    let control = match look.unit {
        Some(unit) => view! { <div class="with-unit">{control}<span>{unit}</span></div> }.printed(),
        None => control,
    };
    view! { <label class="ask" for=path.to_owned()>{words(question)}</label>{notes(asked, question, path, true)}{control} }.printed()
}
