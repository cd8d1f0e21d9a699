//! Fuzz target: any bytes are an index or a fault, and an index answers.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| search_fuzz::index::check(bytes));
