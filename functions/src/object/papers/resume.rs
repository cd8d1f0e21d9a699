//! An upload that may break off and go on: pieces of one file, known by its hash, so that none is taken twice.
//!
//! What has come stays until the draft ends; whoever sends goes on behind it. The way of saying how far one is follows
//! the IETF's draft of resumable uploads (`Upload-Offset`), the name of an upload is the SHA-256 of the whole file.

use super::{
    LONGEST_FILE, MOST_BYTES, MOST_FILES, Papers, Reply,
    draft::draft,
    upload::{Lost, Place, Received, hexadecimal, keep},
};
use crate::{
    clock,
    fault::Fault,
    object::{FileColumns, held, sql::Sql},
    patience::{PIECE, within},
    request::pairs,
};
use app::component::search_box::encode;
use domain::record::FileKind;
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use worker::{ByteStream, Request};

/// How much is written at once: at 400 kbit/s a second of sending, which is the most a broken line costs.
const PIECE_BYTES: usize = 64 * 1024;

/// What is sent of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The paper it shows.
    pub(crate) paper: String,
    /// The SHA-256 of the whole file, 64 hexadecimal digits.
    pub(crate) sha256: String,
    /// Where this part begins, in bytes.
    pub(crate) offset: u64,
    /// How many bytes the whole file has.
    pub(crate) length: u64,
    /// What its owner calls it.
    pub(crate) name: String,
}

impl Part {
    /// Writes it as the query of the object's address.
    pub(crate) fn query(&self) -> String {
        let Self { offset, length, .. } = self;
        let (paper, sha256, name) = (encode(&self.paper), encode(&self.sha256), encode(&self.name));
        format!("paper={paper}&part-of={sha256}&offset={offset}&length={length}&name={name}")
    }

    /// Reads it back; nothing where the query means a whole file.
    pub(super) fn read(query: &str) -> Option<Self> {
        let pairs = pairs(query);
        let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        Some(Self {
            paper: get("paper")?,
            sha256: get("part-of")?,
            offset: get("offset")?.parse().ok()?,
            length: get("length")?.parse().ok()?,
            name: get("name")?,
        })
    }
}

/// The row of a file that has not come whole.
struct Unfinished {
    id: i64,
    size: u64,
    places: i64,
    /// Counts who writes: whoever comes last is the one who is still there.
    turn: i64,
}

impl Papers {
    /// How far an upload has come. `Held`, `Arrived` or `NoDraft`.
    pub(super) fn arrived(&self, paper: &str, sha256: &str) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        if draft(sql)?.is_none_or(|draft| draft.filed.is_some()) {
            return Ok(Reply::NoDraft);
        }
        if let Some(held) = whole(sql, paper, sha256)? {
            return Ok(held);
        }
        Ok(Reply::Arrived(unfinished(sql, paper, sha256)?.map_or(0, |row| row.size)))
    }

    /// Takes a part of a file. `Held`, `Arrived` (also where the part does not begin where the last one ended),
    /// `TooLarge`, `TooMany`, `UnknownKind`, `Broken` or `NoDraft`.
    pub(super) async fn take_part(&self, mut request: Request, part: &Part) -> Result<Reply, Lost> {
        let sql = self.body.sql()?;
        if let reply @ (Reply::NoDraft | Reply::Held(_)) = self.arrived(&part.paper, &part.sha256)? {
            return Ok(reply);
        }
        let (others, files): (i64, i64) = sql.one(
            "SELECT coalesce(sum(size), 0), coalesce(sum(done AND paper = ?), 0) FROM file
             WHERE filed = 0 AND dropped = 0 AND NOT (done = 0 AND paper = ? AND upload IS ?)",
            [part.paper.as_str().into(), part.paper.as_str().into(), part.sha256.as_str().into()],
        )?;
        let room = MOST_BYTES.saturating_sub(u64::try_from(others).unwrap_or(0)).min(LONGEST_FILE);
        if part.length > room {
            return Ok(Reply::TooLarge);
        }
        if files >= i64::from(MOST_FILES) {
            return Ok(Reply::TooMany);
        }
        let Some(mut row) = begin(sql, part)? else { return Ok(Reply::NoDraft) };
        if part.offset != row.size {
            return Ok(Reply::Arrived(row.size));
        }
        let stream = match request.inner().body() {
            Some(_) => request.stream().map_err(Fault::from)?,
            None => return Ok(Reply::Arrived(row.size)),
        };
        let came = receive(sql, &mut row, stream, part.length).await;
        if let Err(lost @ (Lost::Told(Reply::UnknownKind | Reply::TooLarge) | Lost::Ours(_))) = came {
            forget(sql, row.id)?;
            return Err(lost);
        }
        came?;
        if row.size < part.length {
            return Ok(Reply::Arrived(row.size));
        }
        finish(sql, &row, part)
    }
}

/// The file, where it is here already: the same pages of the same paper are one file, however often they are sent.
fn whole(sql: &Sql, paper: &str, sha256: &str) -> Result<Option<Reply>, Fault> {
    let row: Option<FileColumns> = sql.first(
        "SELECT paper, number, name, kind, size, sha256 FROM file
         WHERE paper = ? AND sha256 = ? AND done = 1 AND filed = 0 AND dropped = 0",
        [paper.into(), sha256.into()],
    )?;
    row.map(|row| Ok(Reply::Held(held(row)?))).transpose()
}

