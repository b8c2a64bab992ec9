//! What a person is, by the words that name and describe: nationality, occupation, role, status, orientation, religion, politics.
//!
//! # What it drafts
//! Words of the codebook right before a name, in the apposition behind it, or in what the person "is": "Venezuelan makeup artist **Rosa
//! Lima**", "**Rosa Lima, a nurse**", "**she is a teacher**". Of persons of the story an occupation, of others a role.
//!
//! # What it must not draft
//! The words of an organisation or of somebody else in the same phrase ("Venezuelan President": of the President it is no nationality).
//!
//! # Examples
//! en: "**Venezuelan nurse Rosa Lima** was freed." es: "**la enfermera venezolana Rosa Lima**"
//!
//! # Known misses
//! Occupations told by what somebody did ("vendía perros calientes").

use super::{Draft, attribute};
use crate::scene::{Scene, naming};
use paradero_lang::{Form, NameKind, Pos, Role};
use paradero_model::{Claim, Property, Span};
use std::ops::Range;

const RULE: &str = "attribute/naming";

/// Drafts what persons are.
pub(super) fn draft(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for naming in naming::all(scene) {
        let story = scene.in_story(&naming.person);
        for (span, before) in
            naming.before.map(|span| (span, true)).into_iter().chain(naming.behind.iter().map(|span| (*span, false)))
        {
            let whole = naming.name.span.to(span);
            drafts.extend(described(scene, whole, span, &naming.person, story, before));
            let title = naming.name.title.filter(|title| before && title.overlaps(span));
            let listed = |span: Span| {
                scene.holds(scene.words(span), &scene.book.persons.role)
                    || scene.holds(scene.words(span), &scene.book.persons.occupation)
            };
            // A title that no list knows ("el síndico", "the comptroller") is a role all the same.
            if let Some(title) = title.filter(|title| !story && !listed(span) && !honorific(scene, *title)) {
                drafts.push(attribute(scene, whole, &naming.person, Property::Role, role(scene, title), RULE));
            }
        }
    }
    for clause in &scene.found.clauses {
        let Some(predicate) = clause.arguments.iter().find(|argument| argument.role == Role::Predicate) else { continue };
        let be = matches!(scene.lemma(clause.head), "be" | "ser" | "become" | "work")
            || clause.group.clone().any(|word| matches!(scene.lemma(word), "be" | "ser"));
        if !be || clause.negation.is_some() || clause.modal.is_some() {
            continue;
        }
        if let Some(person) = super::subject_person(scene, clause).filter(|person| scene.in_story(person)) {
            // A long subject is not part of the smallest clause.
            let group = scene.span(clause.group.clone()).unwrap_or(clause.span);
            let subject = clause.arguments.iter().find(|argument| argument.role == Role::Subject && argument.span.len() <= 40);
            let short = scene.without_tail(predicate.span);
            let whole = subject.map_or(group, |subject| group.to(subject.span)).to(short);
            drafts.extend(described(scene, whole, short, &person, true, false));
        }
    }
    drafts.extend(unnamed(scene));
    drafts.sort_by_key(|draft| draft.span);
    let mut said = Vec::new();
    drafts.retain(|draft| anew(scene, draft, &mut said));
    drafts
}

/// Whether an attribute is said anew: not where the same words only name the person once more. A heading counts apart.
fn anew(scene: &Scene, draft: &Draft, said: &mut Vec<(String, Property, String, bool)>) -> bool {
    let Claim::Attribute(attribute) = &draft.claim else { return true };
    let heading = scene
        .found
        .sentence_at(draft.span.start())
        .and_then(|index| scene.found.sentences.get(index))
        .is_some_and(|sentence| sentence.heading);
    let key = (attribute.person.clone(), attribute.property, attribute.value.to_lowercase(), heading);
    if attribute.property != Property::Role && said.contains(&key) {
        return false;
    }
    said.push(key);
    true
}

