//! Who says it: the speaker in force over some words, where it is not the report's own voice.

use super::Scene;
use paradero_lang::{Argument, Clause, Link, Pos, Role};
use paradero_model::Span;

impl Scene<'_> {
    /// Who says what stands at `span`, in the fullest form of the report; `None` for the report's own voice.
    pub(crate) fn says_of(&self, span: Span, clause: Option<&Clause>) -> Option<String> {
        self.quoted_by(span).or_else(|| self.told_by(clause?)).or_else(|| self.according(span)).or_else(|| self.trailing(span))
    }

    /// As [`Scene::says_of`], without a verb of saying that trails behind the sentence: what only names a person is the report's own.
    pub(crate) fn says_near(&self, span: Span, clause: Option<&Clause>) -> Option<String> {
        self.quoted_by(span).or_else(|| self.told_by(clause?))
    }

    /// The speaker of the quotation that holds the words.
    fn quoted_by(&self, span: Span) -> Option<String> {
        let quotation = self
            .found
            .quotations
            .iter()
            .find(|quotation| quotation.inside.start() <= span.start() && span.start() < quotation.inside.end())?;
        self.speaker_name(quotation.speaker?)
    }

    /// A speaker as a statement writes it: the fullest name where there is one, else as worded.
    pub(crate) fn speaker_name(&self, span: Span) -> Option<String> {
        let words = self.words(span);
        let head = words.clone().find(|word| self.name_at(*word).is_some()).or_else(|| words.clone().last())?;
        if let Some(name) = self.name_at(head) {
            let family = words.clone().take_while(|word| *word < head).any(|word| self.is(word, &self.book.speech.say));
            return (!family).then(|| self.fullest(name.span));
        }
        if words.len() == 1 && self.found.words[head].pos == Pos::Pron {
            return self.referents(span, head).into_iter().next().map(|referent| referent.words);
        }
        if let Some(chain) = self.found.chain_at(span)
            && let Some(name) = chain.name
        {
            return Some(self.fullest(name));
        }
        // An unspoken subject is nobody by the name of its verb: "contó".
        if words.clone().all(|word| matches!(self.found.words[word].pos, Pos::Verb | Pos::Aux | Pos::Adp | Pos::Punct)) {
            return None;
        }
        let worded = self.worded(span);
        (!worded.is_empty()).then_some(worded)
    }

    /// The subject of the verb of saying that a clause hangs on.
    fn told_by(&self, clause: &Clause) -> Option<String> {
        let mut below = clause;
        for _ in 0..5 {
            let above = self.governor(below)?;
            if below.link == Link::Complement && self.says(above.head) && !self.is(above.head, &self.book.speech.modal) {
                return self.subject_of(above);
            }
            below = above;
        }
        None
    }

    fn subject_of(&self, clause: &Clause) -> Option<String> {
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Agent).or_else(|| subject(clause))?;
        if clause.group.contains(&subject.head) {
            // "El Observatorio rechazó … y recordó": the verb before, in the same sentence, says whose it is.
            let spoken = |other: &&Clause| {
                other.sentence == clause.sentence
                    && other.head < clause.head
                    && other.link == Link::Main
                    && other.voice != paradero_lang::Voice::Passive
            };
            let mut before = self
                .found
                .clauses
                .iter()
                .filter(spoken)
                .filter_map(|other| Some((other, crate::scene::speaker::subject(other)?)));
            let before = before.rfind(|(other, subject)| !other.group.contains(&subject.head));
            if let Some(speaker) = before.and_then(|(_, subject)| self.speaker_name(self.without_tail(subject.span))) {
                return Some(speaker);
            }
            return self.meant(subject, clause).into_iter().next().map(|referent| referent.words);
        }
        if matches!(
            self.lower(subject.head),
            "i" | "we" | "yo" | "nosotros" | "it" | "se" | "that" | "which" | "que" | "you" | "one"
        ) {
            return None;
        }
        self.speaker_name(self.without_tail(subject.span))
    }

    /// Whether "according to" speaks of some words: not across a semicolon, and, from behind, not across another verb.
    fn reaches(&self, cue: &std::ops::Range<usize>, span: Span) -> bool {
        let words = self.words(span);
        let (between, behind) =
            if cue.start >= words.end { (words.end..cue.start, true) } else { (cue.end..words.start.max(cue.end), false) };
        let verb = |word: usize| self.found.clauses.iter().any(|clause| clause.group.contains(&word) && clause.tense.is_some());
        !(between.clone().any(|word| self.lower(word) == ";") || behind && between.clone().any(verb))
    }

    /// The phrase after "according to", "según", in the same sentence.
    fn according(&self, span: Span) -> Option<String> {
        let sentence = self.sentence_span(span.start())?;
        let words = self.words(sentence);
        let cue = words.clone().find_map(|at| {
            let cues = self.book.speech.according.iter();
            cues.filter_map(|entry| self.fits(at, entry)).max_by_key(|range| range.len())
        })?;
        if !self.reaches(&cue, span) {
            return None;
        }
        // "Según relató su esposa": the subject of the verb of saying that follows.
        if let Some(clause) = self
            .found
            .clauses
            .iter()
            .find(|clause| clause.head >= cue.end.saturating_sub(1) && clause.head <= cue.end + 1 && self.says(clause.head))
        {
            return self.subject_of(clause);
        }
        let start = self.found.words.get(cue.end)?.span.start();
        let phrase =
            self.found.phrases.iter().filter(|phrase| phrase.span.start() == start).max_by_key(|phrase| phrase.span.len())?;
        // A story of another medium is an origin, nobody who speaks.
        if matches!(self.lemma(phrase.head), "story" | "article" | "nota" | "reportaje" | "artículo") {
            return None;
        }
        let short = self.until_comma(phrase.span);
        // "According to her lawyer, Inés Bográn": the name behind the comma is the speaker's.
        let next = self.words(short).end;
        let apposed = self
            .name_at(next + 1)
            .filter(|_| self.lower(next) == "," && self.words(short).any(|word| self.is_person_noun(word)))
            .map(|name| self.fullest(name.span));
        apposed.or_else(|| self.speaker_name(short))
    }

    fn until_comma(&self, span: Span) -> Span {
        let words = self.words(span);
        let end = words.clone().find(|word| self.lower(*word) == ",").unwrap_or(words.end);
        self.span(words.start..end).unwrap_or(span)
    }

    /// A verb of saying behind the words, in the same sentence, with nothing of its own to say: "…, denunció su familia".
    fn trailing(&self, span: Span) -> Option<String> {
        let sentence = self.found.sentence_at(span.start())?;
        let after =
            self.found.clauses.iter().enumerate().filter(|(_, clause)| clause.sentence == sentence && self.says(clause.head));
        let speaking = after
            .filter(|(_, clause)| self.found.words[clause.head].span.start() >= span.end() && clause.link == Link::Main)
            .filter(|(index, _)| {
                !self.found.clauses.iter().any(|below| below.governor == Some(*index) && below.link == Link::Complement)
            })
            .find(|(_, clause)| {
                let comma = clause.group.start.checked_sub(1).is_some_and(|before| matches!(self.lower(before), "," | "”" | "»"));
                let subject_first = subject(clause).is_some_and(|subject| {
                    let start = self.words(subject.span).start;
                    start < clause.head
                        && start.checked_sub(1).is_some_and(|before| matches!(self.lower(before), "," | "”" | "»"))
                });
                (comma || subject_first) && !clause.arguments.iter().any(|argument| argument.role == Role::Object)
            })?;
        self.subject_of(speaking.1)
    }
}

fn subject(clause: &Clause) -> Option<&Argument> {
    clause.arguments.iter().find(|argument| argument.role == Role::Subject)
}
