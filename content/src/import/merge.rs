//! Merges what all files say by code, leaves out what is not for this portal, and makes records.

use super::{
    capitals::{Capitals, is_shouted},
    draft::{Draft, Origin, Scope},
    report::{Remark, Report},
    short, written,
};
use domain::{
    catalogue::Catalogue,
    code::ProcedureCode,
    date::Date,
    national::NationalRecord,
    procedure::{Level, Procedure},
};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be published.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The day the files were taken from the nation's database.
    pub taken_on: Date,
    /// Who publishes what belongs to this province alone: `UBND tỉnh Mẫu`.
    pub own_publisher: String,
    /// Whether other provinces' and internal procedures come along, for measuring.
    pub everything: bool,
}

/// Codes that guides and former procedures of the portal cover.
#[derive(Debug, Clone, Default)]
pub struct Covered(BTreeSet<ProcedureCode>);

/// What came of an import: the files it wants, by name, and what it counted.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// The text of each file by its name: `1-004222.toml`.
    pub files: BTreeMap<String, String>,
    /// What was counted.
    pub report: Report,
}

impl Covered {
    /// The codes of a catalogue.
    pub fn by(catalogue: &Catalogue) -> Self {
        let guides = catalogue.procedures.iter().flat_map(Procedure::codes).cloned();
        Self(guides.chain(catalogue.former.iter().map(|former| former.code.clone())).collect())
    }
}

pub(super) fn merged(drafts: Vec<Draft>, wanted: &Wanted, covered: &Covered, mut report: Report) -> Imported {
    let mut known: BTreeMap<ProcedureCode, Draft> = BTreeMap::new();
    for draft in drafts {
        match known.get_mut(&draft.code) {
            Some(first) => {
                if !draft.levels.is_empty() && draft.levels != first.levels {
                    report.note(Remark::LevelCorrected, || {
                        format!("{}: {}, danh mục ghi {}", draft.code, names(&draft.levels), names(&first.levels))
                    });
                }
                first.take_over(draft);
            }
            None => {
                known.insert(draft.code.clone(), draft);
            }
        }
    }
    let capitals = Capitals::learnt(known.values().map(|draft| draft.name.as_str()));
    let published: Vec<Draft> = known.into_values().filter(|draft| is_published(draft, wanted, covered, &mut report)).collect();
    let collapsed = collapsed(published, wanted, &capitals, &mut report);
    let titles = titles(&collapsed, &mut report);
    let mut files = BTreeMap::new();
    for ((draft, also), title) in collapsed.into_iter().zip(titles) {
        count(&draft, &mut report);
        if draft.levels.is_empty() {
            report.note(Remark::LevelUnknown, || format!("{} {}", draft.code, draft.name));
        }
        if draft.audience.is_empty() {
            report.note(Remark::AudienceUnknown, || format!("{} {}", draft.code, draft.text.subjects));
        }
        if draft.origin > Origin::List {
            report.note(Remark::WithWhole, String::new);
        }
        let Some(slug) = NationalRecord::slug_of(&draft.code) else { continue };
        report.note(Remark::Published, String::new);
        files.insert(format!("{slug}.toml"), written::file(&draft, &also, &title, wanted.taken_on));
    }
    Imported { files, report }
}

/// Counts what of times and fees are numbers, and what stays words.
fn count(draft: &Draft, report: &mut Report) {
    for channel in &draft.text.channels {
        match (channel.term, channel.time.as_str()) {
            (Some(_), _) => report.note(Remark::TermRead, String::new),
            (None, "") => {}
            (None, time) => report.note(Remark::TermLeft, || format!("{}: {}", draft.code, beginning(time))),
        }
        for fee in &channel.fees {
            match fee.amount {
                Some(_) => report.note(Remark::FeeRead, String::new),
                None => report.note(Remark::FeeLeft, || format!("{}: {}", draft.code, beginning(&fee.words))),
            }
        }
    }
}

/// As much of a text as a report has room for.
fn beginning(text: &str) -> String {
    text.chars().take(90).collect()
}

/// The names of levels as people say them.
fn names(levels: &[Level]) -> String {
    let name = |level: &Level| match level {
        Level::Commune => "xã",
        Level::Province => "tỉnh",
        Level::Ministry => "bộ",
        Level::Abroad => "nước ngoài",
    };
    if levels.is_empty() { "không ghi".to_owned() } else { levels.iter().map(name).collect::<Vec<_>>().join(", ") }
}

fn is_published(draft: &Draft, wanted: &Wanted, covered: &Covered, report: &mut Report) -> bool {
    let example = || format!("{} {}", draft.code, draft.name);
    if covered.0.contains(&draft.code) {
        report.note(Remark::CoveredByGuide, example);
        return false;
    }
    if wanted.everything {
        return true;
    }
    let own = !wanted.own_publisher.is_empty() && draft.text.publisher.to_lowercase() == wanted.own_publisher.to_lowercase();
    match draft.scope {
        Some(Scope::Internal) => report.note(Remark::Internal, example),
        Some(Scope::Province) if !own => report.note(Remark::OtherProvince, example),
        _ => return true,
    }
    false
}

/// Puts procedures of one name and one field together: the fullest of them stands for all.
fn collapsed(drafts: Vec<Draft>, wanted: &Wanted, capitals: &Capitals, report: &mut Report) -> Vec<(Draft, Vec<ProcedureCode>)> {
    let mut groups: BTreeMap<(String, String), Vec<Draft>> = BTreeMap::new();
    for mut draft in drafts {
        if is_shouted(&draft.name) {
            let sane = capitals.sane(&draft.name);
            report.note(Remark::Shouted, || sane.clone());
            draft.name = sane;
        }
        // In a corpus for measuring each row is a page.
        let key = if wanted.everything { draft.code.to_string() } else { search::fold(&draft.name) };
        groups.entry((key, search::fold(&draft.field))).or_default().push(draft);
    }
    let mut collapsed = Vec::new();
    for (_, mut group) in groups {
        group.sort_by(|one, other| other.origin.cmp(&one.origin).then_with(|| one.code.cmp(&other.code)));
        let mut drafts = group.into_iter();
        let Some(mut first) = drafts.next() else { continue };
        let mut also = Vec::new();
        for other in drafts {
            report.note(Remark::Collapsed, || format!("{} cùng tên với {}: {}", other.code, first.code, other.name));
            first.levels.extend(other.levels);
            first.audience.extend(other.audience);
            also.push(other.code);
        }
        first.levels.sort_unstable();
        first.levels.dedup();
        first.audience.sort_unstable();
        first.audience.dedup();
        collapsed.push((first, also));
    }
    collapsed
}

/// Makes titles; where two would be the same within a field, both keep their whole names.
fn titles(drafts: &[(Draft, Vec<ProcedureCode>)], report: &mut Report) -> Vec<String> {
    let short: Vec<String> = drafts.iter().map(|(draft, _)| short::title(&draft.name)).collect();
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for title in &short {
        *uses.entry(search::fold(title)).or_default() += 1;
    }
    let title = |(draft, short): (&Draft, String)| {
        if uses.get(&search::fold(&short)).is_some_and(|uses| *uses > 1) {
            return draft.name.clone();
        }
        if short.ends_with('…') {
            report.note(Remark::Shortened, || short.clone());
        }
        short
    };
    drafts.iter().map(|(draft, _)| draft).zip(short).map(title).collect()
}
