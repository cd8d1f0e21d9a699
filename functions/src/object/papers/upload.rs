//! An upload: counted, hashed and looked at while it comes, in pieces of 256 KiB.

use super::{
    LONGEST_FILE, MOST_BYTES, Papers, Part, Reply,
    draft::{draft, prolong},
    name,
};
use crate::{
    clock,
    fault::Fault,
    object::{FAILED, sql::Sql},
    patience::{PIECE, within},
    request::pairs,
};
use app::component::search_box::encode;
use domain::record::{FileKind, HeldFile};
use futures_util::StreamExt;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use worker::{ByteStream, Request, Response, ResponseBuilder};

const CHUNK: usize = 256 * 1024;

/// Where an upload goes, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The paper it shows.
    pub(crate) paper: String,
    /// Which of its files.
    pub(crate) number: u16,
    /// What its owner calls it.
    pub(crate) name: String,
}

impl Place {
    /// Writes it as the query of the object's address.
    pub(crate) fn query(&self) -> String {
        format!("paper={}&number={}&name={}", encode(&self.paper), self.number, encode(&self.name))
    }

    fn read(query: &str) -> Option<Self> {
        let pairs = pairs(query);
        let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        Some(Self { paper: get("paper")?, number: get("number")?.parse().ok()?, name: get("name")? })
    }
}

/// What came in.
pub(super) struct Received {
    pub(super) kind: FileKind,
    pub(super) size: u64,
    pub(super) sha256: String,
}

/// Why nothing is kept of an upload.
pub(super) enum Lost {
    Told(Reply),
    Ours(Fault),
}

impl From<Fault> for Lost {
    fn from(fault: Fault) -> Self {
        Self::Ours(fault)
    }
}

impl Papers {
    pub(super) async fn upload(&self, request: Request) -> worker::Result<Response> {
        let reply = match self.take(request).await {
            Ok(reply) | Err(Lost::Told(reply)) => serde_json::to_vec(&reply).map_err(|_| Fault::Shape("a reply")),
            Err(Lost::Ours(fault)) => Err(fault),
        };
        Ok(match reply {
            Ok(reply) => ResponseBuilder::new().fixed(reply),
            Err(fault) => ResponseBuilder::new().with_status(FAILED).fixed(fault.logged().into_bytes()),
        })
    }

    async fn take(&self, mut request: Request) -> Result<Reply, Lost> {
        let sql = self.body.sql()?;
        let url = request.url().map_err(Fault::from)?;
        if let Some(part) = Part::read(url.query().unwrap_or_default()) {
            return self.take_part(request, &part).await;
        }
        let place = Place::read(url.query().unwrap_or_default()).ok_or(Fault::Shape("a place of a file"))?;
        if draft(sql)?.is_none() {
            return Ok(Reply::NoDraft);
        }
        let others: (i64,) = sql.one(
            "SELECT coalesce(sum(size), 0) FROM file WHERE filed = 0 AND dropped = 0 AND NOT (done = 1 AND paper = ? AND number = ?)",
            [place.paper.as_str().into(), i64::from(place.number).into()],
        )?;
        let room = MOST_BYTES.saturating_sub(u64::try_from(others.0).unwrap_or(0)).min(LONGEST_FILE);
        let (id,): (i64,) = sql.one(
            "INSERT INTO file (paper, number, at) VALUES (?, ?, ?) RETURNING id",
            [place.paper.as_str().into(), i64::from(place.number).into(), clock::now().0.into()],
        )?;
        let received = match request.inner().body() {
            Some(_) => receive(sql, id, request.stream().map_err(Fault::from)?, room).await,
            None => Err(Lost::Told(Reply::UnknownKind)),
        };
        match received {
            Ok(received) => keep(sql, id, &place, &received).map_err(Lost::from),
            Err(lost) => {
                forget(sql, id)?;
                Err(lost)
            }
        }
    }

    pub(super) fn drop_file(&self, paper: &str, number: u16) -> Result<Reply, Fault> {
        let sql = self.body.sql()?;
        sql.transaction(|| {
            let found = put_aside(sql, paper, number, 0)?;
            Ok(if found { Reply::Done } else { Reply::NoFile })
        })
    }
}