fn unfinished(sql: &Sql, paper: &str, sha256: &str) -> Result<Option<Unfinished>, Fault> {
    let row: Option<(i64, i64, i64, i64)> = sql.first(
        "SELECT id, size, (SELECT count(*) FROM chunk WHERE file = file.id), turn FROM file WHERE paper = ? AND upload = ? AND done = 0",
        [paper.into(), sha256.into()],
    )?;
    Ok(row.map(|(id, size, places, turn)| Unfinished { id, size: u64::try_from(size).unwrap_or(0), places, turn }))
}

/// Finds or makes the row, and takes the turn: whoever wrote before writes no more.
fn begin(sql: &Sql, part: &Part) -> Result<Option<Unfinished>, Fault> {
    let (paper, sha256) = (part.paper.as_str(), part.sha256.as_str());
    sql.transaction(|| {
        if unfinished(sql, paper, sha256)?.is_none() {
            sql.run(
                "INSERT INTO file (paper, number, at, upload) VALUES (?, 0, ?, ?)",
                [paper.into(), clock::now().0.into(), sha256.into()],
            )?;
        }
        sql.run("UPDATE file SET turn = turn + 1 WHERE paper = ? AND upload = ? AND done = 0", [paper.into(), sha256.into()])?;
        unfinished(sql, paper, sha256)
    })
}

/// Writes what comes, piece by piece; what was written stays when the line breaks.
async fn receive(sql: &Sql, row: &mut Unfinished, mut stream: ByteStream, length: u64) -> Result<(), Lost> {
    let mut waiting: Vec<u8> = Vec::with_capacity(PIECE_BYTES);
    loop {
        let piece = within(PIECE, stream.next()).await;
        let (piece, over) = match piece {
            Some(Some(Ok(piece))) => (piece, false),
            Some(None) => (Vec::new(), true),
            Some(Some(Err(_))) | None => {
                put(sql, row, &waiting, length)?;
                return Err(Lost::Told(Reply::Broken));
            }
        };
        waiting.extend_from_slice(&piece);
        if over || waiting.len() >= PIECE_BYTES {
            put(sql, row, &waiting, length)?;
            waiting.clear();
        }
        if over {
            return Ok(());
        }
    }
}

/// The least that tells what kind of file it is.
const LEAST: usize = 16;

fn put(sql: &Sql, row: &mut Unfinished, bytes: &[u8], length: u64) -> Result<(), Lost> {
    let first = row.places == 0;
    let size = row.size.saturating_add(bytes.len() as u64);
    if size > length {
        return Err(Lost::Told(Reply::TooLarge));
    }
    // A first piece that says too little is sent again.
    if bytes.is_empty() || (first && bytes.len() < LEAST && size < length) {
        return Ok(());
    }
    if first && FileKind::sniff(bytes).is_none() {
        return Err(Lost::Told(Reply::UnknownKind));
    }
    let written = sql.transaction(|| {
        let turn: Option<(i64,)> = sql.first("SELECT turn FROM file WHERE id = ? AND done = 0", [row.id.into()])?;
        if turn != Some((row.turn,)) {
            return Ok(false);
        }
        sql.run("INSERT INTO chunk (file, place, bytes) VALUES (?, ?, ?)", [row.id.into(), row.places.into(), bytes.to_vec().into()])?;
        sql.run("UPDATE file SET size = ? WHERE id = ?", [i64::try_from(size).unwrap_or(i64::MAX).into(), row.id.into()])?;
        Ok(true)
    })?;
    if !written {
        // Somebody came after us, or the file is gone.
        return Err(Lost::Told(Reply::Broken));
    }
    row.places += 1;
    row.size = size;
    Ok(())
}

/// Makes what has come a file, when it is the one that was announced.
fn finish(sql: &Sql, row: &Unfinished, part: &Part) -> Result<Reply, Lost> {
    let mut hasher = Sha256::new();
    let mut kind = None;
    for place in 0..row.places {
        let (bytes,): (Vec<u8>,) = sql.one("SELECT bytes FROM chunk WHERE file = ? AND place = ?", [row.id.into(), place.into()])?;
        if place == 0 {
            kind = FileKind::sniff(&bytes);
        }
        hasher.update(&bytes);
    }
    let sha256 = hexadecimal(&hasher.finalize());
    let Some(kind) = kind.filter(|_| sha256 == part.sha256) else {
        // Nobody knows which part is wrong: it begins anew.
        forget(sql, row.id)?;
        return Ok(Reply::Broken);
    };
    let (number,): (i64,) = sql.one(
        "SELECT coalesce(max(number), 0) + 1 FROM file WHERE paper = ? AND done = 1 AND filed = 0 AND dropped = 0",
        [part.paper.as_str().into()],
    )?;
    let number = u16::try_from(number).unwrap_or(u16::MAX);
    sql.run("UPDATE file SET number = ? WHERE id = ?", [i64::from(number).into(), row.id.into()])?;
    let place = Place { paper: part.paper.clone(), number, name: part.name.clone() };
    Ok(keep(sql, row.id, &place, &Received { kind, size: row.size, sha256 })?)
}

fn forget(sql: &Sql, id: i64) -> Result<(), Fault> {
    sql.transaction(|| super::upload::forget(sql, id))
}
