//! Readings of English words by their neighbours.

mod closed;
mod verbal;

use super::lexicon::{Lexicon, VerbReading};
use super::tag::{Reading, Token, by_look};
use super::{english_verbs, nouns};
use crate::{Form, Pos, Tense, VerbForm};
use paradero_model::Lang;

struct Tagger<'a> {
    tokens: &'a [Token<'a>],
    lexicon: &'static Lexicon,
    done: Vec<Reading>,
    heading: bool,
}

/// One reading for each token of a sentence.
pub(super) fn read(tokens: &[Token<'_>], heading: bool) -> Vec<Reading> {
    let mut tagger = Tagger { tokens, lexicon: Lexicon::of(Lang::En), done: Vec::with_capacity(tokens.len()), heading };
    for at in 0..tokens.len() {
        let reading = tagger.choose(at);
        tagger.done.push(reading);
    }
    tagger.conjunctions();
    tagger.done
}

/// Which forms of a verb a word may be.
#[derive(Default, Clone, Copy)]
struct Kinds {
    base: bool,
    third: bool,
    past: bool,
    participle: bool,
    gerund: bool,
}

impl Kinds {
    fn of(readings: &[VerbReading]) -> Self {
        let mut kinds = Self::default();
        for reading in readings {
            match (reading.form.verb, reading.form.tense) {
                (Some(VerbForm::Infinitive), _) => kinds.base = true,
                (Some(VerbForm::Finite), Some(Tense::Present)) => kinds.third = true,
                (Some(VerbForm::Finite), _) => kinds.past = true,
                (Some(VerbForm::Participle), _) => kinds.participle = true,
                (Some(VerbForm::Gerund), _) => kinds.gerund = true,
                _ => {}
            }
        }
        kinds
    }
}

impl Tagger<'_> {
    fn low(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.low.as_str())
    }

    /// The nearest word before `at` that is no adverb; `None` at the start or after a mark.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(6).find(|&i| {
            let reading = &self.done[i];
            !(reading.pos == Pos::Adv || (reading.pos == Pos::Part && matches!(self.low(i), "not" | "n't")))
        })
    }

    /// The next word after `at` that is no adverb or negation.
    fn after(&self, at: usize) -> usize {
        (at + 1..(at + 4).min(self.tokens.len()))
            .find(|&i| {
                let low = self.low(i);
                let little = matches!(
                    low,
                    "not" | "n't" | "also" | "never" | "just" | "only" | "still" | "already" | "even" | "now" | "ever"
                );
                let since = low == "since" && Kinds::of(self.lexicon.verbs(self.low(i + 1))).participle;
                let manner = low.ends_with("ly") && !self.lexicon.is(low, Pos::Noun) && !self.lexicon.is(low, Pos::Adj);
                !little && !since && !manner
            })
            .unwrap_or(at + 1)
    }

    /// Whether the word at `at` may open a noun phrase that is an object: "the", "him", "his", a name, a number.
    fn opens_object(&self, at: usize) -> bool {
        let low = self.low(at);
        if low.is_empty() || by_look(&self.tokens[at]).is_some_and(|look| look.pos != Pos::Num && look.pos != Pos::Adj) {
            return false;
        }
        if self.tokens[at].capital {
            return !self.lexicon.is(low, Pos::Adp);
        }
        match self.lexicon.parts(low).first() {
            Some(Pos::Det | Pos::Num) => true,
            Some(Pos::Pron) => !matches!(low, "who" | "whom" | "there" | "he" | "she" | "they" | "we" | "i"),
            Some(Pos::Noun | Pos::Adj) => !matches!(low, "today" | "last" | "late" | "early" | "home" | "home." | "next"),
            Some(_) => false,
            None => {
                let kinds = Kinds::of(self.lexicon.verbs(low));
                !(low.ends_with("ly") || kinds.gerund || kinds.third || kinds.past && !kinds.participle)
            }
        }
    }

    /// Whether a noun may stand at `at`: for "her" and prenominal participles.
    fn nominal(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        if by_look(token).is_some_and(|look| look.pos != Pos::Num && look.pos != Pos::Adj) {
            return false;
        }
        if token.capital {
            return true;
        }
        let parts = self.lexicon.parts(&token.low);
        let kinds = Kinds::of(self.lexicon.verbs(&token.low));
        match parts.first() {
            Some(Pos::Noun | Pos::Adj | Pos::Num) => true,
            Some(_) => parts.contains(&Pos::Adj) || parts.contains(&Pos::Noun),
            None => !token.low.ends_with("ly") && (!kinds.past || kinds.participle),
        }
    }

    fn choose(&self, at: usize) -> Reading {
        let token = &self.tokens[at];
        if let Some(look) = by_look(token) {
            return look;
        }
        let low = token.low.as_str();
        if let Some(reading) = self.closed(at, low) {
            return reading;
        }
        let parts = self.lexicon.parts(low);
        if token.capital {
            if low == "i" {
                return Reading::new(Pos::Pron, "i");
            }
            let nationality = parts.contains(&Pos::Adj)
                && matches!(low.chars().rev().take(3).collect::<String>().as_str(), s if ["na", "nar", "hsi", "ese", "nac"].iter().any(|e| s.starts_with(e)))
                || low.ends_with("an") && parts.contains(&Pos::Adj);
            if nationality
                && !self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.capital && !self.tokens[at..].is_empty() && at > 0 && self.tokens[at - 1].capital)
            {
                return Reading::new(Pos::Adj, low);
            }
            return Reading { pos: Pos::Propn, lemma: low.to_owned(), form: Form::default() };
        }
        let verbs = self.lexicon.verbs(low);
        let guessed: Vec<VerbReading> = if verbs.is_empty() && parts.is_empty() { english_verbs::guess(low) } else { Vec::new() };
        let readings = if verbs.is_empty() { guessed.as_slice() } else { verbs };
        if !readings.is_empty() {
            return self.verb_or_not(at, low, parts, readings);
        }
        match parts.first() {
            Some(&pos) => self.listed(low, pos, parts, at),
            None if low.contains('-') && self.nominal(at + 1) => Reading::new(Pos::Adj, low),
            None => open(low),
        }
    }

    fn listed(&self, low: &str, pos: Pos, parts: &[Pos], at: usize) -> Reading {
        let owned =
            at.checked_sub(1).is_some_and(|i| matches!(self.done[i].pos, Pos::Det | Pos::Adj) || self.done[i].lemma == "'s");
        let pos = match pos {
            Pos::Adv if parts.contains(&Pos::Noun) && owned => Pos::Noun,
            Pos::Adj if parts.contains(&Pos::Noun) && !self.nominal(at + 1) => Pos::Noun,
            Pos::Noun if parts.contains(&Pos::Adj) && self.nominal(at + 1) => Pos::Adj,
            // "more", "that": an adverb before an adjective is left as it stands.
            other => other,
        };
        if pos == Pos::Noun { nouns::english(low) } else { Reading::new(pos, low) }
    }

    fn opens_object_strictly(&self, at: usize) -> bool {
        matches!(self.lexicon.parts(self.low(at)).first(), Some(Pos::Det | Pos::Pron))
    }

    /// A second pass: "after he fled" has a conjunction, "after the raid" a preposition.
    fn conjunctions(&mut self) {
        for at in 0..self.done.len() {
            let low = self.tokens[at].low.as_str();
            if !matches!(
                low,
                "before"
                    | "after"
                    | "since"
                    | "until"
                    | "till"
                    | "because"
                    | "as"
                    | "than"
                    | "when"
                    | "where"
                    | "while"
                    | "though"
                    | "so"
            ) {
                continue;
            }
            let finite = self.done[at + 1..]
                .iter()
                .take(12)
                .take_while(|r| !(r.pos == Pos::Punct || (r.pos == Pos::Sconj)))
                .find_map(|r| (r.form.verb == Some(VerbForm::Finite)).then_some(true));
            let both = matches!(low, "before" | "after" | "since" | "until" | "till" | "because" | "as" | "than");
            if both {
                let next_of = self.tokens.get(at + 1).is_some_and(|t| t.low == "of");
                self.done[at].pos = if finite.is_some() && !next_of { Pos::Sconj } else { Pos::Adp };
                const NAMES_AS: [&str; 14] = [
                    "identify", "describe", "know", "regard", "pose", "serve", "work", "treat", "view", "define", "disguise",
                    "condemn", "label", "classify",
                ];
                let back = &self.done[at.saturating_sub(5)..at];
                if low == "as" && back.iter().any(|r| NAMES_AS.contains(&r.lemma.as_str())) {
                    self.done[at].pos = Pos::Adp;
                }
                if matches!(low, "as") && self.done.get(at + 1).is_some_and(|r| r.pos == Pos::Adj || r.pos == Pos::Adv) {
                    self.done[at].pos = Pos::Adv;
                }
            } else if matches!(low, "so") {
                self.done[at].pos = Pos::Adv;
            } else {
                self.done[at].pos = Pos::Sconj;
            }
        }
    }
}

