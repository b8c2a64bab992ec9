//! The words that a date can begin with, so that most words of a text are passed by after one look.

use super::{cursor::Cursor, english, holidays, parts, pieces::Kind, spanish, words, year_words};
use paradero_model::Lang;
use std::{collections::HashSet, sync::LazyLock};

static ENGLISH: LazyLock<HashSet<&'static str>> = LazyLock::new(|| starters(Lang::En));
static SPANISH: LazyLock<HashSet<&'static str>> = LazyLock::new(|| starters(Lang::Es));

/// Whether a date can begin with the piece at `at`: with digits, or with the first word of a phrase.
pub(super) fn may_begin(c: &Cursor<'_>, at: usize) -> bool {
    let set = match c.lang {
        Lang::En => &*ENGLISH,
        Lang::Es => &*SPANISH,
    };
    c.piece(at).is_some_and(|piece| match piece.kind {
        Kind::Digits => true,
        Kind::Word => set.contains(piece.folded.as_str()),
        Kind::Mark | Kind::Break => false,
    })
}

fn starters(lang: Lang) -> HashSet<&'static str> {
    let words = words::of(lang);
    let mut phrases: Vec<&'static str> = Vec::new();
    phrases.extend(words.edges.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.present.iter().map(|(phrase, ())| *phrase));
    phrases.extend(words.units.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.weekdays.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.seasons.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.steps.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.same.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.since_then.iter().map(|(phrase, ())| *phrase));
    phrases.extend(words.leads.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.roughly.iter().map(|(phrase, ())| *phrase));
    phrases.extend(words.ordinals.iter().map(|(phrase, _)| *phrase));
    phrases.extend(words.week_of.iter().map(|(phrase, ())| *phrase));
    phrases.extend([words.between, words.from].concat());
    phrases.extend(holidays::names(lang));
    phrases.extend(parts::phrases(lang));
    phrases.extend(year_words::phrases(lang));
    phrases.extend(match lang {
        Lang::En => english::phrases(),
        Lang::Es => spanish::phrases(),
    });
    phrases.into_iter().filter_map(|phrase| phrase.split(' ').next()).collect()
}
