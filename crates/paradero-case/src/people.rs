//! Stage 6: from statements and judgements to persons.

use crate::{
    Join, Minor, Person, PersonId, Reason, Record, Standing, Stories,
    facts::Facts,
    fold,
    joining::join,
    judged::Verdicts,
    mentions::{Seen, fullest, mentions},
    minor,
    offers::offers,
    origin_groups::origin_groups,
    story::stories,
};
use paradero_model::{ActCode, Claim, Mention, Modality, Property, StatementId, TextId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Everyone in the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct People {
    /// The persons: those of the case first, then those only named; each by folded name, then id.
    pub persons: Vec<Person>,
    /// Pairs that may be one person, offered for judgement; the more reasons for it, the earlier.
    pub unsure: Vec<Unsure>,
    /// Judgements that could not be carried out because others stand against them.
    pub blocked: Vec<Blocked>,
    /// Which reports are near copies, and which are independent.
    pub stories: Stories,
    /// How many named persons of the case each text mentions.
    #[serde(skip)]
    pub(crate) cases: BTreeMap<TextId, usize>,
}

impl People {
    /// The person of an id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.persons.iter().find(|person| person.id == id)
    }

    /// How many independent origins some statements have: copies of one story and reports that draw on one medium count once.
    #[must_use]
    pub fn origins_of(&self, record: &Record, statements: &[StatementId]) -> usize {
        self.stories.origins_of(statements.iter().filter_map(|id| Some(record.statement(*id)?.statement.anchor().text())))
    }
}

/// Two mentions that may be one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unsure {
    /// One mention.
    pub a: Mention,
    /// The other.
    pub b: Mention,
    /// What speaks for and against.
    pub why: Vec<Reason>,
}

/// A judgement "same" that was not carried out: it would have joined two mentions judged "different".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blocked {
    /// The event's index of the judgement "same".
    pub same: u64,
    /// The event's index of the judgement "different" that blocks it.
    pub different: u64,
    /// The mentions of the judgement "same".
    pub a: Mention,
    /// The other one.
    pub b: Mention,
}

/// Makes the persons of a record. The same record gives the same persons, whatever the order of its unrelated events.
#[must_use]
pub fn people(record: &Record) -> People {
    let of = stories(record);
    let origin = origin_groups(record, &of);
    let stories = Stories { of, origin };
    let seen = mentions(record);
    let facts: Vec<Facts> = seen.iter().map(|seen| Facts::of(record, seen)).collect();
    let verdicts = Verdicts::of(record, &seen);
    let joined = join(&seen, &facts, &stories, &verdicts);
    let mut joins: BTreeMap<usize, Vec<Join>> = BTreeMap::new();
    let set: BTreeMap<usize, usize> =
        joined.groups.iter().flat_map(|(least, places)| places.iter().map(move |place| (*place, *least))).collect();
    for (a, b, by) in joined.joins {
        joins.entry(set[&a]).or_default().push(Join { a: seen[a].mention.clone(), b: seen[b].mention.clone(), by });
    }
    let made: BTreeMap<usize, Person> = joined
        .groups
        .iter()
        .map(|(least, mentions)| (*least, person(record, &seen, joins.remove(least).unwrap_or_default(), mentions)))
        .collect();
    let of_the_case: BTreeSet<usize> =
        made.iter().filter(|(_, person)| person.standing == Standing::OfTheCase).map(|(least, _)| *least).collect();
    let unsure = offers(&seen, &facts, &joined.groups, &of_the_case, &stories, &verdicts);
    let mut persons: Vec<Person> = made.into_values().collect();
    protect_doubles(&mut persons, &unsure);
    persons.sort_by_key(|person| (person.standing, fold(&person.name), person.id));
    let mut cases: BTreeMap<TextId, usize> = BTreeMap::new();
    for person in persons.iter().filter(|person| person.standing == Standing::OfTheCase && !person.described) {
        person.texts().into_iter().for_each(|text| *cases.entry(text).or_default() += 1);
    }
    People { persons, unsure, blocked: joined.blocked, stories, cases }
}

