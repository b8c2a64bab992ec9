//! English words that may be a form of a verb: which form, or a noun or adjective.

use super::*;

impl Tagger<'_> {
    /// Chooses between the verb's forms and a noun, adjective or other listed word.
    pub(super) fn verb_or_not(&self, at: usize, low: &str, parts: &[Pos], readings: &[VerbReading]) -> Reading {
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
        let present = || as_verb(VerbForm::Finite, Some(Tense::Present));
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
        // "Guards withheld her medication": an -s form right before a past one is its plural subject.
        let opens = before.is_none_or(|r| matches!(r.pos, Pos::Punct | Pos::Sconj | Pos::Cconj) || r.lemma == "that");
        let past_next = Kinds::of(self.lexicon.verbs(next));
        let capital_next = self.tokens.get(at + 1).is_some_and(|token| token.capital);
        if kinds.third && opens && past_next.past && !past_next.base && !capital_next && self.lexicon.is_noun_too(lemma) {
            return noun();
        }
        if let Some(aux) = head.map(|i| &self.done[i]).filter(|r| {
            r.pos == Pos::Aux
                || (r.lemma == "to" && r.pos == Pos::Part)
                || (r.pos == Pos::Verb && r.lemma == "get" && kinds.participle)
                || (r.pos == Pos::Verb && matches!(r.lemma.as_str(), "have") && kinds.participle && !kinds.base)
        }) {
            return match aux.lemma.as_str() {
                "be" | "get" if kinds.participle && !(kinds.base && !kinds.past && listed().is_some()) => {
                    if matches!(listed(), Some(Pos::Adj)) && !self.lexicon.takes_object(form_of(VerbForm::Participle)) {
                        Reading::new(Pos::Adj, low)
                    } else {
                        participle()
                    }
                }
                "be" if kinds.gerund => gerund(),
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
            } else if kinds.base && parts.is_empty() && object_next {
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
                    if before.pos == Pos::Sconj
                        || self.nominal(at + 1)
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
                    } else if takes || next == "by" || self.heading && next.is_empty() {
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
                let finite = |r: &Reading| r.form.verb == Some(VerbForm::Finite);
                let later = |t: &Token<'_>| self.lexicon.is(&t.low, Pos::Aux) || Kinds::of(self.lexicon.verbs(&t.low)).past;
                // The only word that can be the verb: "Ortiz faces up to 20 years".
                if kinds.third
                    && !plural
                    && !next.is_empty()
                    && !self.done.iter().any(finite)
                    && !self.tokens[at + 1..].iter().take(40).any(later)
                {
                    return present();
                }
                if kinds.base
                    && own
                    && !self.done.iter().any(finite)
                    && !self.tokens[at + 1..].iter().take(40).any(later)
                    && (object_next || plural)
                {
                    return present();
                }
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
                    return if clear && own || !plural && (own || object_next || matches!(next, "that" | "to" | "he" | "she")) {
                        present()
                    } else {
                        other()
                    };
                }
                let verb_next = Kinds::of(self.lexicon.verbs(next)).past;
                if kinds.base
                    && (own || !verb_next)
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
                if kinds.third && (object_next || parts.is_empty()) || kinds.base && parts.is_empty() && object_next {
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
}
