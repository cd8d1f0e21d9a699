//! A wish for a day and half of it: three boxes and a choice, and the word that it is no booking.

use super::{Asked, date::boxes, described, error_line, notes, words};
use crate::document::Print as _;
use domain::form::{Appointment, Half, Question};
use leptos::prelude::*;

pub(super) fn appointment(asked: Asked<'_>, question: &Question, path: &str, appointment: Appointment) -> AnyView {
    let half = format!("{path}.half");
    let invalid = asked.fault(&half).map(|_| "true");
    let chosen = asked.value(&half);
    // Nobody has to wish; what was chosen can be let go of.
    let halves = Half::NAMED.iter().map(|(name, half)| (*name, half.label())).chain([("", "Không chọn")]);
    let option = |(at, (value, label)): (usize, (&'static str, &'static str))| {
        let id = if at == 0 { half.clone() } else { format!("{half}--{value}") };
        let (target, name) = (id.clone(), half.clone());
        view! {
            <label class="option" for=target>
                <input type="radio" id=id name=name value=value checked=!value.is_empty() && chosen == value/>
                <span>{label}</span>
            </label>
        }
    };
    let options = halves.enumerate().map(option).collect_view();
    let describes = format!("{half}-error");
    let when = format!("Chọn trong {}\u{a0}ngày làm việc tới, từ ngày mai. Đây là mong muốn, chưa phải lịch hẹn.", appointment.within);
    view! {
        <fieldset class="asks" aria-describedby=described(question, path)>
            <legend class="ask">{words(question)}</legend>
            <p class="hint">{when}</p>
            {notes(asked, question, path, true)}
            {boxes(asked, question, path)}
            <fieldset class="asks part" role="radiogroup" aria-invalid=invalid aria-describedby=describes>
                <legend>"Buổi nào?"</legend>
                {error_line(asked, &half)}
                <div class="options">{options}</div>
            </fieldset>
        </fieldset>
    }
    .printed()
}
