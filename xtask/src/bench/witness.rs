//! Compares what people were told with what the portal says afterwards.
//!
//! Nothing here knows the tables: the portal is asked as its users ask it. That nothing was filed twice shows in the numbers:
//! once every key that was ever sent has its answer, each agency's codes of a day are 1 to n, or somebody else holds one.

use super::{
    applicant::{Applicant, Filed, Form},
    chance::hash,
    crash::Known,
    officer::{Moves, Officer},
};
use crate::sink::Sink;
use anyhow::{Context, Result};
use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::{Duration, Instant},
};

/// How long notices may take to arrive once nobody disturbs any more.
const PATIENCE: Duration = Duration::from_mins(10);

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) acknowledged: usize,
    pub(super) uploads: usize,
    /// Sent, not acknowledged then, and filed all the same when asked again.
    pub(super) late: usize,
    pub(super) lost: usize,
    pub(super) gaps: usize,
    pub(super) reused: usize,
    pub(super) differing: usize,
    pub(super) moves: Moves,
    pub(super) strange: Vec<String>,
}

impl Verdict {
    /// Counts everything that must not be.
    pub(super) fn wrong(&self, sink: &Sink, known: &Known) -> Result<usize> {
        // Without a single acknowledgement nothing was proved.
        let nothing = usize::from(self.acknowledged == 0);
        Ok(nothing
            + self.lost
            + self.gaps
            + self.reused
            + self.differing
            + self.moves.lost
            + self.moves.twice
            + self.strange.len()
            + silent(sink, known)?)
    }
}

/// Asks for every dossier, sends every key once more, and fetches every picture.
pub(super) fn examine(port: u16, form: &Form, known: &Known, officer: &mut Officer) -> Result<Verdict> {
    let began = Instant::now();
    let stop = || began.elapsed() > Duration::from_mins(10);
    let filed = known.filed.lock().ok().context("a person panicked")?.clone();
    let sent = known.sent.lock().ok().context("a person panicked")?.clone();
    let mut verdict = Verdict { acknowledged: filed.len(), ..Verdict::default() };
    verdict.strange.clone_from(&*known.wrong.lock().ok().context("a person panicked")?);
    let mut me = Applicant::new(port, 99, form);
    let mut holders: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let told: BTreeMap<&str, &str> = filed.iter().map(|filed| (filed.letter.key.as_str(), filed.code.as_str())).collect();
    for filed in &filed {
        whole(&mut me, filed, &mut verdict, &stop);
    }
    for letter in &sent {
        let Some(code) = me.submit(letter, &stop).and_then(|reply| reply.text("code").ok()) else {
            verdict.strange.push("a key that was sent has no answer".to_owned());
            continue;
        };
        match told.get(letter.key.as_str()) {
            None => verdict.late += 1,
            Some(told) if *told == code => {}
            Some(told) => verdict.strange.push(format!("the key of {told} now has {code}")),
        }
        holders.entry(code).or_default().insert(&letter.key);
    }
    verdict.reused = holders.values().filter(|keys| keys.len() > 1).count();
    verdict.gaps = gaps(holders.keys());
    verdict.moves = officer.examine(known)?;
    Ok(verdict)
}

/// Looks for dossiers in a restored store; returns how many are lost, how many pictures differ, and of how many.
pub(crate) fn restored(port: u16, form: &Form, filed: &[Filed]) -> (usize, usize, usize) {
    let (mut me, mut verdict, began) = (Applicant::new(port, 98, form), Verdict::default(), Instant::now());
    for filed in filed {
        whole(&mut me, filed, &mut verdict, &|| began.elapsed() > PATIENCE);
    }
    (verdict.lost, verdict.differing, verdict.uploads)
}

/// Looks at one dossier and its picture.
fn whole(me: &mut Applicant<'_>, filed: &Filed, verdict: &mut Verdict, stop: &dyn Fn() -> bool) {
    let there = me.view(filed, stop).is_some_and(|reply| reply.status == 200 && reply.text("code").is_ok_and(|code| code == filed.code));
    verdict.lost += usize::from(!there);
    if let Some(upload) = &filed.upload {
        verdict.uploads += 1;
        let same = me
            .fetch(filed, upload, stop)
            .is_some_and(|reply| reply.status == 200 && reply.body.len() == upload.bytes && hash(&reply.body) == upload.sha256);
        verdict.differing += usize::from(!same);
    }
}

/// Counts numbers below the highest that nobody has, for each agency and day.
fn gaps<'a>(codes: impl Iterator<Item = &'a String>) -> usize {
    let mut days: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (day, number) in codes.filter_map(|code| code.rsplit_once('-')) {
        days.entry(day).or_default().insert(number.parse().unwrap_or(0));
    }
    days.values().map(|numbers| numbers.last().copied().unwrap_or(0).abs_diff(numbers.len())).sum()
}

/// Waits until there was a notice about every acknowledged submission, and returns how long that took.
pub(super) fn notices(sink: &Sink, known: &Known) -> Result<Duration> {
    let began = Instant::now();
    while silent(sink, known)? > 0 && began.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(100));
    }
    Ok(began.elapsed())
}

/// Counts acknowledged submissions nobody was told about.
pub(super) fn silent(sink: &Sink, known: &Known) -> Result<usize> {
    let filed = known.filed.lock().ok().context("a person panicked")?;
    Ok(filed.iter().filter(|filed| !sink.told(&filed.code)).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_nobody_holds_is_seen() {
        let check = |codes: &[&str], expected: usize| {
            let codes: Vec<String> = codes.iter().map(|code| format!("H99.12.{code}")).collect();
            assert_eq!(gaps(codes.iter()), expected, "{codes:?}");
        };
        check(&[], 0);
        check(&["1-261121-0001", "1-261121-0002", "2-261121-0001"], 0);
        check(&["1-261121-0001", "1-261121-0003"], 1);
        check(&["1-261121-0002", "1-261122-0001"], 1);
    }
}
