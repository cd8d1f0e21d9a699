//! A dossier opened with its key.

use super::{asks, closed_page, facts, said, supplement};
use crate::{
    component::{
        Press,
        badge::Tone,
        button::{Weight, link_button},
        receipt::copied,
        status_badge::status_badge,
        timeline::timeline,
    },
    document::document,
    route::Route,
    text::status::Standing,
};
use domain::{
    access_key::AccessKey,
    agency::Agency,
    dossier::{Dossier, Move, Status},
    form::{Fault, RawAnswers},
    money::Dong,
    record::{HeldFile, Record},
    timestamp::Timestamp,
};
use leptos::prelude::*;

/// A dossier with everything its owner may see and do.
#[derive(Debug, Clone, Copy)]
pub struct Opened<'a> {
    /// What the agency keeps.
    pub record: &'a Record,
    /// Where it stands.
    pub dossier: &'a Dossier,
    /// The agency it lies with.
    pub agency: &'a Agency,
    /// Now.
    pub now: Timestamp,
    /// The key that opened it; every form on the page posts it again.
    pub key: &'a AccessKey,
    /// Chance made by the Worker for the next thing the owner does.
    pub idempotency_key: &'a str,
    /// The whole fee, where there is one.
    pub fee: Option<Dong>,
    /// The answer to a supplement request as it was typed, when it is given back.
    pub typed: Option<&'a RawAnswers>,
    /// What is wrong with it.
    pub faults: &'a [Fault],
    /// The files that have arrived for the request that is open, and are part of no answer yet.
    pub arrived: &'a [HeldFile],
    /// What just happened.
    pub said: Option<Said>,
    /// The token of the rating, once there is a result.
    pub rating: Option<&'a str>,
}

/// What just happened on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The supplement was received.
    Supplemented,
    /// The wish to withdraw was received.
    WithdrawalAsked,
    /// The dossier goes on.
    WithdrawalCancelled,
    /// The message was received.
    MessageSent,
    /// The message or the reason was empty.
    NoWords,
    /// Something happened in between, and it is too late for this.
    TooLate,
}

impl Said {
    const fn words(self) -> (Tone, &'static str) {
        match self {
            Self::Supplemented => (Tone::Success, "Chúng tôi đã nhận phần bổ sung. Bạn không phải làm gì thêm."),
            Self::WithdrawalAsked => (Tone::Success, "Chúng tôi đã nhận lời xin rút. Cơ quan sẽ xác nhận với bạn."),
            Self::WithdrawalCancelled => (Tone::Success, "Hồ sơ được giữ lại và đi tiếp như trước."),
            Self::MessageSent => (Tone::Success, "Cơ quan đã nhận lời nhắn của bạn."),
            Self::NoWords => (Tone::Warning, "Bạn chưa viết gì. Viết vài chữ rồi gửi lại."),
            Self::TooLate => (Tone::Warning, "Hồ sơ vừa có bước mới nên việc này không còn làm được. Xem trạng thái ở dưới."),
        }
    }
}

/// Prints the page.
pub fn printed(press: Press<'_>, of: Opened<'_>) -> String {
    document(press, || {
        let (record, dossier) = (of.record, of.dossier);
        let title =
            press.catalogue.procedure(record.procedure.as_str()).map_or_else(|| "Hồ sơ của bạn".to_owned(), |one| one.title.vi.clone());
        let standing = Standing { dossier, agency: of.agency, calendar: &press.catalogue.calendar, now: of.now };
        let moves = dossier.moves_of_owner();
        let may = |what| moves.contains(&what);
        let notice = of.said.map(|what| {
            let (tone, words) = what.words();
            said(press, tone, words)
        });
        let rating = of.rating.filter(|_| matches!(dossier.status, Status::Resolved | Status::Returned)).map(|token| {
            let href = Route::Rating(token.to_owned()).path(press.language);
            view! {
                <section>
                    <h2>"Bạn thấy thế nào?"</h2>
                    <p>"Bốn câu, chưa đến một phút. Cán bộ không thấy ai viết."</p>
                    <p class="actions">{link_button(press, Weight::Outlined, href, "Đánh giá".to_owned(), None)}</p>
                </section>
            }
        });
        let withdrawal = if may(Move::AskWithdrawal) { asks::withdraw(press, of) } else { asks::no_withdrawal(press, of) };
        // What the device kept of the answer is let go now that it is here.
        let arrived = matches!(of.said, Some(Said::Supplemented));
        let main = view! {
            {supplement::summary(press, of)}
            {notice}
            {arrived.then(|| view! { <template data-arrived=record.code.to_string()></template> })}
            <h1>{title.clone()}</h1>
            <p>{copied(press, &record.code.to_string(), "mã hồ sơ")}</p>
            {status_badge(press, standing)}
            {facts::result(press, of)}
            {may(Move::AnswerSupplement).then(|| supplement::form(press, of)).flatten()}
            {facts::payment(of)}
            {may(Move::CancelWithdrawal).then(|| asks::keep(of))}
            <div class="column">{facts::slip_of(press, of)}</div>
            {(!dossier.reminders(&press.catalogue.calendar, of.now).is_empty()).then(|| asks::dates(of))}
            {rating}
            <h2>"Những việc đã qua"</h2>
            {timeline(press, &record.events)}
            <h2>"Việc khác"</h2>
            {asks::application(of)}
            {asks::again(press, of)}
            {may(Move::WriteToOffice).then(|| asks::write(press, of))}
            {withdrawal}
        };
        let mut page = closed_page(press, Route::FollowDossier(record.code.clone()), &title, main);
        if arrived || dossier.open_request().is_some() {
            page.script = Some(press.assets.papers.clone());
        }
        page
    })
}
