//! «Một lần, đủ»: what the office will look for, before it does. The verdict is the Worker's, which the desk sees too.

use super::Checked;
use crate::{
    component::{Press, badge::Tone, callout::callout, paper_list::prose},
    document::Print as _,
    route::Route,
    text::fault::doubt_text,
};
use domain::{
    form::{Doubt, Fault, OFFICE},
    language::Language::Vietnamese,
    procedure::ReturnReason,
};
use leptos::prelude::*;
use std::fmt::Write as _;

/// Whether all is there, what looks odd, and why others were sent back.
pub(super) fn complete(press: Press<'_>, checked: Checked<'_>) -> impl IntoView + use<> {
    let counted = checked.faults.is_empty().then(|| {
        let words = view! { <p>{words(checked)}</p> };
        callout(press, Tone::Success, words)
    });
    let odd = (!checked.doubts.is_empty()).then(|| {
        let rows = checked.doubts.iter().map(|doubt| odd(press, checked, doubt)).collect_view();
        callout(press, Tone::Warning, view! { <p>"Cán bộ có thể hỏi lại những chỗ này. Đúng rồi thì cứ gửi."</p><ul>{rows}</ul> })
    });
    let guide = press.catalogue.procedure(checked.form.procedure.as_str());
    let reasons = guide.map(|guide| guide.returned_because.as_slice()).filter(|reasons| !reasons.is_empty()).map(reasons);
    view! { <h2>"Cán bộ sẽ xem"</h2>{counted}{odd}{reasons} }
}

fn words(checked: Checked<'_>) -> String {
    let papers = |of: fn(&super::AskedPaper<'_>) -> bool| checked.papers.iter().filter(|asked| of(asked)).count();
    let own = |path: &str| path != OFFICE && checked.form.paper(path).is_none();
    let answered = checked.answers.iter().filter(|(path, _)| own(path)).count();
    let (sent, later) = (papers(|asked| !asked.files.is_empty()), papers(|asked| asked.files.is_empty() && asked.later));
    let mut words = format!("Đủ theo danh sách nơi nhận hồ sơ dùng: {answered} câu đã trả lời");
    for (count, what) in [(sent, "giấy tờ đã gửi"), (later, "giấy tờ mang đến sau")] {
        if count > 0 {
            // Writing to a string cannot fail.
            let _ = write!(words, ", {count} {what}");
        }
    }
    words.push('.');
    words
}

fn odd(press: Press<'_>, checked: Checked<'_>, doubt: &Doubt) -> impl IntoView + use<> {
    let fault = Fault { path: doubt.path.clone(), wrong: domain::form::Wrong::Missing };
    let to_form = press.href(&Route::Form(checked.form.procedure.clone()));
    let anchor = super::to_mend(checked.form, &[fault]).into_iter().next().map(|mend| mend.href).unwrap_or_default();
    view! { <li><a href=format!("{to_form}?sua=1{anchor}")>{doubt_text(doubt, Vietnamese)}</a></li> }
}

fn reasons(reasons: &[ReturnReason]) -> AnyView {
    let rows = reasons.iter().map(|reason| view! { <li><strong>{reason.fault.clone()}</strong>{prose(&reason.remedy)}</li> });
    view! { <p>"Hồ sơ loại này hay bị trả lại vì:"</p><ul class="reasons">{rows.collect_view()}</ul> }.printed()
}
