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

/// Says that the portal has changed since this page was opened; shown by the loader when the service worker tells of it.
pub fn release_note(press: Press<'_>, href: String) -> impl IntoView + use<> {
    let words = press.say("Cổng vừa có bản mới. Những gì bạn điền vẫn còn.", "The portal was updated. What you typed is kept.");
    view! {
        <section class="notice notice-information" data-release="" aria-label=press.say("Thông báo", "Notice").to_owned() hidden=true>
            <p class="wide">{icon(press, "refresh")}<span role="status"><span data-words=words.to_owned()></span>" "<a href=href>{press.say("Tải lại trang", "Reload the page").to_owned()}</a></span></p>
        </section>
    }
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "notice", sheet: Sheet::Every, style: include_str!("notice/notice.css"), examples: examples::examples }
}
