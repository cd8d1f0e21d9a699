//! What is bound to the Worker, read once in the life of an isolate: the catalogue, names of assets, the search index.

use crate::fault::Fault;
use app::{assets::Assets, bound::Bound};
use domain::catalogue::Catalogue;
use search::Index;
use std::sync::OnceLock;
use worker::Env;

/// What is published, ready to answer from.
#[derive(Debug)]
pub(crate) struct Content {
    /// Everything that is published.
    pub(crate) catalogue: Catalogue,
    /// The names of assets.
    pub(crate) assets: Assets,
    /// What is searched.
    pub(crate) index: Index,
}

static CONTENT: OnceLock<Result<Content, Fault>> = OnceLock::new();

/// Returns the content bound to the Worker.
pub(crate) fn of(env: &Env) -> Result<&'static Content, Fault> {
    CONTENT.get_or_init(|| read(env)).as_ref().map_err(Clone::clone)
}

fn read(env: &Env) -> Result<Content, Fault> {
    let bound = js_sys::Reflect::get(env, &"CATALOGUE".into()).map_err(|_| Fault::ContentNotBound)?;
    if bound.is_undefined() {
        return Err(Fault::ContentNotBound);
    }
    let bytes = js_sys::Uint8Array::new(&bound).to_vec();
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Result<Content, Fault> {
    let bound: Bound = postcard::from_bytes(bytes).map_err(|_| Fault::ContentUnreadable)?;
    Content::of(bound)
}

impl Content {
    /// Reads the index.
    pub(crate) fn of(Bound { catalogue, assets, index }: Bound) -> Result<Self, Fault> {
        let parts: Vec<&[u8]> = index.iter().map(Vec::as_slice).collect();
        let index = Index::read(&parts).map_err(|_| Fault::ContentUnreadable)?;
        Ok(Self { catalogue, assets, index })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_a_fault_and_not_a_panic() {
        for bytes in [&b""[..], b"\xff\xff\xff\xff\xff", &[7; 4096]] {
            assert_eq!(parse(bytes).err(), Some(Fault::ContentUnreadable));
        }
    }
}
