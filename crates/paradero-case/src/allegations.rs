//! What is alleged against the person, by whom, on what evidence, and what answers it. Never what is alleged against a group.

use crate::{
    fold,
    scope::{Scope, add, add_words},
};
use paradero_model::{Claim, Modality, StatementId};
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

/// The allegations against the person: one entry for each claim, however often it is told.
pub(crate) fn allegations(scope: &Scope) -> Vec<AllegationEntry> {
    let mut entries: Vec<AllegationEntry> = Vec::new();
    for drafted in &scope.allegations {
        let Claim::Allegation(told) = drafted.statement.claim() else { continue };
        let place = entries.iter().position(|entry| same_claim(&entry.claim, &told.claim)).unwrap_or_else(|| {
            entries.push(AllegationEntry {
                claim: told.claim.clone(),
                by: Vec::new(),
                evidence: Vec::new(),
                answers: Vec::new(),
                modality: Modality::Alleged,
                with_others: false,
                statements: Vec::new(),
                origins: 0,
            });
            entries.len() - 1
        });
        let entry = &mut entries[place];
        told.by.iter().for_each(|by| add_words(&mut entry.by, by));
        told.evidence.iter().for_each(|words| add_words(&mut entry.evidence, words));
        told.answer.iter().for_each(|words| add_words(&mut entry.answers, words));
        entry.with_others |= told.about.len() > 1;
        add(&mut entry.statements, drafted.statement.id());
    }
    entries.iter_mut().for_each(|entry| entry.origins = scope.origins_of(&entry.statements));
    entries
}

/// The same claim, told in the same words, or in fewer of them with nothing else.
fn same_claim(a: &str, b: &str) -> bool {
    let (a, b) = (format!(" {} ", fold(a)), format!(" {} ", fold(b)));
    let long_enough = |claim: &str| claim.split_whitespace().count() >= 2;
    a == b || (long_enough(&a) && b.contains(&a)) || (long_enough(&b) && a.contains(&b))
}
