//! A release: what may go out of one case file, built up from chosen fields.
//!
//! Every text in it is [`Masked`], so that nothing can be put in that did not go through the veil. Ids, hashes of sources and
//! places in texts are not in it: each could confirm a guess at what is withheld. Statements are numbered from 1 in the order in
//! which the release first names them.

use crate::Masked;
use paradero_case::{AboutVoice, ConflictKind, FateSign, Minimum};
use paradero_model::{ActCode, Bound, Edtf, Lang, Modality, Property, Relation};
use serde::Serialize;

/// The number of a statement in its release, from 1.
pub type Number = usize;

/// What may go out. Only [`crate::redact`] makes one.
///
/// ```compile_fail
/// // No constructor, no public field, no way from JSON back: a release cannot be made by hand.
/// let release = paradero_publish::Release { ..Default::default() };
/// ```
///
/// ```compile_fail
/// let release: paradero_publish::Release = serde_json::from_str("{}").unwrap();
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Release {
    /// Always `paradero-release/1`.
    pub(crate) schema: &'static str,
    /// What the policy withholds, by fixed name: the same whatever the case file holds.
    pub(crate) withheld: Vec<&'static str>,
    pub(crate) person: Named,
    pub(crate) fate: FateParts,
    pub(crate) who: Vec<Entry>,
    pub(crate) chronology: Vec<Step>,
    pub(crate) undated: Vec<Step>,
    pub(crate) allegations: Vec<Allegation>,
    pub(crate) voices: Vec<Voice>,
    pub(crate) deeds: Vec<Step>,
    pub(crate) told: Vec<Number>,
    pub(crate) groups: Vec<Group>,
    pub(crate) counts: Vec<Counted>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) missing: Vec<Minimum>,
    pub(crate) reports: Vec<Report>,
    pub(crate) stories: usize,
    pub(crate) independent_origins: usize,
    pub(crate) statements: Vec<Statement>,
}

/// Names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Named {
    pub name: Masked,
    /// Whether no report gives a name: `name` is then a description.
    pub described: bool,
    pub other_names: Vec<Masked>,
}

/// The two questions, each with all its latest signs, and what went before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FateParts {
    pub fate: Vec<Sign>,
    pub whereabouts: Vec<Sign>,
    pub earlier_fate: Vec<Sign>,
    pub earlier_whereabouts: Vec<Sign>,
}

/// A sign of fate or of whereabouts. Of whereabouts without a place: nobody says where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Sign {
    pub fate: Option<FateSign>,
    pub place: Option<Masked>,
    pub act: ActCode,
    pub as_of: Option<Edtf>,
    pub last_sign: Option<String>,
    pub according_to: Vec<Masked>,
    pub modality: Vec<Modality>,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// A property with its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    pub property: Property,
    pub conflict: bool,
    pub values: Vec<Value>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Value {
    pub value: Masked,
    pub modality: Vec<Modality>,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Step {
    pub act: ActCode,
    pub when: Vec<Edtf>,
    pub places: Vec<Masked>,
    pub from: Vec<Masked>,
    pub who: Vec<Masked>,
    pub outcomes: Vec<Masked>,
    pub modality: Vec<Modality>,
    pub says: Vec<Masked>,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// One allegation with its evidence and its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Allegation {
    pub claim: Masked,
    pub by: Vec<Masked>,
    pub evidence: Vec<Masked>,
    pub answers: Vec<Masked>,
    pub with_others: bool,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Voice {
    pub speaker: Option<Masked>,
    pub quoted: Masked,
    pub how: AboutVoice,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// What is said of a group in a report that mentions the person; never of the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Group {
    pub group: Vec<Masked>,
    /// What happened to it, each once.
    pub acts: Vec<ActCode>,
    /// Whether something is alleged of it.
    pub alleged: bool,
    pub statements: Vec<Number>,
}

/// How many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Counted {
    pub number: Option<u64>,
    pub bound: Bound,
    pub of: Masked,
    pub act: Option<ActCode>,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// Values that disagree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Conflict {
    pub kind: ConflictKind,
    pub property: Option<Property>,
    pub act: Option<ActCode>,
    pub sides: Vec<Side>,
}

/// One side of a conflict. Dates are EDTF; fates and modalities are fixed names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Side {
    pub value: Masked,
    pub origins: usize,
    pub statements: Vec<Number>,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Report {
    pub number: usize,
    pub title: Option<Masked>,
    pub publisher: Option<Masked>,
    pub author: Option<Masked>,
    pub published: Option<Edtf>,
    pub url: Option<Masked>,
    pub lang: Option<Lang>,
    /// Reports of one story are near copies.
    pub story: usize,
    /// Reports of one origin do not corroborate each other.
    pub origin: usize,
    pub depends: Vec<Depends>,
}

/// A medium, agency or document that a report was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Depends {
    pub relation: Relation,
    pub outlet: Masked,
    pub statements: Vec<Number>,
}

/// One statement, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Statement {
    pub number: Number,
    pub kind: &'static str,
    pub words: Masked,
    pub says: Option<Masked>,
    pub modality: Option<Modality>,
    /// The report's number; `None` where the release holds no such report.
    pub report: Option<usize>,
    pub drafted_by: Masked,
}
