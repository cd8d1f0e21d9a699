//! Fuzz target: any text is answered, and the answer keeps its promises.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| search_fuzz::query::check(bytes));
