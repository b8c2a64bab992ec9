//! What is alleged against the person, by whom, on what evidence, and what answers it. Never what is alleged against a group.

use paradero_model::{Modality, StatementId};
use serde::Serialize;

/// One allegation, told in one or more reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AllegationEntry {
    /// The claim, as first worded.
    pub claim: String,
    /// Who makes it, as worded, each once; empty where no report says.
    pub by: Vec<String>,
    /// Exact words offered as proof, each once.
    pub evidence: Vec<String>,
    /// Exact words that deny, explain or rebut, each once.
    pub answers: Vec<String>,
    /// An allegation is a claim: always [`Modality::Alleged`], so that no table shows it as fact.
    pub modality: Modality,
    /// Whether another person than this one is meant as well.
    pub with_others: bool,
    /// The statements that tell it.
    pub statements: Vec<StatementId>,
    /// How many independent origins tell it.
    pub origins: usize,
}
