//! Counts by procedure, for statistics: nobody is named.

use super::{Agency, Reply};
use crate::{clock, fault::Fault};
use domain::{
    code::AgencyCode,
    rating::{Aspect, Moment, Rating, Tally},
    slug::Slug,
    timestamp::Timestamp,
    totals::{Counts, Totals},
};

type Columns = (String, i64, i64, i64, i64, i64, i64, i64);

impl Agency {
    pub(super) fn totals(&self, agency: &AgencyCode) -> Result<Reply, Fault> {
        self.counted(agency, clock::now()).map(Reply::Totals)
    }

    /// Counts everything as it stands at `now`.
    pub(super) fn counted(&self, agency: &AgencyCode, now: Timestamp) -> Result<Totals, Fault> {
        let sql = self.body.sql()?;
        // A due time is a minute: late is what is past its end.
        let rows: Vec<Columns> = sql.all(
            "SELECT procedure, count(*), sum(status IN (9, 10)), sum(status IN (9, 10) AND first_ended_due IS NOT NULL), \
             sum(status IN (9, 10) AND first_ended_due IS NOT NULL AND first_ended_at < first_ended_due + 60000), \
             sum(status IN (3, 8)), sum(ended_at IS NULL), \
             sum(ended_at IS NULL AND due_at IS NOT NULL AND due_at + 60000 <= coalesce(paused_at, ?)) \
             FROM dossier GROUP BY procedure",
            [now.0.into()],
        )?;
        let mut totals = Totals::default();
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        for (procedure, received, resolved, measured, on_time, without_result, in_process, late) in rows {
            let counts = Counts {
                received: count(received),
                resolved: count(resolved),
                measured: count(measured),
                on_time: count(on_time),
                without_result: count(without_result),
                in_process: count(in_process),
                late: count(late),
            };
            totals.add(agency, &slug(&procedure)?, counts, &Tally::default());
        }
        // By dossier, what was said after the result first.
        let ratings: Vec<(String, String, String)> = sql.all("SELECT code, procedure, rating FROM rating ORDER BY code, moment", [])?;
        let mut before = None;
        for (code, procedure, rating) in ratings {
            let mut rating: Rating = serde_json::from_str(&rating).map_err(|_| Fault::Shape("a rating"))?;
            if rating.moment == Moment::AfterSending && before.as_ref() == Some(&code) {
                // One person is asked twice how it went all in all; the last word counts.
                rating.levels.remove(&Aspect::Overall);
            }
            let mut tally = Tally::default();
            tally.add(&rating);
            totals.add(agency, &slug(&procedure)?, Counts::default(), &tally);
            before = Some(code);
        }
        Ok(totals)
    }
}

fn slug(text: &str) -> Result<Slug, Fault> {
    text.parse().map_err(|_| Fault::Shape("a slug"))
}
