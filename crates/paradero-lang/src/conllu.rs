//! An analysis as CoNLL-U, the exchange format of Universal Dependencies, for scorers and other programs.

use crate::{Analysis, Name, NameKind, NameTag, Part, Pos, Relation, Universal, Word};
use paradero_grammar::{Reading, conllu};
use paradero_model::{Lang, Span};
use std::borrow::Cow;

/// The words of `body` as CoNLL-U: one block for each sentence, `# newpar` where a paragraph begins, names as `Name=B-PER` in the last
/// column. A paragraph in a third language, which analysis leaves alone, is given as one sentence of foreign words (`X`, each on the
/// first), so that the text is whole.
#[must_use]
pub fn conllu(body: &str, found: &Analysis) -> String {
    let mut reading = Reading::default();
    let mut next = 0;
    for (number, paragraph) in found.paragraphs.iter().enumerate() {
        if paragraph.lang.is_none() {
            foreign(body, paragraph.span, &mut reading);
        }
        while let Some(sentence) = found.sentences.get(next).filter(|sentence| sentence.paragraph <= number) {
            let base = reading.words.len();
            let lang = found.lang_of(next);
            let words = &found.words[sentence.words.clone()];
            let at_home =
                |head: usize| (head + base).checked_sub(sentence.words.start).filter(|_| sentence.words.contains(&head));
            reading.words.extend(words.iter().map(|word| paradero_grammar::Word {
                span: word.span,
                form: word.full.clone(),
                part: word.part,
                pos: word.pos,
                features: word.features.clone(),
                lemma: lemma(body, word, lang).into(),
                head: word.head.and_then(at_home),
                relation: word.relation,
                name: NameTag::Outside,
            }));
            close(&mut reading, sentence.span, base);
            next += 1;
        }
    }
    tag_names(&found.names, &mut reading);
    conllu::write(body, &reading)
}

/// Ends the sentence that began with the word `base`.
fn close(reading: &mut Reading, span: Span, base: usize) {
    if reading.words.len() > base {
        reading.sentences.push(paradero_grammar::Sentence { span, words: base..reading.words.len(), cut: false });
    }
}

/// A dictionary form as the treebanks write it: names and English "I" keep their capitals, which [`Word::lemma`] lacks.
fn lemma(body: &str, word: &Word, lang: Lang) -> String {
    let written = word.text(body);
    if word.pos == Pos::Propn && written.to_lowercase() == word.lemma {
        return written.to_owned();
    }
    if word.lemma == "i" && word.pos == Pos::Pron && lang == Lang::En {
        return "I".to_owned();
    }
    word.lemma.clone()
}

/// A paragraph of words that nothing is known of.
fn foreign(body: &str, span: Span, reading: &mut Reading) {
    let base = reading.words.len();
    let words = &body[span.range()];
    let mut at = 0;
    for piece in words.split_inclusive(char::is_whitespace) {
        let piece_at = span.start() + at;
        at += piece.len();
        let piece = piece.trim_end();
        if piece.is_empty() {
            continue;
        }
        let first = reading.words.len() == base;
        reading.words.push(paradero_grammar::Word {
            span: Span::new(piece_at, piece_at + piece.len()),
            form: None,
            part: Part::Whole,
            pos: Pos::X,
            features: Cow::Borrowed("Foreign=Yes"),
            lemma: piece.into(),
            head: (!first).then_some(base),
            relation: if first { Relation::ROOT } else { Relation { universal: Universal::Flat, subtype: "foreign" } },
            name: NameTag::Outside,
        });
    }
    close(reading, span, base);
}

/// Tags the words that lie in a name.
fn tag_names(names: &[Name], reading: &mut Reading) {
    let mut at = 0;
    for name in names {
        while reading.words.get(at).is_some_and(|word| word.span.start() < name.span.start()) {
            at += 1;
        }
        let [first, rest] = match name.kind {
            NameKind::Person => [NameTag::BeginPerson, NameTag::InPerson],
            NameKind::Place => [NameTag::BeginPlace, NameTag::InPlace],
            NameKind::Organisation => [NameTag::BeginOrganisation, NameTag::InOrganisation],
            NameKind::Other => [NameTag::BeginOther, NameTag::InOther],
        };
        let mut tag = first;
        while let Some(word) = reading.words.get_mut(at).filter(|word| word.span.end() <= name.span.end()) {
            word.name = tag;
            tag = rest;
            at += 1;
        }
    }
}
