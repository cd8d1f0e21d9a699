//! Reads the form of a guide.
//!
//! A form is read in two turns: first every question with its conditions is noted down in an [`Outline`],
//! then names that questions call each other by are looked up in it. So a fault can say «comes later» and not just «unknown».

use super::procedure;
use crate::{
    problem::{Fault, Referent, nearest},
    register::Thing,
    table::{Desk, Table, stand_in},
};
use domain::{
    agency::Agency,
    blank::Blank,
    calendar::WorkingCalendar,
    form::{self, Applicant, Condition, FeeRule, FeeSteps, Form, Page, PaperRequest, Path, Person},
    money::Dong,
    procedure::{FilingPlace, Paper, Procedure},
    slug::Slug,
};

mod computed;
mod condition;
mod example;
mod frame;
mod kind;
mod outline;
mod page;
mod person;
mod reach;
mod rule;
mod sheet;
mod survey;
mod tabular;

pub(super) use example::{AsFarAsKnown, proved};
pub(super) use frame::Frame;
use outline::{Entry, Outline};
use page::Asking;
pub(super) use survey::survey;

/// What a form is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) procedures: &'a [Procedure],
    pub(super) agencies: &'a [Agency],
    /// Papers that several guides share.
    pub(super) papers: &'a [Paper],
    /// The blank forms that a form may fill in.
    pub(super) blanks: &'a [Blank],
    /// The pages around every form, where they could be read.
    pub(super) frame: Option<&'a Frame>,
    pub(super) places: &'a AsFarAsKnown<'a>,
    pub(super) calendar: &'a WorkingCalendar,
}

pub(super) fn read(slug: Slug, table: &Table<'_>, desk: Desk<'_>, context: &Context<'_>) -> Form {
    let guide = context.procedures.iter().find(|guide| guide.slug == slug);
    let printed = table.has("sheet");
    for_a_guide(&slug, (table, printed), guide, desk);
    let cases = guide.map(|guide| guide.cases.iter().map(|case| case.id.clone()).collect::<Vec<_>>());
    let mut outline = Outline::default();
    let mut asking = Asking::of_form(&mut outline, cases.as_deref());
    let frame_pages = |frame: &Frame| [frame.first.id.clone(), frame.last.id.clone()];
    // A form that is not sent has no pages around it.
    let frame = context.frame.filter(|_| !printed);
    let own = asking.pages(table, frame.map(frame_pages).into_iter().flatten().collect());
    let papers = papers(table, guide, context.papers, &mut outline);
    // What is filed elsewhere is paid there.
    let fees = if printed { Vec::new() } else { table.tables("fees") };
    let fees = fees.iter().map(|fee| fee_rule(fee, &mut outline)).collect();
    let blank = table.reference("sheet", Referent::Blank);
    let sheet = blank.map(|blank| sheet::read(table, blank, (&own, context.blanks), &mut outline));
    let applicant = table.need_table("applicant").map(|table| applicant(&table, &["personal-id"], &mut outline));
    let people = table.tables("people").iter().map(|table| person(table, &mut outline)).collect();
    let owner = outline.refer(table, "owner", &["text"]);
    outline.check(table);
    Form {
        procedure: slug,
        version: table.need_number::<u16>("version", 1).map_or(1, u32::from),
        title: table.need_official("title").value,
        source: table.need_table("source").map(|source| procedure::source(&source)),
        addressed_to: table.need_official("to").value,
        minutes: table.need_number("minutes", 1).unwrap_or(1),
        applicant,
        people,
        owner,
        pages: surrounded(own, frame),
        papers,
        fees,
        sheet,
        declaration: table.need_official("declaration").value,
        review_note: table.words("review_note").map(|text| text.value),
        example: String::new(),
    }
}

