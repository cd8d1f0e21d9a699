//! `cargo xtask bench load`: how much one machine bears, in numbers: filing, looking at states.

use super::{
    applicant::{Applicant, Form},
    trial::Trial,
};
use crate::{http::Reply, sink::Manner, step::step};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How many people are at it at the same time.
const PEOPLE: u64 = 8;

/// How long each kind of load lasts.
const LASTS: Duration = Duration::from_secs(10);

/// Ticks a second in which Linux counts the time of processes.
const TICKS: f64 = 100.0;

/// What one kind of load came to.
struct Row {
    what: &'static str,
    times: Vec<Duration>,
    /// Answered that it was too often, as it should be told.
    limited: u64,
    failed: u64,
    lasted: Duration,
    cpu: Option<f64>,
}

/// Files for ten seconds, then looks at what was filed for ten.
pub(crate) fn run() -> Result<()> {
    let trial = Trial::start("bench-load", Manner::Silent)?;
    let form = Form::read(trial.port, trial.agencies()?)?;
    let codes = Mutex::new(Vec::new());
    let file = |me: &mut Applicant<'_>| {
        let (key, body) = (me.chance.key(), me.form.submission(&mut me.chance).to_string());
        let headers = [("content-type", "application/json"), ("idempotency-key", key.as_str())];
        let reply = me.send("POST", "/api/v1/dossiers", &headers, body.as_bytes())?;
        if let (Ok(code), Ok(mut codes)) = (reply.text("code"), codes.lock()) {
            codes.push(code);
        }
        Ok(reply)
    };
    let mut rows = vec![phase(&trial, &form, "submissions (JSON)", &file)?];
    let codes = codes.lock().ok().context("a person panicked")?.clone();
    ensure!(!codes.is_empty(), "not one submission was accepted");
    let look = |me: &mut Applicant<'_>| {
        let code = me.chance.pick(&codes).context("no code")?.clone();
        me.send("GET", &format!("/api/v1/dossiers/{code}"), &[], &[])
    };
    rows.push(phase(&trial, &form, "reads of a state (JSON)", &look)?);
    let page = |me: &mut Applicant<'_>| me.send("GET", "/thu-tuc/khai-sinh/", &[("accept-encoding", "br")], &[]);
    rows.push(phase(&trial, &form, "finished pages (a guide)", &page)?);
    print(&rows, trial.process()?);
    let failed: u64 = rows.iter().map(|row| row.failed).sum();
    ensure!(failed == 0, "{failed} requests failed");
    Ok(())
}

/// Lets people do one thing again and again.
fn phase(trial: &Trial, form: &Form, what: &'static str, work: &(dyn Fn(&mut Applicant<'_>) -> Result<Reply> + Sync)) -> Result<Row> {
    step(what, || {
        let (stop, done) = (AtomicBool::new(false), Mutex::new((Vec::new(), [0, 0])));
        let (stop, done, port, process) = (&stop, &done, trial.port, trial.process()?);
        let (before, began) = (cpu(process), Instant::now());
        thread::scope(|scope| {
            for stream in 0..PEOPLE {
                scope.spawn(move || {
                    let (mut me, mut times, mut limited, mut failed) = (Applicant::new(port, stream, form), Vec::new(), 0, 0);
                    while !stop.load(Ordering::Relaxed) {
                        let asked = Instant::now();
                        match work(&mut me) {
                            Ok(reply) if matches!(reply.status, 200 | 201) => times.push(asked.elapsed()),
                            Ok(reply) if reply.status == 429 => limited += 1,
                            _ => failed += 1,
                        }
                    }
                    if let Ok(mut done) = done.lock() {
                        done.0.append(&mut times);
                        done.1[0] += limited;
                        done.1[1] += failed;
                    }
                });
            }
            thread::sleep(LASTS);
            stop.store(true, Ordering::Relaxed);
        });
        let lasted = began.elapsed();
        let cpu = before.zip(cpu(process)).map(|(before, after)| after - before);
        let (mut times, [limited, failed]) = done.lock().ok().map(|mut done| std::mem::take(&mut *done)).context("a person panicked")?;
        times.sort();
        Ok(Row { what, times, limited, failed, lasted, cpu })
    })
}

/// Seconds of processor time a process has used, itself and the system for it.
fn cpu(process: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold spaces; what follows it does not.
    let mut fields = text.rsplit_once(") ")?.1.split(' ').skip(11);
    let ticks = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
    Some(ticks / TICKS)
}

/// The most memory a process ever had, in megabytes.
fn memory(process: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? / 1024)
}

#[expect(clippy::cast_precision_loss, reason = "shown with two digits")]
fn print(rows: &[Row], process: u32) {
    println!(
        "\n  {:<28} {:>8} {:>8} {:>8} {:>9} {:>9} {:>9} {:>14}",
        "what", "done", "limited", "failed", "per s", "p50", "p99", "CPU each"
    );
    for row in rows {
        let count = row.times.len() as f64;
        let at = |percent: usize| row.times.get(row.times.len() * percent / 100).copied().unwrap_or_default().as_secs_f64() * 1e3;
        let cpu = row.cpu.map_or("unknown".to_owned(), |seconds| format!("{:.2} ms", seconds * 1e3 / count.max(1.0)));
        println!(
            "  {:<28} {:>8} {:>8} {:>8} {:>9.0} {:>6.1} ms {:>6.1} ms {:>14}",
            row.what,
            row.times.len(),
            row.limited,
            row.failed,
            count / row.lasted.as_secs_f64(),
            at(50),
            at(99),
            cpu
        );
    }
    println!(
        "  {PEOPLE} connections, {} processors, the load made on the same machine",
        thread::available_parallelism().map_or(1, usize::from)
    );
    println!("  most memory of workerd: {}", memory(process).map_or("unknown".to_owned(), |megabytes| format!("{megabytes} MB")));
}
