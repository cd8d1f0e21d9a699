//! HTML handlers, thin: what they show are `app`'s views.

pub(crate) mod application;
pub(crate) mod check;
pub(crate) mod follow;
pub(crate) mod form;
pub(crate) mod papers;
pub(crate) mod printed;
pub(crate) mod rating;
pub(crate) mod statistics;
pub(crate) mod survey;

mod receipt;
mod ticket;

use crate::{
    filing::{self, NotHere},
    problem::{self, Problem},
    request::{Fields, Visit},
    respond,
};
use app::route::Route;
use domain::{form::Form, language::Language, procedure::Procedure};
use worker::Response;

/// A box that people do not see; who fills it in is a program.
const TRAP: &str = "website";

/// Tells whether a page was opened before the questions of its form changed.
fn outdated(fields: &Fields, form: &Form) -> bool {
    fields.get("_version").is_some_and(|version| version != form.version.to_string())
}

/// Finds the guide of an address and its form.
fn the_form(visit: &Visit) -> Result<(&'static Procedure, &'static Form), Problem> {
    filing::form_on(&visit.content.catalogue, visit.parameter(0), visit.day).map_err(not_here)
}

/// Finds the guide of an address and its form, also one that is only filled in to be printed.
fn the_shown_form(visit: &Visit) -> Result<(&'static Procedure, &'static Form), Problem> {
    filing::shown_on(&visit.content.catalogue, visit.parameter(0), visit.day).map_err(not_here)
}

/// Tells in the address of a form that the draft is there no more.
const OVER: &str = "het-han";

/// Back to the first page of a form: there is no draft, or its day is over.
fn to_form(form: &Form) -> worker::Result<Response> {
    respond::see(&format!("{}?{OVER}", Route::Form(form.procedure.clone()).path(Language::Vietnamese)))
}

/// Says why nothing is filed under a guide.
pub(crate) fn not_here(why: NotHere) -> Problem {
    Problem::of(match why {
        NotHere::Unknown => &problem::NO_SUCH_PROCEDURE,
        NotHere::NoForm => &problem::NO_FORM,
        NotHere::Ended => &problem::ENDED,
    })
}
