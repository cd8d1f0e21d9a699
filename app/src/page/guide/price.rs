//! Times and fees by way to file, with their dates and who does not pay.

use crate::document::Print as _;
use crate::summary::price;
use crate::{
    component::{
        Press,
        fact_table::{FactRow, fact_table},
    },
    text,
};
use domain::{
    procedure::{Channel, Deadline, Fee, Procedure, Within},
    slug::Slug,
    validity::Validity,
};
use leptos::prelude::*;

pub(super) fn section(press: Press<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let columns = ["Cách nộp", "Thời gian", "Phí, lệ phí"].map(str::to_owned).to_vec();
    let exemptions = (!procedure.exemptions.is_empty()).then(|| {
        let rows = procedure.exemptions.iter().map(|exemption| view! { <li><strong>{exemption.who.clone()}</strong>{format!(": {}.", exemption.effect.trim_end_matches('.'))}</li> });
        view! { <h3>"Ai không phải trả, hoặc trả ít hơn"</h3><ul>{rows.collect_view()}</ul> }
    });
    // Said for all only when it holds for all; else it stands beside the time it belongs to.
    let mut cutoffs: Vec<Option<u8>> = procedure.deadlines_on(press.as_of).map(|(_, deadline)| deadline.cutoff).collect();
    cutoffs.dedup();
    let cutoff = if let [one] = cutoffs.as_slice() { *one } else { None };
    let beside = cutoffs.len() > 1;
    let rows = procedure.channels.iter().map(|channel| FactRow {
        head: text::channel(channel.kind, press.language).to_owned().printed(),
        cells: vec![times(press, procedure, channel, beside), fees(press, procedure, channel)],
    });
    let starts = cutoff.map_or_else(
        || "Thời gian tính từ khi hồ sơ được tiếp nhận.".to_owned(),
        |hour| format!("Thời gian tính từ khi hồ sơ được tiếp nhận; nhận sau {hour}:00 thì tính từ ngày làm việc sau."),
    );
    let sources: Vec<String> = used_sources(procedure)
        .into_iter()
        .map(|source| format!("{} ({})", source.title, text::date(source.date, press.language)))
        .collect();
    view! {
        <h2 id="thoi-gian-va-phi">"Thời gian và phí theo cách nộp"</h2>
        <p>{starts}</p>
        {fact_table(press, "Thời gian và phí".to_owned(), columns, rows.collect())}
        {exemptions}
        <p class="mute small">{format!("Nguồn: {}.", sources.join("; "))}</p>
    }
}

/// The sources that a fee or a time of the procedure names, each once.
fn used_sources(procedure: &Procedure) -> Vec<&domain::procedure::Source> {
    let channels = || procedure.channels.iter();
    let named = channels()
        .flat_map(|channel| channel.deadlines.iter().filter_map(|deadline| deadline.source))
        .chain(channels().flat_map(|channel| channel.fees.iter().filter_map(|fee| fee.source)))
        .chain(procedure.exemptions.iter().map(|exemption| exemption.source));
    let mut indices: Vec<usize> = named.collect();
    indices.sort_unstable();
    indices.dedup();
    indices.into_iter().filter_map(|at| procedure.sources.get(at)).collect()
}

fn times(press: Press<'_>, procedure: &Procedure, channel: &Channel, with_cutoff: bool) -> AnyView {
    let row = |deadline: &Deadline| {
        let answer = match deadline.within {
            Within::Term(term) => text::term(term, press.language),
            Within::Unconfirmed => "Hỏi nơi nộp".to_owned(),
        };
        let cutoff = deadline.cutoff.filter(|_| with_cutoff).map(|hour| format!("Nhận sau {hour}:00 thì tính từ ngày làm việc sau."));
        let notes: Vec<String> = deadline.note.as_ref().map(|note| note.vi.clone()).into_iter().chain(cutoff).collect();
        let note = (!notes.is_empty()).then(|| notes.join(". "));
        entry(answer, about(press, procedure, deadline.case.as_ref(), None, deadline.validity, false), note)
    };
    let rows: Vec<AnyView> = channel.deadlines.iter().filter(|deadline| current(press, deadline.validity)).map(row).collect();
    view! { <ul class="unmarked">{rows}</ul> }.printed()
}

fn fees(press: Press<'_>, procedure: &Procedure, channel: &Channel) -> AnyView {
    let row = |fee: &Fee| {
        let note = fee.note.as_ref().map(|note| note.vi.clone());
        entry(price(press, fee), about(press, procedure, fee.case.as_ref(), Some(&fee.what.vi), fee.validity, fee.sample), note)
    };
    let rows: Vec<AnyView> = channel.fees.iter().filter(|fee| current(press, fee.validity)).map(row).collect();
    view! { <ul class="unmarked">{rows}</ul> }.printed()
}

/// What is in force, and what is to come: people plan ahead. The past is of no use to them.
fn current(press: Press<'_>, validity: Validity) -> bool {
    validity.until.is_none_or(|until| press.as_of <= until)
}

fn entry(answer: String, about: Option<String>, note: Option<String>) -> AnyView {
    let about = about.map(|about| view! { {format!("{about}: ")} });
    let note = note.map(|note| view! { <br/><span class="mute">{note}</span> });
    view! { <li>{about}<strong>{answer}</strong>{note}</li> }.printed()
}

/// What a time or fee is for, and when: «Bản sao (từ 15/08/2026)».
fn about(
    press: Press<'_>,
    procedure: &Procedure,
    case: Option<&Slug>,
    what: Option<&str>,
    validity: Validity,
    sample: bool,
) -> Option<String> {
    let case = case.and_then(|id| procedure.case(id)).map(|case| case.name.vi.as_str());
    let name = [what, case].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let on = |day| text::date(day, press.language);
    let period = match (validity.from.filter(|from| *from > press.as_of), validity.until) {
        (Some(from), Some(until)) => Some(format!("từ {} đến hết {}", on(from), on(until))),
        (Some(from), None) => Some(format!("từ {}", on(from))),
        (None, Some(until)) => Some(format!("đến hết {}", on(until))),
        (None, None) => None,
    };
    let marks: Vec<String> = period.into_iter().chain(sample.then(|| "giá trị mẫu".to_owned())).collect();
    let marks = if marks.is_empty() { String::new() } else { format!("({})", marks.join(", ")) };
    let words = [name, marks].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
