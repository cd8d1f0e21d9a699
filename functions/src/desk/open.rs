//! One dossier with everything an officer needs to decide, and the moves they may make.

use super::{fetch::fetch, session};
use crate::{held::Held, problem::Problem, request::Visit, respond};
use app::text::fault::doubt_text;
use domain::{
    date::Date,
    desk::{Chip, FeeRow, Odd, Offer, Opened, SlipOffer},
    dossier::{Move, Role, profile_on},
    language::Language,
    reason::ReasonFor,
    term::{Term, TermUnit},
};
use worker::Response;

/// How long an owner usually gets to answer or to pay; the officer may name another day.
const OWNERS_TERM: Term = Term { unit: TermUnit::WorkingDay, amount: 10 };

/// `GET /api/v1/desk/dossiers/{code}`
pub(crate) async fn open(visit: &Visit) -> Result<Response, Problem> {
    let signed_in = session::reading(visit).await?;
    let held = fetch(visit, &signed_in).await?;
    Ok(respond::ok(&opened(visit, &held, &signed_in.roles()))?)
}

fn opened(visit: &Visit, held: &Held, roles: &[Role]) -> Opened {
    let (record, dossier) = (&held.record, &held.dossier);
    let still = dossier.ended.map(|end| end.at).or_else(|| dossier.paused_since());
    let calendar = &visit.content.catalogue.calendar;
    let fee = held.form.map(|form| form.fee(&held.verdict.answers, record.filed_on()).lines).unwrap_or_default();
    let doubts = held.verdict.doubts.iter().map(|doubt| Odd { path: doubt.path.clone(), text: doubt_text(doubt, Language::Vietnamese) });
    Opened {
        code: record.code.clone(),
        version: dossier.version,
        status: dossier.status,
        guide: record.procedure.clone(),
        procedure: held.procedure(),
        channel: dossier.channel,
        applicant: record.applicant.clone(),
        owner: record.owner.clone(),
        phone: record.phone.as_ref().map(ToString::to_string),
        email: record.email.as_ref().map(ToString::to_string),
        submitted_at: dossier.submitted_at,
        chip: Chip::of(dossier.status, dossier.submitted_at, dossier.due, still, visit.now, calendar),
        due: dossier.due,
        unit: dossier.unit.clone(),
        fee: fee.into_iter().map(|line| FeeRow { what: line.what, amount: line.amount }).collect(),
        delivery: held.delivery(),
        sections: held.sections(visit),
        doubts: doubts.collect(),
        papers: held.paper_rows(),
        requests: dossier.requests.clone(),
        payments: dossier.payments.clone(),
        proposal: dossier.proposal.clone(),
        resolution: dossier.resolution.clone(),
        events: record.events.clone(),
        offers: dossier.moves(roles).into_iter().map(|what| offer(visit, held, what)).collect(),
        slips: slips(visit, held),
    }
}

fn offer(visit: &Visit, held: &Held, what: Move) -> Offer {
    let catalogue = &visit.content.catalogue;
    let setting = held.setting(visit);
    let sets_due = match what {
        Move::Accept | Move::Reopen => true,
        Move::AnswerSupplement => held.dossier.received_at.is_some(),
        Move::ConfirmPayment => held.dossier.received_at.is_none(),
        _ => false,
    };
    let due = if sets_due { setting.due() } else { None };
    let asks = matches!(what, Move::AskSupplement | Move::AskPayment);
    let until = asks.then(|| -> Date { catalogue.calendar.due(visit.now.moment(), OWNERS_TERM, None).at.date });
    let reasons = occasion(what).map(|occasion| {
        catalogue.reasons.iter().filter(|reason| reason.fits(occasion, &held.record.procedure)).map(|reason| reason.text.clone()).collect()
    });
    let unit = held.guide.and_then(|guide| catalogue.field(&guide.field)).map(|field| format!("Bộ phận {}", field.name.vi));
    let units = if what == Move::HandOver { unit.into_iter().collect() } else { Vec::new() };
    Offer { what, reasons: reasons.unwrap_or_default(), due, wants_due: sets_due && due.is_none(), until, units }
}

/// Which of the reasons of the content fit a move.
const fn occasion(what: Move) -> Option<ReasonFor> {
    Some(match what {
        Move::Refuse => ReasonFor::Refusal,
        Move::AskSupplement => ReasonFor::Supplement,
        Move::Stop => ReasonFor::Stop,
        Move::DeclineWithdrawal => ReasonFor::WithdrawalDeclined,
        Move::Reschedule => ReasonFor::Reschedule,
        Move::Propose | Move::Resolve => ReasonFor::ResultRefused,
        Move::Reopen => ReasonFor::Reopening,
        _ => return None,
    })
}

fn slips(visit: &Visit, held: &Held) -> Vec<SlipOffer> {
    let profile = profile_on(&visit.content.catalogue.regulation, visit.now.moment().date);
    let offer = |kind: domain::dossier::SlipKind| SlipOffer {
        kind,
        title: profile.map_or(kind.name(), |profile| profile.title_of(kind)).to_owned(),
        form: profile.and_then(|profile| profile.numbers.get(&kind)).cloned(),
        issued: held.dossier.issued.iter().filter(|issued| issued.slip == kind).cloned().collect(),
    };
    held.dossier.slips().into_iter().map(offer).collect()
}
