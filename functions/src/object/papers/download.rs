//! A download: one piece after the other, straight from the storage.

use super::Papers;
use crate::{fault::Fault, object::FAILED, request::pairs};
use app::component::search_box::encode;
use worker::{Request, Response, ResponseBuilder};

/// Which file is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// One that is on record, by its hash.
    Recorded(String),
    /// The pending one of a place.
    Pending(String, u16),
}

/// What the object says about a file besides its bytes.
pub(crate) const KIND: &str = "x-kind";
/// Its name, percent-encoded.
pub(crate) const NAME: &str = "x-name";
/// There is no such file.
pub(crate) const NO_FILE: u16 = 404;

impl Wanted {
    /// Writes it as the query of the object's address.
    pub(crate) fn query(&self) -> String {
        match self {
            Self::Recorded(sha256) => format!("sha256={}", encode(sha256)),
            Self::Pending(paper, number) => format!("paper={}&number={number}", encode(paper)),
        }
    }
}

impl Papers {
    pub(super) fn download(&self, request: &Request) -> Response {
        match self.bytes(request) {
            Ok(Some(response)) => response,
            Ok(None) => ResponseBuilder::new().with_status(NO_FILE).empty(),
            Err(fault) => ResponseBuilder::new().with_status(FAILED).fixed(fault.logged().into_bytes()),
        }
    }

    fn bytes(&self, request: &Request) -> Result<Option<Response>, Fault> {
        let sql = self.body.sql()?;
        let url = request.url()?;
        let pairs = pairs(url.query().unwrap_or_default());
        let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default();
        let row: Option<(i64, String, String)> = match get("sha256") {
            "" => sql.first(
                "SELECT id, kind, name FROM file WHERE paper = ? AND number = ? AND done = 1 AND filed = 0 AND dropped = 0 ORDER BY id DESC",
                [get("paper").into(), get("number").parse::<i64>().unwrap_or(0).into()],
            )?,
            sha256 => sql.first("SELECT id, kind, name FROM file WHERE sha256 = ? AND done = 1 ORDER BY id", [sha256.into()])?,
        };
        let Some((id, kind, name)) = row else { return Ok(None) };
        // The stream outlives this call, so it has a handle of its own.
        let sql = self.body.handle();
        let stream = futures_util::stream::unfold(0_i64, move |place| {
            let piece: Result<Option<(Vec<u8>,)>, Fault> =
                sql.first("SELECT bytes FROM chunk WHERE file = ? AND place = ?", [id.into(), place.into()]);
            std::future::ready(match piece {
                Ok(piece) => piece.map(|(bytes,)| (Ok(bytes), place + 1)),
                Err(fault) => Some((Err(worker::Error::RustError(fault.logged())), i64::MAX)),
            })
        });
        let builder = ResponseBuilder::new().with_header(KIND, &kind)?.with_header(NAME, &encode(&name))?;
        Ok(Some(builder.from_stream(stream)?))
    }
}
