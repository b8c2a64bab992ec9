//! Who is meant: the fullest name of the report for a name, a pronoun or a description; a group as it is worded; or nobody.

use super::Scene;
use paradero_lang::{Argument, Chain, Clause, Form, MentionForm, NameKind, Pos, Role, Voice};
use paradero_model::{Lang, Span};

/// Someone who is meant by some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Referent {
    /// The fullest name in the report, or the group as worded.
    pub words: String,
    /// Whether it is a group, or somebody whom the report does not name.
    pub group: bool,
}

const NOBODY: [&str; 26] = [
    "toda",
    "todo",
    "cualquier",
    "every",
    "ningún",
    "ninguna",
    "ninguno",
    "any",
    "anyone",
    "anybody",
    "everyone",
    "everybody",
    "nobody",
    "no",
    "whoever",
    "people",
    "those",
    "nadie",
    "cualquiera",
    "alguien",
    "quienquiera",
    "somebody",
    "someone",
    "gente",
    "todos",
    "aquellos",
];

impl Scene<'_> {
    /// Who is meant by an argument of a clause; an unspoken subject of a third person is whom the report is about.
    pub(crate) fn meant(&self, argument: &Argument, clause: &Clause) -> Vec<Referent> {
        if argument.role == Role::Subject && clause.group.contains(&argument.head) {
            return self.unspoken(argument, clause);
        }
        self.referents(argument.span, argument.head)
    }

    /// As [`Scene::meant`], and a group set beside the named persons too: "Lima and 20 other migrants".
    pub(crate) fn meant_all(&self, argument: &Argument, clause: &Clause) -> Vec<Referent> {
        let meant = self.meant(argument, clause);
        if clause.group.contains(&argument.head) { meant } else { self.with_groups(meant, argument.span) }
    }

    /// The persons meant, and the numbered groups set beside them.
    pub(super) fn with_groups(&self, mut meant: Vec<Referent>, span: Span) -> Vec<Referent> {
        let span = self.without_tail(span);
        if meant.is_empty() {
            return meant;
        }
        for number in self.found.numbers.iter().filter(|number| number.persons && span.contains(number.span)) {
            let whole = number.of.map_or(number.span, |of| number.span.to(self.without_tail(of)));
            if self.found.names.iter().any(|name| name.kind == NameKind::Person && whole.contains(name.span)) {
                continue;
            }
            let words = self.verbatim(whole);
            if !meant.iter().any(|referent| referent.group) {
                meant.push(Referent { words, group: true });
            }
        }
        meant
    }

    fn unspoken(&self, argument: &Argument, clause: &Clause) -> Vec<Referent> {
        if let Some(chain) = self.found.chain_at(argument.span) {
            let named = self.of_chain(chain, argument.span);
            if !named.is_empty() {
                return named;
            }
        }
        let form = self.found.words.get(clause.head).map(|word| word.form).unwrap_or_default();
        if form.person == Some(1) && form.plural == Some(false) {
            return self.speaking(self.found.words[clause.head].span);
        }
        if form.plural == Some(true) || matches!(form.person, Some(1 | 2)) {
            return Vec::new();
        }
        self.focus(clause.span.start(), form).map(|words| Referent { words, group: false }).into_iter().collect()
    }

    /// Who is meant by the words of `span` with the head word `head`; empty where it is nobody in particular, or nothing.
    pub(crate) fn referents(&self, span: Span, head: usize) -> Vec<Referent> {
        let short = self.without_tail(span);
        let Some(word) = self.found.words.get(head) else { return Vec::new() };
        // "Rosa Lima, 29, was …": an age set apart by commas stands for the name before it.
        if word.pos == Pos::Num && head > 1 && self.lower(head - 1) == "," && self.name_at(head - 2).is_some() {
            return self.referents(self.name_at(head - 2).map_or(span, |name| name.span), head - 2);
        }
        if self.name_at(head).is_some() {
            return self.coordinated(short);
        }
        if word.pos == Pos::Pron || word.pos == Pos::Det && span.len() <= word.span.len() + 1 {
            return self.pronoun(span, head);
        }
        if let Some(chain) =
            self.found.chain_at(span).or_else(|| self.found.chain_at(word.span)).or_else(|| self.found.chain_at(short))
        {
            let named = self.of_chain(chain, span);
            if named.iter().any(|referent| !referent.group) {
                return named;
            }
        }
        if !self.is_person_noun(head) {
            return self.counted(short, head);
        }
        // "His lawyer, Lucía Paz": the name beside the noun is whom it describes.
        if let Some(name) = self.beside(short, head) {
            return self.coordinated(Span::new(name.span.start(), short.end().max(name.span.end())));
        }
        self.described(short, head)
    }

    fn pronoun(&self, span: Span, head: usize) -> Vec<Referent> {
        let word = &self.found.words[head];
        if matches!(self.lower(head), "i" | "me" | "my" | "myself" | "yo" | "mí" | "mi" | "conmigo") {
            return self.speaking(word.span);
        }
        if NOBODY.contains(&self.lower(head)) || matches!(word.form.person, Some(1 | 2)) || self.is_first_or_second(head) {
            return Vec::new();
        }
        if let Some(chain) = self.found.chain_at(span).or_else(|| self.found.chain_at(word.span)) {
            let named = self.of_chain(chain, word.span);
            // "La abogada pidió … si la retiene": what happens happens to whom the report is about, not to who acts for them.
            let acting = named.len() == 1
                && named.iter().all(|who| !who.group && !self.in_story(&who.words) && self.bears_office(&who.words));
            let object = matches!(self.lower(head), "lo" | "la" | "le" | "him" | "her");
            let instead = if acting && object { self.focus(word.span.start(), word.form) } else { None };
            if let Some(words) = instead {
                return vec![Referent { words, group: false }];
            }
            if !named.is_empty() {
                return named;
            }
        }
        let person = matches!(
            self.lower(head),
            "he" | "him"
                | "she"
                | "her"
                | "his"
                | "lo"
                | "la"
                | "le"
                | "él"
                | "ella"
                | "su"
                | "sus"
                | "se"
                | "who"
                | "quien"
                | "que"
        );
        if matches!(self.lower(head), "they" | "them") {
            return self.of_governor(head);
        }
        if !person || word.form.plural == Some(true) {
            return Vec::new();
        }
        self.focus(word.span.start(), word.form).map(|words| Referent { words, group: false }).into_iter().collect()
    }

    /// "They beat me," she said: the first person in a quotation is its speaker, where the speaker has a name.
    fn speaking(&self, at: Span) -> Vec<Referent> {
        let quotation = self.found.quotations.iter().find(|quotation| quotation.inside.contains(at));
        let speaker = quotation.and_then(|quotation| quotation.speaker).and_then(|speaker| self.speaker_name(speaker));
        let named = speaker.filter(|speaker| {
            self.found.names.iter().any(|name| name.kind == NameKind::Person && self.fullest(name.span) == *speaker)
        });
        named.map(|words| Referent { words, group: false }).into_iter().collect()
    }

    /// "Ruiz and Paz are held at Lomas, where they were beaten": the persons who are the subject of the clause above.
    fn of_governor(&self, pronoun: usize) -> Vec<Referent> {
        let clause = self.clause_at(pronoun).and_then(|clause| self.found.clauses.get(clause));
        let Some(above) = clause.and_then(|clause| self.governor(clause)).filter(|above| !above.group.contains(&pronoun)) else {
            return Vec::new();
        };
        let subject = above.arguments.iter().find(|argument| argument.role == Role::Subject && above.voice == Voice::Passive);
        let several = subject.filter(|subject| self.found.words.get(subject.head).is_some_and(|word| word.pos != Pos::Pron));
        let meant = several.map(|subject| self.meant(subject, above)).unwrap_or_default();
        if meant.len() > 1 || meant.iter().any(|referent| referent.group) { meant } else { Vec::new() }
    }

    pub(super) fn is_first_or_second(&self, word: usize) -> bool {
        matches!(
            self.lower(word),
            "i" | "me"
                | "my"
                | "we"
                | "us"
                | "our"
                | "you"
                | "your"
                | "yo"
                | "nos"
                | "nosotros"
                | "te"
                | "tú"
                | "usted"
                | "ustedes"
                | "it"
                | "its"
                | "this"
                | "ello"
                | "esto"
                | "eso"
        )
    }

    /// Who a chain is: its fullest name; else the description that opens it.
    fn of_chain(&self, chain: &Chain, at: Span) -> Vec<Referent> {
        if let Some(name) = chain.name {
            let person =
                self.found.names.iter().find(|found| found.span == name).is_none_or(|found| found.kind == NameKind::Person);
            return if person { vec![Referent { words: self.fullest(name), group: false }] } else { Vec::new() };
        }
        let description = chain.mentions.iter().find(|mention| mention.form == MentionForm::Description && mention.span != at);
        let Some(description) = description else { return Vec::new() };
        let words = self.words(description.span);
        if !words.clone().any(|word| self.is_person_noun(word)) || words.clone().any(|word| NOBODY.contains(&self.lower(word))) {
            return Vec::new();
        }
        // A court decides and "my son" is whom the report is about: neither is a group that something happens to.
        // So is "his son" for who is told of without a name: a relative without a name is nobody the report follows.
        let mine = words.clone().next().is_some_and(|word| match self.lower(word) {
            "mi" | "my" => true,
            "su" | "his" | "her" | "their" => words.clone().any(|word| self.is(word, &self.book.persons.family)),
            _ => false,
        });
        if mine && !chain.plural {
            let gender = Form { gender: chain.gender, ..Form::default() };
            return self
                .focus(description.span.end(), gender)
                .map(|words| Referent { words, group: false })
                .into_iter()
                .collect();
        }
        if self.is_court(description.span) {
            return Vec::new();
        }
        vec![Referent { words: self.worded(description.span), group: true }]
    }

    /// A noun for persons without a name: "the man" is whom the report is about, "six students" a group.
    fn described(&self, span: Span, head: usize) -> Vec<Referent> {
        let first = self.words(span).start;
        let counted = self.found.numbers.iter().any(|number| span.contains(number.span));
        if !counted && (NOBODY.contains(&self.lower(first)) || NOBODY.contains(&self.lower(head))) {
            return Vec::new();
        }
        let plural = self.is_plural(head);
        let definite = matches!(
            self.lower(first),
            "the"
                | "el"
                | "la"
                | "this"
                | "that"
                | "este"
                | "esta"
                | "ese"
                | "esa"
                | "mi"
                | "su"
                | "my"
                | "his"
                | "her"
                | "al"
                | "del"
        );
        if matches!(self.lemma(head), "family" | "familia") {
            return vec![Referent { words: self.worded(span), group: true }];
        }
        // "Luis Paz, el opositor secuestrado": a description set behind a name by a comma is the name's.
        let apposed = first.checked_sub(2).filter(|_| self.lower(first - 1) == ",").and_then(|before| self.name_at(before));
        if let Some(name) = apposed.filter(|_| !plural) {
            return vec![Referent { words: self.fullest(name.span), group: false }];
        }
        if definite && !plural {
            // Of relatives ("his mother") somebody else is meant than the person the report is about.
            let relative = self.is(head, &self.book.persons.family) && matches!(self.lower(first), "su" | "his" | "her");
            if relative {
                return Vec::new();
            }
            return self.focus(span.start(), self.form(head)).map(|words| Referent { words, group: false }).into_iter().collect();
        }
        let heading = self
            .found
            .sentence_at(span.start())
            .and_then(|index| self.found.sentences.get(index))
            .is_some_and(|sentence| sentence.heading);
        if heading && !plural {
            return self.focus(span.start(), self.form(head)).map(|words| Referent { words, group: false }).into_iter().collect();
        }
        let number = self.found.numbers.iter().any(|number| span.contains(number.span));
        // "A barber was put aboard a flight …": before anyone is named, the lead means whom the report is about.
        if !plural
            && matches!(self.lower(first), "a" | "an" | "un" | "una")
            && let Some(person) = self.introduced(span, head)
        {
            return vec![Referent { words: person, group: false }];
        }
        let bare = first == head && !number;
        // A court's label without an article: "petitioner", "defendant".
        if bare && !plural && self.found.lang == Lang::En {
            return self.focus(span.start(), self.form(head)).map(|words| Referent { words, group: false }).into_iter().collect();
        }
        if bare {
            return Vec::new();
        }
        vec![Referent { words: self.worded(span), group: true }]
    }

    /// "Ten", "250 of them": a number of persons without a noun for persons.
    fn counted(&self, span: Span, head: usize) -> Vec<Referent> {
        const QUANTITY: [&str; 18] = [
            "number",
            "group",
            "dozen",
            "hundred",
            "thousand",
            "score",
            "handful",
            "majority",
            "million",
            "decena",
            "centenar",
            "millar",
            "grupo",
            "número",
            "mayoría",
            "docena",
            "veintena",
            "treintena",
        ];
        let people =
            QUANTITY.contains(&self.lemma(head)) && self.words(span).any(|word| word > head && self.is_person_noun(word));
        if people {
            return vec![Referent { words: self.worded(span), group: true }];
        }
        // "Two of her colleagues, Ana Ruiz and Eva Paz": named all the same.
        if let Some(name) = self.beside(span, head) {
            return self.coordinated(Span::new(name.span.start(), span.end().max(name.span.end())));
        }
        // "Eleven remain behind bars": the number alone stands for the persons counted before.
        let alone = self.found.words[head].pos == Pos::Num
            && self.found.numbers.iter().any(|number| self.words(number.span).any(|word| word == head));
        let aged = head > 0 && matches!(self.lower(head - 1), "de" | "aged" | "," | "(");
        if alone && !aged && self.words(span).len() <= 4 {
            return vec![Referent { words: self.worded(span), group: true }];
        }
        let number = self.found.numbers.iter().find(|number| number.persons && span.overlaps(number.span));
        let inside = number.is_some_and(|number| {
            number.of.is_some_and(|of| self.words(of).any(|word| word == head))
                || self.words(number.span).any(|word| word == head)
        });
        if inside { vec![Referent { words: self.worded(span), group: true }] } else { Vec::new() }
    }
}
