//! Which verbs and nouns of the report tell of an act, by the codebook.

use super::Scene;
use crate::codebook::{ActVerb, Needs};
use paradero_lang::{Clause, NameKind, Phrase, Pos, Role, Voice};
use paradero_model::{ActCode, Span};
use std::ops::Range;

/// How many words may stand between a verb and the words its entry asks for.
const REACH: usize = 14;

impl<'a> Scene<'a> {
    /// The entries of the codebook that a clause's verb fits; of several for one verb, those that ask for most.
    pub(crate) fn verbs_of(&self, clause: &Clause) -> &[&'a ActVerb] {
        self.tellings.get(&clause.head).map_or(&[], Vec::as_slice)
    }

    /// Looks the verbs of every clause up, once.
    pub(super) fn read_tellings(&mut self) {
        let found = self.found.clauses.iter();
        self.tellings =
            found.map(|clause| (clause.head, self.looked_up(clause))).filter(|(_, verbs)| !verbs.is_empty()).collect();
    }

    fn looked_up(&self, clause: &Clause) -> Vec<&'a ActVerb> {
        let fits: Vec<_> = self.book.verbs.iter().filter(|verb| self.verb_fits(clause, verb)).collect();
        let most = fits.iter().map(|verb| verb.pattern.weight()).max().unwrap_or(0);
        let mut best: Vec<&ActVerb> = fits.into_iter().filter(|verb| verb.pattern.weight() == most).collect();
        // Into a prison across a border is a removal, not a transfer.
        if best.iter().any(|verb| verb.code == ActCode::Removal) {
            best.retain(|verb| verb.code != ActCode::Transfer);
        }
        best.dedup_by_key(|verb| verb.code);
        best
    }

    fn verb_fits(&self, clause: &Clause, verb: &ActVerb) -> bool {
        let pattern = &verb.pattern;
        if !self.is(clause.head, &pattern.verb) {
            return false;
        }
        let particles = pattern.particles.iter().all(|particle| match particle.as_str() {
            "se" => clause.voice == Voice::Reflexive || self.in_group(clause, "se"),
            "no" | "not" | "never" | "nunca" => clause.negation.is_some(),
            other => self.in_group(clause, other),
        });
        particles && self.has_words(clause, &pattern.with) && self.meets(clause, pattern.needs)
    }

    fn in_group(&self, clause: &Clause, particle: &str) -> bool {
        let written = |word: usize| {
            self.lower(word) == particle || self.lower(word).ends_with(particle) && self.lower(word).contains("rse")
        };
        clause.group.clone().any(written)
    }

    /// Whether the words that an entry asks for stand around the verb, in their order: behind it, or, of the first, before it too
    /// ("no petition was filed").
    fn has_words(&self, clause: &Clause, with: &[Vec<String>]) -> bool {
        let sentence = self.words(self.sentence_span(clause.span.start()).unwrap_or(clause.span));
        let behind = clause.head + 1..sentence.end.min(clause.head + 1 + REACH);
        if self.in_order(behind, clause, with) {
            return true;
        }
        let own = self.words(clause.span);
        clause.voice != Voice::Active && with.len() == 1 && self.in_order(own.start..clause.head, clause, with)
    }

    fn in_order(&self, words: Range<usize>, clause: &Clause, with: &[Vec<String>]) -> bool {
        let mut next = words.start;
        with.iter().all(|choice| {
            let found = (next..words.end).take_while(|word| !self.stops(*word, clause)).find(|word| self.is(*word, choice));
            next = found.map_or(words.end, |word| word + 1);
            found.is_some()
        })
    }

    /// Whether a word ends what belongs to a verb: another finite verb's group that does not hang on it, a semicolon.
    fn stops(&self, word: usize, clause: &Clause) -> bool {
        if matches!(self.lower(word), ";" | ":" | "." | "»" | "”") {
            return true;
        }
        let other = self.clauses_near(clause.span).find(|other| other.group.contains(&word) && other.head != clause.head);
        other.is_some_and(|other| other.tense.is_some() && !clause.span.contains(other.span))
    }

    fn meets(&self, clause: &Clause, needs: Needs) -> bool {
        let argument = |test: &dyn Fn(Span) -> bool, roles: &[Role]| {
            clause.arguments.iter().any(|argument| roles.contains(&argument.role) && test(argument.span))
        };
        let around = [Role::Oblique, Role::Object, Role::Predicate];
        match needs {
            Needs::Nothing => true,
            Needs::Country => argument(&|span| self.is_abroad(span), &around),
            Needs::IntoCustody | Needs::Custody => argument(&|span| self.is_custody(span), &around),
            Needs::Court => argument(&|span| self.is_court(span), &[Role::Subject, Role::Agent]),
            Needs::Judge => argument(
                &|span| self.holds(self.words(self.without_tail(span)), &self.book.places.judge),
                &[Role::Subject, Role::Agent],
            ),
            Needs::Place => argument(&|span| self.is_abroad(span) || self.names_place(span), &around),
            Needs::Person => argument(&|span| self.is_person(span), &[Role::Object]),
        }
    }

    /// Whether a phrase names a country, or says "there" or "a third country".
    pub(crate) fn is_abroad(&self, span: Span) -> bool {
        let words = self.words(self.without_tail(span));
        let text = self.str(span);
        let country = self.book.places.countries.iter().flat_map(|country| &country.names).any(|name| holds_word(text, name));
        // "A Salvadoran prison": a place of custody with the word of its country.
        let people = |word: usize| {
            self.book
                .places
                .countries
                .iter()
                .flat_map(|country| &country.people)
                .any(|people| people.to_lowercase() == self.lower(word))
        };
        country || self.is_custody(span) && words.clone().any(people) || self.holds(words, &self.book.places.abroad)
    }

    /// Whether a phrase names a place.
    fn names_place(&self, span: Span) -> bool {
        self.found.names.iter().any(|name| name.kind == NameKind::Place && span.contains(name.span))
    }

    /// Whether a phrase names a place of custody.
    pub(crate) fn is_custody(&self, span: Span) -> bool {
        self.holds(self.words(self.without_tail(span)), &self.book.places.custody)
    }

    /// Whether a phrase names a court or an authority.
    pub(crate) fn is_court(&self, span: Span) -> bool {
        self.holds(self.words(self.without_tail(span)), &self.book.places.court)
    }

    /// Whether a phrase names or describes a person.
    fn is_person(&self, span: Span) -> bool {
        self.found.names.iter().any(|name| name.kind == NameKind::Person && span.contains(name.span))
            || self.words(span).any(|word| self.is_person_noun(word) || self.found.words[word].pos == Pos::Pron)
    }

    /// The act that the noun at a word tells of, with the words of the entry; nouns inside a name tell of none.
    pub(crate) fn noun_act(&self, word: usize) -> Option<(Range<usize>, ActCode)> {
        // A phrase's head may be any word of the entry: look back as far as the longest entry reaches.
        (word.saturating_sub(3)..=word).find_map(|first| {
            let (length, code) =
                self.book.nouns.at([self.lower(first), self.lemma(first)], first, |at, choice| self.is(at, choice))?;
            let covered = first..first + length;
            let span = self.span(covered.clone())?;
            let named = self.found.names.iter().any(|name| name.span.contains(span));
            (covered.contains(&word) && !named).then_some((covered, code))
        })
    }

    /// The smallest phrase whose head is the word.
    pub(crate) fn phrase_of(&self, head: usize) -> Option<&'a Phrase> {
        self.found.phrases.iter().filter(|phrase| phrase.head == head).min_by_key(|phrase| phrase.span.len())
    }
}

/// Whether `name` stands in `text` as whole words.
pub(crate) fn holds_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
