//! What may go out: a case file goes in with a [`Policy`], [`redact`] makes a [`Release`] or refuses, and [`json`] and [`html`]
//! write its bytes. [`terms`] holds the words that people read, in English and Spanish, for this crate and for the program.

mod fold;
pub mod html;
pub mod json;
mod policy;
mod redact;
mod release;
pub mod terms;
mod veil;

pub use policy::{MINORS, Policy};
pub use redact::{Refused, Rule, Trace, redact, redact_traced};
pub use release::{Number, Release};
pub use veil::{Masked, TOKEN, Veil};