/// Protects whoever may be a minor under another name: to show the one would show the other. A judgement "different" ends it.
fn protect_doubles(persons: &mut [Person], unsure: &[Unsure]) {
    let of: BTreeMap<&Mention, usize> =
        persons.iter().enumerate().flat_map(|(at, person)| person.mentions.iter().map(move |mention| (mention, at))).collect();
    let pairs = unsure.iter().filter_map(|pair| Some((*of.get(&pair.a)?, *of.get(&pair.b)?)));
    let doubles: BTreeSet<usize> = pairs
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .filter(|(one, other)| persons[*one].minor.is_some() && persons[*other].minor.is_none())
        .map(|(_, other)| other)
        .collect();
    for at in doubles {
        persons[at].minor = Some(Minor { statements: Vec::new() });
    }
}

/// The person of some mentions.
fn person(record: &Record, seen: &[Seen], joins: Vec<Join>, places: &[usize]) -> Person {
    let mentions: Vec<Mention> = places.iter().map(|place| seen[*place].mention.clone()).collect();
    let forms: BTreeSet<_> =
        places.iter().flat_map(|place| seen[*place].forms.iter().map(|form| (seen[*place].mention.text, form.clone()))).collect();
    let name = fullest(mentions.iter().map(|mention| mention.name.as_str())).unwrap_or_default().to_owned();
    let mut person = Person {
        id: PersonId::of(&mentions),
        described: !crate::names::PersonName::read(&name).personal(),
        name,
        other_names: Vec::new(),
        mentions,
        joins,
        standing: Standing::Named,
        minor: None,
        forms,
    };
    person.other_names = other_names(record, &person);
    person.standing = standing(record, &person);
    person.minor = minor_of(record, &person);
    person
}

/// Every other way the name is written, and the stated aliases, one for each folded form.
fn other_names(record: &Record, person: &Person) -> Vec<String> {
    let aliases = person.texts().into_iter().flat_map(|text| record.statements_of(text)).filter_map(|drafted| {
        match drafted.statement.claim() {
            Claim::Attribute(attribute)
                if attribute.property == Property::Alias
                    && attribute.modality != Modality::Denied
                    && person.is_named(drafted.statement.anchor().text(), &attribute.person) =>
            {
                Some(attribute.value.clone())
            }
            _ => None,
        }
    });
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for name in person.forms.iter().map(|(_, form)| form.clone()).collect::<BTreeSet<_>>().into_iter().chain(aliases) {
        names.entry(fold(&name)).or_insert(name);
    }
    names.remove(&fold(&person.name));
    names.into_values().collect()
}

/// Of the case where something of it happened to the person; one who has a role only where it is more than coming and going.
fn standing(record: &Record, person: &Person) -> Standing {
    let (mut heavy, mut any, mut role) = (false, false, false);
    for drafted in person.texts().into_iter().flat_map(|text| record.statements_of(text)) {
        let named = |name: &String| person.is_named(drafted.statement.anchor().text(), name);
        match drafted.statement.claim() {
            Claim::Act(act) if !act.group && act.whom.iter().any(named) => {
                any = true;
                heavy |= !matches!(
                    act.code,
                    ActCode::Arrival
                        | ActCode::Return
                        | ActCode::Hearing
                        | ActCode::Ruling
                        | ActCode::LegalFiling
                        | ActCode::Intervention
                );
            }
            Claim::Attribute(attribute) if attribute.property == Property::Role && named(&attribute.person) => role = true,
            _ => {}
        }
    }
    if heavy || any && !role { Standing::OfTheCase } else { Standing::Named }
}

/// What says that the person was under age.
fn minor_of(record: &Record, person: &Person) -> Option<Minor> {
    let mut statements: Vec<StatementId> = person
        .texts()
        .into_iter()
        .flat_map(|text| record.statements_of(text))
        .filter(|drafted| match drafted.statement.claim() {
            Claim::Attribute(attribute) => {
                let text = drafted.statement.anchor().text();
                person.is_named(text, &attribute.person)
                    && minor::says_so(record, &drafted.statement, |name| person.is_named(text, name))
            }
            _ => false,
        })
        .map(|drafted| drafted.statement.id())
        .collect();
    statements.sort();
    (!statements.is_empty()).then_some(Minor { statements })
}
