//! `cargo xtask bench crash`: people file while the server is killed at random; nothing they were told may be untrue.

use super::{
    applicant::{Applicant, Filed, Form, Letter},
    chance::Chance,
    officer::{Moved, Officer},
    trial::Trial,
    witness::{self, Verdict},
};
use crate::{sink::Manner, step::step};
use anyhow::{Context, Result, bail};
use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// How many people file at the same time.
const PEOPLE: u64 = 8;

/// Every how many of a hundred submissions bring a picture.
const PICTURES: u64 = 15;

/// Every how many of a hundred acknowledged submissions are sent once more.
const REPLAYS: u64 = 5;

/// How long the server lives between two deaths.
const LIFE: (Duration, Duration) = (Duration::from_millis(200), Duration::from_millis(1200));

/// What people know in the end.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Everything that was sent, acknowledged or not.
    pub(super) sent: Mutex<Vec<Letter>>,
    /// What was acknowledged.
    pub(crate) filed: Mutex<Vec<Filed>>,
    /// What officers did, or tried to.
    pub(super) moved: Mutex<Vec<Moved>>,
    /// Answers that should not have been.
    pub(super) wrong: Mutex<Vec<String>>,
    /// How often somebody had to try again.
    pub(super) retries: Mutex<u64>,
}

/// Kills the server so many times under load, and fails when anything acknowledged is not as it was told.
pub(crate) fn run(kills: u32) -> Result<()> {
    let mut trial = Trial::start("bench-crash", Manner::Moody)?;
    let form = Form::read(trial.port, trial.agencies()?)?;
    let (known, mut restarts, mut officer) = (Known::default(), Vec::new(), Officer::first(trial.port)?);
    step(&format!("Filing at {} agencies while the server is killed {kills} times", form.agencies.len()), || {
        under_load(trial.port, &form, &known, Some(&mut officer), || {
            let mut chance = Chance::new(1 << 32);
            for _ in 0..kills {
                thread::sleep(chance.between(LIFE.0, LIFE.1));
                trial.kill();
                restarts.push(trial.revive()?);
            }
            thread::sleep(LIFE.1);
            Ok(())
        })
    })?;
    // Once more with nobody at the door: notices must leave without a visitor waking their object.
    trial.kill();
    restarts.push(trial.revive()?);
    let drained = witness::notices(&trial.sink, &known)?;
    let verdict = step("Asking for everything that was acknowledged", || witness::examine(trial.port, &form, &known, &mut officer))?;
    restarts.sort();
    let median = restarts.get(restarts.len() / 2).copied().unwrap_or_default();
    let longest = restarts.last().copied().unwrap_or_default();
    print(&verdict, &known, restarts.len(), &trial, [median, longest, drained])?;
    let wrong = verdict.wrong(&trial.sink, &known)?;
    if wrong > 0 {
        bail!("{wrong} things are not as people were told");
    }
    Ok(())
}

/// Lets people file, and an officer move what they filed, for as long as `meanwhile` takes.
pub(crate) fn under_load(
    port: u16,
    form: &Form,
    known: &Known,
    officer: Option<&mut Officer>,
    meanwhile: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stop = AtomicBool::new(false);
    let stopped = &|| stop.load(Ordering::Relaxed);
    thread::scope(|scope| {
        for stream in 0..PEOPLE {
            scope.spawn(move || person(Applicant::new(port, stream, form), known, stopped));
        }
        if let Some(officer) = officer {
            scope.spawn(move || officer.work(known, stopped));
        }
        let result = meanwhile();
        stop.store(true, Ordering::Relaxed);
        result
    })
}

/// Files one dossier after the other.
fn person(mut me: Applicant<'_>, known: &Known, stop: &dyn Fn() -> bool) {
    while !stop() {
        let mut sent = |letter: &Letter| push(&known.sent, |all| all.push(letter.clone()));
        match me.file(PICTURES, stop, &mut sent) {
            Ok(Some(filed)) => {
                if me.chance.percent(REPLAYS)
                    && let Some(again) = me.submit(&filed.letter, stop)
                    && [again.text("code").ok(), again.text("access_key").ok()]
                        != [Some(filed.code.clone()), Some(filed.access_key.clone())]
                {
                    push(&known.wrong, |all| all.push(format!("a replay of {} is answered {}", filed.code, again.status)));
                }
                push(&known.filed, |all| all.push(filed));
            }
            Ok(None) => break,
            Err(error) => {
                push(&known.wrong, |all| all.push(format!("{error:#}")));
                // A portal that refuses everything shall not fill the memory with its reasons.
                thread::sleep(Duration::from_millis(200));
            }
        }
    }
    push(&known.retries, |all| *all += me.retries);
}

/// Writes something down that is shared.
pub(super) fn push<T>(all: &Mutex<T>, write: impl FnOnce(&mut T)) {
    if let Ok(mut all) = all.lock() {
        write(&mut all);
    }
}

fn print(verdict: &Verdict, known: &Known, kills: usize, trial: &Trial, [median, longest, drained]: [Duration; 3]) -> Result<()> {
    let (notices, twice) = trial.sink.taken();
    let retries = *known.retries.lock().ok().context("a person panicked")?;
    let row = |what: &str, value: String| println!("  {what:<58} {value:>10}");
    println!();
    row("SIGKILLs", kills.to_string());
    row("acknowledged submissions", verdict.acknowledged.to_string());
    row("  with an uploaded picture", verdict.uploads.to_string());
    row("tries that had no answer, or a failure", retries.to_string());
    row("filed though the answer was lost, and answered in the end", verdict.late.to_string());
    row("acknowledged and lost", verdict.lost.to_string());
    row("filed twice, or numbers given to nobody", verdict.gaps.to_string());
    row("codes given twice", verdict.reused.to_string());
    row("pictures that differ", verdict.differing.to_string());
    row("moves of an officer, told that they are made", verdict.moves.made.to_string());
    row("  lost", verdict.moves.lost.to_string());
    row("  made twice", verdict.moves.twice.to_string());
    row("notices delivered", notices.to_string());
    row("  delivered once more, with the same key", twice.to_string());
    row("submissions without a notice", witness::silent(&trial.sink, known)?.to_string());
    row("other wrong answers", verdict.strange.len().to_string());
    row("restart until it answers, median", format!("{} ms", median.as_millis()));
    row("restart until it answers, longest", format!("{} ms", longest.as_millis()));
    row("notices all delivered after the last kill", format!("{} ms", drained.as_millis()));
    for line in verdict.strange.iter().take(5) {
        println!("  ✗ {line}");
    }
    Ok(())
}