async fn receive(sql: &Sql, id: i64, mut stream: ByteStream, room: u64) -> Result<Received, Lost> {
    let (mut held, mut places, mut size) = (Vec::with_capacity(CHUNK), 0_i64, 0_u64);
    let mut hasher = Sha256::new();
    let mut kind = None;
    let mut put = |bytes: Vec<u8>| -> Result<(), Lost> {
        if places == 0 {
            kind = FileKind::sniff(&bytes);
            if kind.is_none() {
                return Err(Lost::Told(Reply::UnknownKind));
            }
        }
        sql.run("INSERT INTO chunk (file, place, bytes) VALUES (?, ?, ?)", [id.into(), places.into(), bytes.into()])?;
        places += 1;
        Ok(())
    };
    while let Some(piece) = within(PIECE, stream.next()).await.ok_or(Lost::Told(Reply::Broken))? {
        let piece = piece.map_err(|_| Lost::Told(Reply::Broken))?;
        size = size.saturating_add(piece.len() as u64);
        if size > room {
            return Err(Lost::Told(Reply::TooLarge));
        }
        hasher.update(&piece);
        let mut rest = piece.as_slice();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(CHUNK - held.len()));
            held.extend_from_slice(now);
            rest = later;
            if held.len() == CHUNK {
                put(std::mem::replace(&mut held, Vec::with_capacity(CHUNK)))?;
            }
        }
    }
    if !held.is_empty() {
        put(held)?;
    }
    let sha256 = hexadecimal(&hasher.finalize());
    match kind {
        Some(kind) => Ok(Received { kind, size, sha256 }),
        None => Err(Lost::Told(Reply::UnknownKind)),
    }
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Makes what came in the file of its place.
pub(super) fn keep(sql: &Sql, id: i64, place: &Place, received: &Received) -> Result<Reply, Fault> {
    let name = name::cleaned(&place.name, received.kind, &format!("{}-{}", place.paper, place.number));
    sql.transaction(|| {
        put_aside(sql, &place.paper, place.number, id)?;
        sql.run(
            "UPDATE file SET done = 1, name = ?, kind = ?, size = ?, sha256 = ? WHERE id = ?",
            [
                name.as_str().into(),
                received.kind.extension().into(),
                i64::try_from(received.size).unwrap_or(i64::MAX).into(),
                received.sha256.as_str().into(),
                id.into(),
            ],
        )?;
        prolong(sql)
    })?;
    Ok(Reply::Held(HeldFile {
        paper: place.paper.clone(),
        number: place.number,
        name,
        kind: received.kind,
        size: received.size,
        sha256: received.sha256.clone(),
    }))
}

/// Takes the pending files of a place away, all but one. Tells whether there was any.
fn put_aside(sql: &Sql, paper: &str, number: u16, but: i64) -> Result<bool, Fault> {
    let rows: Vec<(i64, bool)> = sql.all(
        "SELECT id, sent FROM file WHERE paper = ? AND number = ? AND filed = 0 AND dropped = 0 AND done = 1 AND id <> ?",
        [paper.into(), i64::from(number).into(), but.into()],
    )?;
    for (id, sent) in &rows {
        let_go(sql, *id, *sent)?;
    }
    Ok(!rows.is_empty())
}

/// Takes a pending file away; what was sent stays in the store, for an agency may have its hash on record.
pub(super) fn let_go(sql: &Sql, id: i64, sent: bool) -> Result<(), Fault> {
    if sent { sql.run("UPDATE file SET dropped = 1 WHERE id = ?", [id.into()]) } else { forget(sql, id) }
}

/// Moves pending files to what their papers are called by now, or lets them go. What has not come whole begins anew.
pub(super) fn follow(sql: &Sql, moved: &[(String, Option<String>)]) -> Result<(), Fault> {
    // Two papers may change places, so all of them are set apart first: under a name that no paper has.
    let apart = |paper: &str| format!("~{paper}");
    for (from, to) in moved {
        let unfinished: Vec<(i64,)> = sql.all("SELECT id FROM file WHERE paper = ? AND done = 0", [from.as_str().into()])?;
        unfinished.into_iter().try_for_each(|(id,)| forget(sql, id))?;
        let numbers: Vec<(i64,)> =
            sql.all("SELECT number FROM file WHERE paper = ? AND filed = 0 AND dropped = 0", [from.as_str().into()])?;
        if to.is_none() {
            for (number,) in numbers {
                put_aside(sql, from, u16::try_from(number).unwrap_or(0), 0)?;
            }
        }
        let apart = apart(from).as_str().into();
        sql.run("UPDATE file SET paper = ? WHERE paper = ? AND filed = 0 AND dropped = 0", [apart, from.as_str().into()])?;
    }
    for (from, to) in moved {
        if let Some(to) = to {
            sql.run("UPDATE file SET paper = ? WHERE paper = ?", [to.as_str().into(), apart(from).as_str().into()])?;
        }
    }
    Ok(())
}

pub(super) fn forget(sql: &Sql, id: i64) -> Result<(), Fault> {
    sql.run("DELETE FROM chunk WHERE file = ?", [id.into()])?;
    sql.run("DELETE FROM file WHERE id = ?", [id.into()])
}
