//! Times and fees of a procedure in few words, from its ways to file.

use crate::{press::Press, text};
use domain::{
    language::Localized,
    procedure::{ChannelKind, Deadline, Fee, FeeAmount, Procedure, Within},
    slug::Slug,
};

/// One line of a summary: the answer, and for what it holds where it does not hold for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The answer: `3 ngày làm việc`.
    pub answer: String,
    /// For what: `trên mạng`.
    pub of: Option<String>,
    /// A few words more.
    pub note: Option<String>,
    /// Whether it is a sample value of a fictitious province.
    pub sample: bool,
}

/// The name of a field, be it the portal's own or one of the nation's; empty for one nobody knows.
pub fn field_name(press: Press<'_>, id: &Slug) -> String {
    let own = press.catalogue.field(id).map(|field| field.name.in_language(press.language).to_owned());
    own.or_else(|| press.catalogue.national.field(id).map(|field| field.name.clone())).unwrap_or_default()
}

/// The time of a procedure for a list: `1 ngày làm việc`, `1–3 ngày làm việc`; nothing when nobody is sure.
pub fn time_in_short(press: Press<'_>, procedure: &Procedure) -> Option<String> {
    let mut terms: Vec<_> = procedure
        .deadlines_on(press.as_of)
        .filter_map(|(_, deadline)| match deadline.within {
            Within::Term(term) => Some(term),
            Within::Unconfirmed => None,
        })
        .collect();
    terms.sort_unstable();
    terms.dedup();
    let (first, last) = (*terms.first()?, *terms.last()?);
    if first == last {
        return Some(text::term(first, press.language));
    }
    if first.unit == last.unit {
        return Some(format!("{}–{}", first.amount, text::term(last, press.language)));
    }
    Some(format!("{} – {}", text::term(first, press.language), text::term(last, press.language)))
}

/// The fee of a procedure for a list: `Miễn phí`, `từ 10.000 đ`; nothing when nobody is sure.
pub fn fee_in_short(press: Press<'_>, procedure: &Procedure) -> Option<String> {
    let amounts: Vec<FeeAmount> = procedure.fees_on(press.as_of).map(|(_, fee)| fee.amount).collect();
    let sample = !amounts.contains(&FeeAmount::Free) && procedure.fees_on(press.as_of).any(|(_, fee)| fee.sample);
    if amounts.is_empty() || amounts.contains(&FeeAmount::Unconfirmed) {
        return None;
    }
    let mut paid: Vec<_> =
        amounts.iter().filter_map(|amount| if let FeeAmount::Exact(dong) = amount { Some(*dong) } else { None }).collect();
    paid.sort_unstable();
    let free = amounts.contains(&FeeAmount::Free);
    let words = match (free, paid.first(), paid.last()) {
        (_, None, _) | (_, _, None) => press.say("Miễn phí", "Free").to_owned(),
        (true, Some(_), Some(_)) => press.say("Có trường hợp miễn phí", "Free in some cases").to_owned(),
        (false, Some(least), Some(most)) if least == most => text::money(*least, press.language),
        (false, Some(least), Some(most)) => format!("{}–{}", text::money(*least, press.language), text::money(*most, press.language)),
    };
    // What a fictitious province asks must not pass for a real fee, not even in a list.
    Some(if sample { format!("{words} {}", press.say("(giá trị mẫu)", "(sample value)")) } else { words })
}

/// The times of a procedure, each once, with the cases and ways to file it holds for.
pub fn times(press: Press<'_>, procedure: &Procedure) -> Vec<Line> {
    let deadlines: Vec<(ChannelKind, &Deadline)> = procedure.deadlines_on(press.as_of).collect();
    let answer = |deadline: &Deadline| match deadline.within {
        Within::Term(term) => text::term(term, press.language),
        Within::Unconfirmed => press.say("Hỏi nơi nộp", "Ask the office").to_owned(),
    };
    group(
        press,
        procedure,
        &deadlines,
        answer,
        |deadline| deadline.case.as_ref(),
        |deadline| (matches!(deadline.within, Within::Unconfirmed)).then_some(deadline.note.as_ref()).flatten(),
    )
}