/// The attributes that the words of `span` give `person`; `whole` holds the name too.
fn described(scene: &Scene, whole: Span, span: Span, person: &str, story: bool, before: bool) -> Vec<Draft> {
    let words = scene.words(span);
    let mut drafts = Vec::new();
    let persons = &scene.book.persons;
    if words.is_empty() || words.len() > 30 {
        return drafts;
    }
    if story {
        if let Some(value) = nationality(scene, words.clone()) {
            drafts.push(attribute(scene, whole, person, Property::Nationality, value, RULE));
        }
        if let Some(found) =
            scene.find(words.clone(), &persons.occupation).filter(|found| !kin(scene, words.clone(), found.start))
        {
            let value =
                scene.span(widened(scene, words.clone(), found, before)).map(|span| scene.worded(span)).unwrap_or_default();
            drafts.push(attribute(scene, whole, person, Property::Occupation, value, RULE));
        } else if let Some(value) = apposed(scene, words.clone()).filter(|_| !before) {
            drafts.push(attribute(scene, whole, person, Property::Occupation, value, RULE));
        }
        if scene.bears_office(person)
            && before
            && let Some(found) = scene.find(words.clone(), &persons.role)
            && !scene.is(found.start, &persons.occupation)
        {
            drafts.push(attribute(scene, whole, person, Property::Role, role(scene, span), RULE));
        }
        let lists = [
            (Property::ImmigrationStatus, &persons.immigration_status),
            (Property::Orientation, &persons.orientation),
            (Property::Religion, &persons.religion),
            (Property::Politics, &persons.politics),
        ];
        for (property, list) in lists {
            if let Some(value) = scene.find(words.clone(), list).and_then(|found| scene.span(found)) {
                drafts.push(attribute(scene, whole, person, property, scene.verbatim(value), RULE));
            }
        }
    } else if let Some(found) = scene.find(words.clone(), &persons.role) {
        if !matches!(scene.lower(found.start), "mr." | "mrs." | "ms." | "mr" | "mrs" | "ms") {
            let value = role(scene, span);
            drafts.push(attribute(scene, whole, person, Property::Role, value, RULE));
        }
    } else if let Some(found) = scene.find(words.clone(), &persons.occupation) {
        let value = scene.span(found.start..words.end).map(|span| scene.worded(span)).unwrap_or_default();
        // A name with an age in a list is of the people the list is about.
        let listed = !before && scene.words(whole).any(|word| scene.found.words[word].pos == Pos::Num);
        let property = if listed { Property::Occupation } else { Property::Role };
        drafts.push(attribute(scene, whole, person, property, value, RULE));
    }
    drafts
}

/// "A delivery rider from Cúa": an apposition with an indefinite article is what the person does, unless it is a word for any
/// person, for a relative, or for where somebody comes from.
fn apposed(scene: &Scene, words: Range<usize>) -> Option<String> {
    let apart = words.start.checked_sub(1).is_some_and(|before| matches!(scene.lower(before), "," | "("));
    if !apart || !matches!(scene.lower(words.start), "a" | "an" | "un" | "una") {
        return None;
    }
    let end = (words.start + 1..words.end)
        .take_while(|word| matches!(scene.found.words[*word].pos, Pos::Noun | Pos::Adj | Pos::Propn))
        .last()?;
    let last = if scene.found.lang == paradero_model::Lang::En { end } else { words.start + 1 };
    let persons = &scene.book.persons;
    let plain =
        scene.is(last, &persons.person) || scene.is(last, &persons.family) || nationality(scene, last..last + 1).is_some();
    let agent = [
        "er", "or", "ist", "ian", "ant", "man", "woman", "dor", "dora", "ista", "ero", "era", "ante", "ario", "aria", "ico",
        "ica",
    ]
    .iter()
    .any(|ending| scene.lower(last).ends_with(ending));
    (!plain && agent && scene.found.words[last].pos == Pos::Noun)
        .then(|| scene.span(words.start..end + 1))
        .flatten()
        .map(|span| scene.worded(span))
}

/// Whether a title only shows respect: "Mr.", "don", "señora".
fn honorific(scene: &Scene, title: Span) -> bool {
    const RESPECT: [&str; 26] = [
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "sir",
        "don",
        "doña",
        "señor",
        "señora",
        "sr",
        "sr.",
        "sra",
        "sra.",
        "señorita",
        "el",
        "la",
        "the",
        "lic.",
        "licenciado",
        "licenciada",
        "compañero",
        "compañera",
        "ciudadano",
    ];
    scene.words(title).all(|word| RESPECT.contains(&scene.lower(word)) || scene.lower(word) == ".")
}

/// "His brother the mechanic": words behind a relative are the relative's.
fn kin(scene: &Scene, words: Range<usize>, at: usize) -> bool {
    (words.start..at).any(|word| scene.is(word, &scene.book.persons.family))
}

/// A word for who comes from a country.
fn nationality(scene: &Scene, words: Range<usize>) -> Option<String> {
    let people =
        |word: &usize| {
            // "Partido Dominicano": the organisation's word is not the person's.
            let span = scene.found.words.get(*word).map(|word| word.span);
            if scene.found.names.iter().any(|name| {
                span.is_some_and(|span| name.span.contains(span) && name.span != span && name.kind != NameKind::Person)
            }) {
                return false;
            }
            let mut all = scene.book.places.countries.iter().flat_map(|country| &country.people);
            let (lower, lemma) = (scene.lower(*word), scene.lemma(*word));
            all.any(|people| {
                let people = people.to_lowercase();
                people == lower || people == lemma || lower.strip_suffix('s') == Some(&people)
            })
        };
    let found = words.clone().find(people);
    let citizen = || {
        let at = words.clone().find(|word| {
            matches!(scene.lower(*word), "citizen" | "national" | "ciudadano" | "ciudadana" | "nacional")
                && matches!(scene.lower(word + 1), "of" | "de")
        })?;
        scene.span(at..words.end.min(at + 5)).map(|span| scene.worded(span))
    };
    found.map(|word| scene.str(scene.found.words[word].span).to_owned()).or_else(citizen)
}