/// Checks that there is a guide of that name, and that it is filed here.
fn for_a_guide(slug: &Slug, (table, printed): (&Table<'_>, bool), guide: Option<&Procedure>, desk: Desk<'_>) {
    let known = desk.register.defined().iter().any(|name| name.of == Thing::Guide && name.id == slug.as_str());
    match guide {
        Some(guide) if printed && guide.filed_at.contains(&FilingPlace::Here) => table.fault(table.place("sheet"), Fault::SheetFiledHere),
        Some(guide) if !printed && !guide.filed_at.contains(&FilingPlace::Here) => table.fault(table.span.clone(), Fault::FormNotFiledHere),
        None if !known => table.note_use(Referent::Procedure, slug.as_str(), table.span.clone()),
        // A guide that could not be read has said what is wrong with it.
        _ => {}
    }
}

/// Puts the pages that every form shares around its own.
fn surrounded(own: Vec<Page>, frame: Option<&Frame>) -> Vec<Page> {
    let first = frame.map(|frame| frame.first.clone());
    let last = frame.map(|frame| frame.last.clone());
    first.into_iter().chain(own).chain(last).collect()
}

/// Reads which questions ask for somebody's particulars; `numbers` are the kinds that may ask for an identity number.
fn applicant(table: &Table<'_>, numbers: &'static [&'static str], outline: &mut Outline) -> Applicant {
    if table.has("person") {
        return asked_as_one(table, outline);
    }
    table.need_path("name");
    Applicant {
        name: outline.refer(table, "name", &["text"]).unwrap_or_else(|| (&stand_in()).into()),
        personal_id: outline.refer(table, "personal_id", numbers),
        birth: outline.refer(table, "birth", &["date"]),
        address: outline.refer(table, "address", &["address"]),
        sex: outline.refer_with(table, "sex", &["choice"], &["nam", "nu"]),
    }
}

fn person(table: &Table<'_>, outline: &mut Outline) -> Person {
    // Whoever may be a foreigner is asked for one number or another, as a text.
    Person { noun: table.need_words("noun").value, asked: applicant(table, &["personal-id", "text"], outline) }
}

/// Reads them where a person was asked about as one.
fn asked_as_one(table: &Table<'_>, outline: &mut Outline) -> Applicant {
    let of = outline.refer(table, "person", &["person"]).unwrap_or_else(|| (&stand_in()).into());
    let address = outline.refer(table, "address", &["address"]);
    outline.note_named(of.within(form::person::NAME), table.place("person"), &["text"]);
    let asked = |part: &str| Some(of.within(part)).filter(|path| outline.knows(path));
    Applicant {
        name: of.within(form::person::NAME),
        personal_id: asked(form::person::PERSONAL_ID),
        birth: asked(form::person::BIRTH),
        address,
        sex: asked(form::person::SEX),
    }
}

/// Reads which papers are asked for; each is one of the guide's cases or one that several guides share.
fn papers(table: &Table<'_>, guide: Option<&Procedure>, shared: &[Paper], outline: &mut Outline) -> Vec<PaperRequest> {
    let needed = guide.into_iter().flat_map(|guide| &guide.cases).flat_map(|case| &case.papers).map(|need| &need.paper);
    let known: Vec<&Paper> = needed.chain(shared).collect();
    let request = |entry: &Table<'_>| {
        let named = entry.need_slug("paper");
        let found = named.as_ref().and_then(|(id, _)| known.iter().find(|paper| paper.id == *id));
        if let (Some((id, span)), None) = (&named, found)
            && guide.is_some_and(|guide| guide.cases.iter().all(|case| case.id != stand_in()))
        {
            let nearest = nearest(id.as_str(), known.iter().map(|paper| paper.id.as_str()));
            entry.fault(span.clone(), Fault::UnknownReference { what: Referent::Paper, id: id.to_string(), nearest });
        }
        outline.push(Entry::other(entry, named.clone()));
        let (each, when) = each(entry, outline);
        PaperRequest {
            id: named.map_or_else(stand_in, |(id, _)| id),
            name: found.map(|paper| paper.name.vi.clone()).unwrap_or_default(),
            hint: entry.words("hint").map(|text| text.value),
            each,
            when,
            later: entry.flag("later"),
            optional: entry.flag("optional"),
        }
    };
    table.tables("papers").iter().map(request).collect()
}

/// Reads in whose rows each needs a paper, and when it is asked: of a row seen from there.
fn each(table: &Table<'_>, outline: &mut Outline) -> (Option<Path>, Vec<Condition>) {
    let Some((each, span)) = table.path("each") else { return (None, outline.add(Entry::other(table, None), table)) };
    let rows = outline.rows_named(&each, span, table);
    if rows.is_none() {
        // What its conditions look at is not known either.
        table.all_known();
    }
    let entry = Entry { within: rows, group: rows, ..Entry::other(table, None) };
    let when = rows.map(|_| outline.add(entry, table)).unwrap_or_default();
    (Some(each), when)
}

fn fee_rule(table: &Table<'_>, outline: &mut Outline) -> FeeRule {
    FeeRule {
        what: table.need_words("what").value,
        amount: Dong(table.need_number("amount", 1).unwrap_or(0)),
        steps: table.table("steps").and_then(|steps| fee_steps(&steps, outline)),
        times: outline.refer(table, "times", &["number", "group", "computed"]),
        when: outline.add(Entry::other(table, None), table),
    }
}

fn fee_steps(table: &Table<'_>, outline: &mut Outline) -> Option<FeeSteps> {
    table.need_path("question");
    Some(FeeSteps {
        unit: table.need_words("unit").value,
        first: table.need_number("first", 1).unwrap_or(1),
        then: Dong(table.need_number("then", 1).unwrap_or(0)),
        at_most: table.number("at_most", 1).map(Dong),
        question: outline.refer(table, "question", &["number", "group", "computed"])?,
    })
}
