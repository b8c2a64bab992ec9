//! Statements drafted from an analysed text, by a codebook people can read and extend without Rust.
//!
//! [`draft`] recites the flow: a text is seen through the codebook of its language (`scene`: who is meant, who says it, how sure it
//! is, when and where); each rule drafts one kind of telling (`rule`, one file a rule); the sieve keeps each telling once and gives
//! it its anchor.
//!
//! Deliberately absent: any disk, clock or network, any failure, any rule for one report, any judgement across reports.

mod codebook;
mod rule;
mod scene;
mod sieve;

pub use codebook::{Codebook, CodebookError};
use paradero_lang::Analysis;
use paradero_model::{Statement, Text, Warned};
use scene::Scene;

/// Drafts the statements of a text. Never fails: a rule that finds nothing drafts nothing.
#[must_use]
pub fn draft(text: &Text, analysis: &Analysis, codebook: &Codebook) -> Warned<Vec<Statement>> {
    let scene = Scene::new(text, analysis, codebook);
    let drafts = rule::all(&scene);
    Warned::clean(sieve::sift(&scene, drafts))
}
