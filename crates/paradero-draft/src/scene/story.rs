//! Who the report is about: the persons to whom something happens, and which of them is meant where no name stands.

use super::Scene;
use crate::codebook::Stands;
use paradero_lang::{Form, Gender, NameKind, Pos};
use paradero_model::{ActCode, Span};
use std::collections::BTreeMap;

/// The persons of the story.
#[derive(Default)]
pub(crate) struct Story {
    /// Every mention of a person of the story, in the order of the text: its span and the person.
    mentions: Vec<(Span, usize)>,
    /// The persons, by fullest name.
    people: Vec<Person>,
    /// The one whom most is told of.
    first: Option<usize>,
}

struct Person {
    name: String,
    gender: Option<Gender>,
    /// How much is told of the person.
    weight: usize,
}

/// Acts that make someone a person of the story; threats, rulings and interventions happen to too many others.
const CORE: [ActCode; 13] = [
    ActCode::Flight,
    ActCode::AsylumClaim,
    ActCode::Arrest,
    ActCode::Detention,
    ActCode::Transfer,
    ActCode::Removal,
    ActCode::Disappearance,
    ActCode::Release,
    ActCode::Return,
    ActCode::Exchange,
    ActCode::IllTreatment,
    ActCode::Death,
    ActCode::Charge,
];

impl Story {
    /// Reads who the persons of the story are: those whom the report names where something happens to someone.
    pub(super) fn read(scene: &Scene) -> Self {
        let mut weight: BTreeMap<String, usize> = BTreeMap::new();
        for clause in &scene.found.clauses {
            for verb in scene.verbs_of(clause) {
                if verb.stands == Stands::Around {
                    for name in scene.named_parties(clause) {
                        *weight.entry(name).or_default() += 2;
                    }
                    continue;
                }
                if !CORE.contains(&verb.code) {
                    continue;
                }
                for referent in scene.patients(clause, verb) {
                    if !referent.group {
                        *weight.entry(referent.words).or_default() += 3;
                    }
                }
            }
        }
        for phrase in &scene.found.phrases {
            if scene.noun_act(phrase.head).is_some_and(|(_, code)| CORE.contains(&code)) {
                for referent in scene.owners(phrase, true) {
                    if !referent.group {
                        *weight.entry(referent.words).or_default() += 3;
                    }
                }
            }
        }
        // A name with an age beside it, in a list or a lead, is of the people the report is about.
        for naming in super::naming::all(scene)
            .iter()
            .filter(|naming| naming.behind.first().is_some_and(|behind| scene.opens_with_age(*behind)))
        {
            *weight.entry(naming.person.clone()).or_default() += 3;
        }
        // Who bears an office is told of, but is seldom the one to whom it happens: only where nobody else is.
        if weight.keys().any(|name| !scene.bears_office(name)) {
            weight.retain(|name, weight| !scene.bears_office(name) || *weight >= 9);
        }
        if weight.is_empty() {
            // Nobody is named where something happens: the first person named without a title is whom the report is about.
            let first = scene.found.names.iter().find(|name| name.kind == NameKind::Person && name.title.is_none());
            weight.extend(first.map(|name| (scene.fullest(name.span), 1)));
        }
        let mut people: Vec<(String, usize)> = weight.into_iter().collect();
        let mut mentions = Vec::new();
        for (index, (name, weight)) in people.iter_mut().enumerate() {
            for span in scene.mentions_of(name) {
                *weight += 1;
                mentions.push((span, index));
            }
        }
        mentions.sort();
        let first = (0..people.len()).max_by_key(|index| (people[*index].1, std::cmp::Reverse(*index)));
        let people = people.into_iter().map(|(name, weight)| Person { gender: scene.gender_of(&name), name, weight }).collect();
        Self { mentions, people, first }
    }

    /// Whether `name` is a person of the story.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.people.iter().any(|person| person.name == name)
    }

    /// Whether so much is told of a person that words without a name may mean them.
    fn weighs(&self, person: usize) -> bool {
        let most = self.first.map_or(0, |first| self.people[first].weight);
        self.people[person].weight * 4 >= most
    }

    fn fits(&self, person: usize, form: Form) -> bool {
        form.gender.is_none() || self.people[person].gender.is_none() || form.gender == self.people[person].gender
    }
}

