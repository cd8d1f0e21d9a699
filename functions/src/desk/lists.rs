//! Lists of dossiers: a view of one agency, searched, a page at a time.

use super::session;
use crate::{
    fault::Fault,
    object::agency::{Call, Question, Reply, Row, View as Kept, ask},
    problem::{self, Problem},
    request::{Visit, pairs},
    respond,
};
use domain::{
    calendar::Due,
    desk::{Chip, Count, Queue, QueueRow, View},
};
use worker::Response;

/// How many dossiers a page shows; the agency's pages are as long.
const PAGE: u64 = crate::object::agency::PAGE as u64;

/// `GET /api/v1/desk/dossiers?agency=…&view=…&q=…&page=…`
pub(crate) async fn list(visit: &Visit) -> Result<Response, Problem> {
    let signed_in = session::reading(visit).await?;
    signed_in.must_handle()?;
    let pairs = pairs(&visit.query);
    let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default();
    let catalogue = &visit.content.catalogue;
    let agency = catalogue.agencies.iter().find(|agency| agency.code.as_str() == get("agency"));
    let agency = &agency.ok_or(Problem::of(&problem::NOT_FOUND))?.code;
    signed_in.must_work_for(agency.as_str())?;
    let view = View::from_key(get("view")).unwrap_or(View::New);
    let page = get("page").parse::<u32>().unwrap_or(1).clamp(1, 10_000) - 1;
    let question = Question { view: kept(view), text: get("q").chars().filter(|letter| !letter.is_control()).take(80).collect(), page };
    let Reply::Queue(queue) = ask(&visit.env, agency, &Call::Queue(question)).await? else { return Err(Fault::Shape("a list").into()) };
    let counts = View::NAMED.into_iter().map(|(_, view)| {
        let known = queue.counts.iter().find(|(known, _)| *known == kept(view)).map_or(0, |(_, count)| *count);
        Count { view, dossiers: u32::try_from(known).unwrap_or(u32::MAX) }
    });
    let counts = counts.collect();
    let more = queue.total > (u64::from(page) + 1) * PAGE;
    let rows = queue.rows.into_iter().map(|row| shown(visit, row)).collect();
    Ok(respond::ok(&Queue { counts, rows, more })?)
}

/// The agency's name for a view.
const fn kept(view: View) -> Kept {
    match view {
        View::New => Kept::New,
        View::Accepted => Kept::Accepted,
        View::Processing => Kept::Processing,
        View::Proposed => Kept::ToDecide,
        View::Waiting => Kept::Waiting,
        View::Withdrawal => Kept::Withdrawals,
        View::Resolved => Kept::Results,
        View::Late => Kept::Late,
        View::Closed => Kept::Closed,
        View::All => Kept::All,
    }
}

fn shown(visit: &Visit, row: Row) -> QueueRow {
    let catalogue = &visit.content.catalogue;
    let due = row.due_at.map(|at| Due { at: at.moment(), certain: true });
    let chip = Chip::of(row.status, row.submitted_at, due, row.still_at, visit.now, &catalogue.calendar);
    let procedure = catalogue.procedure(row.procedure.as_str()).map_or_else(|| row.procedure.to_string(), |guide| guide.title.vi.clone());
    QueueRow {
        code: row.code,
        owner: row.owner,
        procedure,
        status: row.status,
        proposed: row.proposed,
        unit: row.unit,
        channel: row.channel,
        submitted_at: row.submitted_at,
        chip,
    }
}
