//! The catalogue as it is bound to the Worker, read once in the life of an isolate.

use app::assets::Assets;
use domain::catalogue::Catalogue;
use std::sync::OnceLock;
use worker::Env;

/// What the printer of the site wrote for the Worker; the same on both sides.
type Written = (Catalogue, [String; 8]);

/// The content, read.
#[derive(Debug)]
pub struct Content {
    /// Everything that is published.
    pub catalogue: Catalogue,
    /// The names of assets.
    pub assets: Assets,
}

/// Why the content cannot be read; ours, never the caller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is bound as `CATALOGUE`.
    NotBound,
    /// What is bound was written by another build.
    Unreadable,
}

static CONTENT: OnceLock<Result<Content, Fault>> = OnceLock::new();

/// Returns the content bound to the Worker.
pub(crate) fn of(env: &Env) -> Result<&'static Content, Fault> {
    CONTENT.get_or_init(|| read(env)).as_ref().map_err(|fault| *fault)
}

fn read(env: &Env) -> Result<Content, Fault> {
    let bound = js_sys::Reflect::get(env, &"CATALOGUE".into()).map_err(|_| Fault::NotBound)?;
    if bound.is_undefined() {
        return Err(Fault::NotBound);
    }
    let bytes = js_sys::Uint8Array::new(&bound).to_vec();
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Result<Content, Fault> {
    let (catalogue, assets): Written = postcard::from_bytes(bytes).map_err(|_| Fault::Unreadable)?;
    Ok(Content { catalogue, assets: Assets::from_list(assets) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_another_build_are_a_fault_and_not_a_panic() {
        for bytes in [&b""[..], b"\xff\xff\xff\xff\xff", &[7; 4096]] {
            assert_eq!(parse(bytes).map(|content| content.assets), Err(Fault::Unreadable));
        }
    }
}
