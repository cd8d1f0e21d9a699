//! A service notice above the page, such as a planned stop.

use super::{Component, Press, Sheet, icon::icon};
use domain::notice::{Notice, NoticeKind};
use leptos::prelude::*;

mod examples;

/// The notices that show on the day of the page.
pub fn notices(press: Press<'_>) -> impl IntoView + use<> {
    press.catalogue.notices.iter().filter(|notice| notice.shows_on(press.as_of)).map(|one| notice(press, one)).collect_view()
}

/// One notice.
pub fn notice(press: Press<'_>, notice: &Notice) -> impl IntoView + use<> {
    let (class, sign, label) = match notice.kind {
        NoticeKind::PlannedStop => ("notice", "warning", press.say("Lịch bảo trì", "Planned maintenance")),
        NoticeKind::Information => ("notice notice-information", "info", press.say("Thông báo", "Notice")),
    };
    view! {
        <section class=class aria-label=label.to_owned()>
            <p class="wide">{icon(press, sign)}<span>{notice.text.in_language(press.language).to_owned()}</span></p>
        </section>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "notice", sheet: Sheet::Every, style: include_str!("notice/notice.css"), examples: examples::examples }
}
