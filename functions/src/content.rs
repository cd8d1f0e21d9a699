//! The catalogue as it is bound to the Worker, read once in the life of an isolate.

use app::bound::Bound;
use std::sync::OnceLock;
use worker::Env;

/// Why the content cannot be read; ours, never the caller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing is bound as `CATALOGUE`.
    NotBound,
    /// What is bound is not what the printer of the site writes.
    Unreadable,
}

static CONTENT: OnceLock<Result<Bound, Fault>> = OnceLock::new();

/// Returns the content bound to the Worker.
pub(crate) fn of(env: &Env) -> Result<&'static Bound, Fault> {
    CONTENT.get_or_init(|| read(env)).as_ref().map_err(|fault| *fault)
}

fn read(env: &Env) -> Result<Bound, Fault> {
    let bound = js_sys::Reflect::get(env, &"CATALOGUE".into()).map_err(|_| Fault::NotBound)?;
    if bound.is_undefined() {
        return Err(Fault::NotBound);
    }
    let bytes = js_sys::Uint8Array::new(&bound).to_vec();
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Result<Bound, Fault> {
    postcard::from_bytes(bytes).map_err(|_| Fault::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_a_fault_and_not_a_panic() {
        for bytes in [&b""[..], b"\xff\xff\xff\xff\xff", &[7; 4096]] {
            assert_eq!(parse(bytes), Err(Fault::Unreadable));
        }
    }
}
