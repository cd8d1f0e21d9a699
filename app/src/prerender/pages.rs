//! Prints all pages on all cores, each written as soon as it is printed, so that a whole nation's pages never lie in memory.

use super::{Printed, file_of, write_if_changed};
use crate::{component::Press, page, route::Route};
use anyhow::{Result, anyhow};
use domain::{language::Language, national::NationalRecord};
use std::{
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// One page to print.
#[derive(Clone, Copy)]
enum Wanted<'a> {
    Route(&'a Route, Language),
    Record(&'a NationalRecord, Language),
}

/// What came of printing: counts, and the names of the files.
type Done = (Printed, Vec<String>);

/// Prints and writes every page; returns counts and the names of the files.
pub(super) fn print_all(press: Press<'_>, routes: &[(Route, Language)], site: &Path) -> Result<Done> {
    let records = press.catalogue.national.records.iter();
    let records = records.flat_map(|record| Language::ALL.map(|language| Wanted::Record(record, language)));
    let wanted: Vec<Wanted<'_>> = routes.iter().map(|(route, language)| Wanted::Route(route, *language)).chain(records).collect();
    let next = AtomicUsize::new(0);
    let done: Mutex<Result<Done>> = Mutex::new(Ok(Done::default()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from).min(wanted.len()) {
            scope.spawn(|| {
                let mine = print_some(press, &wanted, &next, site);
                if let Ok(mut all) = done.lock() {
                    *all = std::mem::replace(&mut *all, Ok(Done::default())).and_then(|all| Ok(joined(all, mine?)));
                }
            });
        }
    });
    done.into_inner().map_err(|_| anyhow!("a thread that prints pages broke down"))?
}

fn joined((mut printed, mut names): Done, (more, others): Done) -> Done {
    printed.pages += more.pages;
    printed.changed += more.changed;
    names.extend(others);
    (printed, names)
}

/// Prints the next page that nobody has taken, until there is none.
fn print_some(press: Press<'_>, wanted: &[Wanted<'_>], next: &AtomicUsize, site: &Path) -> Result<Done> {
    let (mut printed, mut names) = Done::default();
    while let Some(page) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
        let (path, text) = match *page {
            Wanted::Route(route, language) => (route.path(language), page::printed(press.in_language(language), route)),
            Wanted::Record(record, language) => {
                (Route::Procedure(record.slug.clone()).path(language), Some(page::printed_record(press.in_language(language), record)))
            }
        };
        let Some(text) = text else { continue };
        let name = file_of(&path);
        printed.pages += 1;
        printed.changed += usize::from(write_if_changed(&site.join(&name), text.as_bytes())?);
        names.push(name);
    }
    Ok((printed, names))
}
