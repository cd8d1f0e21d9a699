//! Reads a record of the national portal's API.

use super::{
    clean,
    draft::{Draft, Origin, Scope},
    free,
    report::{Remark, Report},
};
use domain::{
    money::Dong,
    national::{Extent, NationalChannel, NationalFee, NationalPaper, NationalPapers},
    procedure::{ChannelKind, LegalBasis, Level},
    term::{Term, TermUnit},
};
use serde::Deserialize;
use serde_json::Value;
use unicode_normalization::is_nfc;

#[derive(Debug, Deserialize)]
struct Answer {
    data: Record,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the portal's own flags")]
struct Record {
    code: String,
    name: String,
    #[serde(default)]
    execution_steps: Vec<Step>,
    #[serde(default)]
    execution_methods: Vec<Method>,
    #[serde(default)]
    execution_cases: Vec<Case>,
    is_internal: bool,
    is_ward: bool,
    is_province: bool,
    is_ministry: bool,
    is_full_process: bool,
    #[serde(default)]
    is_offline_only: bool,
    category: Option<Named>,
    #[serde(default)]
    legal_basises_details: Vec<Legal>,
    #[serde(default)]
    results_details: Vec<Named>,
    #[serde(default)]
    subject_types_details: Vec<Named>,
    #[serde(default)]
    department_promulgate_name: String,
    #[serde(default)]
    executing_agencies: String,
    #[serde(default)]
    requirements_and_conditions: String,
    procedure_proposal: Option<Proposal>,
}

#[derive(Debug, Deserialize)]
struct Step {
    #[serde(default)]
    name: String,
    #[serde(default)]
    description: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Method {
    #[serde(rename = "submissionMethod")]
    way: String,
    /// A number, a fraction or words: «Theo mô tả».
    #[serde(default)]
    processing_time: Value,
    #[serde(default)]
    processing_time_unit: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    fees: Vec<Fee>,
}

#[derive(Debug, Deserialize)]
struct Fee {
    #[serde(default)]
    value: Value,
    #[serde(default)]
    description: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    #[serde(default)]
    name: String,
    #[serde(default)]
    profile_components: Vec<Component>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Component {
    #[serde(default)]
    name: String,
    #[serde(default)]
    original_qty: u16,
    #[serde(default)]
    copy_qty: u16,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Legal {
    #[serde(default)]
    name: String,
    #[serde(default)]
    code: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Proposal {
    #[serde(default)]
    proposal_number: Option<String>,
}

pub(super) fn read(file: &str, json: &str, report: &mut Report) -> Option<Draft> {
    report.note(Remark::InRecords, String::new);
    if !is_nfc(json) {
        report.note(Remark::Recomposed, || file.to_owned());
    }
    let record = match serde_json::from_str::<Answer>(json) {
        Ok(answer) => answer.data,
        Err(error) => {
            report.note(Remark::Unreadable, || format!("{file}: {error}"));
            return None;
        }
    };
    let Ok(code) = clean::line(&record.code).parse() else {
        report.note(Remark::BadCode, || format!("{} ({file})", record.code));
        return None;
    };
    let mut draft = Draft::new(code, Origin::Record);
    let publisher = clean::line(&record.department_promulgate_name);
    draft.scope = Some(scope(record.is_internal, &publisher));
    draft.name = clean::name(&record.name);
    draft.field = record.category.as_ref().map(|category| clean::name(&category.name)).unwrap_or_default();
    let flags = [(record.is_ward, Level::Commune), (record.is_province, Level::Province), (record.is_ministry, Level::Ministry)];
    draft.levels = flags.into_iter().filter(|(flag, _)| *flag).map(|(_, level)| level).collect();
    draft.online = Some(extent(&record));
    draft.agency = clean::name(&record.executing_agencies);
    let subjects: Vec<String> = record.subject_types_details.iter().map(|subject| clean::line(&subject.name)).collect();
    let text = &mut draft.text;
    text.subjects = subjects.join(", ");
    draft.audience = free::audience(&text.subjects);
    text.publisher = publisher;
    text.decision =
        record.procedure_proposal.and_then(|proposal| proposal.proposal_number).map(|text| clean::line(&text)).unwrap_or_default();
    text.steps = record
        .execution_steps
        .iter()
        .flat_map(|step| [clean::paragraphs(&step.name), clean::paragraphs(&step.description)].concat())
        .collect();
    text.channels = record.execution_methods.iter().filter_map(channel).collect();
    text.papers = record.execution_cases.iter().filter_map(papers).collect();
    text.results = record.results_details.iter().map(|result| clean::name(&result.name)).filter(|name| !clean::is_nothing(name)).collect();
    text.conditions = clean::paragraphs(&record.requirements_and_conditions);
    text.legal_bases = record.legal_basises_details.iter().filter_map(legal_basis).collect();
    Some(draft)
}

/// Whose procedure it is, by who published it.
fn scope(internal: bool, publisher: &str) -> Scope {
    if internal {
        Scope::Internal
    } else if publisher.starts_with("UBND") || publisher.starts_with("Ủy ban nhân dân") {
        Scope::Province
    } else {
        Scope::Nation
    }
}

fn extent(record: &Record) -> Extent {
    let online = record.execution_methods.iter().any(|method| method.way == "ONLINE");
    match (record.is_full_process, online && !record.is_offline_only) {
        (true, _) => Extent::Full,
        (false, true) => Extent::Partial,
        (false, false) => Extent::None,
    }
}

fn channel(method: &Method) -> Option<NationalChannel> {
    let kind = match method.way.as_str() {
        "DIRECT" => ChannelKind::Desk,
        "ONLINE" => ChannelKind::Online,
        "POSTAL" => ChannelKind::Post,
        _ => return None,
    };
    let unit = match method.processing_time_unit.as_str() {
        "WORKING_DAY" => Some(TermUnit::WorkingDay),
        "DAY" => Some(TermUnit::CalendarDay),
        "MONTH" => Some(TermUnit::Month),
        // Hours of the clock, and «OTHER», are none of our units.
        _ => None,
    };
    let amount = method.processing_time.as_u64().and_then(|amount| u16::try_from(amount).ok()).filter(|amount| *amount > 0);
    let term = amount.zip(unit).map(|(amount, unit)| Term { unit, amount });
    let mut words = clean::paragraphs(&method.description);
    if term.is_none() {
        let number = method.processing_time.as_f64().filter(|number| *number > 0.0);
        let unit = match method.processing_time_unit.as_str() {
            "WORKING_DAY" => "ngày làm việc",
            "DAY" => "ngày",
            "HOUR" => "giờ",
            "MONTH" => "tháng",
            _ => "",
        };
        let written = number.filter(|_| !unit.is_empty()).map(|number| format!("{} {unit}", number.to_string().replace('.', ",")));
        words.splice(0..0, written);
    }
    Some(NationalChannel { kind, term, time: sentences(&words), fees: method.fees.iter().filter_map(fee).collect() })
}

/// A zero with words beside it mostly means: the words say how much.
fn fee(fee: &Fee) -> Option<NationalFee> {
    let words = fee.description.as_deref().map(clean::line).unwrap_or_default();
    let words = words.strip_prefix("Đồng ").map_or(words.clone(), |rest| rest.trim_start_matches('(').trim_end_matches(')').to_owned());
    match fee.value.as_u64() {
        Some(0) if words.is_empty() => Some(NationalFee { amount: Some(Dong(0)), words }),
        Some(amount @ 1..) => Some(NationalFee { amount: Some(Dong(amount)), words }),
        _ => (!clean::is_nothing(&words)).then_some(NationalFee { amount: None, words }),
    }
}

fn papers(case: &Case) -> Option<NationalPapers> {
    let paper = |component: &Component| {
        let name = clean::name(&component.name);
        (!name.is_empty()).then_some(NationalPaper { name, originals: component.original_qty, copies: component.copy_qty })
    };
    let papers: Vec<NationalPaper> = case.profile_components.iter().filter_map(paper).collect();
    let name = clean::name(&case.name);
    let case = if matches!(name.as_str(), "Bao gồm" | "Hồ sơ gồm" | "Thành phần hồ sơ") { String::new() } else { name };
    (!papers.is_empty()).then_some(NationalPapers { case, papers })
}

fn legal_basis(legal: &Legal) -> Option<LegalBasis> {
    let (number, title) = (clean::line(&legal.code), clean::name(&legal.name));
    (!title.is_empty()).then_some(LegalBasis { number, title, until: None })
}

/// Joins what is said of a time, each part a sentence.
fn sentences(parts: &[String]) -> String {
    let ended = |part: &String| if part.ends_with(['.', ';', ':', ',']) { part.clone() } else { format!("{part}.") };
    let text: Vec<String> = parts.iter().map(ended).collect();
    text.join(" ")
}