/// The occupation with the words that belong to it: "dirigente sindical", "graduate student", "coordinador juvenil de …".
fn widened(scene: &Scene, words: Range<usize>, found: Range<usize>, before: bool) -> Range<usize> {
    let mut end = found.end;
    while end < words.end {
        let word = &scene.found.words[end];
        // "Universitario preso": what happened to somebody is no part of the occupation.
        let labels = &scene.book.persons.labels;
        let label = labels.contains_key(scene.lemma(end)) || labels.contains_key(scene.lower(end));
        let adjective = word.pos == Pos::Adj && !label && nationality(scene, end..end + 1).is_none();
        let joining = is_link(scene.lower(end));
        let tail = !before && (joining || matches!(word.pos, Pos::Noun | Pos::Propn));
        if !adjective && !tail {
            break;
        }
        end += 1;
    }
    while end > found.end && scene.found.words[end - 1].pos != Pos::Noun && is_link(scene.lower(end - 1)) {
        end -= 1;
    }
    // "A pastry cook": the plain noun before an English occupation belongs to it.
    let mut start = found.start;
    let persons = &scene.book.persons;
    while start > words.start && scene.found.lang == paradero_model::Lang::En && scene.found.words[start - 1].pos == Pos::Noun {
        let before = start - 1;
        let other = scene.is_person_noun(before)
            || scene.is(before, &persons.orientation)
            || scene.is(before, &persons.religion)
            || scene.lower(before).contains(['-', '\''])
            || scene.in_name(before)
            || scene.is_plural(before)
            || nationality(scene, before..start).is_some();
        if other {
            break;
        }
        start = before;
    }
    start..end
}

/// A word that joins an occupation to what follows, and ends none: "electricista **de** 41 años".
fn is_link(word: &str) -> bool {
    matches!(word, "de" | "del" | "of" | "at" | "en" | "la" | "el" | "los" | "the")
}

/// A role as worded: without article, possessive and the comma behind.
fn role(scene: &Scene, span: Span) -> String {
    let mut words = scene.words(span);
    while words.len() > 1
        && matches!(
            scene.lower(words.start),
            "the" | "a" | "an" | "el" | "la" | "su" | "sus" | "his" | "her" | "their" | "al" | "del"
        )
    {
        words.start += 1;
    }
    scene.span(words).map(|span| scene.worded(span)).unwrap_or_default()
}

/// A description without a name that stands for a person of the story: "a 31-year-old gay Venezuelan makeup artist", in a heading
/// "Venezuelan barber".
fn unnamed(scene: &Scene) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for phrase in &scene.found.phrases {
        let short = scene.without_tail(phrase.span);
        let named = scene.found.names.iter().any(|name| name.kind == NameKind::Person && phrase.span.overlaps(name.span));
        let plural = scene.found.words.get(phrase.head).is_none_or(|word| word.form.plural == Some(true));
        if named || plural || !scene.is_person_noun(phrase.head) || phrase.possessor.is_some() {
            continue;
        }
        let heading = scene.found.sentences.get(phrase.sentence).is_some_and(|sentence| sentence.heading);
        let chained = scene.found.chain_at(phrase.span).and_then(|chain| chain.name).map(|name| scene.fullest(name));
        let lead = || {
            scene
                .introduced(short, phrase.head)
                .filter(|_| matches!(scene.lower(scene.words(short).start), "a" | "an" | "un" | "una"))
        };
        let person = chained.or_else(|| if heading { scene.focus(phrase.span.start(), Form::default()) } else { lead() });
        // "The nurse" takes up what was said; "a nurse" says it.
        let taken_up = scene.words(short).next().is_some_and(|first| {
            !heading && matches!(scene.lower(first), "the" | "el" | "la" | "al" | "del" | "this" | "that" | "este" | "esta")
        });
        // "Policía detiene a …": the bare force in a headline acts, and is nobody's occupation.
        let force = matches!(scene.lower(phrase.head), "policía" | "police" | "guardia" | "militar")
            && scene.words(short).len() == 1
            && scene
                .clause_at(phrase.head)
                .is_some_and(|clause| scene.found.clauses[clause].voice == paradero_lang::Voice::Active);
        if let Some(person) = person.filter(|person| scene.in_story(person) && !taken_up && !force) {
            drafts.extend(described(scene, short, short, &person, true, true));
        }
    }
    drafts
}