impl Scene<'_> {
    /// Whether `name` is a person of the story.
    pub(crate) fn in_story(&self, name: &str) -> bool {
        self.story.has(name)
    }

    /// The person of the story whom the words at byte `at` are about, where they name no one: the one last mentioned in this
    /// sentence or the two before, else the one whom the report is about. `form` may tell the gender.
    pub(crate) fn focus(&self, at: usize, form: Form) -> Option<String> {
        let story = &self.story;
        let sentence = self.found.sentence_at(at).unwrap_or(0);
        let from = self.found.sentences.get(sentence.saturating_sub(2)).map_or(0, |sentence| sentence.span.start());
        let near = story.mentions.iter().rev().find(|(span, person)| {
            span.end() <= at && span.start() >= from && story.fits(*person, form) && story.weighs(*person)
        });
        let chosen = near.map(|(_, person)| *person).or(story.first.filter(|first| story.fits(*first, form)))?;
        story.people.get(chosen).map(|person| person.name.clone())
    }

    /// The persons named "against", "for", "contra" in a clause of filing, charging or deciding.
    fn named_parties(&self, clause: &paradero_lang::Clause) -> Vec<String> {
        let against = |preposition: &str| {
            matches!(preposition, "against" | "for" | "on behalf of" | "contra" | "en contra de" | "a favor de")
        };
        let complements =
            clause.arguments.iter().filter_map(|argument| self.phrase_over(argument)).flat_map(|phrase| &phrase.complements);
        let spans = complements.filter(|complement| against(&complement.preposition)).map(|complement| complement.span);
        let obliques = clause
            .arguments
            .iter()
            .filter(|argument| argument.preposition.as_deref().is_some_and(against))
            .map(|argument| argument.span);
        let mut names: Vec<String> = Vec::new();
        for span in spans.chain(obliques) {
            let first = self.words(span).find_map(|word| self.name_at(word)).filter(|name| name.span.start() <= span.start() + 8);
            names.extend(first.map(|name| self.fullest(name.span)));
        }
        names.dedup();
        names
    }

    /// Whether an apposition begins with an age: "29", "de 52 años", "41 años".
    fn opens_with_age(&self, span: Span) -> bool {
        let first = self.words(span).find(|word| !matches!(self.lower(*word), "de" | "aged" | "a" | "an"));
        first.is_some_and(|first| {
            let digits: String = self.lower(first).chars().take_while(char::is_ascii_digit).collect();
            let rest = &self.lower(first)[digits.len()..];
            digits.len() == 2 && (rest.is_empty() || rest.starts_with("-year"))
        })
    }

    /// Whether a title of office stands at the person's name: "Judge", "el gobernador".
    pub(crate) fn bears_office(&self, name: &str) -> bool {
        let named = self.found.names.iter().filter(|found| found.kind == NameKind::Person && found.title.is_some());
        named.filter(|found| self.fullest(found.span) == name).filter_map(|found| found.title).any(|title| {
            let words = self.words(title);
            // "Su abogada", "the organisation's lawyer": who acts for somebody. A lawyer alone may be anyone.
            let whose =
                words.clone().any(|word| matches!(self.lower(word), "his" | "her" | "their" | "su" | "'s" | "del" | "de"));
            let acting = whose && self.holds(words.clone(), &self.book.persons.lawyer);
            acting || self.holds(words.clone(), &self.book.persons.role) && !self.holds(words, &self.book.persons.occupation)
        })
    }

    /// Whom a description in the lead introduces: the person the report is about, who has not been named yet.
    pub(crate) fn introduced(&self, span: Span, head: usize) -> Option<String> {
        let story = &self.story;
        let office = self.is(head, &self.book.persons.role) && !self.is(head, &self.book.persons.occupation);
        let kin = self.is(head, &self.book.persons.family);
        let body =
            self.found.sentences.iter().filter(|sentence| !sentence.heading && sentence.span.end() <= span.start()).count();
        if office || kin || body > 1 || self.is_court(span) {
            return None;
        }
        let first = story.first.filter(|first| story.fits(*first, self.form(head)))?;
        let named = self.found.names.iter().any(|name| name.kind == NameKind::Person && name.span.start() < span.start());
        (!named).then(|| story.people[first].name.clone())
    }

    /// Where a person is mentioned, by name or otherwise.
    fn mentions_of(&self, name: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        for chain in &self.found.chains {
            if chain.name.is_some_and(|span| self.fullest(span) == name) {
                spans.extend(chain.mentions.iter().map(|mention| mention.span));
            }
        }
        let loose = self.found.names.iter().filter(|found| found.kind == NameKind::Person && !spans.contains(&found.span));
        let loose: Vec<_> = loose.filter(|found| self.fullest(found.span) == name).map(|found| found.span).collect();
        spans.extend(loose);
        spans
    }

    /// The gender that the chain of a name says.
    fn gender_of(&self, name: &str) -> Option<Gender> {
        let chain = self.found.chains.iter().find(|chain| chain.name.is_some_and(|span| self.fullest(span) == name))?;
        chain.gender
    }

    /// The form of a word, for questions of gender.
    pub(crate) fn form(&self, word: usize) -> Form {
        self.found.words.get(word).filter(|word| word.pos != Pos::Propn).map(|word| word.form).unwrap_or_default()
    }
}
