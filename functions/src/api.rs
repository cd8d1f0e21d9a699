//! JSON handlers of `/api/v1`, thin: they read, ask a service, and answer.

pub(crate) mod dossiers;
pub(crate) mod drafts;
pub(crate) mod files;
pub(crate) mod forms;
pub(crate) mod health;
pub(crate) mod moves;
pub(crate) mod rating;
pub(crate) mod search;
pub(crate) mod shape;
pub(crate) mod statistics;
pub(crate) mod surveys;
pub(crate) mod view;

use crate::{
    filing::NotHere,
    following::agency_of,
    problem::{self, FieldFault, Problem},
    request::Visit,
};
use app::text::fault::fault_text;
use domain::{
    access_key::AccessKey,
    dossier_code::{DossierCode, TypedCode},
    form::{self, Fault, Form},
};

/// Reads the code in a path; one that is none, or of no agency of ours, is nowhere.
fn code(visit: &Visit) -> Result<DossierCode, Problem> {
    let typed = crate::request::decoded(visit.parameter(0));
    let code = String::from_utf8(typed).ok().and_then(|text| text.parse::<TypedCode>().ok());
    match code {
        Some(TypedCode::Ours(code)) if agency_of(&visit.content.catalogue, &code).is_some() => Ok(code),
        _ => Err(Problem::of(&problem::NOT_FOUND)),
    }
}

/// Reads an access key; what is none is wrong like another's.
fn key(text: &str) -> Result<AccessKey, Problem> {
    text.parse().map_err(|_| Problem::of(&problem::WRONG_KEY))
}

/// Reads the access key in the header of a request without a JSON body.
fn key_in_header(visit: &Visit) -> Result<AccessKey, Problem> {
    key(&visit.header("access-key").unwrap_or_default())
}

/// Says why nothing is filed under a guide.
fn not_here(why: NotHere) -> Problem {
    Problem::of(match why {
        NotHere::Unknown => &problem::NO_SUCH_PROCEDURE,
        NotHere::NoForm => &problem::NO_FORM,
        NotHere::Ended => &problem::ENDED,
    })
}

/// Names every faulty field by its path in the JSON body, with the sentence people read.
fn faulty(form: &Form, faults: &[Fault], visit: &Visit) -> Problem {
    let told = |fault: &Fault| FieldFault { path: outside(&fault.path), message: fault_text(form, fault, visit.manner.language) };
    Problem::of(&problem::FAULTY_FIELDS).faults(faults.iter().map(told).collect())
}

/// Where a path of the form stands in the JSON body.
fn outside(path: &str) -> String {
    let under = |inside: &str, outside: &str| {
        let rest = path.strip_prefix(inside)?;
        (rest.is_empty() || rest.starts_with('.')).then(|| format!("{outside}{rest}"))
    };
    let reserved = [
        (form::OFFICE, "agency"),
        (form::PHONE, "contact.phone"),
        (form::EMAIL, "contact.email"),
        (form::DELIVERY, "delivery.method"),
        (form::DELIVERY_ADDRESS, "delivery.address"),
    ];
    reserved.into_iter().find_map(|(inside, outside)| under(inside, outside)).unwrap_or_else(|| format!("answers.{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_body() {
        for (inside, expected) in [
            ("agency", "agency"),
            ("contact-phone", "contact.phone"),
            ("delivery-address.commune", "delivery.address.commune"),
            ("noi-o.commune", "answers.noi-o.commune"),
            ("agency-name", "answers.agency-name"),
        ] {
            assert_eq!(outside(inside), expected);
        }
    }
}
