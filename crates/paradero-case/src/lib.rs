//! Persons and case files, computed: stages 6 and 7. Nothing in here is typed by hand, and all of it can be deleted and made again.
//!
//! [`Record::of`] folds the ledger's events; [`people`] makes [`Mention`](paradero_model::Mention)s of its statements, joins inside a text by
//! name and across texts only what is safe, obeys judgements, and offers the rest as [`Unsure`]; [`find`] finds a [`Person`];
//! [`compile`] makes that person's [`CaseFile`]: [`Head`], [`Who`], [`Chronology`], [`AllegationEntry`], [`Voice`], legal steps, [`Fate`],
//! interventions, counts, [`Origins`], [`Conflict`]s, and what is [`Missing`].
//!
//! Every value holds the [`StatementId`](paradero_model::StatementId)s that say it; [`CaseFile::cited`] holds the words. Nothing here
//! chooses between two values that disagree: there is no `best()`.

mod against;
mod allegations;
mod case_file;
mod chronology;
mod cited;
mod common_words;
mod conflicts;
mod dates;
mod disagreement;
mod episodes;
mod facts;
mod fate;
mod find;
mod joining;
mod judged;
mod latest;
mod likeness;
mod mentions;
mod minor;
mod missing;
mod names;
mod offers;
mod origin_groups;
mod origins;
mod past_age;
mod people;
mod person;
mod places;
mod reason;
mod record;
mod safe_join;
mod scope;
mod sets;
mod steps;
mod story;
mod support;
mod voices;
mod who;

pub use allegations::AllegationEntry;
pub use case_file::{CaseFile, GroupEntry, Head, compile};
pub use chronology::{Chronology, Episode, Step, Stint};
pub use cited::Cited;
pub use conflicts::{Conflict, ConflictKind, Side};
pub use fate::{Fate, FateSign, Sign, WhereSign};
pub use find::find;
pub use missing::{Minimum, Missing, Recorded};
pub use names::fold;
pub use origins::{CountEntry, Depends, Origins, Report};
pub use people::{Blocked, People, Unsure, people};
pub use person::{Join, JoinedBy, Minor, Person, PersonId, Standing};
pub use reason::{Reason, ReasonCode};
pub use record::{Drafted, Judged, Publication, Record};
pub use story::{Stories, StoryId};
pub use voices::{AboutVoice, Voice};
pub use who::{Entry, Value, Who};
