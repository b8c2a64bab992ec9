//! What a number counts: the rest of its phrase, and whether those are persons.

use super::figure::counts_persons;
use crate::{Analysis, Pos, Word};
use paradero_model::Span;

/// Fills in what each number counts, from the phrases; where syntax knows no phrase, from the words behind the number.
pub(crate) fn count(body: &str, found: &mut Analysis) {
    for at in 0..found.numbers.len() {
        let span = found.numbers[at].span;
        let counted = by_phrase(body, found, span).or_else(|| by_words(body, found, span));
        let persons = counted.is_some_and(|counted| says_persons(body, found, counted));
        found.numbers[at].of = counted;
        found.numbers[at].persons = persons;
    }
}

/// The rest of the smallest phrase that holds the number and goes on behind it.
fn by_phrase(body: &str, found: &Analysis, number: Span) -> Option<Span> {
    let before = found.phrases.partition_point(|phrase| phrase.span.start() <= number.end());
    let phrase = found.phrases[..before]
        .iter()
        .rev()
        .take(60)
        .filter(|phrase| {
            phrase.span.start() <= number.start().max(1) + 40
                && phrase.span.contains(Span::new(number.end().saturating_sub(1), number.end()))
                && phrase.span.end() > number.end()
        })
        .min_by_key(|phrase| phrase.span.len())?;
    // The head stands behind the number, or is the number itself ("hundreds of people", "61 de los venezolanos").
    let head = found.words.get(phrase.head)?.span;
    if head.end() <= number.start() {
        return None;
    }
    trimmed(body, Span::new(number.end(), phrase.span.end()))
}

/// Without the preposition and white space that join it to the number.
fn trimmed(body: &str, span: Span) -> Option<Span> {
    let text = span.of(body)?;
    let lead = text.trim_start();
    let lead =
        ["of the ", "of ", "de las ", "de los ", "de "].iter().find_map(|link| lead.strip_prefix(link)).unwrap_or(lead).trim();
    let start = lead.as_ptr() as usize - body.as_ptr() as usize;
    (!lead.is_empty()).then(|| Span::new(start, start + lead.len()))
}

/// Adjectives and nouns behind the number, past "of" and "de"; "otros" before it where nothing stands behind ("a otros nueve").
fn by_words(body: &str, found: &Analysis, number: Span) -> Option<Span> {
    let from = found.words.partition_point(|word| word.span.start() < number.end());
    let low = |word: &Word| word.text(body).to_lowercase();
    let sentence = found.sentence_at(number.start());
    let mut at = from;
    let mut noun = None;
    while let Some(word) = found.words.get(at).filter(|word| at - from < 9 && found.sentence_at(word.span.start()) == sentence) {
        let text = low(word);
        let persons = counts_persons(&text) || matches!(text.as_str(), "us" | "them" | "ellos" | "ellas" | "nosotros");
        let link = matches!(text.as_str(), "of" | "de" | "los" | "las" | "the") && noun.is_none();
        // "human rights and democracy activists": joined modifiers of a noun still to come.
        let joined = matches!(text.as_str(), "and" | "or")
            && at > from
            && found.words.get(at + 2).is_some_and(|next| counts_persons(&low(next)));
        let participle = matches!(word.pos, Pos::Verb)
            && ["ed", "en", "ing"].iter().any(|end| text.ends_with(end))
            && noun.is_none()
            && at == from;
        let inside = matches!(word.pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
            || text == "-"
            || persons && noun.is_none()
            || participle;
        if !(link || inside || joined) {
            break;
        }
        if matches!(word.pos, Pos::Noun | Pos::Propn) || persons {
            noun = Some(at);
        }
        at += 1;
    }
    if noun.is_none() {
        let before = found.words.get(found.words.partition_point(|word| word.span.start() < number.start()).checked_sub(1)?)?;
        return matches!(low(before).as_str(), "otros" | "otras").then_some(before.span);
    }
    let last = found.words.get(at.checked_sub(1)?).filter(|_| at > from)?;
    trimmed(body, Span::new(number.end(), last.span.end()))
}

/// Whether what is counted are persons, told by its head: the first word of persons before any complement.
fn says_persons(body: &str, found: &Analysis, counted: Span) -> bool {
    for word in found.words_in(counted) {
        let text = word.text(body).to_lowercase();
        if matches!(text.as_str(), "us" | "them" | "ellos" | "ellas" | "nosotros" | "otros" | "others" | "otras")
            || counts_persons(&text) && word.pos != Pos::Adj
            || counts_persons(&text) && text.ends_with('s')
        {
            return true;
        }
        let participle = word.span.start() == counted.start();
        if !participle
            && matches!(word.pos, Pos::Adp | Pos::Verb | Pos::Aux | Pos::Sconj)
            && !matches!(text.as_str(), "of" | "de")
        {
            return false;
        }
        if matches!(text.as_str(), "of" | "de") && word.span.start() > counted.start() {
            return false;
        }
    }
    false
}