/// The fees of a procedure, each thing that is paid for once.
pub fn fees(press: Press<'_>, procedure: &Procedure) -> Vec<Line> {
    let fees: Vec<(ChannelKind, &Fee)> = procedure.fees_on(press.as_of).collect();
    let mut things: Vec<&Localized> = Vec::new();
    for (_, fee) in &fees {
        if !things.contains(&&fee.what) {
            things.push(&fee.what);
        }
    }
    let single = things.len() == 1;
    let mut lines = Vec::new();
    for what in things {
        let same: Vec<(ChannelKind, &Fee)> = fees.iter().filter(|(_, fee)| fee.what == *what).copied().collect();
        let mut grouped = group(
            press,
            procedure,
            &same,
            |fee| price(press, fee),
            |_| None,
            |fee| (fee.amount == FeeAmount::Unconfirmed).then_some(fee.note.as_ref()).flatten(),
        );
        let sample = same.iter().any(|(_, fee)| fee.sample);
        for line in &mut grouped {
            line.sample = sample;
            if !single {
                let name = text::lower_first(what.in_language(press.language));
                line.of = Some(line.of.as_ref().map_or_else(|| name.clone(), |of| format!("{name}, {of}")));
            }
        }
        lines.extend(grouped);
    }
    lines
}

/// `8.000 đ mỗi bản`, `Miễn phí`.
pub fn price(press: Press<'_>, fee: &Fee) -> String {
    match (fee.amount, &fee.per) {
        (FeeAmount::Free, _) => press.say("Miễn phí", "Free").to_owned(),
        (FeeAmount::Unconfirmed, _) => press.say("Hỏi nơi nộp", "Ask the office").to_owned(),
        (FeeAmount::Exact(dong), None) => text::money(dong, press.language),
        (FeeAmount::Exact(dong), Some(per)) => {
            format!("{} {} {}", text::money(dong, press.language), press.say("mỗi", "per"), per.in_language(press.language))
        }
    }
}

/// Joins items that give the same answer; names what each answer holds for when there are several.
fn group<'a, T>(
    press: Press<'_>,
    procedure: &Procedure,
    items: &[(ChannelKind, &'a T)],
    answer: impl Fn(&T) -> String,
    case: impl Fn(&'a T) -> Option<&'a Slug>,
    note: impl Fn(&'a T) -> Option<&'a Localized>,
) -> Vec<Line> {
    let mut answers: Vec<String> = Vec::new();
    for (_, item) in items {
        let said = answer(item);
        if !answers.contains(&said) {
            answers.push(said);
        }
    }
    let several = answers.len() > 1;
    answers
        .into_iter()
        .map(|said| {
            let same: Vec<&(ChannelKind, &T)> = items.iter().filter(|(_, item)| answer(item) == said).collect();
            let mut of: Vec<String> = Vec::new();
            for (kind, item) in &same {
                let name = case(item).and_then(|id| procedure.case(id)).map_or_else(
                    || text::channel(*kind, press.language).to_owned(),
                    |case| case.name.in_language(press.language).to_owned(),
                );
                if !of.contains(&name) {
                    of.push(name);
                }
            }
            let of = several.then(|| of.iter().map(|name| text::lower_first(name)).collect::<Vec<_>>().join(", "));
            let unsure = press.say("Chúng tôi chưa xác nhận được.", "We could not confirm it.");
            let note = same
                .iter()
                .find_map(|(_, item)| note(item))
                .map(|note| format!("{unsure} {}.", note.in_language(press.language).trim_end_matches('.')));
            Line { answer: said, of, note, sample: false }
        })
        .collect()
}
