//! A statement: one claim with its anchor.

use crate::{Act, Allegation, Anchor, Attribute, Canon, Count, Origin, Quote, Span, Text, canon::id};
use serde::{Deserialize, Serialize};

id! {
    /// Names a statement: its anchor and its claim. The same claim drafted twice from the same words is one statement.
    StatementId
}

/// One claim, the exact words that make it, and the rule that drafted it.
///
/// Invariant (principle 1): `text.body()[anchor.span()] == anchor.words()`; [`Statement::new`] is the only door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    id: StatementId,
    anchor: Anchor,
    claim: Claim,
    rule: String,
}

impl Statement {
    /// The statement that `span` of `text` makes `claim`, drafted by `rule`. `None` where no words stand there.
    #[must_use]
    pub fn new(text: &Text, span: Span, claim: Claim, rule: &str) -> Option<Self> {
        let anchor = Anchor::new(text, span)?;
        let id = StatementId(
            claim
                .encode(
                    Canon::new("paradero/statement/v1")
                        .part(&anchor.text().0.0)
                        .number(span.start() as u64)
                        .number(span.end() as u64)
                        .text(anchor.words()),
                )
                .finish(),
        );
        Some(Self { id, anchor, claim, rule: rule.to_owned() })
    }

    /// The statement's id.
    #[must_use]
    pub fn id(&self) -> StatementId {
        self.id
    }

    /// Where its words stand.
    #[must_use]
    pub fn anchor(&self) -> &Anchor {
        &self.anchor
    }

    /// What it claims.
    #[must_use]
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    /// The rule that drafted it, for instance `act/passive`.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }
}

/// What a statement claims: one of the six kinds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Claim {
    /// Who did what to whom.
    Act(Act),
    /// What is said of a person.
    Attribute(Attribute),
    /// A claim of wrongdoing.
    Allegation(Allegation),
    /// Words in quotation marks.
    Quote(Quote),
    /// Where the report comes from.
    Origin(Origin),
    /// How many.
    Count(Count),
}

impl Claim {
    /// The kind's name: `act`, `attribute`, `allegation`, `quote`, `origin` or `count`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Act(_) => "act",
            Self::Attribute(_) => "attribute",
            Self::Allegation(_) => "allegation",
            Self::Quote(_) => "quote",
            Self::Origin(_) => "origin",
            Self::Count(_) => "count",
        }
    }

    /// Who says it, where that is not the report's own voice: `says`, `by` or the speaker, by kind.
    #[must_use]
    pub fn voice(&self) -> Option<&str> {
        match self {
            Self::Act(act) => act.says.as_deref(),
            Self::Attribute(attribute) => attribute.says.as_deref(),
            Self::Allegation(allegation) => allegation.by.as_deref(),
            Self::Quote(quote) => quote.speaker.as_deref(),
            Self::Origin(_) | Self::Count(_) => None,
        }
    }

    /// Writes every field, in a fixed order, for the statement's id.
    fn encode(&self, canon: Canon) -> Canon {
        let canon = canon.text(self.kind());
        match self {
            Self::Act(act) => canon
                .text(act.code.name())
                .list(&act.whom)
                .number(u64::from(act.group))
                .maybe(act.who.as_deref())
                .maybe(act.when.as_ref().map(crate::Edtf::as_str))
                .maybe(act.place.as_deref())
                .maybe(act.from.as_deref())
                .text(act.modality.name())
                .maybe(act.says.as_deref())
                .maybe(act.outcome.as_deref()),
            Self::Attribute(attribute) => canon
                .text(&attribute.person)
                .text(attribute.property.name())
                .text(&attribute.value)
                .text(attribute.modality.name())
                .maybe(attribute.says.as_deref()),
            Self::Allegation(allegation) => canon
                .list(&allegation.about)
                .number(u64::from(allegation.group))
                .text(&allegation.claim)
                .maybe(allegation.by.as_deref())
                .list(&allegation.evidence)
                .list(&allegation.answer),
            Self::Quote(quote) => canon.maybe(quote.speaker.as_deref()).text(&quote.quoted),
            Self::Origin(origin) => canon.text(origin.relation.name()).text(&origin.outlet),
            Self::Count(count) => canon
                .maybe(count.number.map(|number| number.to_string()).as_deref())
                .text(count.bound.name())
                .text(&count.of)
                .maybe(count.act.map(crate::ActCode::name)),
        }
    }
}
