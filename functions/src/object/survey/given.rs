//! Counting answers, each person's once.

use super::{Reply, Survey};
use crate::{fault::Fault, object::sql::Sql, secret::Hash};
use domain::{date::Date, form::RawAnswers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Checked answers of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Given {
    /// What is kept of the key they came with.
    pub(crate) key_hash: Hash,
    /// Whether they may take the place of others under the same key.
    pub(crate) may_change: bool,
    /// The day they came.
    pub(crate) day: Date,
    /// The version of the questions.
    pub(crate) form_version: u32,
    /// Questions with the options chosen.
    pub(crate) chosen: Vec<(String, String)>,
    /// What was written; for the office alone.
    pub(crate) written: RawAnswers,
}

/// What was chosen so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Results {
    /// How many people answered.
    pub(crate) answers: u64,
    /// By question, then by option.
    pub(crate) chosen: BTreeMap<String, BTreeMap<String, u64>>,
}

/// The question that counts everybody.
const EVERYBODY: (&str, &str) = ("", "");

impl Survey {
    pub(super) fn count(&self, given: &Given) -> Result<Reply, Fault> {
        let chosen = serde_json::to_string(&given.chosen).map_err(|_| Fault::Shape("what was chosen"))?;
        let written = serde_json::to_string(&given.written).map_err(|_| Fault::Shape("what was written"))?;
        let key = given.key_hash.to_vec();
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let earlier: Option<(String, String)> =
                sql.first("SELECT chosen, written FROM answer WHERE key_hash = ?", [key.clone().into()])?;
            match earlier {
                Some(same) if same == (chosen.clone(), written.clone()) => return Ok(Reply::Counted { again: true }),
                Some(_) if !given.may_change => return Ok(Reply::Differs),
                Some((earlier, _)) => {
                    let earlier: Vec<(String, String)> = serde_json::from_str(&earlier).map_err(|_| Fault::Shape("what was chosen"))?;
                    add(sql, &earlier, -1)?;
                }
                None => {}
            }
            add(sql, &given.chosen, 1)?;
            sql.run(
                "INSERT OR REPLACE INTO answer (key_hash, day, form_version, chosen, written) VALUES (?, ?, ?, ?, ?)",
                [
                    key.into(),
                    given.day.to_string().into(),
                    i64::from(given.form_version).into(),
                    chosen.as_str().into(),
                    written.as_str().into(),
                ],
            )?;
            Ok(Reply::Counted { again: false })
        })
    }

    pub(super) fn results(&self) -> Result<Reply, Fault> {
        let rows: Vec<(String, String, i64)> = self.body.sql()?.all("SELECT question, chosen, number FROM tally", [])?;
        let mut results = Results::default();
        for (question, option, number) in rows {
            let number = u64::try_from(number).unwrap_or(0);
            if (question.as_str(), option.as_str()) == EVERYBODY {
                results.answers = number;
            } else {
                results.chosen.entry(question).or_default().insert(option, number);
            }
        }
        Ok(Reply::Results(results))
    }
}

fn add(sql: &Sql, chosen: &[(String, String)], more: i64) -> Result<(), Fault> {
    let chosen = chosen.iter().map(|(question, option)| (question.as_str(), option.as_str()));
    for (question, option) in chosen.chain([EVERYBODY]) {
        sql.run(
            "INSERT INTO tally (question, chosen, number) VALUES (?, ?, ?) ON CONFLICT (question, chosen) DO UPDATE SET number = number + ?",
            [question.into(), option.into(), more.into(), more.into()],
        )?;
    }
    Ok(())
}
