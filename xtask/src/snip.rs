//! Cuts out of the Worker what views carry for browsers and streams: it prints pages at once and never calls it.
//!
//! A view whose type is erased holds pointers to everything it could do, so the linker keeps it all: a third of the program.
//! What is cut becomes a trap; if ever one is reached, the Worker starts afresh and the tests of its pages fail.

use anyhow::{Result, ensure};
use walrus::{FunctionBuilder, FunctionKind, Module, passes::gc};

/// What views can do beside `to_html`, each as the last part of a function's path.
const UNUSED: [&str; 6] = ["build", "rebuild", "resolve", "to_html_async", "to_html_async_ooo", "to_html_async_with_buf"];

/// Returns the program without what it never calls.
pub(crate) fn views(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes)?;
    let cut: Vec<_> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_unused))
        .map(|(id, function)| (id, function.ty()))
        .collect();
    ensure!(!cut.is_empty(), "the Worker has no functions of views by the names that are known here; look at how they are called now");
    for (id, kind) in cut {
        let (parameters, results) = module.types.params_results(kind);
        let (parameters, results) = (parameters.to_vec(), results.to_vec());
        let mut trap = FunctionBuilder::new(&mut module.types, &parameters, &results);
        trap.func_body().unreachable();
        let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(arguments));
    }
    gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Tells by its mangled name whether a function is one of those, or a closure within one.
fn is_unused(name: &str) -> bool {
    let of_views = name.contains("tachys") || name.contains("leptos..into_view");
    of_views && last_part(name).is_some_and(|part| UNUSED.contains(&part))
}

/// The last part of a path that is no closure and no hash: of `_ZN…7resolve28_$u7b$$u7b$closure$u7d$$u7d$17h…E` it is `resolve`.
fn last_part(mangled: &str) -> Option<&str> {
    let mut rest = mangled.strip_prefix("_ZN")?;
    let mut last = None;
    while let Some(digits) = rest.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0) {
        let length: usize = rest.get(..digits)?.parse().ok()?;
        let part = rest.get(digits..digits + length)?;
        rest = rest.get(digits + length..)?;
        let hash = part.len() == 17 && part.starts_with('h') && rest == "E";
        if !hash && !part.contains("$u7b$") {
            last = Some(part);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_of_a_path_is_found_before_closures_and_hash() {
        for (name, part) in [
            ("_ZN53_$LT$T$u20$as$u20$tachys..view..any_view..IntoAny$GT$8into_any7to_html17hf4aca1aa73fa1f24E", Some("to_html")),
            (
                "_ZN53_$LT$T$u20$as$u20$tachys..view..any_view..IntoAny$GT$8into_any7resolve28_$u7b$$u7b$closure$u7d$$u7d$17hf741f682246a521cE",
                Some("resolve"),
            ),
            ("memcpy", None),
        ] {
            assert_eq!(last_part(name), part, "{name}");
        }
    }

    #[test]
    fn only_views_are_cut() {
        assert!(is_unused("_ZN6tachys4view6tuples7resolve17hf4aca1aa73fa1f24E"));
        assert!(!is_unused("_ZN6tachys4view6tuples17to_html_with_buf17hf4aca1aa73fa1f24E"));
        assert!(!is_unused("_ZN3url6parser7resolve17hf4aca1aa73fa1f24E"));
    }
}
