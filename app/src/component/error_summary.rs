//! What has to be mended on a page, each line leading to its box.

use super::{Component, Press, Sheet, icon::icon};
use crate::document::Print as _;
use leptos::prelude::*;

mod examples;

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToMend {
    /// Where it is mended: `#` and the id of its box, or a page.
    pub href: String,
    /// What is wrong and how to mend it.
    pub words: String,
}

/// The summary; nothing when there is nothing to mend.
pub fn error_summary(press: Press<'_>, faults: Vec<ToMend>) -> Option<AnyView> {
    if faults.is_empty() {
        return None;
    }
    let title = format!("Có {} chỗ cần sửa", faults.len());
    let rows = faults.into_iter().map(|fault| view! { <li><a href=fault.href>{fault.words}</a></li> }).collect_view();
    let view = view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus=true data-error-summary="">
            <h2>{icon(press, "error")}{title}</h2>
            <ul>{rows}</ul>
        </div>
    };
    Some(view.printed())
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "error_summary",
        sheet: Sheet::Form,
        style: include_str!("error_summary/error_summary.css"),
        examples: examples::examples,
    }
}
