//! Sentences, words, names, phrases, clauses, dates, numbers, quotations and chains of mentions, in English and Spanish.
//!
//! [`analyse`] recites the steps, each a module: [`language`] tells the language of each paragraph, [`tokens`] splits into sentences
//! and words and tells their parts of speech, [`names`] finds who and what is named, [`syntax`] finds phrases and clauses, [`dates`]
//! reads dates, [`numbers`] numbers, [`quotations`] what is quoted and who speaks, [`chains`] which mentions are one person;
//! [`joined`] makes one of stretches in different languages. The result is an [`Analysis`]: spans only.
//!
//! Deliberately absent: anything of detention, any disk, clock or network, any failure. Every text has an analysis.

mod analysis;
mod chains;
mod conllu;
mod dates;
mod joined;
mod language;
mod names;
mod numbers;
mod quotations;
mod syntax;
mod tokens;

pub use analysis::*;
pub use conllu::conllu;
pub use language::{Paragraph, paragraphs};
pub use paradero_grammar::{LONGEST_SENTENCE, NameTag, Part, Pos, Relation, Universal};
use paradero_model::{About, Lang, Text};

/// Analyses a text, each paragraph in its language; a third language is left alone ([`Analysis::paragraphs`] says where).
/// Relative dates ("on Friday") count from the text's day of publication.
#[must_use]
pub fn analyse(text: &Text) -> Analysis {
    joined::analyse(text.body(), text.about.lang, |stretch, lang| read(stretch, lang, &text.about))
}

/// Analyses words that are all in one language.
fn read(body: &str, lang: Lang, about: &About) -> Analysis {
    let mut found = tokens::read(body, lang);
    found.dates = dates::find(body, &found, about.published.as_ref());
    found.names = names::find(body, &found, about.publisher.as_deref());
    found.numbers = numbers::find(body, &found);
    syntax::find(body, &mut found);
    numbers::count(body, &mut found);
    found.chains = chains::find(body, &found);
    found.quotations = quotations::find(body, &found);
    chains::join_first_persons(body, &mut found);
    found
}
