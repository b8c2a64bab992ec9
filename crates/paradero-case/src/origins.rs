//! Where it all comes from: reports, stories, and who depends on whom; and how many independent origins a set of statements has.

use crate::StoryId;
use paradero_model::{About, Count, Relation, SourceId, StatementId, TextId};
use serde::Serialize;

/// The reports behind a case file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Origins {
    /// Every report that mentions the person, by publication day, then id.
    pub reports: Vec<Report>,
    /// How many stories: sets of near copies.
    pub stories: usize,
    /// How many independent origins: copies, and stories taken from the same medium or agency, count once.
    pub independent: usize,
}

impl Origins {
    /// The report of a text.
    #[must_use]
    pub fn report(&self, text: TextId) -> Option<&Report> {
        self.reports.iter().find(|report| report.text == text)
    }
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The text.
    pub text: TextId,
    /// The source it was read from.
    pub source: SourceId,
    /// What the source says about it: title, publisher, author, date, address.
    pub about: About,
    /// The story it belongs to.
    pub story: StoryId,
    /// The independent origin it belongs to: reports of one number do not corroborate each other. From 0, in order of `reports`.
    pub origin: usize,
    /// What it says it was taken from, with the statements.
    pub depends: Vec<Depends>,
}

/// A medium, agency or document that a report depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Depends {
    /// How.
    pub relation: Relation,
    /// On what, as worded.
    pub outlet: String,
    /// The statement.
    pub statement: StatementId,
}

/// A number of people that a report of the case tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountEntry {
    /// The count, as stated.
    pub count: Count,
    /// The statements that tell it.
    pub statements: Vec<StatementId>,
    /// How many independent origins.
    pub origins: usize,
}
