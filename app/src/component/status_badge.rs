//! Where a dossier stands: icon, official name, our plain sentence and who must act; lateness stands beside it, never instead.

use super::{
    Component, Press, Sheet,
    badge::{Tone, badge},
};
use crate::text::{
    NO_BREAK,
    status::{self, Standing, brief, waits_for_owner},
};
use domain::dossier::Status;
use leptos::prelude::*;

mod examples;

/// The tone of a status.
pub const fn tone(status: Status) -> Tone {
    match status {
        Status::Submitted | Status::Accepted | Status::Processing => Tone::Information,
        Status::Refused => Tone::Error,
        Status::SupplementRequired | Status::PaymentRequired => Tone::Warning,
        Status::WithdrawalRequested | Status::Stopped => Tone::Neutral,
        Status::Resolved | Status::Returned => Tone::Success,
    }
}

/// The status with what it means, and how late it is.
pub fn status_badge(press: Press<'_>, standing: Standing<'_>) -> impl IntoView + use<> {
    let status = standing.dossier.status;
    let yours = waits_for_owner(status).then(|| view! { <strong>"Cần bạn: "</strong> });
    let late = standing.late_by().map(|days| late_badge(press, days, standing.apology()));
    view! {
        <div class="status" data-status=status.key()>
            {badge(press, tone(status), status::name(status).to_owned())}
            <p>{yours}{standing.sentence()}</p>
            {late}
        </div>
    }
}

/// The status with what anybody may know of it.
pub fn brief_badge(press: Press<'_>, status: Status) -> impl IntoView + use<> {
    view! {
        <div class="status" data-status=status.key()>
            {badge(press, tone(status), status::name(status).to_owned())}
            <p>{brief(status)}</p>
        </div>
    }
}

/// By how many working days it is late, with an apology; never hidden.
pub fn late_badge(press: Press<'_>, days: u32, apology: String) -> impl IntoView + use<> {
    view! { {badge(press, Tone::Error, format!("Trễ hẹn {days}{NO_BREAK}ngày làm việc"))}<p>{apology}</p> }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "status_badge",
        sheet: Sheet::Form,
        style: include_str!("status_badge/status_badge.css"),
        examples: examples::examples,
    }
}
