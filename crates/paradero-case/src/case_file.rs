//! The case file: everything about one person, computed.

use crate::{
    AllegationEntry, Chronology, Cited, Conflict, CountEntry, Fate, Minor, Missing, Origins, People, Person, PersonId, Record,
    Standing, Step, Voice, Who,
};
use paradero_model::{Mention, StatementId};
use serde::Serialize;
use std::collections::BTreeMap;

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

/// Makes the case file of a person.
#[must_use]
pub fn compile(record: &Record, people: &People, person: &Person) -> CaseFile {
    let _ = (record, people);
    CaseFile {
        head: Head {
            person: person.id,
            name: person.name.clone(),
            other_names: person.other_names.clone(),
            standing: person.standing,
            minor: person.minor.clone(),
            mentions: person.mentions.clone(),
        },
        who: Who::default(),
        chronology: Chronology::default(),
        allegations: Vec::new(),
        voices: Vec::new(),
        legal: Vec::new(),
        fate: Fate::default(),
        interventions: Vec::new(),
        groups: Vec::new(),
        counts: Vec::new(),
        origins: Origins::default(),
        conflicts: Vec::new(),
        missing: Vec::new(),
        cited: BTreeMap::new(),
    }
}
