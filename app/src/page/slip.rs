//! Slips of the one-stop desk on A5: what was received, what is missing, what was refused and why.
//!
//! Numbers of forms come from the circular in force on the day of issue (requirements §6). Who reads them is «ông/bà».

use crate::document::Print as _;
use crate::{
    component::{Press, receipt::picture},
    document,
    route::Route,
    text,
};
use domain::{
    agency::Agency,
    date::Moment,
    desk::PaperRow,
    dossier::{Actor, Dossier, Event, Issued, SlipKind, profile_on},
    dossier_code::DossierCode,
    language::Language::Vietnamese as VI,
    timestamp::Timestamp,
};
use leptos::prelude::*;

mod body;
mod control;

/// What a slip is printed from.
#[derive(Clone, Copy)]
pub struct Slip<'a> {
    /// Which.
    pub kind: SlipKind,
    /// The agency that issues it.
    pub agency: &'a Agency,
    /// The code of the dossier.
    pub code: &'a DossierCode,
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Its record.
    pub events: &'a [Event],
    /// The official name of the procedure.
    pub procedure: &'a str,
    /// How long the law gives, in words.
    pub term: Option<&'a str>,
    /// Who filed.
    pub applicant: &'a str,
    /// Where they live.
    pub address: Option<&'a str>,
    /// Where they are reached.
    pub phone: Option<&'a str>,
    /// Where notices go.
    pub email: Option<&'a str>,
    /// The papers.
    pub papers: &'a [PaperRow],
    /// How the result travels.
    pub delivery: Option<&'a str>,
    /// What a path or a paper is called.
    pub name: &'a dyn Fn(&str) -> String,
    /// Now, for a slip without a number yet.
    pub now: Timestamp,
}

impl std::fmt::Debug for Slip<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Slip").field("kind", &self.kind).field("code", &self.code).finish_non_exhaustive()
    }
}

impl Slip<'_> {
    /// The last issue of this slip.
    fn issued(&self) -> Option<&Issued> {
        self.dossier.issued.iter().rev().find(|issued| issued.slip == self.kind)
    }

    /// When it was issued, or now.
    fn at(&self) -> Moment {
        self.issued().map_or(self.now, |issued| issued.at).moment()
    }

    /// The officer behind the last event of a kind.
    fn officer(&self, fits: impl Fn(&Event) -> bool) -> Option<&str> {
        let event = self.events.iter().rev().find(|event| fits(event))?;
        match &event.by {
            Actor::Officer { name, .. } => Some(name),
            Actor::Owner | Actor::System => None,
        }
    }
}

/// Prints a slip.
pub fn printed(press: Press<'_>, slip: &Slip<'_>) -> String {
    let title = format!("{} – {}", title(press, slip), slip.code);
    document::sheet(press, &title, || whole(press, slip))
}

fn title<'a>(press: Press<'a>, slip: &Slip<'_>) -> &'a str {
    profile_on(&press.catalogue.regulation, slip.at().date).map_or(slip.kind.name(), |profile| profile.title_of(slip.kind))
}

fn whole(press: Press<'_>, slip: &Slip<'_>) -> impl IntoView + use<> {
    let at = slip.at();
    let profile = profile_on(&press.catalogue.regulation, at.date);
    let form = profile.and_then(|profile| Some(format!("Mẫu số {} – {}", profile.numbers.get(&slip.kind)?, profile.title)));
    let number = slip.issued().map_or_else(|| "Số: ……".to_owned(), |issued| format!("Số: {}{}", issued.number, suffix(slip.kind)));
    let draft = slip.issued().is_none().then(|| view! { <p class="sheet-draft">"Bản xem trước, chưa có số"</p> });
    let (year, month, day) = at.date.parts();
    view! {
        {draft}
        <p class="sheet-form">{form}</p>
        <header class="sheet-head">
            <div><p>{press.catalogue.site.name.vi.clone()}</p><p><strong>{slip.agency.name.vi.clone()}</strong></p><p>{number}</p></div>
            <div><p><strong>"Cộng hòa xã hội chủ nghĩa Việt Nam"</strong></p><p>"Độc lập – Tự do – Hạnh phúc"</p><p>{format!("Ngày {day} tháng {month} năm {year}")}</p></div>
        </header>
        <h1 class="sheet-title">{title(press, slip).to_owned()}</h1>
        {code(press, slip)}
        {body::of(slip)}
    }
}

/// What stands behind a number in the book of receipts (requirements §6.2).
const fn suffix(kind: SlipKind) -> &'static str {
    match kind {
        SlipKind::Receipt => "/TNHS",
        _ => "",
    }
}

fn code(press: Press<'_>, slip: &Slip<'_>) -> impl IntoView + use<> {
    let base = &press.catalogue.site.base_url;
    view! {
        <div class="sheet-code">
            <div><p>"Mã hồ sơ: "<strong>{slip.code.to_string()}</strong></p><p class="sheet-small">{format!("Tra cứu tại {base}/tra-cuu/ bằng mã hồ sơ và khóa tra cứu.")}</p></div>
            {picture(&format!("{base}{}#{}", press.href(&Route::Follow), slip.code), "Mã QR mở hồ sơ này")}
        </div>
    }
}

/// A row with its label; nothing where there is no answer.
fn row(label: &'static str, answer: Option<String>) -> Option<AnyView> {
    let answer = answer?;
    (!answer.trim().is_empty()).then(move || view! { <div><dt>{label}</dt><dd>{answer}</dd></div> }.printed())
}

fn moment(at: Moment) -> String {
    text::moment(at, VI)
}
