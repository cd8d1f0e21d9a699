//! The catalogue as it is bound to the Worker, read once in the life of an isolate.

use crate::fault::Fault;
use app::bound::Bound;
use std::sync::OnceLock;
use worker::Env;

static CONTENT: OnceLock<Result<Bound, Fault>> = OnceLock::new();

/// Returns the content bound to the Worker.
pub(crate) fn of(env: &Env) -> Result<&'static Bound, Fault> {
    CONTENT.get_or_init(|| read(env)).as_ref().map_err(Clone::clone)
}

fn read(env: &Env) -> Result<Bound, Fault> {
    let bound = js_sys::Reflect::get(env, &"CATALOGUE".into()).map_err(|_| Fault::ContentNotBound)?;
    if bound.is_undefined() {
        return Err(Fault::ContentNotBound);
    }
    let bytes = js_sys::Uint8Array::new(&bound).to_vec();
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Result<Bound, Fault> {
    postcard::from_bytes(bytes).map_err(|_| Fault::ContentUnreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_a_fault_and_not_a_panic() {
        for bytes in [&b""[..], b"\xff\xff\xff\xff\xff", &[7; 4096]] {
            assert_eq!(parse(bytes), Err(Fault::ContentUnreadable));
        }
    }
}
