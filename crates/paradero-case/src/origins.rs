//! Where it all comes from: reports, stories, and who depends on whom; and how many independent origins a set of statements has.

use crate::{
    StoryId,
    scope::{Scope, add},
};
use paradero_model::{About, Claim, Count, Day, Relation, SourceId, StatementId, Text, TextId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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

/// The reports that mention the person.
pub(crate) fn origins(scope: &Scope) -> Origins {
    let mut texts: Vec<&Text> = scope.person.texts().into_iter().filter_map(|text| scope.record.text(text)).collect();
    let published = |text: &Text| -> Option<Day> { text.about.published.as_ref()?.earliest() };
    texts.sort_by_key(|text| (published(text).is_none(), published(text), text.id()));
    let mut numbers: BTreeMap<TextId, usize> = BTreeMap::new();
    let mut reports = Vec::new();
    for text in texts {
        let origin = scope.stories.origin.get(&text.id()).copied().unwrap_or(text.id());
        let next = numbers.len();
        reports.push(Report {
            text: text.id(),
            source: text.source(),
            about: text.about.clone(),
            story: scope.stories.story(text.id()),
            origin: *numbers.entry(origin).or_insert(next),
            depends: depends(scope, text.id()),
        });
    }
    let stories: BTreeSet<StoryId> = reports.iter().map(|report| report.story).collect();
    Origins { stories: stories.len(), independent: numbers.len(), reports }
}

fn depends(scope: &Scope, text: TextId) -> Vec<Depends> {
    let of_text = scope.origins.iter().filter(|drafted| drafted.statement.anchor().text() == text);
    of_text
        .filter_map(|drafted| match drafted.statement.claim() {
            Claim::Origin(origin) => {
                Some(Depends { relation: origin.relation, outlet: origin.outlet.clone(), statement: drafted.statement.id() })
            }
            _ => None,
        })
        .collect()
}

/// The counts of the reports that mention the person; the same count told again is one entry.
pub(crate) fn counts(scope: &Scope) -> Vec<CountEntry> {
    let mut entries: Vec<CountEntry> = Vec::new();
    for drafted in &scope.counts {
        let Claim::Count(count) = drafted.statement.claim() else { continue };
        match entries.iter_mut().find(|entry| entry.count == *count) {
            Some(entry) => add(&mut entry.statements, drafted.statement.id()),
            None => entries.push(CountEntry { count: count.clone(), statements: vec![drafted.statement.id()], origins: 0 }),
        }
    }
    entries.iter_mut().for_each(|entry| entry.origins = scope.origins_of(&entry.statements));
    entries
}
