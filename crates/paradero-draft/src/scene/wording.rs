//! How a phrase is worded in a statement: without the article, the relative clause and the punctuation around it.

use super::Scene;
use paradero_lang::{Clause, Link, Pos, Role};
use paradero_model::Span;

impl Scene<'_> {
    /// The words of a phrase for a field of a statement: white space folded, no determiner before, no relative clause behind.
    pub(crate) fn worded(&self, span: Span) -> String {
        let span = self.bare(self.without_tail(span));
        self.str(span).split_whitespace().collect::<Vec<_>>().join(" ").trim_matches([',', ';', ':', '.', ' ']).to_owned()
    }

    /// The words of a span as they are, white space folded.
    pub(crate) fn verbatim(&self, span: Span) -> String {
        self.str(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The span without an article at its beginning; possessives and demonstratives stay.
    fn bare(&self, span: Span) -> Span {
        let words = self.words(span);
        let article = |word: usize| {
            matches!(self.lower(word), "the" | "a" | "an" | "el" | "la" | "los" | "las" | "un" | "una")
                && !(self.lower(word) == "a" && self.found.words[word].pos == Pos::Adp)
        };
        match (words.clone().next(), self.found.words.get(words.start + 1)) {
            // "El Salvador" keeps its article: it is the name's.
            // "Una de ellas", "one of them": there the article is the head.
            (Some(first), Some(second))
                if words.len() > 1 && article(first) && !self.in_name(first) && !matches!(self.lower(first + 1), "de" | "of") =>
            {
                Span::new(second.span.start(), span.end().max(second.span.start()))
            }
            _ => span,
        }
    }

    /// The span up to the first relative clause inside it, or the first comma that is followed by one.
    pub(crate) fn without_tail(&self, span: Span) -> Span {
        let cut = self.clauses_near(span).filter_map(|clause| self.relative_start(clause, span)).min();
        let end = cut.unwrap_or(span.end());
        let mut words = self.words(Span::new(span.start(), end));
        while words.len() > 1 {
            let last = words.end - 1;
            let word = &self.found.words[last];
            let relative =
                matches!(self.lower(last), "who" | "that" | "which" | "que" | "quien" | "quienes" | "and" | "y" | "whom");
            if word.pos == Pos::Punct && !matches!(self.lower(last), ")" | "”" | "»" | "\"") || relative {
                words.end = last;
            } else {
                break;
            }
        }
        self.span(words).filter(|cut| span.contains(*cut)).unwrap_or(span)
    }

    /// Where a relative clause behind the head of a phrase begins; a participle before its noun ("250 deported migrants") is no tail.
    fn relative_start(&self, clause: &Clause, span: Span) -> Option<usize> {
        if clause.link != Link::Relative {
            return None;
        }
        let group = self.found.words.get(clause.group.start)?.span.start();
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject).map(|argument| argument.span);
        let behind = |start: usize| {
            let at = self.found.words.partition_point(|word| word.span.start() < start);
            self.found.words.get(at).map(|word| word.span.start())
        };
        let start = match subject {
            Some(subject) if subject.end() <= group && clause.span.contains(subject) => behind(subject.end())?,
            Some(subject) if subject.contains(Span::new(group, group)) && subject.start() < group => {
                let head =
                    clause.arguments.iter().find(|argument| argument.role == Role::Subject).map(|argument| argument.head)?;
                let head = self.found.words.get(head)?.span;
                if head.start() > group { return None } else { behind(head.end())? }
            }
            Some(subject) if subject.start() >= group && clause.span.contains(subject) => return None,
            _ => clause.span.start(),
        };
        (span.start() < start && start < span.end()).then_some(start)
    }

    /// Whether a word is part of a name.
    pub(crate) fn in_name(&self, word: usize) -> bool {
        let Some(span) = self.found.words.get(word).map(|word| word.span) else { return false };
        self.found.names.iter().any(|name| name.span.contains(span))
    }

    /// A clause's span, trimmed of punctuation at both ends.
    pub(crate) fn trimmed(&self, span: Span) -> Span {
        let mut words = self.words(span);
        let loose = |word: usize| {
            self.found.words[word].pos == Pos::Punct
                && !matches!(self.lower(word), "“" | "«" | "\"" | "”" | "»" | "(" | ")" | "¿" | "?")
        };
        while words.len() > 1 && loose(words.start) {
            words.start += 1;
        }
        while words.len() > 1 && loose(words.end - 1) {
            words.end -= 1;
        }
        self.span(words).unwrap_or(span)
    }
}
