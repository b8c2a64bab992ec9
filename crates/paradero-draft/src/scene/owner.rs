//! Whose a noun's act is: its possessor, what follows with "of", or the person the report is about.

use super::{Referent, Scene};
use paradero_lang::{Argument, Form, Phrase, Pos};

impl Scene<'_> {
    /// The phrase that an argument is.
    pub(crate) fn phrase_over(&self, argument: &Argument) -> Option<&Phrase> {
        self.found.phrases.iter().find(|phrase| phrase.span == argument.span).or_else(|| self.phrase_of(argument.head))
    }

    /// Whose a phrase is: the possessor, or what follows with "of", "de", "against". `strict` leaves out the person the report is
    /// about, who else is meant by "the arrest".
    pub(crate) fn owners(&self, phrase: &Phrase, strict: bool) -> Vec<Referent> {
        const OF: [&str; 9] = ["of", "de", "against", "contra", "en contra de", "for", "a", "del", "sobre"];
        if let Some(possessor) = phrase.possessor {
            let head = self.words(possessor).last().unwrap_or(phrase.head);
            let owners = self.referents(possessor, head);
            if !owners.is_empty() {
                return owners;
            }
        }
        for complement in &phrase.complements {
            if OF.contains(&complement.preposition.as_str()) {
                let owners = self.with_groups(self.referents(complement.span, complement.head), complement.span);
                if !owners.is_empty() {
                    return owners;
                }
            }
        }
        let definite = |word: usize| {
            matches!(
                self.lower(word),
                "the" | "this" | "that" | "el" | "la" | "su" | "sus" | "his" | "her" | "esta" | "este" | "esa" | "ese"
            )
        };
        // "La detención de ciudadanos": said whose, and it is nobody of the story.
        let others = |word: usize| {
            self.is_person_noun(word)
                || self.found.words.get(word).is_some_and(|noun| noun.pos == Pos::Noun) && self.is_plural(word)
        };
        if phrase
            .complements
            .iter()
            .any(|complement| matches!(complement.preposition.as_str(), "of" | "de") && others(complement.head))
        {
            return Vec::new();
        }
        let first = self.words(phrase.span).next();
        let focus = first
            .filter(|first| !strict && !self.is_plural(phrase.head) && definite(*first))
            .and_then(|_| self.focus(phrase.span.start(), Form::default()));
        focus.map(|words| Referent { words, group: false }).into_iter().collect()
    }

    /// Whether a noun is in the plural, by its form or, where that is not known, by its ending.
    pub(crate) fn is_plural(&self, noun: usize) -> bool {
        let Some(word) = self.found.words.get(noun) else { return false };
        word.form.plural.unwrap_or_else(|| self.lower(noun).ends_with('s') && self.lemma(noun) != self.lower(noun))
    }
}
