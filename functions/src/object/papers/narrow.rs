//! Which files of a paper stay pending: those of the last try, once all of them are here.

use super::{Papers, Reply, upload::let_go};
use crate::{fault::Fault, object::sql::Sql};

/// A pending file of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pending {
    id: i64,
    sha256: String,
    sent: bool,
}

impl Papers {
    /// Lets only these files of these papers stay, numbered in this order; all others of them go in the same moment.
    /// A paper that is not named is left alone. `Done` or `NoFile`.
    pub(super) fn narrow(&self, papers: &[(String, Vec<String>)]) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let mut parts = Vec::with_capacity(papers.len());
            for (paper, hashes) in papers {
                let Some(part) = parted(pending(sql, paper)?, hashes) else { return Ok(Reply::NoFile) };
                parts.push(part);
            }
            for (stay, go) in &parts {
                for file in go {
                    let_go(sql, file.id, file.sent)?;
                }
                for (file, number) in stay.iter().zip(1_i64..) {
                    sql.run("UPDATE file SET number = ? WHERE id = ?", [number.into(), file.id.into()])?;
                }
            }
            Ok(Reply::Done)
        })
    }
}

/// Reads the pending files of a paper, newest first.
fn pending(sql: &Sql, paper: &str) -> Result<Vec<Pending>, Fault> {
    let rows: Vec<(i64, String, bool)> = sql.all(
        "SELECT id, sha256, sent FROM file WHERE paper = ? AND done = 1 AND filed = 0 AND dropped = 0 ORDER BY id DESC",
        [paper.into()],
    )?;
    Ok(rows.into_iter().map(|(id, sha256, sent)| Pending { id, sha256, sent }).collect())
}

/// Parts files into those of these hashes, in their order, and the others; nothing where one is not there.
/// Of two with the same bytes the first stays, unless both are wanted.
fn parted(mut files: Vec<Pending>, hashes: &[String]) -> Option<(Vec<Pending>, Vec<Pending>)> {
    let mut stay = Vec::with_capacity(hashes.len());
    for sha256 in hashes {
        let at = files.iter().position(|file| file.sha256 == *sha256)?;
        stay.push(files.remove(at));
    }
    Some((stay, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which stay and which go of files that are numbered by their places; a letter is a hash.
    fn check(files: &str, hashes: &str) -> Option<(Vec<i64>, Vec<i64>)> {
        let file = |(sha256, id): (char, i64)| Pending { id, sha256: sha256.to_string(), sent: false };
        let ids = |files: Vec<Pending>| files.iter().map(|file| file.id).collect::<Vec<_>>();
        let hashes: Vec<String> = hashes.chars().map(String::from).collect();
        parted(files.chars().zip(1..).map(file).collect(), &hashes).map(|(stay, go)| (ids(stay), ids(go)))
    }

    #[test]
    fn what_is_wanted_stays_in_its_order_and_the_others_go() {
        assert_eq!(check("dcba", "cd"), Some((vec![2, 1], vec![3, 4])));
        assert_eq!(check("ba", "ab"), Some((vec![2, 1], vec![])));
        assert_eq!(check("ba", ""), Some((vec![], vec![1, 2])));
        assert_eq!(check("", ""), Some((vec![], vec![])));
    }

    #[test]
    fn of_the_same_bytes_the_newest_stays_and_as_many_as_are_wanted() {
        assert_eq!(check("aba", "a"), Some((vec![1], vec![2, 3])));
        assert_eq!(check("aba", "aa"), Some((vec![1, 3], vec![2])));
    }

    #[test]
    fn where_one_is_missing_none_goes() {
        assert_eq!(check("ba", "ac"), None);
        assert_eq!(check("ba", "aa"), None);
        assert_eq!(check("", "a"), None);
    }
}
