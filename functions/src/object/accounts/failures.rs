//! Wrong passwords: the more, the longer the next attempt has to wait.

use super::{Password, Reply, events};
use crate::{clock, fault::Fault, object::sql::Sql, secret};

/// One account from one address: five mistakes are human, then it doubles up to a quarter of an hour.
const HERE: BackOff = BackOff { free: 5, most: 15 * 60 };
/// One account from anywhere: so that many addresses do not add up, yet nobody can keep an officer out for long.
const ANYWHERE: BackOff = BackOff { free: 50, most: 30 };

/// After a day mistakes are forgotten.
const FORGOTTEN: i64 = 24 * 60 * 60 * 1000;

struct BackOff {
    free: i64,
    most: i64,
}

impl BackOff {
    /// How many seconds the attempt after this many has to wait.
    fn seconds(&self, count: i64) -> i64 {
        let beyond = u32::try_from(count.saturating_sub(self.free).clamp(-1, 20) + 1).unwrap_or(0);
        if beyond == 0 { 0 } else { (1_i64 << beyond).min(self.most) }
    }
}

/// Counts an attempt and returns what to compare with; a login that does not exist costs and waits the same.
pub(super) fn knock(sql: &Sql, login: &str, from: &str) -> Result<Reply, Fault> {
    let now = clock::now().0;
    sql.run("DELETE FROM failure WHERE until < ?", [(now - FORGOTTEN).into()])?;
    for (whom, back_off) in [(format!("{login} {from}"), HERE), (login.to_owned(), ANYWHERE)] {
        let known: Option<(i64, i64)> = sql.first("SELECT count, until FROM failure WHERE whom = ?", [whom.as_str().into()])?;
        let (count, until) = known.unwrap_or((0, now));
        if until > now {
            return Ok(Reply::Wait(u32::try_from((until - now) / 1000 + 1).unwrap_or(u32::MAX)));
        }
        let count = count + 1;
        let until = now + back_off.seconds(count) * 1000;
        sql.run("INSERT OR REPLACE INTO failure (whom, count, until) VALUES (?, ?, ?)", [whom.into(), count.into(), until.into()])?;
        if count == back_off.free {
            events::record(sql, "", "wrong-passwords", login)?;
        }
    }
    let known = sql.first("SELECT salt, hash FROM officer WHERE login = ?", [login.into()])?;
    let (salt, hash) = match known {
        Some(known) => known,
        None => (secret::token()?, String::new()),
    };
    Ok(Reply::Door(Password { salt, hash }))
}

/// Forgets the mistakes of who has come in.
pub(super) fn forgive(sql: &Sql, login: &str, from: &str) -> Result<(), Fault> {
    sql.run("DELETE FROM failure WHERE whom IN (?, ?)", [format!("{login} {from}").into(), login.into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_up_to_its_most() {
        let waits: Vec<i64> = [0, 1, 4, 5, 6, 7, 13, 14, 1_000].into_iter().map(|count| HERE.seconds(count)).collect();
        assert_eq!(waits, [0, 0, 0, 2, 4, 8, 512, 900, 900]);
        assert_eq!(ANYWHERE.seconds(i64::MAX), 30);
    }
}
