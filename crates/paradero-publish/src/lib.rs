//! What may go out: a case file goes in with a [`Policy`], [`redact`] makes a [`Release`] or refuses, and [`json`] and [`html`]
//! write its bytes. [`terms`] holds the words that people read, in English and Spanish, for this crate and for the program.

pub mod terms;
