//! Named examples of the status of a dossier.

use super::{brief_badge, status_badge};
use crate::{
    component::{Example, Press, example, timeline::examples::sample},
    text::status::Standing,
};
use domain::dossier::{Dossier, Status};

/// The sample dossier after some of its steps, looked at some days after it was sent.
fn after(press: Press<'_>, steps: usize, days: i32) -> Option<Example> {
    let events = sample(press);
    let dossier = Dossier::replay(events.iter().take(steps)).ok()?;
    let agency = press.catalogue.agencies.first()?;
    let now = dossier.submitted_at.plus_milliseconds(i64::from(days) * 86_400_000);
    let standing = Standing { dossier: &dossier, agency, calendar: &press.catalogue.calendar, now };
    let name = match steps {
        1 => "sent",
        2 => "the owner must act",
        4 if days > 9 => "late",
        4 => "accepted",
        _ => "with a result",
    };
    Some(example(name, status_badge(press, standing)))
}

pub(super) fn examples(press: Press<'_>) -> Vec<Example> {
    let stages = [(1, 0), (2, 1), (4, 2), (4, 14), (8, 6)];
    let mut examples: Vec<Example> = stages.into_iter().filter_map(|(steps, days)| after(press, steps, days)).collect();
    examples.push(example("without the key, long name", brief_badge(press, Status::PaymentRequired)));
    examples
}
