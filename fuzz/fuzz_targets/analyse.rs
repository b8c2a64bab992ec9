//! `cargo +nightly fuzz run analyse`: any text whatever through `paradero_lang::analyse`, held to what the everyday tests hold it to
//! (`crates/paradero-lang/tests/torture/`, which is the body of this target).

#![no_main]

#[path = "../../crates/paradero-lang/tests/torture/mod.rs"]
mod torture;

libfuzzer_sys::fuzz_target!(|body: &str| torture::check(body));