fn low_noun(lexicon: &Lexicon, lemma: &str) -> bool {
    lexicon.is(lemma, Pos::Noun)
}

fn object_next_det(tagger: &Tagger<'_>, at: usize) -> bool {
    tagger.opens_object_strictly(at + 1)
}

/// "deported last week", "released Monday": a time is no object.
fn object_is_time(tagger: &Tagger<'_>, at: usize) -> bool {
    const TIMES: [&str; 22] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "last",
        "next",
        "this",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "earlier",
        "late",
        "home",
    ];
    let low = tagger.low(at);
    TIMES.contains(&low)
        && (low != "this"
            || matches!(tagger.low(at + 1), "week" | "month" | "year" | "morning" | "weekend" | "spring" | "summer"))
        || tagger.tokens.get(at).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()))
            && matches!(tagger.low(at + 1), "years" | "days" | "months" | "weeks" | "hours" | "times" | "miles")
}

fn aux(lemma: &str, tense: Tense) -> Reading {
    Reading { pos: Pos::Aux, lemma: lemma.to_owned(), form: finite(tense, None) }
}

fn finite(tense: Tense, person: Option<u8>) -> Form {
    Form { verb: Some(VerbForm::Finite), tense: Some(tense), person, ..Form::default() }
}

/// A word that no list holds.
fn open(low: &str) -> Reading {
    let ends = |list: &[&str]| list.iter().any(|end| low.len() > end.len() + 2 && low.ends_with(end));
    if ends(&["ly"]) {
        Reading::new(Pos::Adv, low)
    } else if ends(&["ous", "ful", "less", "able", "ible", "ive", "ical", "ial", "ional", "ish", "ary", "ic", "ese"])
        || (low.contains('-') && low.ends_with("ed"))
    {
        Reading::new(Pos::Adj, low)
    } else {
        nouns::english(low)
    }
}
