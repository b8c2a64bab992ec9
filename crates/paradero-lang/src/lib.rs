//! Sentences, words, names, phrases, clauses, dates, numbers, quotations and chains of mentions, in English and Spanish.
//!
//! [`analyse`] recites the steps, each a module: [`language`] tells the language of each paragraph, [`words`] has `paradero-grammar`
//! read its sentences, words and trees, [`dates`] reads dates, [`names`] finds who and what is named, [`numbers`] numbers, [`syntax`]
//! derives phrases and clauses from the trees, [`chains`] joins the mentions of one person, [`quotations`] finds what is quoted and who
//! speaks; [`joined`] makes one of stretches in different languages. The result is an [`Analysis`]: spans only. How to ask it is one
//! page: [`guide`].
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
mod trees;
mod words;

#[doc = include_str!("guide.md")]
pub mod guide {}

pub use analysis::*;
pub use chains::{Lesson as ChainLesson, find as find_chains, learn as learn_chains};
pub use conllu::conllu;
pub use language::{Paragraph, paragraphs};
use paradero_grammar::Reading;
pub use paradero_grammar::{LONGEST_SENTENCE, NameTag, Part, Pos, Relation, Universal};
use paradero_model::{About, Lang, Text};

/// Analyses a text, each paragraph in its language; a third language is left alone ([`Analysis::paragraphs`] says where).
/// Relative dates ("on Friday") count from the text's day of publication.
#[must_use]
pub fn analyse(text: &Text) -> Analysis {
    joined::analyse(text.body(), text.about.lang, |stretch, lang| read(stretch, lang, &text.about))
}

/// Analyses a text in one language whose sentences, words and trees are known already, from a treebank for instance. `reading` is of
/// the text's body; the language is the one that the text says it is in, else the one most of it is in.
#[must_use]
pub fn analyse_reading(text: &Text, reading: Reading) -> Analysis {
    let body = text.body();
    let lang = text.about.lang.or_else(|| language::most(&paragraphs(body, None))).unwrap_or(Lang::En);
    complete(body, words::of(body, lang, reading), &text.about)
}

/// Analyses words that are all in one language.
fn read(body: &str, lang: Lang, about: &About) -> Analysis {
    complete(body, words::of(body, lang, paradero_grammar::read(body, lang)), about)
}

/// Finds everything else once sentences and words are known.
fn complete(body: &str, mut found: Analysis, about: &About) -> Analysis {
    found.dates = dates::find(body, &found, about.published.as_ref());
    found.names = names::find(body, &found, about.publisher.as_deref());
    found.numbers = numbers::find(body, &found);
    syntax::find(body, &mut found);
    numbers::count(body, &mut found);
    found.quotations = quotations::find(body, &found);
    match found.lang {
        Lang::En => found.chains = chains::find(body, &found),
        Lang::Es => {
            found.chains = chains::ruled::find(body, &found);
            chains::ruled::join_first_persons(body, &mut found);
        }
    }
    found
}
