//! Brings the storage of an object to the newest schema, one numbered step after the other.

use super::sql::Sql;
use crate::{clock, fault::Fault};

/// The steps of one kind of object. The n-th, counted from one, leads from schema n − 1 to n.
/// A step that was ever released is never changed: what it did stays in the storage of others.
pub(crate) type Migrations = &'static [&'static str];

/// Runs the steps that have not been run, each in a transaction of its own.
pub(super) fn run(sql: &Sql, migrations: Migrations) -> Result<(), Fault> {
    sql.run("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, at INTEGER NOT NULL)", [])?;
    let (found,): (i64,) = sql.one("SELECT coalesce(max(number), 0) FROM migration", [])?;
    for (number, step) in (1_i64..).zip(missing(migrations, found)?) {
        let number = found + number;
        sql.transaction(|| {
            sql.run(step, [])?;
            sql.run("INSERT INTO migration (number, at) VALUES (?, ?)", [number.into(), clock::now().0.into()])
        })?;
    }
    Ok(())
}

/// The steps after the last one that was run. Storage written by a newer release is refused: an older one would not know what it breaks.
fn missing(migrations: Migrations, found: i64) -> Result<&'static [&'static str], Fault> {
    let known = || i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    usize::try_from(found).ok().and_then(|from| migrations.get(from..)).ok_or_else(|| Fault::NewerSchema { found, known: known() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_runs_and_newer_storage_is_refused() {
        const STEPS: Migrations = &["a", "b", "c"];
        assert_eq!(missing(STEPS, 0), Ok(STEPS));
        assert_eq!(missing(STEPS, 2), Ok(&["c"][..]));
        assert_eq!(missing(STEPS, 3), Ok(&[][..]));
        assert_eq!(missing(STEPS, 4), Err(Fault::NewerSchema { found: 4, known: 3 }));
    }
}
