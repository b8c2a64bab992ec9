//! Sentences, words, names, phrases, clauses, dates, numbers, quotations and chains of mentions, in English and Spanish.
//!
//! [`analyse`] recites the steps, each a module: [`tokens`] splits into sentences and words and tells their parts of speech,
//! [`names`] finds who and what is named, [`syntax`] finds phrases and clauses, [`dates`] reads dates, [`numbers`] numbers,
//! [`quotations`] what is quoted and who speaks, [`chains`] which mentions are one person. The result is an [`Analysis`]:
//! spans only.
//!
//! Deliberately absent: anything of detention, any disk, clock or network, any failure. Every text has an analysis.

mod analysis;
mod chains;
mod dates;
mod language;
mod names;
mod numbers;
mod quotations;
mod syntax;
mod tokens;

pub use analysis::*;
pub use language::{Paragraph, paragraphs};
pub use paradero_grammar::{NameTag, Part, Pos, Relation, Universal};
use paradero_model::Text;

/// Analyses a text, in the language it says it is in or, where it does not say, the one its words are in.
/// Relative dates ("on Friday") count from the text's day of publication.
#[must_use]
pub fn analyse(text: &Text) -> Analysis {
    let body = text.body();
    let lang = language::most(&paragraphs(body, text.about.lang));
    let mut found = tokens::read(body, lang);
    found.dates = dates::find(body, &found, text.about.published.as_ref());
    found.names = names::find(body, &found, text.about.publisher.as_deref());
    found.numbers = numbers::find(body, &found);
    syntax::find(body, &mut found);
    numbers::count(body, &mut found);
    found.chains = chains::find(body, &found);
    found.quotations = quotations::find(body, &found);
    chains::join_first_persons(body, &mut found);
    found
}
