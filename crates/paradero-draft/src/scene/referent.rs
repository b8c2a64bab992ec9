//! Who is meant: the fullest name of the report for a name, a pronoun or a description; a group as it is worded; or nobody.

use super::Scene;
use crate::codebook::{ActVerb, Stands};
use paradero_lang::{Argument, Chain, Clause, Form, Link, MentionForm, Name, NameKind, Phrase, Pos, Role, VerbForm, Voice};
use paradero_model::{ActCode, Lang, Span};

/// Someone who is meant by some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Referent {
    /// The fullest name in the report, or the group as worded.
    pub words: String,
    /// Whether it is a group, or somebody whom the report does not name.
    pub group: bool,
}

const NOBODY: [&str; 22] = [
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
    /// The persons to whom a verb's act happens.
    pub(crate) fn patients(&self, clause: &Clause, verb: &ActVerb) -> Vec<Referent> {
        // "Me lo sacaron": of two pronouns the first person is whom it concerns, not whom it happens to.
        let own = |argument: &Argument| matches!(self.lower(argument.head), "me" | "te" | "nos" | "se");
        let of = |role: Role| {
            let mut found = clause.arguments.iter().filter(|argument| argument.role == role);
            found.clone().find(|argument| !own(argument)).or_else(|| found.next())
        };
        let passive = clause.voice == Voice::Passive || clause.form == VerbForm::Participle && clause.voice != Voice::Active;
        let stands = match verb.stands {
            Stands::Around => return self.around(clause),
            Stands::Subject => of(Role::Subject),
            Stands::Object if passive && of(Role::Subject).is_none() => return self.labelled(clause),
            Stands::Object if passive || self.passive_by_coordination(clause) || self.reduced(clause) => of(Role::Subject),
            Stands::Object if verb.code == ActCode::Threat && of(Role::Object).is_none() => return self.threatened(clause),
            Stands::Object => of(Role::Indirect)
                .filter(|indirect| self.means_person(indirect))
                .filter(|_| !of(Role::Object).is_some_and(|object| self.means_person(object)))
                .or_else(|| of(Role::Object))
                .or_else(|| self.shared_object(clause))
                .or_else(|| self.personal_a(clause))
                .or_else(|| self.reflexive_subject(clause)),
        };
        let meant = stands.map(|argument| self.meant_all(argument, clause)).unwrap_or_default();
        // "Impuso prisión preventiva": on whom is not said in the clause.
        if meant.is_empty() && verb.code == ActCode::Ruling && verb.stands == Stands::Object && !passive {
            return self.around(clause);
        }
        meant
    }

    /// "Detained and persecuted 1,400 protesters": the object stands behind the second verb.
    fn shared_object(&self, clause: &Clause) -> Option<&Argument> {
        let joined = self.found.words.get(clause.group.end)?.pos == Pos::Cconj;
        let next = self.found.clauses.iter().find(|next| joined && next.group.start == clause.group.end + 1)?;
        next.arguments.iter().find(|argument| argument.role == Role::Object)
    }

    /// "Repatriar a un millar de personas": a person behind "a" where there is no other object.
    fn personal_a<'c>(&self, clause: &'c Clause) -> Option<&'c Argument> {
        clause.arguments.iter().find(|argument| {
            argument.role == Role::Oblique
                && argument.preposition.as_deref() == Some("a")
                && argument.head > clause.head
                && self.means_person(argument)
        })
    }

    /// "Young citizens kicked out without a hearing": a bare past form without an object, said of persons, is a passive participle.
    fn reduced(&self, clause: &Clause) -> bool {
        let objectless = !clause.arguments.iter().any(|argument| matches!(argument.role, Role::Object | Role::Indirect));
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject);
        let ending = self.lower(clause.head).ends_with("ed")
            || matches!(self.lower(clause.head), "sent" | "taken" | "held" | "beaten" | "shot" | "kept");
        let acting = |argument: &Argument| {
            self.words(argument.span).any(|word| {
                matches!(
                    self.lemma(word),
                    "police"
                        | "officer"
                        | "agent"
                        | "soldier"
                        | "administration"
                        | "government"
                        | "guard"
                        | "they"
                        | "he"
                        | "she"
                        | "we"
                        | "i"
                )
            }) || self.name_at(argument.head).is_some_and(|name| self.bears_office(&self.fullest(name.span)))
        };
        objectless
            && ending
            && clause.group.len() == 1
            && clause.voice == Voice::Active
            && subject.is_some_and(|subject| self.means_person(subject) && !acting(subject))
    }

    /// A participle without a subject belongs to the name that labels it: "Pedro Lugo: condenado a 16 años".
    fn labelled(&self, clause: &Clause) -> Vec<Referent> {
        let Some(sentence) = self.found.sentences.get(clause.sentence) else { return Vec::new() };
        let Some(start) = self.found.words.get(clause.group.start).map(|word| word.span.start()) else { return Vec::new() };
        let named =
            self.found.names.iter().rev().find(|name| {
                name.kind == NameKind::Person && name.span.end() <= start && name.span.start() >= sentence.span.start()
            });
        named.map(|name| Referent { words: self.fullest(name.span), group: false }).into_iter().collect()
    }

    /// "Was held in Mérida, then moved to Tovar": the second participle shares the first one's auxiliary and subject.
    fn passive_by_coordination(&self, clause: &Clause) -> bool {
        let subject = |clause: &Clause| {
            clause.arguments.iter().find(|argument| argument.role == Role::Subject).map(|argument| argument.span)
        };
        let objectless = !clause.arguments.iter().any(|argument| matches!(argument.role, Role::Object | Role::Indirect));
        objectless
            && clause.group.len() == 1
            && self.found.clauses.iter().any(|other| {
                other.sentence == clause.sentence
                    && other.head < clause.head
                    && other.voice == Voice::Passive
                    && subject(other).is_some()
                    && subject(other) == subject(clause)
            })
    }

    /// "Threatened to kill him": whom the threatened act would happen to.
    fn threatened(&self, clause: &Clause) -> Vec<Referent> {
        let index = self.found.clauses.iter().position(|other| std::ptr::eq(other, clause));
        let below = self.found.clauses.iter().find(|below| below.governor == index && below.link == Link::Complement);
        let object = below.and_then(|below| {
            below.arguments.iter().find(|argument| argument.role == Role::Object).map(|argument| (argument, below))
        });
        object.map(|(object, below)| self.meant(object, below)).unwrap_or_default()
    }

    /// "Se detuvo a Ruiz" has an object; in "fueron detenidos" and "se llevaron" there is none to find in the subject.
    fn reflexive_subject<'c>(&self, clause: &'c Clause) -> Option<&'c Argument> {
        let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject)?;
        (clause.voice == Voice::Reflexive && !clause.group.contains(&subject.head)).then_some(subject)
    }

    fn means_person(&self, argument: &Argument) -> bool {
        let pronoun = self.found.words.get(argument.head).is_some_and(|word| word.pos == Pos::Pron);
        pronoun || self.is_person_noun(argument.head) || self.name_at(argument.head).is_some()
    }

    /// The person for whom something is filed, asked, decided: whose it is, for or against whom, or the person the report is about.
    fn around(&self, clause: &Clause) -> Vec<Referent> {
        const FOR: [&str; 18] = [
            "on",
            "upon",
            "for",
            "on behalf of",
            "against",
            "of",
            "to",
            "in",
            "de",
            "a favor de",
            "en favor de",
            "por",
            "contra",
            "en contra de",
            "a nombre de",
            "en nombre de",
            "para",
            "with",
        ];
        let mut found = Vec::new();
        for argument in &clause.arguments {
            let named = match argument.role {
                Role::Indirect => self.meant(argument, clause),
                Role::Object | Role::Subject | Role::Predicate => self
                    .phrase_over(argument)
                    .map(|phrase| self.owners(phrase, true))
                    .filter(|owners| !owners.is_empty())
                    .or_else(|| (argument.role == Role::Object).then(|| self.meant(argument, clause)))
                    .unwrap_or_default(),
                Role::Oblique if argument.preposition.as_deref().is_some_and(|word| FOR.contains(&word)) => {
                    let direct = self.meant(argument, clause);
                    let owned = || self.phrase_over(argument).map(|phrase| self.owners(phrase, true)).unwrap_or_default();
                    if direct.is_empty() { owned() } else { direct }
                }
                _ => Vec::new(),
            };
            let direct = argument.role == Role::Indirect
                || argument.preposition.as_deref().is_some_and(|word| !matches!(word, "of" | "de" | "to" | "in" | "with"));
            found.extend(named.into_iter().filter(|referent| {
                referent.group || self.in_story(&referent.words) || direct && !self.bears_office(&referent.words)
            }));
        }
        if found.is_empty() {
            found = self.below(clause);
        }
        // Who speaks of himself, and what is only wanted, is not about whoever was told of last.
        let own = matches!(clause.form, VerbForm::Finite | VerbForm::Participle)
            && !clause.arguments.iter().any(|argument| argument.role == Role::Subject && self.is_first_or_second(argument.head));
        if found.is_empty() && own {
            found.extend(self.named_behind(clause));
        }
        if found.is_empty() && own {
            found.extend(self.focus(clause.span.end(), Form::default()).map(|words| Referent { words, group: false }));
        }
        found.retain({
            let mut seen = Vec::new();
            move |referent: &Referent| {
                !seen.contains(&referent.words) && {
                    seen.push(referent.words.clone());
                    true
                }
            }
        });
        if found.iter().any(|referent| !referent.group) {
            found.retain(|referent| !referent.group);
        }
        found
    }

    /// "A judge found that the case against Lima …": the one person of the story named behind the verb in its sentence.
    fn named_behind(&self, clause: &Clause) -> Option<Referent> {
        let head = self.found.words.get(clause.head)?.span;
        self.named_after(head).map(|words| Referent { words, group: false })
    }

    /// The one person of the story who is named behind some words in their sentence.
    pub(crate) fn named_after(&self, at: Span) -> Option<String> {
        let sentence = self.sentence_span(at.start())?;
        let behind = self
            .found
            .names
            .iter()
            .filter(|name| name.kind == NameKind::Person && name.span.start() > at.start() && sentence.contains(name.span));
        let mut people: Vec<String> = behind.map(|name| self.fullest(name.span)).filter(|name| self.in_story(name)).collect();
        people.dedup();
        (people.len() == 1).then(|| people.remove(0))
    }

    /// "Called on the ministry to free Lima", "demanded that she be released": to whom what is asked would happen.
    fn below(&self, clause: &Clause) -> Vec<Referent> {
        let Some(index) = self.found.clauses.iter().position(|other| std::ptr::eq(other, clause)) else { return Vec::new() };
        let below = self.found.clauses.iter().filter(|below| below.governor == Some(index) && below.link == Link::Complement);
        for below in below {
            for verb in self.verbs_of(below).iter().filter(|verb| verb.stands == Stands::Object) {
                let patients = self.patients(below, verb);
                if !patients.is_empty() {
                    return patients;
                }
            }
        }
        Vec::new()
    }

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
        let focus =
            first.filter(|first| !strict && definite(*first)).and_then(|_| self.focus(phrase.span.start(), Form::default()));
        focus.map(|words| Referent { words, group: false }).into_iter().collect()
    }

    /// Whether a noun is in the plural, by its form or, where that is not known, by its ending.
    pub(crate) fn is_plural(&self, noun: usize) -> bool {
        let Some(word) = self.found.words.get(noun) else { return false };
        word.form.plural.unwrap_or_else(|| self.lower(noun).ends_with('s') && self.lemma(noun) != self.lower(noun))
    }

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
    fn with_groups(&self, mut meant: Vec<Referent>, span: Span) -> Vec<Referent> {
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

    fn is_first_or_second(&self, word: usize) -> bool {
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
        let mine = words.clone().next().is_some_and(|word| matches!(self.lower(word), "mi" | "my"));
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
        let apposed =
            first.checked_sub(2).filter(|_| definite && self.lower(first - 1) == ",").and_then(|before| self.name_at(before));
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
        if alone && self.words(span).len() <= 4 {
            return vec![Referent { words: self.worded(span), group: true }];
        }
        let number = self.found.numbers.iter().find(|number| number.persons && span.overlaps(number.span));
        let inside = number.is_some_and(|number| {
            number.of.is_some_and(|of| self.words(of).any(|word| word == head))
                || self.words(number.span).any(|word| word == head)
        });
        if inside { vec![Referent { words: self.worded(span), group: true }] } else { Vec::new() }
    }

    /// All persons named side by side in a span: "Ana Ruiz, Eva Paz and two others".
    fn coordinated(&self, span: Span) -> Vec<Referent> {
        let mut people: Vec<Referent> = Vec::new();
        let mut end: Option<usize> = None;
        for name in self.found.names.iter().filter(|name| name.kind == NameKind::Person && span.overlaps(name.span)) {
            if let Some(end) = end {
                let between = self.text.body().get(end..name.span.start()).unwrap_or_default().trim();
                let joined =
                    between.split_whitespace().all(|word| matches!(word.trim_matches(','), "" | "and" | "y" | "e" | "&" | "et"));
                if !joined || between.is_empty() {
                    continue;
                }
            }
            end = Some(name.span.end());
            let words = self.fullest(name.span);
            if !people.iter().any(|person| person.words == words) {
                people.push(Referent { words, group: false });
            }
        }
        people
    }

    /// The name of a person that a word is part of.
    pub(crate) fn name_at(&self, word: usize) -> Option<&Name> {
        let span = self.found.words.get(word)?.span;
        self.found.names.iter().find(|name| name.kind == NameKind::Person && name.span.contains(span))
    }

    /// The name of a person set right beside a noun: "el dirigente Luis Paz", "his lawyer, Lucía Paz".
    fn beside(&self, span: Span, head: usize) -> Option<&Name> {
        let noun = self.found.words.get(head)?.span;
        let apposed = self.phrase_of(head).and_then(|phrase| phrase.apposition).and_then(|index| self.found.phrases.get(index));
        if let Some(name) = apposed.and_then(|phrase| self.name_at(phrase.head)) {
            return Some(name);
        }
        self.found.names.iter().find(|name| {
            name.kind == NameKind::Person && span.contains(name.span) && noun.end() <= name.span.start() && {
                let between = self.words(Span::new(noun.end(), name.span.start()));
                between.clone().all(|word| {
                    !matches!(self.found.words[word].pos, Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Pron)
                        && !matches!(self.lower(word), ";" | ":" | ".")
                }) && between
                    .clone()
                    .last()
                    .is_none_or(|last| self.lower(last) == "," || matches!(self.found.words[last].pos, Pos::Adj | Pos::Noun))
            }
        })
    }

    /// The fullest form in which the report writes a person's name.
    pub(crate) fn fullest(&self, name: Span) -> String {
        let chained = self.found.chains.iter().find(|chain| chain.mentions.iter().any(|mention| mention.span == name));
        let span = chained.and_then(|chain| chain.name).unwrap_or(name);
        let written = self.verbatim(span);
        let parts: Vec<&str> = written.split(' ').collect();
        // Where no chain joins them: a name whose words all stand, in order, in exactly one fuller name of the report.
        let people = self.found.names.iter().filter(|found| found.kind == NameKind::Person);
        let mut fuller: Vec<String> = people
            .map(|found| self.verbatim(found.span))
            .filter(|other| {
                other.len() > written.len() && {
                    let others: Vec<&str> = other.split(' ').collect();
                    parts.iter().all(|part| others.contains(part))
                }
            })
            .collect();
        fuller.sort_by_key(|other| std::cmp::Reverse(other.len()));
        fuller.dedup();
        let one = fuller.first().is_some_and(|longest| {
            fuller.iter().all(|other| other.split(' ').all(|part| longest.split(' ').any(|word| word == part)))
        });
        if one { fuller.swap_remove(0) } else { written }
    }
}
