//! Dates, fee, delivery and result of a dossier.

use super::{
    asks::{action, hidden},
    opened::Opened,
};
use crate::document::Print as _;
use crate::{
    component::{
        Press,
        slip::{SlipRow, slip},
    },
    text::{self, status::closed},
};
use domain::{
    dossier::{DeliveryMethod, Outcome},
    form::DELIVERY,
    language::Language::Vietnamese,
};
use leptos::prelude::*;

/// The slip with everything that can be said in a line.
pub(super) fn slip_of(press: Press<'_>, of: Opened<'_>) -> impl IntoView + use<> {
    let row = |icon, label: &str, answer: String| SlipRow {
        icon,
        label: label.to_owned(),
        answer: view! { <strong>{answer}</strong> }.printed(),
    };
    let dossier = of.dossier;
    let moment = |at: domain::timestamp::Timestamp| text::moment(at.moment(), Vietnamese);
    let mut rows = vec![
        row("person", "Hồ sơ của", of.record.owner.clone()),
        row("place", "Nơi nhận hồ sơ", of.agency.name.vi.clone()),
        row("computer", "Gửi lúc", moment(dossier.submitted_at)),
    ];
    if let Some(at) = dossier.received_at {
        rows.push(row("check", "Tiếp nhận lúc", moment(at)));
    }
    if let Some(due) = dossier.due {
        rows.push(row("clock", "Hẹn trả kết quả", text::moment(due.at, Vietnamese)));
    }
    if let Some(fee) = of.fee {
        let words = if fee.0 == 0 { "Miễn phí".to_owned() } else { text::money(fee, Vietnamese) };
        rows.push(row("money", "Phí, lệ phí", words));
    }
    if let Some(words) = delivery(of) {
        rows.push(row("hand-in", "Nhận kết quả", words.to_owned()));
    }
    slip(press, "Thông tin hồ sơ".to_owned(), rows, None)
}

fn delivery(of: Opened<'_>) -> Option<&'static str> {
    let chosen = of.record.answers.one(DELIVERY);
    let (_, method) = DeliveryMethod::NAMED.into_iter().find(|(name, _)| *name == chosen)?;
    Some(match method {
        DeliveryMethod::Desk => "Đến nơi nộp để nhận",
        DeliveryMethod::Post => "Qua bưu điện",
        DeliveryMethod::Electronic => "Bản điện tử, tải ở trang này",
    })
}

/// What the decision says, with its file.
pub(super) fn result(press: Press<'_>, of: Opened<'_>) -> Option<AnyView> {
    let made = of.dossier.resolution.as_ref()?;
    let words = (!made.text.trim().is_empty() && made.outcome == Outcome::Granted).then(|| view! { <p>{closed(&made.text)}</p> });
    // The key may not stand in an address, so a file is asked for by a form.
    let file = made.file.as_ref().map(|_| {
        view! {
            <form method="post" action=action(of)>
                {hidden(of)}
                <p class="actions"><button class="button" type="submit" name="_do" value="result">{crate::component::icon::icon(press, "download")}"Tải kết quả"</button></p>
            </form>
        }
    });
    Some(view! { {words}{file} }.printed())
}

/// How to pay.
pub(super) fn payment(of: Opened<'_>) -> Option<AnyView> {
    let payment = of.dossier.open_payment()?;
    let basis = closed(&payment.basis);
    let amount = text::money(payment.amount, Vietnamese);
    let how = format!("Nộp tại {}, {}. Mang theo mã hồ sơ.", of.agency.name.vi, of.agency.address.vi);
    Some(view! { <section><h2>{format!("Nộp {amount}")}</h2><p>{basis}</p><p>{how}</p></section> }.printed())
}
