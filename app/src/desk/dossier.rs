//! An open dossier: answers and history left, papers right, the legal moves below.

use super::{
    address::Place,
    load::{Load, trouble},
    mark::{callout, chip, icon, status},
    state::{Over, desk as shared},
};
use crate::text::{self, desk as words};
use domain::{desk::Opened, language::Language};
use leptos::prelude::*;

mod answers;
mod bar;
mod papers;
mod side;
mod timeline;

const VI: Language = Language::Vietnamese;

pub(super) fn page() -> impl IntoView {
    let desk = shared();
    let code = Memo::new(move |_| if let Place::Dossier(code) = desk.place.get() { Some(code) } else { None });
    Effect::new(move |_| {
        if let Some(code) = code.get() {
            desk.load_opened(&code);
            super::frame::focus("noi-dung");
        }
    });
    move || {
        desk.opened.with(|opened| match opened {
            Load::Coming => view! { <p class="desk-coming" role="status">"Đang mở hồ sơ…"</p> }.into_any(),
            Load::Not(why) => {
                let code = code.get_untracked();
                view! { {back()}{trouble(why, move || if let Some(code) = &code { desk.load_opened(code) })} }.into_any()
            }
            Load::Here(opened) => shown(opened).into_any(),
        })
    }
}

fn back() -> impl IntoView {
    let desk = shared();
    let view = desk.view.get_untracked();
    view! { <a class="desk-back" href=Place::List(view).href()>{icon("arrow-left")}{words::view(view)}</a> }
}

fn shown(opened: &Opened) -> impl IntoView + use<> {
    view! {
        <div class="dossier">
            {head(opened)}
            <div class="dossier-panes">
                // It scrolls by itself on a wide screen, so the keyboard must be able to.
                <section class="dossier-left" tabindex="0" aria-label="Hồ sơ đã gửi">{warnings(opened)}{answers::shown(opened)}{side::slips(opened)}{timeline::shown(opened)}</section>
                <section class="dossier-right" aria-labelledby="giay-to-ten">{papers::shown(opened)}</section>
            </div>
            {bar::shown(opened)}
        </div>
    }
}

fn head(opened: &Opened) -> impl IntoView + use<> {
    let sent = format!("{}, {}", text::channel(opened.channel, VI), text::moment(opened.submitted_at.moment(), VI));
    let due = opened.due.map(|due| {
        let doubt = if due.certain { "" } else { " (lịch nghỉ năm sau chưa công bố)" };
        format!("{}{doubt}", text::moment(due.at, VI))
    });
    let print = super::call::address(&format!("/dossiers/{}/application", opened.code));
    let facts = [
        ("Chủ hồ sơ", Some(opened.owner.clone())),
        ("Người nộp", (opened.applicant != opened.owner).then(|| opened.applicant.clone())),
        ("Liên hệ", contact(opened)),
        ("Gửi", Some(sent)),
        ("Hẹn trả", due),
        ("Đang ở", opened.unit.clone()),
        ("Nhận kết quả", opened.delivery.map(|method| words::delivery(method).to_owned())),
        ("Phí", fee(opened)),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| Some((label, value?)));
    let facts = facts.map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> });
    view! {
        <header class="dossier-head">
            {back()}
            <div class="dossier-title">
                <h1>{opened.procedure.clone()}</h1>
                <span class="dossier-code number">{opened.code.to_string()}</span>
                {status(opened.status)}
                {opened.chip.map(chip)}
                <div class="dossier-acts">
                    {bar::everyday(opened)}
                    <a class="desk-small" href=print target="_blank">{icon("print")}"In đơn"</a>
                </div>
            </div>
            <dl class="dossier-facts">{facts.collect_view()}</dl>
        </header>
    }
}

fn contact(opened: &Opened) -> Option<String> {
    let both: Vec<String> = opened.phone.iter().chain(&opened.email).cloned().collect();
    (!both.is_empty()).then(|| both.join(", "))
}

fn fee(opened: &Opened) -> Option<String> {
    let sum = opened.fee.iter().fold(0_u64, |sum, row| sum.saturating_add(row.amount.0));
    let paid = opened.payments.iter().any(|payment| payment.paid.is_some());
    (sum > 0).then(|| format!("{}{}", text::money(domain::money::Dong(sum), VI), if paid { ", đã nộp" } else { "" }))
}

/// What must not be missed: a wish to withdraw, a proposal, a request that is open.
fn warnings(opened: &Opened) -> impl IntoView + use<> {
    use domain::dossier::{Happening, Outcome, Status};
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    if opened.status == Status::WithdrawalRequested
        && let Some(Happening::WithdrawalAsked { reason }) =
            opened.events.iter().rev().map(|event| &event.what).find(|what| matches!(what, Happening::WithdrawalAsked { .. }))
    {
        lines.push(("warning", format!("Người nộp xin rút hồ sơ: {reason}")));
    }
    if let (Status::Processing, Some((outcome, text))) = (opened.status, &opened.proposal) {
        let what = match outcome {
            Outcome::Granted => format!("Trình phê duyệt: đồng ý giải quyết. {text}"),
            Outcome::Refused { reason } => format!("Trình phê duyệt: từ chối giải quyết. {reason} {text}"),
        };
        lines.push(("information", what));
    }
    if opened.status == Status::SupplementRequired
        && let Some(asked) = opened.requests.last()
    {
        let until = asked.request.until.map(|day| format!(" trước hết ngày {}", text::date(day, VI))).unwrap_or_default();
        lines.push(("information", format!("Đang chờ người nộp bổ sung{until}. Hạn giải quyết tạm dừng.")));
    }
    if let (Status::Resolved | Status::Returned, Some(resolution)) = (opened.status, &opened.resolution) {
        let (tone, what) = match &resolution.outcome {
            Outcome::Granted => ("success", format!("Kết quả: {}", resolution.text)),
            Outcome::Refused { reason } => ("warning", format!("Kết quả: từ chối giải quyết. {reason}")),
        };
        lines.push((tone, what));
    }
    let result = opened.resolution.as_ref().and_then(|resolution| resolution.file.clone()).map(|_| {
        let href = super::call::address(&format!("/dossiers/{}/result", opened.code));
        view! { <p><a class="desk-small" href=href target="_blank">{icon("download")}"Mở tệp kết quả"</a></p> }
    });
    view! { {lines.into_iter().map(|(tone, line)| callout(tone, line)).collect_view()}{result} }
}

/// Opens the form of a move.
fn open(what: domain::dossier::Move) {
    let desk = shared();
    desk.toast.set(None);
    desk.over.set(Some(Over::Move(what)));
}

/// Returns what a path or a paper is called.
pub(super) fn names(opened: &Opened) -> impl Fn(&str) -> String + Clone + 'static {
    let answers = opened.sections.iter().flat_map(|section| &section.rows).map(|row| (row.path.clone(), row.label.clone()));
    let papers = opened.papers.iter().map(|paper| (paper.id.clone(), paper.name.clone()));
    let known: Vec<(String, String)> = answers.chain(papers).collect();
    move |id| known.iter().find(|(known, _)| known == id).map_or_else(|| id.to_owned(), |(_, name)| name.clone())
}
