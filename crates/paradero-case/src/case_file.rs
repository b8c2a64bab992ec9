//! The case file: everything about one person, computed.

use crate::{
    AllegationEntry, Chronology, Cited, Conflict, CountEntry, Fate, Minor, Missing, Origins, People, Person, PersonId, Record,
    Standing, Step, Voice, Who,
    allegations::allegations,
    chronology::chronology,
    conflicts::conflicts,
    fate::fate,
    fold,
    missing::missing,
    origins::{counts, origins},
    scope::Scope,
    steps::steps,
    voices::voices,
    who::who,
};
use paradero_model::{ActCode, Claim, Mention, StatementId, TextId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Everything about one person. Every value names the statements that say it; their words are in [`CaseFile::cited`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseFile {
    /// Whose it is.
    pub head: Head,
    /// Attributes.
    pub who: Who,
    /// What happened, in order: all acts, with the legal steps and the interventions among them.
    pub chronology: Chronology,
    /// What is alleged.
    pub allegations: Vec<AllegationEntry>,
    /// Quotations by and about the person.
    pub voices: Vec<Voice>,
    /// Charges, hearings, rulings, filings: those steps of the chronology, dated ones first.
    pub legal: Vec<Step>,
    /// Alive, dead, freed; and where.
    pub fate: Fate,
    /// What others did for the person: those steps of the chronology, dated ones first.
    pub interventions: Vec<Step>,
    /// What the person did to others, for those who are named as doing something: officials, lawyers.
    pub deeds: Vec<Step>,
    /// Claims that reports take from the person ("his lawyer says").
    pub told: Vec<StatementId>,
    /// What happened to groups, in reports that mention the person. Never a statement about the person (principle 7).
    pub groups: Vec<GroupEntry>,
    /// How many people, in reports that mention the person.
    pub counts: Vec<CountEntry>,
    /// Reports, stories, dependence.
    pub origins: Origins,
    /// What disagrees.
    pub conflicts: Vec<Conflict>,
    /// The minimum elements, each recorded or not, in the order of the type.
    pub missing: Vec<Missing>,
    /// Every statement that a part of this case file names.
    pub cited: BTreeMap<StatementId, Cited>,
}

impl CaseFile {
    /// The statement of an id; every id that stands in the case file has one.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Cited> {
        self.cited.get(&id)
    }
}

/// Whose case file it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The person's id.
    pub person: PersonId,
    /// The fullest name.
    pub name: String,
    /// Whether no report gives a name: `name` is then a description.
    pub described: bool,
    /// Every other way the reports write the name, and stated aliases.
    pub other_names: Vec<String>,
    /// Of the case, or only named.
    pub standing: Standing,
    /// What says that the person was a minor. Protect the identity by default.
    pub minor: Option<Minor>,
    /// Where the person is mentioned.
    pub mentions: Vec<Mention>,
}

/// What happened to, or is alleged of, a group in a report that mentions the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupEntry {
    /// The group, as worded.
    pub group: Vec<String>,
    /// The statements: acts and allegations.
    pub statements: Vec<StatementId>,
}

/// Makes the case file of a person: the same record, people and person give the same case file, always.
#[must_use]
pub fn compile(record: &Record, people: &People, person: &Person) -> CaseFile {
    let scope = Scope::of(record, &people.stories, person, &alone(people, person));
    let who = who(&scope);
    let chronology = chronology(&scope);
    let allegations = allegations(&scope);
    let fate = fate(&scope, &chronology);
    let of_code = |codes: &[ActCode]| chronology.steps().filter(|step| codes.contains(&step.code)).cloned().collect::<Vec<_>>();
    CaseFile {
        head: Head {
            person: person.id,
            name: person.name.clone(),
            described: person.described,
            other_names: person.other_names.clone(),
            standing: person.standing,
            minor: person.minor.clone(),
            mentions: person.mentions.clone(),
        },
        voices: voices(&scope),
        legal: of_code(&[ActCode::Charge, ActCode::Hearing, ActCode::Ruling, ActCode::LegalFiling]),
        interventions: of_code(&[ActCode::Intervention]),
        deeds: steps(&scope, &scope.deeds),
        told: scope.told.iter().map(|drafted| drafted.statement.id()).collect(),
        groups: groups(&scope),
        counts: counts(&scope),
        origins: origins(&scope),
        conflicts: conflicts(&scope, &who, &chronology, &fate),
        missing: missing(&scope, &who, &chronology, &allegations, &fate),
        cited: scope
            .all()
            .map(|drafted| (drafted.statement.id(), Cited::new(drafted, people.stories.story(drafted.statement.anchor().text()))))
            .collect(),
        who,
        chronology,
        allegations,
        fate,
    }
}

/// The texts in which nobody else of the case is mentioned: all voices of such a report belong to the person's case.
fn alone(people: &People, person: &Person) -> BTreeSet<TextId> {
    let own = usize::from(person.standing == Standing::OfTheCase && !person.described);
    person.texts().into_iter().filter(|text| people.cases.get(text).copied().unwrap_or(0) == own).collect()
}

/// What the person's reports tell of groups, by group.
fn groups(scope: &Scope) -> Vec<GroupEntry> {
    let mut groups: Vec<GroupEntry> = Vec::new();
    for drafted in &scope.groups {
        let group = match drafted.statement.claim() {
            Claim::Act(act) => &act.whom,
            Claim::Allegation(allegation) => &allegation.about,
            _ => continue,
        };
        let folded = |group: &[String]| group.iter().map(|name| fold(name)).collect::<Vec<_>>();
        match groups.iter_mut().find(|entry| folded(&entry.group) == folded(group)) {
            Some(entry) => entry.statements.push(drafted.statement.id()),
            None => groups.push(GroupEntry { group: group.clone(), statements: vec![drafted.statement.id()] }),
        }
    }
    groups
}
