//! Chooses one reading for each word of a sentence: what needs no neighbours here, the rest by language.

use super::{english, lexicon::Lexicon, spanish};
use crate::{Form, Pos, Sentence, Word};
use paradero_grammar::{NameTag, Part, Relation};
use paradero_model::{Lang, Span};

/// A word before its reading is chosen.
pub(super) struct Token<'a> {
    /// The word as it stands.
    pub(super) text: &'a str,
    /// Lower-cased, with a straight apostrophe.
    pub(super) low: String,
    /// Whether it opens with a capital that says "name": not that of a sentence's first word, nor of a line in capitals.
    pub(super) capital: bool,
}

/// A reading chosen.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) pos: Pos,
    pub(super) lemma: String,
    pub(super) form: Form,
}

impl Reading {
    pub(super) fn new(pos: Pos, lemma: impl Into<String>) -> Self {
        Self { pos, lemma: lemma.into(), form: Form::default() }
    }
}

/// The words at `spans` with their parts of speech.
pub(super) fn words(body: &str, spans: &[Span], sentences: &[Sentence], lang: Lang) -> Vec<Word> {
    let lexicon = Lexicon::of(lang);
    let mut words = Vec::with_capacity(spans.len());
    for sentence in sentences {
        let texts: Vec<&str> = spans[sentence.words.clone()].iter().map(|span| &body[span.range()]).collect();
        let tokens = tokens(&texts, sentence.heading, lexicon);
        let readings = match lang {
            Lang::En => english::read(&tokens, sentence.heading),
            Lang::Es => spanish::read(&tokens, sentence.heading),
        };
        for (reading, &span) in readings.into_iter().zip(&spans[sentence.words.clone()]) {
            words.push(Word {
                span,
                full: None,
                part: Part::Whole,
                pos: reading.pos,
                lemma: reading.lemma,
                form: reading.form,
                features: "".into(),
                head: None,
                relation: Relation::ROOT,
                tag: NameTag::Outside,
            });
        }
    }
    words
}

fn tokens<'a>(texts: &[&'a str], heading: bool, lexicon: &Lexicon) -> Vec<Token<'a>> {
    let capital = |text: &str| text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let lettered = texts.iter().filter(|text| text.chars().any(char::is_alphabetic)).count();
    let capitals = texts.iter().filter(|text| capital(text)).count();
    let small = texts.iter().any(|text| text.chars().filter(|c| c.is_lowercase()).count() > 1);
    // In a title in capitals ("Judge Orders Release of Detained Student") a capital says nothing of a word that the lists know.
    let titled = (heading || !small) && lettered > 3 && capitals * 3 >= lettered * 2;
    let mut start = true;
    let mut tokens = Vec::with_capacity(texts.len());
    for (at, &text) in texts.iter().enumerate() {
        let low = text.to_lowercase().replace('’', "'");
        let mut is_capital = capital(text);
        let known = !lexicon.parts(&low).is_empty() || !lexicon.verbs(&low).is_empty();
        if is_capital && (titled || start) {
            let name_follows = texts.get(at + 1).is_some_and(|next| capital(next)) && !titled;
            let closed = lexicon.parts(&low).iter().any(|pos| !matches!(pos, Pos::Noun | Pos::Adj | Pos::Adv | Pos::Num));
            let open = known
                && !(name_follows
                    && lexicon.verbs(&low).iter().all(|verb| verb.form.person.is_none())
                    && low.chars().count() < 12);
            let common = known_by_ending(&low) && !name_follows;
            is_capital = !(closed || open || common) || (text.chars().count() > 1 && !small && !titled && lettered < 3);
        }
        tokens.push(Token { text, low, capital: is_capital });
        if text.chars().any(char::is_alphanumeric) {
            start = false;
        } else if matches!(text, "“" | "«" | "\"" | ":" | "¿" | "¡" | "``" | "`") {
            start = true; // a quotation may open with a capital of its own
        }
    }
    tokens
}

/// Endings that common words have and names seldom.
fn known_by_ending(low: &str) -> bool {
    ["tion", "tions", "ment", "ments", "ción", "ciones", "mente", "ieron", "aron", "ando", "iendo", "ly"]
        .iter()
        .any(|end| low.len() > end.len() + 2 && low.ends_with(end))
}

/// What a word is by its look alone: marks, figures, addresses.
pub(super) fn by_look(token: &Token<'_>) -> Option<Reading> {
    let text = token.text;
    if !text.chars().any(char::is_alphanumeric) {
        let sign = text.chars().all(|c| matches!(c, '$' | '%' | '€' | '£' | '+' | '=' | '<' | '>' | '°' | '§' | '#' | '|'));
        return Some(Reading::new(if sign { Pos::Sym } else { Pos::Punct }, text));
    }
    if text.contains("://") || text.starts_with("www.") || (text.contains('@') && text.len() > 1) || text.starts_with('#') {
        return Some(Reading::new(if text.starts_with(['#', '@']) { Pos::Propn } else { Pos::X }, token.low.clone()));
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        let ordinal = ["st", "nd", "rd", "th", "º", "ª", "er", "o", "a"].iter().any(|end| {
            text.strip_suffix(end).is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()))
        });
        let compound = text.contains('-') && text.chars().any(char::is_alphabetic);
        return Some(Reading::new(if ordinal || compound { Pos::Adj } else { Pos::Num }, token.low.clone()));
    }
    None
}
