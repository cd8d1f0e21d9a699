//! Writes a catalogue down shortly: what a reader would look up, and what each reference leads to.

use domain::{
    catalogue::Catalogue,
    language::Localized,
    procedure::{Case, Channel, Office, Procedure},
};
use std::fmt::{Display, Write};

#[path = "form.rs"]
mod form;

/// Returns the summary, one line for each thing.
pub(crate) fn of(catalogue: &Catalogue) -> String {
    let mut text = String::new();
    let mut line = |line: String| writeln!(text, "{line}").unwrap();
    line(format!("site {} {}, popular: {}", catalogue.site.code, both(&catalogue.site.name), list(&catalogue.site.popular)));
    for door in &catalogue.site.doors {
        line(format!("door {:?} {} {}", door.place, both(&door.name), door.url));
    }
    for field in &catalogue.fields {
        line(format!("field {} {}", field.id, both(&field.name)));
    }
    for agency in &catalogue.agencies {
        let open: Vec<String> = agency.hours.iter().map(|hours| format!("{} {}", hours.days.vi, list(&hours.open))).collect();
        line(format!("agency {} {} {:?} {}; {}", agency.slug, agency.code, agency.group, both(&agency.name), open.join("; ")));
    }
    for event in &catalogue.life_events {
        let steps: Vec<String> = event.steps.iter().map(|step| format!("{} → {}", step.when.vi, list(&step.procedures))).collect();
        line(format!("life event {} {}: {}", event.slug, both(&event.title), steps.join("; ")));
    }
    for former in &catalogue.former {
        let by = former.replaced_by.as_ref().map_or_else(String::new, |slug| format!(" by {slug}"));
        line(format!("former {} {} {:?}{by} from {}", former.slug, former.code, former.change, former.ended_on));
    }
    for page in &catalogue.pages {
        line(format!("page {} {} / {}", page.vi.slug, page.vi.title, page.en.title));
    }
    for blank in &catalogue.blanks {
        let lines: usize = blank.sections.iter().map(|section| section.lines.len()).sum();
        line(format!("blank {} {}, {lines} lines", blank.slug, blank.title));
    }
    for notice in &catalogue.notices {
        line(format!(
            "notice {} {:?} {} {} until {} {}",
            notice.id, notice.kind, notice.from.date, notice.from.time, notice.until.date, notice.until.time
        ));
    }
    for year in [2026, 2027, 2028] {
        line(format!("days off of {year}: {:?}", catalogue.calendar.year(year)));
    }
    for profile in &catalogue.regulation {
        line(format!("regulation {} {:?} {:?}", profile.id, profile.validity, profile.numbers));
    }
    for reason in &catalogue.reasons {
        line(format!("reason {} for {:?} of {}: {}", reason.id, reason.occasions, list(&reason.procedures), reason.text));
    }
    for province in &catalogue.places.provinces {
        let communes = province.communes.iter().map(|commune| format!("{} {}", commune.code, commune.name));
        line(format!("place {} {}: {}", province.code, province.name, list(communes)));
    }
    for procedure in &catalogue.procedures {
        text.push_str(&guide(procedure));
    }
    for survey in &catalogue.surveys {
        let form = form::of(&survey.form);
        write!(text, "\nsurvey {} by {} until {}, anonymous: {}\n{form}", survey.slug, survey.asks, survey.until, survey.anonymous)
            .unwrap();
    }
    for form in &catalogue.forms {
        write!(text, "\nform {} version {}\n{}", form.procedure, form.version, form::of(form)).unwrap();
    }
    text
}

fn guide(procedure: &Procedure) -> String {
    let mut text = format!("\nguide {} {} {}\n", procedure.slug, procedure.code, both(&procedure.title));
    let mut line = |line: String| writeln!(text, "  {line}").unwrap();
    line(format!("field {}, related: {}", procedure.field, list(&procedure.related)));
    line(format!("filed at {:?}, {:?}", procedure.filed_at, procedure.online));
    for also in &procedure.also {
        line(format!("also {} {} {:?}", also.code, also.official_name, also.case.as_ref().map(ToString::to_string)));
    }
    for duty in &procedure.agencies {
        line(match duty.office() {
            Office::Group(group) => format!("office: all of {group:?}"),
            Office::Agency(slug) => format!("office: {slug}"),
            Office::Body(name) => format!("office: {}", both(name)),
        });
    }
    procedure.cases.iter().for_each(|case| line(papers(case)));
    procedure.channels.iter().for_each(|channel| line(times_and_fees(procedure, channel)));
    for exemption in &procedure.exemptions {
        line(format!("{}: {} ({})", exemption.who, exemption.effect, procedure.sources[exemption.source].title));
    }
    line(format!("body {}", procedure.body.as_str().replace('\n', " ")));
    line(format!("headings: {}", list(procedure.headings.iter().map(|heading| &heading.anchor))));
    text
}

fn papers(case: &Case) -> String {
    let papers: Vec<String> =
        case.papers.iter().map(|need| format!("\n    {} {:?} {:?}", need.paper.id, need.role, need.channels)).collect();
    format!("case {} {}{}", case.id, both(&case.name), papers.concat())
}

fn times_and_fees(procedure: &Procedure, channel: &Channel) -> String {
    let source = |at: Option<usize>| at.map_or("-", |at| procedure.sources[at].title.as_str());
    let mut text = format!("{:?}", channel.kind);
    for time in &channel.deadlines {
        let case = time.case.as_ref().map_or_else(String::new, |case| format!(" for {case}"));
        write!(text, "\n    {:?}{case} ({})", time.within, source(time.source)).unwrap();
    }
    for fee in &channel.fees {
        let case = fee.case.as_ref().map_or_else(String::new, |case| format!(" for {case}"));
        let (from, until) = (fee.validity.from, fee.validity.until);
        let day = |day: Option<domain::date::Date>| day.map_or_else(String::new, |day| day.to_string());
        write!(text, "\n    {} {:?}{case} {}..{} ({})", fee.what.vi, fee.amount, day(from), day(until), source(fee.source)).unwrap();
    }
    text
}

fn both(text: &Localized) -> String {
    format!("{} / {}", text.vi, text.en)
}

fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}
