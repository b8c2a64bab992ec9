//! How sure it is: stated, alleged, denied, or only possible.

use super::Scene;
use paradero_lang::{Clause, Link, Role, Tense, VerbForm};
use paradero_model::{Modality, Span};

impl Scene<'_> {
    /// The modality of what a clause tells. `negated` says that the entry of the codebook itself holds the negation ("no contact").
    pub(crate) fn certainty(&self, clause: &Clause, negated: bool) -> Modality {
        if self.is_doubted(clause) {
            return Modality::Possible;
        }
        // "An order to return Ruiz", "efforts to remove her": what a noun wants has not happened.
        let opening = clause.group.start.saturating_sub(2)..clause.group.start;
        if clause.form == VerbForm::Infinitive && self.holds(opening, &self.book.speech.possible_nouns) {
            return Modality::Possible;
        }
        let mut own = self.own_certainty(clause, negated);
        // "No hearing was ever held".
        let nothing = clause.arguments.iter().any(|argument| {
            argument.role == Role::Subject
                && self
                    .words(argument.span)
                    .next()
                    .is_some_and(|first| matches!(self.lower(first), "no" | "nobody" | "none" | "nadie" | "ningún" | "ninguna"))
        });
        if nothing && !negated && own == Modality::Stated {
            own = Modality::Denied;
        }
        let mut below = clause;
        for _ in 0..4 {
            let Some(above) = self.governor(below) else { break };
            if below.link == Link::Complement {
                own = self.under(own, above, below);
            } else if below.link == Link::Main && matches!(above.tense, Some(Tense::Future)) && below.tense.is_none() {
                own = Modality::Possible;
            } else if below.link == Link::Relative {
                break;
            }
            below = above;
        }
        own
    }

    fn own_certainty(&self, clause: &Clause, negated: bool) -> Modality {
        let group = clause.group.clone();
        let speech = &self.book.speech;
        let past_should = clause.modal.is_some()
            && group.clone().any(|word| matches!(self.lower(word), "have" | "haber"))
            && clause.negation.is_some();
        if past_should {
            return Modality::Stated;
        }
        if self.holds(self.near(clause), &speech.alleged_words) {
            return Modality::Alleged;
        }
        let perfect = group.clone().any(|word| self.lower(word).starts_with("habría"));
        if perfect || group.clone().any(|word| matches!(self.lower(word), "estaría" | "estarían" | "sería" | "serían")) {
            return Modality::Alleged;
        }
        // "Sin que se haya celebrado juicio".
        let without =
            (group.start.saturating_sub(4)..group.start).any(|word| self.lower(word) == "sin" && self.lower(word + 1) == "que");
        if without && !negated {
            return Modality::Denied;
        }
        let ended =
            self.holds(group.clone(), &speech.ended) || self.holds(group.start.saturating_sub(1)..group.end + 1, &speech.ended);
        if clause.negation.is_some() && !negated && !ended {
            return Modality::Denied;
        }
        if clause.modal.is_some()
            || matches!(clause.tense, Some(Tense::Future | Tense::Conditional | Tense::Subjunctive | Tense::Imperative))
        {
            // "Could be heard screaming", "pudo escapar": a modal in the past without a perfect tells what was.
            let past = clause
                .modal
                .is_some_and(|modal| matches!(self.lower(modal), "pudo" | "pudieron" | "debió" | "tuvo" | "tuvieron"));
            return if past { Modality::Stated } else { Modality::Possible };
        }
        if clause.question && !self.holds(self.words(clause.span), &speech.presuming) {
            return Modality::Possible;
        }
        Modality::Stated
    }

    /// The words of a clause that belong to its verb: from three before the group to two behind the head.
    fn near(&self, clause: &Clause) -> std::ops::Range<usize> {
        let own = self.words(clause.span);
        let start = clause.group.start.saturating_sub(3).max(own.start.min(clause.group.start));
        start..(clause.group.end + 2).min(own.end.max(clause.group.end))
    }

    /// Whether "if", "whether", "si" opens the clause.
    fn is_doubted(&self, clause: &Clause) -> bool {
        let first = self.words(clause.span).start;
        let before = first.saturating_sub(2)..first + 1;
        before.clone().any(|word| {
            matches!(self.lower(word), "if" | "whether" | "unless" | "si" | "ojalá") && self.lower(word + 1) != "bien"
        })
    }

    /// What hanging on a verb of saying, denying or wanting makes of a modality.
    fn under(&self, own: Modality, above: &Clause, below: &Clause) -> Modality {
        let speech = &self.book.speech;
        let bare = below.form != VerbForm::Finite || matches!(below.tense, Some(Tense::Subjunctive));
        if self.is(above.head, &speech.denying) && self.is_denial(above) {
            return if own == Modality::Denied { Modality::Stated } else { Modality::Denied };
        }
        if own == Modality::Denied {
            return own;
        }
        if self.is(above.head, &speech.possible) && (bare || !self.says(above.head)) {
            return Modality::Possible;
        }
        if own == Modality::Stated && self.is(above.head, &speech.alleging) {
            return Modality::Alleged;
        }
        let believed = above.voice == paradero_lang::Voice::Passive
            && matches!(self.lemma(above.head), "believe" | "report" | "say" | "think" | "presume");
        if own == Modality::Stated && believed {
            return Modality::Alleged;
        }
        own
    }

    /// "Denied that …" denies; "was denied medical care" and "negó el recurso" do not deny what hangs on them.
    fn is_denial(&self, above: &Clause) -> bool {
        above.voice != paradero_lang::Voice::Passive
    }

    /// The modality of what a noun tells: "the alleged torture", "fear of deportation", "no arrest", else that of its clause where
    /// that is not its own act.
    pub(crate) fn noun_certainty(&self, span: Span, noun: usize) -> Modality {
        let speech = &self.book.speech;
        let first = self.words(span).start;
        if self.holds(first..noun, &speech.alleged_words) {
            return Modality::Alleged;
        }
        if (first..noun).any(|word| matches!(self.lower(word), "no" | "any" | "ningún" | "ninguna" | "sin" | "without")) {
            return Modality::Denied;
        }
        // What is asked or ordered stands before the phrase; "plea for asylum" and "court order" are the act itself.
        let own = self.noun_act(noun).map_or(noun, |(entry, _)| entry.start.max(first));
        if self.holds(first.saturating_sub(4)..own, &speech.possible_nouns)
            || self.holds(first.saturating_sub(2)..noun, &speech.possible_words)
        {
            return Modality::Possible;
        }
        if (first.saturating_sub(1)..first).any(|word| matches!(self.lower(word), "sin" | "without" | "no")) {
            return Modality::Denied;
        }
        let Some(clause) = self.clause_at(noun).and_then(|clause| self.found.clauses.get(clause)) else {
            return Modality::Stated;
        };
        if self.is(clause.head, &speech.possible) && !self.says(clause.head) && clause.head < noun {
            return Modality::Possible;
        }
        if self.is(clause.head, &speech.denying) && clause.head < noun && self.is_denial(clause) {
            return Modality::Denied;
        }
        match self.own_certainty(clause, true) {
            Modality::Alleged => Modality::Alleged,
            Modality::Possible if clause.modal.is_some() || matches!(clause.tense, Some(Tense::Future)) => Modality::Possible,
            _ => Modality::Stated,
        }
    }
}
