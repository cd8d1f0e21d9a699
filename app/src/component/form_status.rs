//! The honest line under a form: kept here, waiting, sent.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use crate::text;
use domain::{date::Moment, language::Language};
use leptos::prelude::*;

mod examples;

/// Where what was filled in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormStatus {
    /// On this device and nowhere else.
    OnDevice,
    /// With the portal for a day, unread.
    OnServer,
    /// Waiting for a network.
    Waiting,
    /// Sent.
    Sent(Moment),
}

/// The line.
pub fn form_status(press: Press<'_>, status: FormStatus) -> AnyView {
    let (class, sign, words, strong) = match status {
        FormStatus::OnDevice => ("form-status", "neutral", "Đã lưu trên máy này – ".to_owned(), "chưa gửi"),
        FormStatus::OnServer => ("form-status", "neutral", "Bản nháp được giữ 24 giờ – ".to_owned(), "chưa gửi"),
        FormStatus::Waiting => ("form-status form-status-waiting", "clock", "Chờ có mạng để gửi".to_owned(), ""),
        FormStatus::Sent(at) => {
            ("form-status form-status-sent", "success", format!("Đã gửi {}, {}", at.time, text::date(at.date, Language::Vietnamese)), "")
        }
    };
    let strong = (!strong.is_empty()).then(|| view! { <strong>{strong}</strong> });
    view! { <p class=class role="status">{icon(press, sign)}<span>{words}{strong}</span></p> }.printed()
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component { name: "form_status", sheet: Sheet::Form, style: include_str!("form_status/form_status.css"), examples: examples::examples }
}
