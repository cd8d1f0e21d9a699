//! The reader's case: choosing one leaves only its papers, by style alone.

use super::{Component, Press, Sheet};
use crate::document::Print as _;
use domain::procedure::Case;
use leptos::prelude::*;

mod examples;

/// More cases than the style sheet can tell apart would all stay open.
pub const MOST_CASES: usize = 8;

/// Radios for the cases, the first chosen, as it is the usual one; nothing when there is only one. Belongs into an element of class `cases`,
/// whose sections of class `case` follow in the same order.
pub fn case_chooser(press: Press<'_>, cases: &[Case]) -> Option<AnyView> {
    if cases.len() < 2 || cases.len() > MOST_CASES {
        return None;
    }
    let choice = |(at, case): (usize, &Case)| {
        let id = format!("chon-{}", case.id);
        let target = id.clone();
        view! {
            <label class="choice" for=target>
                <input type="radio" name="truong-hop" id=id class=format!("case-{}", at + 1) value=case.id.to_string() checked={at == 0}/>
                {case.name.in_language(press.language).to_owned()}
            </label>
        }
    };
    let all = press.say("Xem tất cả", "Show all").to_owned();
    let view = view! {
        <fieldset class="case-chooser">
            <legend>{press.say("Chọn để chỉ xem giấy tờ của bạn:", "Choose yours to see only its papers:").to_owned()}</legend>
            {cases.iter().enumerate().map(choice).collect_view()}
            <label class="choice" for="chon-tat-ca"><input type="radio" name="truong-hop" id="chon-tat-ca" value=""/>{all}</label>
        </fieldset>
    };
    Some(view.printed())
}

/// The component for the gallery, the tests and the style sheet.
pub(super) fn component() -> Component {
    Component {
        name: "case_chooser",
        sheet: Sheet::Every,
        style: include_str!("case_chooser/case_chooser.css"),
        examples: examples::examples,
    }
}
