//! Sentences and words of an [`Analysis`], from what `paradero-grammar` reads.

mod irregular;

use crate::{Analysis, Form, Gender, Pos, Sentence, Tense, VerbForm, Word};
use paradero_grammar::Reading;
use paradero_model::{Lang, Span};

/// An analysis with its sentences and words; everything else empty.
pub(crate) fn of(body: &str, lang: Lang, reading: Reading) -> Analysis {
    let sentences = sentences(body, &reading);
    let words = reading.words.into_iter().map(|word| one(body, lang, word)).collect();
    Analysis::of(lang, sentences, words)
}

fn one(body: &str, lang: Lang, word: paradero_grammar::Word) -> Word {
    let form = form(&word);
    let lemma = lemma(body, lang, &word);
    Word {
        span: word.span,
        full: word.form,
        part: word.part,
        pos: word.pos,
        lemma,
        form,
        features: word.features,
        head: word.head,
        relation: word.relation,
        tag: word.name,
    }
}

/// The dictionary form, lower-cased; what closed lists know better than the model, they say.
fn lemma(body: &str, lang: Lang, word: &paradero_grammar::Word) -> String {
    let low = word.form(body).to_lowercase();
    if lang == Lang::En && matches!(word.pos, Pos::Verb | Pos::Aux) {
        if let Some(base) = irregular::base(&low) {
            return base.to_owned();
        }
        if low.ends_with("eed") && low.len() > 4 && word.lemma.len() + 2 <= low.len() {
            return low[..low.len() - 1].to_owned(); // "freed" is of "free"
        }
    }
    if word.lemma.is_empty() { low } else { word.lemma.to_lowercase() }
}

/// The features that rules ask for most, read once.
fn form(word: &paradero_grammar::Word) -> Form {
    let mut form = Form::default();
    let (mut mood, mut tense, mut verb) = ("", "", "");
    for (name, value) in word.features.split('|').filter_map(|one| one.split_once('=')) {
        match (name, value) {
            ("Gender", "Masc") => form.gender = Some(Gender::Masculine),
            ("Gender", "Fem") => form.gender = Some(Gender::Feminine),
            ("Number", "Plur") => form.plural = Some(true),
            ("Number", "Sing") => form.plural = Some(false),
            ("Person", _) => form.person = value.parse().ok(),
            ("VerbForm", _) => verb = value,
            ("Mood", _) => mood = value,
            ("Tense", _) => tense = value,
            _ => {}
        }
    }
    if word.pos == Pos::Noun && form.gender.is_none() {
        form.gender = match &*word.lemma.to_lowercase() {
            "woman" | "girl" | "mother" | "daughter" | "sister" | "wife" | "aunt" | "niece" | "grandmother" | "spokeswoman"
            | "congresswoman" => Some(Gender::Feminine),
            "man" | "boy" | "father" | "son" | "brother" | "husband" | "uncle" | "nephew" | "grandfather" | "spokesman"
            | "congressman" => Some(Gender::Masculine),
            _ => None,
        };
    }
    form.verb = match (verb, tense) {
        ("Inf", _) => Some(VerbForm::Infinitive),
        ("Ger", _) | ("Part", "Pres") => Some(VerbForm::Gerund),
        ("Part", _) => Some(VerbForm::Participle),
        ("Fin", _) => Some(VerbForm::Finite),
        _ if matches!(word.pos, Pos::Verb | Pos::Aux) => Some(VerbForm::Finite),
        _ => None,
    };
    if form.verb == Some(VerbForm::Finite) {
        form.tense = match (mood, tense) {
            ("Sub", _) => Some(Tense::Subjunctive),
            ("Cnd", _) => Some(Tense::Conditional),
            ("Imp", _) => Some(Tense::Imperative),
            (_, "Past" | "Imp" | "Pqp") => Some(Tense::Past),
            (_, "Pres") => Some(Tense::Present),
            (_, "Fut") => Some(Tense::Future),
            _ => None,
        };
    }
    form
}

fn sentences(body: &str, reading: &Reading) -> Vec<Sentence> {
    let mut paragraph = 0;
    let mut found: Vec<Sentence> = Vec::with_capacity(reading.sentences.len());
    for (at, one) in reading.sentences.iter().enumerate() {
        let next = reading.sentences.get(at + 1).map_or(body.len(), |next| next.span.start());
        let breaks = breaks(&body[one.span.end()..next]);
        let own_line = breaks > 0 || at + 1 == reading.sentences.len();
        let heading =
            own_line && one.words.len() <= LONGEST_HEADING && unended(&body[one.span.range()]) && starts_line(body, one.span);
        found.push(Sentence { span: one.span, words: one.words.clone(), paragraph, heading });
        if breaks > 1 {
            paragraph += 1;
        }
    }
    found
}

/// A heading has no more words.
const LONGEST_HEADING: usize = 40;

/// How many lines end in `gap`; two or more leave an empty line.
fn breaks(gap: &str) -> usize {
    gap.matches('\n').count().max(gap.matches('\r').count())
}

/// Whether a sentence ends without an end mark.
fn unended(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '’', '»', ')', ']', '"', '\'']);
    !text.ends_with(['.', '!', '?', '…', ';', ','])
}

fn starts_line(body: &str, span: Span) -> bool {
    body[..span.start()].trim_end_matches([' ', '\t', '\u{a0}']).chars().next_back().is_none_or(|c| matches!(c, '\n' | '\r'))
}
