//! Readings of English words by their neighbours.

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
                !(matches!(
                    low,
                    "not" | "n't" | "also" | "never" | "just" | "only" | "still" | "already" | "even" | "now" | "ever"
                ) || (low.ends_with("ly") && !self.lexicon.is(low, Pos::Noun) && !self.lexicon.is(low, Pos::Adj)))
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
                !low.ends_with("ly") && !(kinds.gerund || kinds.third || kinds.past && !kinds.participle)
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

    /// Words whose part of speech their neighbours alone decide.
    fn closed(&self, at: usize, low: &str) -> Option<Reading> {
        let next = self.low(at + 1);
        let previous = at.checked_sub(1).map(|i| &self.done[i]);
        let pron = |person: Option<u8>, plural: Option<bool>, gender: Option<crate::Gender>| Form {
            person,
            plural,
            gender,
            ..Form::default()
        };
        use crate::Gender::{Feminine, Masculine};
        Some(match low {
            "'s" => {
                let after = self.after(at);
                let kinds = Kinds::of(self.lexicon.verbs(self.low(after)));
                let pronoun = previous.is_some_and(|p| {
                    p.pos == Pos::Pron || matches!(p.lemma.as_str(), "where" | "what" | "how" | "here" | "there" | "when" | "let")
                });
                let verbal = matches!(self.low(at + 1), "not" | "been" | "being" | "a" | "the" | "in" | "still" | "now" | "no");
                if previous.is_some_and(|p| p.lemma == "let") {
                    Reading::new(Pos::Pron, "we")
                } else if pronoun || verbal {
                    let has = (kinds.participle
                        && !kinds.gerund
                        && matches!(self.low(after), "been" | "had" | "got" | "gone" | "become"))
                        || self.low(after) == "been";
                    Reading {
                        pos: Pos::Aux,
                        lemma: if has { "have" } else { "be" }.into(),
                        form: finite(Tense::Present, Some(3)),
                    }
                } else {
                    Reading::new(Pos::Part, "'s")
                }
            }
            "'" => Reading::new(Pos::Punct, "'"),
            "'re" => aux("be", Tense::Present),
            "'m" => aux("be", Tense::Present),
            "'ve" => aux("have", Tense::Present),
            "'ll" => aux("will", Tense::Future),
            "'d" => {
                let kinds = Kinds::of(self.lexicon.verbs(self.low(self.after(at))));
                aux(
                    if kinds.participle && !kinds.base { "have" } else { "would" },
                    if kinds.participle && !kinds.base { Tense::Past } else { Tense::Conditional },
                )
            }
            "n't" | "not" => Reading::new(Pos::Part, "not"),
            "am" | "are" | "is" | "'s be" => aux("be", Tense::Present),
            "was" | "were" => aux("be", Tense::Past),
            "be" => {
                Reading { pos: Pos::Aux, lemma: "be".into(), form: Form { verb: Some(VerbForm::Infinitive), ..Form::default() } }
            }
            "been" => {
                Reading { pos: Pos::Aux, lemma: "be".into(), form: Form { verb: Some(VerbForm::Participle), ..Form::default() } }
            }
            "being" => {
                Reading { pos: Pos::Aux, lemma: "be".into(), form: Form { verb: Some(VerbForm::Gerund), ..Form::default() } }
            }
            "have" | "has" | "had" | "having" => {
                let mut after = self.after(at);
                if matches!(self.low(after), "he" | "she" | "it" | "they" | "we" | "you" | "i") {
                    after = self.after(after);
                }
                let kinds = Kinds::of(self.lexicon.verbs(self.low(after)));
                let is_aux = self.low(after) == "been"
                    || (kinds.participle && !self.tokens.get(after).is_some_and(|t| t.capital))
                    || (self.low(after).ends_with("ed") && self.lexicon.parts(self.low(after)).is_empty());
                let verb = match low {
                    "having" => Form { verb: Some(VerbForm::Gerund), ..Form::default() },
                    "have" => {
                        let to = self.before(at).is_some_and(|i| self.done[i].pos == Pos::Aux || self.low(i) == "to");
                        Form {
                            verb: Some(if to { VerbForm::Infinitive } else { VerbForm::Finite }),
                            tense: (!to).then_some(Tense::Present),
                            ..Form::default()
                        }
                    }
                    "has" => finite(Tense::Present, Some(3)),
                    _ => finite(Tense::Past, None),
                };
                let participle = low == "had" && self.before(at).is_some_and(|i| self.done[i].lemma == "have");
                Reading {
                    pos: if is_aux { Pos::Aux } else { Pos::Verb },
                    lemma: "have".into(),
                    form: if participle { Form { verb: Some(VerbForm::Participle), ..Form::default() } } else { verb },
                }
            }
            "do" | "does" | "did" => {
                let mut after = self.after(at);
                if matches!(self.low(after), "he" | "she" | "it" | "they" | "we" | "you" | "i") {
                    after = self.after(after);
                }
                let is_aux = after > at + 1 || Kinds::of(self.lexicon.verbs(self.low(after))).base;
                Reading {
                    pos: if is_aux { Pos::Aux } else { Pos::Verb },
                    lemma: "do".into(),
                    form: finite(if low == "did" { Tense::Past } else { Tense::Present }, None),
                }
            }
            "will" | "wo" | "shall" | "would" | "should" | "can" | "ca" | "could" | "may" | "might" | "must" => {
                if self.tokens[at].capital
                    || (low == "will" && previous.is_some_and(|p| matches!(p.pos, Pos::Det | Pos::Adj | Pos::Part)))
                    || (low == "wo" || low == "ca") && next != "n't"
                {
                    return None;
                }
                let lemma = match low {
                    "wo" => "will",
                    "ca" => "can",
                    other => other,
                };
                aux(
                    lemma,
                    match lemma {
                        "will" | "shall" => Tense::Future,
                        "would" => Tense::Conditional,
                        _ => Tense::Present,
                    },
                )
            }
            "to" => {
                let kinds = Kinds::of(self.lexicon.verbs(self.low(self.after(at))));
                let verb = (kinds.base || matches!(self.low(self.after(at)), "be" | "have" | "do"))
                    && !self.tokens.get(self.after(at)).is_some_and(|t| t.capital)
                    && !matches!(self.low(at + 1), "prison" | "court" | "custody" | "jail" | "detention");
                Reading::new(if verb { Pos::Part } else { Pos::Adp }, "to")
            }
            "that" => self.that(at),
            "her" => Reading {
                pos: if self.nominal(at + 1) { Pos::Det } else { Pos::Pron },
                lemma: "her".into(),
                form: pron(Some(3), Some(false), Some(Feminine)),
            },
            "his" => Reading {
                pos: if self.nominal(at + 1) || !self.lexicon.verbs(next).is_empty() { Pos::Det } else { Pos::Pron },
                lemma: "his".into(),
                form: pron(Some(3), Some(false), Some(Masculine)),
            },
            "he" | "him" | "himself" => {
                Reading { pos: Pos::Pron, lemma: "he".into(), form: pron(Some(3), Some(false), Some(Masculine)) }
            }
            "she" | "herself" | "hers" => {
                Reading { pos: Pos::Pron, lemma: "she".into(), form: pron(Some(3), Some(false), Some(Feminine)) }
            }
            "they" | "them" | "themselves" => {
                Reading { pos: Pos::Pron, lemma: "they".into(), form: pron(Some(3), Some(true), None) }
            }
            "it" | "itself" => Reading { pos: Pos::Pron, lemma: "it".into(), form: pron(Some(3), Some(false), None) },
            "their" | "its" => Reading { pos: Pos::Det, lemma: low.into(), form: pron(Some(3), Some(low == "their"), None) },
            "i" | "me" => Reading { pos: Pos::Pron, lemma: "i".into(), form: pron(Some(1), Some(false), None) },
            "we" | "us" if low == "we" || !self.tokens[at].text.starts_with("US") => {
                Reading { pos: Pos::Pron, lemma: "we".into(), form: pron(Some(1), Some(true), None) }
            }
            "which" | "what" | "whose" => {
                let det = low == "whose"
                    || (self.nominal(at + 1)
                        && previous.is_none_or(|p| matches!(p.pos, Pos::Verb | Pos::Adp))
                        && !matches!(self.lexicon.parts(next).first(), Some(Pos::Pron | Pos::Det)));
                Reading::new(if det { Pos::Det } else { Pos::Pron }, low)
            }
            "these" | "those" | "this" | "all" | "some" | "many" | "few" | "both" | "any" | "another" | "each" | "several"
            | "most" | "either" => Reading::new(
                if self.nominal(at + 1) || matches!(self.low(at + 1), "the" | "of" if low == "all") {
                    Pos::Det
                } else if matches!(low, "several" | "most") {
                    Pos::Adj
                } else {
                    Pos::Pron
                },
                low,
            ),
            "no" if matches!(next, "longer" | "sooner") => Reading::new(Pos::Adv, "no"),
            "longer" if previous.is_some_and(|p| p.lemma == "no") => Reading::new(Pos::Adv, "longer"),
            "pending" if previous.is_some_and(|p| matches!(p.pos, Pos::Det | Pos::Aux | Pos::Verb)) => {
                Reading::new(Pos::Adj, "pending")
            }
            "there" => {
                let exists =
                    previous.is_none_or(|p| !matches!(p.pos, Pos::Verb)) && (self.lexicon.is(next, Pos::Aux) || next == "'s");
                Reading::new(if exists { Pos::Pron } else { Pos::Adv }, "there")
            }
            "no" => Reading::new(
                if self.nominal(at + 1) || !self.lexicon.verbs(next).is_empty() { Pos::Det } else { Pos::Intj },
                "no",
            ),
            "like" => {
                let verb =
                    previous.is_some_and(|p| p.pos == Pos::Pron || p.pos == Pos::Aux && p.lemma != "be" || p.lemma == "to");
                if verb {
                    Reading { pos: Pos::Verb, lemma: "like".into(), form: finite(Tense::Present, None) }
                } else {
                    Reading::new(Pos::Adp, "like")
                }
            }
            "one" | "ones" => Reading::new(if self.nominal(at + 1) || next == "of" { Pos::Num } else { Pos::Pron }, "one"),
            _ => return None,
        })
    }

    fn that(&self, at: usize) -> Reading {
        let previous = self.before(at).map(|i| &self.done[i]);
        let next = self.low(self.after(at));
        let kinds = Kinds::of(self.lexicon.verbs(next));
        let verb_next = self.lexicon.is(next, Pos::Aux) || kinds.third || kinds.past && !self.lexicon.is(next, Pos::Noun);
        let pos = match previous.map(|p| p.pos) {
            Some(Pos::Verb | Pos::Aux | Pos::Adp) if self.determines(at + 1) => Pos::Det,
            Some(Pos::Noun | Pos::Propn | Pos::Pron) if verb_next => Pos::Pron,
            Some(Pos::Verb | Pos::Aux | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Pron)
                if self.opens_object(self.after(at))
                    || matches!(
                        next,
                        "he" | "she" | "they" | "we" | "i" | "there" | "it" | "if" | "when" | "in" | "at" | "on"
                    ) =>
            {
                Pos::Sconj
            }
            Some(Pos::Verb | Pos::Aux | Pos::Adp) if self.determines(at + 1) => Pos::Det,
            _ if verb_next => Pos::Pron,
            Some(Pos::Cconj)
                if matches!(self.lexicon.parts(next).first(), Some(Pos::Det | Pos::Pron))
                    || self.tokens.get(at + 1).is_some_and(|t| t.capital) =>
            {
                Pos::Sconj
            }
            _ if self.nominal(at + 1) => Pos::Det,
            Some(Pos::Verb | Pos::Adj | Pos::Noun) => Pos::Sconj,
            Some(Pos::Cconj) if self.opens_object(self.after(at)) => Pos::Sconj,
            _ => Pos::Pron,
        };
        Reading::new(pos, "that")
    }

    /// Whether the word at `at` is a bare singular noun with no verb of its own after it: "that" before it points.
    fn determines(&self, at: usize) -> bool {
        let noun = |low: &str| self.lexicon.parts(low).first() == Some(&Pos::Noun) && !low.ends_with('s');
        let low = self.low(at);
        if self.tokens.get(at).is_some_and(|token| token.capital) || !noun(low) {
            return false;
        }
        let after = self.low(at + 1);
        let kinds = Kinds::of(self.lexicon.verbs(after));
        !(self.lexicon.is(after, Pos::Aux) || kinds.past || kinds.third)
    }

    /// Chooses between the verb's forms and a noun, adjective or other listed word.
    fn verb_or_not(&self, at: usize, low: &str, parts: &[Pos], readings: &[VerbReading]) -> Reading {
        let kinds = Kinds::of(readings);
        let lemma = readings[0].lemma.as_str();
        let form_of = |wanted: VerbForm| {
            readings.iter().find(|reading| reading.form.verb == Some(wanted)).map_or(lemma, |reading| reading.lemma.as_str())
        };
        let as_verb = |form: VerbForm, tense: Option<Tense>| Reading {
            pos: Pos::Verb,
            lemma: form_of(form).to_owned(),
            form: Form {
                verb: Some(form),
                tense,
                person: (kinds.third && tense == Some(Tense::Present)).then_some(3),
                ..Form::default()
            },
        };
        let listed = || parts.iter().find(|pos| **pos != Pos::Verb).copied();
        let noun = || nouns::english(low);
        let other = || match listed() {
            Some(Pos::Noun) | None => noun(),
            Some(pos) => Reading::new(pos, low),
        };
        let gerund = || as_verb(VerbForm::Gerund, None);
        let participle = || as_verb(VerbForm::Participle, None);
        let past = || if kinds.past { as_verb(VerbForm::Finite, Some(Tense::Past)) } else { participle() };
        let present = || as_verb(if kinds.third { VerbForm::Finite } else { VerbForm::Finite }, Some(Tense::Present));
        if matches!(listed(), Some(Pos::Adp | Pos::Cconj | Pos::Sconj | Pos::Det | Pos::Num | Pos::Intj | Pos::Pron)) {
            return other();
        }
        // The auxiliary it hangs on, over adverbs and, in a question, the subject.
        let previous = self.before(at);
        let mut head = previous;
        if let Some(i) = head
            && self.done[i].pos == Pos::Pron
            && matches!(self.low(i), "he" | "she" | "it" | "they" | "you" | "we" | "i" | "there")
            && let Some(j) = self.before(i)
            && self.done[j].pos == Pos::Aux
        {
            head = Some(j);
        }
        let before = previous.map(|i| &self.done[i]);
        let next = self.low(at + 1);
        if let Some(aux) = head.map(|i| &self.done[i]).filter(|r| {
            r.pos == Pos::Aux
                || (r.lemma == "to" && r.pos == Pos::Part)
                || (r.pos == Pos::Verb && r.lemma == "get" && kinds.participle)
                || (r.pos == Pos::Verb && matches!(r.lemma.as_str(), "have") && kinds.participle && !kinds.base)
        }) {
            return match aux.lemma.as_str() {
                "be" | "get" if kinds.participle && !(kinds.base && !kinds.past && matches!(listed(), Some(_))) => {
                    if matches!(listed(), Some(Pos::Adj)) && !self.lexicon.takes_object(form_of(VerbForm::Participle)) {
                        Reading::new(Pos::Adj, low)
                    } else {
                        participle()
                    }
                }
                "be" if kinds.gerund && !(parts.contains(&Pos::Noun) && false) => gerund(),
                "be" => {
                    if kinds.past {
                        past()
                    } else {
                        other()
                    }
                }
                "have" if kinds.participle => participle(),
                "have" => {
                    if kinds.past {
                        past()
                    } else {
                        other()
                    }
                }
                _ if kinds.base => as_verb(VerbForm::Infinitive, None),
                _ if kinds.past => past(),
                _ => other(),
            };
        }
        let object_next = self.opens_object(self.after(at));
        let Some(before) = before else {
            // At the start of a sentence.
            return if kinds.gerund {
                if parts.contains(&Pos::Noun) && !object_next { noun() } else { gerund() }
            } else if kinds.participle {
                if self.nominal(at + 1)
                    && !matches!(next, "the" | "a" | "an")
                    && kinds.past
                    && !self.lexicon.is(next, Pos::Adp)
                    && kinds.participle
                    && !object_next_det(self, at)
                {
                    participle()
                } else if object_next {
                    past()
                } else {
                    participle()
                }
            } else if kinds.base && !parts.contains(&Pos::Noun) && object_next {
                as_verb(VerbForm::Finite, Some(Tense::Imperative))
            } else if kinds.third && object_next {
                present()
            } else {
                other()
            };
        };
        let after_mark = before.pos == Pos::Punct;
        match before.pos {
            Pos::Det | Pos::Num | Pos::Part if before.lemma != "to" => {
                if kinds.gerund {
                    return if parts.contains(&Pos::Noun) || !self.nominal(at + 1) {
                        noun()
                    } else {
                        Reading::new(Pos::Adj, low)
                    };
                }
                if kinds.participle && (kinds.past || !kinds.base) {
                    let own = matches!(before.lemma.as_str(), "those" | "all" | "many" | "some" | "both");
                    return if self.nominal(at + 1) || own {
                        participle()
                    } else if matches!(listed(), Some(Pos::Adj)) {
                        other()
                    } else {
                        Reading::new(Pos::Adj, low)
                    };
                }
                if matches!(listed(), Some(Pos::Adj)) && self.nominal(at + 1) { Reading::new(Pos::Adj, low) } else { noun() }
            }
            Pos::Pron => {
                if matches!(
                    before.lemma.as_str(),
                    "those" | "these" | "them" | "him" | "her" | "one" | "some" | "many" | "several" | "others"
                ) && (kinds.participle || kinds.gerund || kinds.base)
                {
                    return if kinds.gerund {
                        gerund()
                    } else if kinds.participle && !(kinds.past && object_next) {
                        participle()
                    } else if kinds.past {
                        past()
                    } else if kinds.base && parts.is_empty() {
                        as_verb(VerbForm::Infinitive, None)
                    } else if kinds.base {
                        present()
                    } else {
                        other()
                    };
                }
                if kinds.past {
                    past()
                } else if kinds.third || (kinds.base && !kinds.gerund) {
                    present()
                } else if kinds.gerund {
                    gerund()
                } else {
                    participle()
                }
            }
            Pos::Adp | Pos::Sconj if !after_mark => {
                if kinds.gerund {
                    if parts.contains(&Pos::Noun) && !object_next { noun() } else { gerund() }
                } else if kinds.participle && (kinds.past || !kinds.base) {
                    if before.pos == Pos::Sconj && !self.nominal(at + 1) {
                        participle()
                    } else if self.nominal(at + 1)
                        || matches!(before.lemma.as_str(), "when" | "while" | "if" | "as" | "once" | "than" | "until")
                    {
                        participle()
                    } else {
                        Reading::new(Pos::Adj, low)
                    }
                } else {
                    other()
                }
            }
            Pos::Adj => {
                if kinds.gerund {
                    noun()
                } else if kinds.participle && (kinds.past || !kinds.base) {
                    if self.nominal(at + 1) {
                        participle()
                    } else if object_next {
                        past()
                    } else {
                        participle()
                    }
                } else {
                    other()
                }
            }
            Pos::Cconj => {
                let last = self.done.iter().enumerate().rev().find(|(_, r)| r.pos == Pos::Verb && r.form.verb.is_some());
                let pair = at.checked_sub(2).map(|i| &self.done[i]);
                if kinds.gerund {
                    return if parts.contains(&Pos::Noun) && !object_next { noun() } else { gerund() };
                }
                if kinds.participle && (kinds.past || !kinds.base) {
                    let noun_before = pair.is_some_and(|p| matches!(p.pos, Pos::Adj)) && self.nominal(at + 1);
                    let passive = last.is_some_and(|(_, r)| r.form.verb == Some(VerbForm::Participle));
                    let takes = self.lexicon.takes_object(form_of(VerbForm::Participle));
                    let direct = object_next && !object_is_time(self, self.after(at));
                    return if noun_before {
                        participle()
                    } else if !kinds.past || (passive && !direct) {
                        let _ = takes;
                        participle()
                    } else {
                        past()
                    };
                }
                if kinds.past && !kinds.participle {
                    return past();
                }
                let verbal = last.is_some_and(|(_, r)| match r.form.verb {
                    Some(VerbForm::Infinitive) => kinds.base,
                    Some(VerbForm::Finite) => kinds.third || kinds.base && r.form.tense == Some(Tense::Present),
                    _ => false,
                });
                let nominal = pair.is_some_and(|p| matches!(p.pos, Pos::Noun | Pos::Propn | Pos::Adj));
                let own = parts.is_empty() && !self.lexicon.is_noun_too(lemma) && !low_noun(self.lexicon, lemma);
                if verbal && (own || !nominal || object_next) {
                    if kinds.base { as_verb(VerbForm::Infinitive, None) } else { present() }
                } else if own && !nominal {
                    present()
                } else {
                    other()
                }
            }
            Pos::Noun | Pos::Propn => {
                if kinds.gerund {
                    return if parts.contains(&Pos::Noun) && !object_next { noun() } else { gerund() };
                }
                if kinds.past && kinds.participle {
                    let takes = self.lexicon.takes_object(form_of(VerbForm::Participle));
                    // "threatened to kill him" acts; "ordered to leave" is acted upon.
                    if next == "to" && matches!(lemma, "threaten" | "demand" | "seek" | "claim" | "pledge" | "attempt" | "plan") {
                        return past();
                    }
                    return if object_next && !object_is_time(self, self.after(at)) {
                        past()
                    } else if takes || next == "by" {
                        participle()
                    } else if self.heading && next.is_empty() {
                        participle()
                    } else {
                        past()
                    };
                }
                if kinds.past {
                    return past();
                }
                if kinds.participle && !kinds.base {
                    return participle();
                }
                let plural = before.form.plural == Some(true);
                let own = parts.is_empty() && !self.lexicon.is_noun_too(lemma) && !low_noun(self.lexicon, lemma);
                if kinds.third {
                    let clear = object_next
                        || matches!(
                            next,
                            "that"
                                | "to"
                                | "he"
                                | "she"
                                | "they"
                                | "in"
                                | "on"
                                | "at"
                                | "from"
                                | "with"
                                | "for"
                                | ","
                                | "as"
                                | "no"
                                | "it"
                        );
                    return if own && !plural || (object_next || matches!(next, "that" | "to" | "he" | "she")) && !plural {
                        present()
                    } else if clear && own {
                        present()
                    } else {
                        other()
                    };
                }
                let verb_next = Kinds::of(self.lexicon.verbs(next)).past;
                if kinds.base
                    && !verb_next
                    && (plural && (object_next || own && next != "of")
                        || before.pos == Pos::Propn && own && object_next && self.heading)
                {
                    return present();
                }
                other()
            }
            Pos::Punct => {
                if kinds.gerund {
                    return if parts.contains(&Pos::Noun) && !object_next { noun() } else { gerund() };
                }
                if kinds.past && !kinds.participle {
                    return past();
                }
                if kinds.participle && (kinds.past || !kinds.base) {
                    let takes = self.lexicon.takes_object(form_of(VerbForm::Participle));
                    if takes && self.nominal(at + 1) && !self.opens_object_strictly(at + 1) && self.low(at.wrapping_sub(1)) != ","
                    {
                        return participle();
                    }
                    // A headline goes on in the passive: "Man released from prison, returned to Cuba".
                    let passive = |r: &Reading| r.form.verb == Some(VerbForm::Participle);
                    if self.heading && !object_next && kinds.participle && self.done.iter().any(passive) {
                        return participle();
                    }
                    return if object_next && kinds.past {
                        past()
                    } else if takes || !kinds.past || next == "by" {
                        participle()
                    } else {
                        past()
                    };
                }
                if kinds.third && (object_next || parts.is_empty()) {
                    present()
                } else if kinds.base && parts.is_empty() && object_next {
                    present()
                } else {
                    other()
                }
            }
            Pos::Verb | Pos::Aux => {
                if kinds.gerund {
                    if matches!(listed(), Some(Pos::Adj)) { other() } else { gerund() }
                } else if kinds.participle && !kinds.base {
                    if matches!(
                        before.lemma.as_str(),
                        "remain" | "become" | "feel" | "seem" | "keep" | "leave" | "see" | "report" | "find" | "have"
                    ) || !kinds.past
                        || self.nominal(at + 1)
                    {
                        participle()
                    } else {
                        past()
                    }
                } else if matches!(before.lemma.as_str(), "let" | "help" | "make") && kinds.base {
                    as_verb(VerbForm::Infinitive, None)
                } else {
                    other()
                }
            }
            _ => {
                if kinds.past && !kinds.participle {
                    past()
                } else if kinds.gerund {
                    gerund()
                } else if kinds.past {
                    if object_next { past() } else { participle() }
                } else {
                    other()
                }
            }
        }
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
