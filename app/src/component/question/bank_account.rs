//! The bank from a list, and the number of the account.

use super::{Asked, address::select, error_line, notes, words};
use crate::document::Print as _;
use domain::{bank_account::Bank, form::Question};
use leptos::prelude::*;

pub(super) fn bank_account(asked: Asked<'_>, question: &Question, path: &str) -> AnyView {
    let at = |part: &str| format!("{path}.{part}");
    let chosen = asked.value(&at("bank"));
    let banks: Vec<(&str, &str)> =
        std::iter::once(("", "Chọn ngân hàng")).chain(Bank::all().map(|bank| (bank.id(), bank.name()))).collect();
    let number = at("number");
    let invalid = asked.fault(&number).map(|_| "true");
    let describes = question.hint.as_ref().map(|_| format!("{path}-hint"));
    view! {
        <fieldset class="asks" aria-describedby=describes>
            <legend class="ask">{words(question)}</legend>
            {notes(asked, question, path, false)}
            <div class="part">
                <label for=at("bank")>"Ngân hàng"</label>
                {error_line(asked, &at("bank"))}
                // Browsers know no such thing, and would offer something else.
                {select(asked, &at("bank"), &banks, &chosen, Some("off".to_owned()))}
            </div>
            <div class="part">
                <label for=number.clone()>"Số tài khoản"</label>
                {error_line(asked, &number)}
                <input class="box box-20" type="text" inputmode="numeric" spellcheck="false" id=number.clone() name=number.clone() value=asked.value(&number) autocomplete="off" aria-describedby=format!("{number}-error") aria-invalid=invalid autofocus=asked.focused(&number)/>
            </div>
        </fieldset>
    }
    .printed()
}
