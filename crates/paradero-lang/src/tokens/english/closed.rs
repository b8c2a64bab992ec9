//! English words of closed classes: auxiliaries, pronouns, determiners and the little words that are several things.

use super::*;

impl Tagger<'_> {
    /// Words whose part of speech their neighbours alone decide.
    pub(super) fn closed(&self, at: usize, low: &str) -> Option<Reading> {
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

    pub(super) fn that(&self, at: usize) -> Reading {
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
    pub(super) fn determines(&self, at: usize) -> bool {
        let noun = |low: &str| self.lexicon.parts(low).first() == Some(&Pos::Noun) && !low.ends_with('s');
        let low = self.low(at);
        if self.tokens.get(at).is_some_and(|token| token.capital) || !noun(low) {
            return false;
        }
        let after = self.low(at + 1);
        let kinds = Kinds::of(self.lexicon.verbs(after));
        !(self.lexicon.is(after, Pos::Aux) || kinds.past || kinds.third)
    }
}
