//! A statement as a case file cites it: enough to show its words, its report and its voice without the record.

use crate::{Drafted, StoryId};
use paradero_model::{Span, Statement, StatementId, TextId};
use serde::Serialize;

/// One statement that the case file rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The statement: claim, exact words, rule.
    pub statement: Statement,
    /// The event's index in the ledger.
    pub index: u64,
    /// What drafted it.
    pub by: String,
    /// The story that its report belongs to.
    pub story: StoryId,
}

impl Cited {
    pub(crate) fn new(drafted: &Drafted, story: StoryId) -> Self {
        Self { statement: drafted.statement.clone(), index: drafted.index, by: drafted.by.clone(), story }
    }

    /// The statement's id.
    #[must_use]
    pub fn id(&self) -> StatementId {
        self.statement.id()
    }

    /// The text the words stand in: the key of [`Origins::report`](crate::Origins::report).
    #[must_use]
    pub fn text(&self) -> TextId {
        self.statement.anchor().text()
    }

    /// Where in the text.
    #[must_use]
    pub fn span(&self) -> Span {
        self.statement.anchor().span()
    }

    /// The exact words.
    #[must_use]
    pub fn words(&self) -> &str {
        self.statement.anchor().words()
    }

    /// Who says it, where that is not the report's own voice.
    #[must_use]
    pub fn says(&self) -> Option<&str> {
        self.statement.claim().voice()
    }
}
