//! A person: a set of mentions joined by rules that are safe and by judgements, each join with its reason.

use crate::Reason;
use paradero_model::{Canon, Hash, Mention, StatementId, TextId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Names a person: made from the mentions, so that the same mentions are the same id on every machine, and a join or a split changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub Hash);

impl PersonId {
    /// The id of the person with these mentions, in whatever order.
    #[must_use]
    pub fn of<'a>(mentions: impl IntoIterator<Item = &'a Mention>) -> Self {
        let mentions: BTreeSet<&Mention> = mentions.into_iter().collect();
        let canon = Canon::new("paradero/person/v1").number(mentions.len() as u64);
        Self(mentions.into_iter().fold(canon, |canon, one| canon.part(&one.text.0.0).text(&one.name)).finish())
    }
}

impl std::fmt::Display for PersonId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

paradero_model::named! {
    /// What a person is to the record.
    Standing {
        /// Something happened to them: detained, deported, disappeared, or looked for.
        OfTheCase = "of_the_case",
        /// Named in another part: official, lawyer, relative, speaker.
        Named = "named",
    }
}

/// One person: mentions, and why they are held to be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// From the mentions.
    pub id: PersonId,
    /// The fullest name of all mentions.
    pub name: String,
    /// Every other way the reports write the name, and aliases stated of the person, sorted.
    pub other_names: Vec<String>,
    /// Whether no report gives a name: [`Person::name`] is then the fullest description.
    pub described: bool,
    /// The mentions, sorted.
    pub mentions: Vec<Mention>,
    /// Why the mentions are one person. Empty for one mention.
    pub joins: Vec<Join>,
    /// Of the case, or only named.
    pub standing: Standing,
    /// What says that the person was a minor, where something does. Protect such a person's identity by default.
    pub minor: Option<Minor>,
    /// Every form of the name in each text that means this person: what statements are looked up by.
    #[serde(skip)]
    pub(crate) forms: BTreeSet<(TextId, String)>,
}

impl Person {
    /// Whether `name`, as a statement of `text` writes it, means this person.
    #[must_use]
    pub fn is_named(&self, text: TextId, name: &str) -> bool {
        self.forms.contains(&(text, name.to_owned()))
    }

    /// The texts that mention the person.
    #[must_use]
    pub fn texts(&self) -> BTreeSet<TextId> {
        self.mentions.iter().map(|mention| mention.text).collect()
    }
}

/// What says that a person was under eighteen, or may be somebody who was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Minor {
    /// The statements that say so; empty where none does, but the person may be one of whom it is said
    /// ([`People::unsure`](crate::People::unsure)).
    pub statements: Vec<StatementId>,
}

/// Two mentions held to be one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Join {
    /// One mention.
    pub a: Mention,
    /// The other.
    pub b: Mention,
    /// What joined them.
    pub by: JoinedBy,
}

/// What joined two mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JoinedBy {
    /// The rule for safe joins, with what it found.
    Rule(Vec<Reason>),
    /// A person's judgement.
    Judgement {
        /// The event's index in the ledger.
        index: u64,
        /// The judge's words.
        why: String,
    },
}
