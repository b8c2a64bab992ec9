//! What is not recorded: the minimum of the UN Working Group on Enforced or Involuntary Disappearances, and the basics of identity.

use crate::{AllegationEntry, Chronology, Fate, Step, WhereSign, Who, names::PersonName, scope::Scope, steps::happened};
use paradero_model::{ActCode, Claim, Property, StatementId};
use serde::{Deserialize, Serialize};

paradero_model::named! {
    /// One thing that a case file should hold. The first six are the Working Group's minimum; the rest is asked by the UN forms as well.
    Minimum {
        /// (a) Full name: given name and surname.
        FullName = "full_name",
        /// (b) When: the date of arrest, abduction or disappearance.
        Date = "date",
        /// (c) Where: place of arrest or abduction, or where last seen.
        Place = "place",
        /// (d) Who is believed to have done it.
        Responsible = "responsible",
        /// (e) What relatives or others did to find the person.
        Search = "search",
        /// (f) Who submits the case. No report says this: always asked of the user.
        Submitter = "submitter",
        /// Birth date or age.
        BirthOrAge = "birth_or_age",
        /// Sex.
        Sex = "sex",
        /// Nationality.
        Nationality = "nationality",
        /// Identity document.
        IdNumber = "id_number",
        /// Occupation.
        Occupation = "occupation",
        /// Where the person lives.
        Home = "home",
        /// A relative.
        Family = "family",
        /// The reasons given for the arrest.
        Reason = "reason",
        /// Where the person is held, or is.
        Whereabouts = "whereabouts",
    }
}

impl Minimum {
    /// Whether it is one of the Working Group's minimum elements.
    #[must_use]
    pub fn of_the_working_group(self) -> bool {
        matches!(self, Self::FullName | Self::Date | Self::Place | Self::Responsible | Self::Search | Self::Submitter)
    }
}

/// One element, and whether it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Which.
    pub what: Minimum,
    /// Recorded by which statements, or not.
    pub recorded: Recorded,
}

/// Whether something is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recorded {
    /// By these statements (never empty).
    By(Vec<StatementId>),
    /// Not recorded.
    Not,
}

/// Every element of the minimum, recorded or not.
pub(crate) fn missing(
    scope: &Scope,
    who: &Who,
    chronology: &Chronology,
    alleged: &[AllegationEntry],
    fate: &Fate,
) -> Vec<Missing> {
    let taken = |step: &&Step| {
        happened(step) && matches!(step.code, ActCode::Arrest | ActCode::Detention | ActCode::Removal | ActCode::Disappearance)
    };
    let begun = |step: &&Step| happened(step) && matches!(step.code, ActCode::Arrest | ActCode::Disappearance);
    let told =
        |steps: Vec<&Step>| -> Vec<StatementId> { steps.iter().flat_map(|step| step.statements.iter().copied()).collect() };
    let property = |property: Property| -> Vec<StatementId> {
        who.entries
            .iter()
            .filter(|entry| entry.property == property)
            .flat_map(|entry| &entry.values)
            .flat_map(|value| value.statements.clone())
            .collect()
    };
    let of = |what: Minimum| -> Vec<StatementId> {
        match what {
            Minimum::FullName => named_in_full(scope),
            Minimum::Date => told(chronology.dated.iter().filter(begun).collect()),
            Minimum::Place => told(chronology.steps().filter(begun).filter(|step| !step.places.is_empty()).collect()),
            Minimum::Responsible => told(chronology.steps().filter(taken).filter(|step| !step.who.is_empty()).collect()),
            Minimum::Search => told(
                chronology
                    .steps()
                    .filter(|step| happened(step) && matches!(step.code, ActCode::Intervention | ActCode::LegalFiling))
                    .collect(),
            ),
            Minimum::Submitter => Vec::new(),
            Minimum::BirthOrAge => [property(Property::BirthDate), property(Property::Age)].concat(),
            Minimum::Sex => property(Property::Sex),
            Minimum::Nationality => property(Property::Nationality),
            Minimum::IdNumber => property(Property::IdNumber),
            Minimum::Occupation => property(Property::Occupation),
            Minimum::Home => property(Property::Home),
            Minimum::Family => property(Property::Family),
            Minimum::Reason => {
                let charges = told(chronology.steps().filter(|step| step.code == ActCode::Charge && happened(step)).collect());
                [charges, alleged.iter().flat_map(|entry| entry.statements.clone()).collect()].concat()
            }
            Minimum::Whereabouts => {
                let known = fate.whereabouts.iter().filter(|sign| sign.says != WhereSign::Unknown);
                known.flat_map(|sign| sign.statements.clone()).collect()
            }
        }
    };
    let element = |what: &Minimum| {
        let statements = of(*what);
        Missing { what: *what, recorded: if statements.is_empty() { Recorded::Not } else { Recorded::By(statements) } }
    };
    Minimum::ALL.iter().map(element).collect()
}

/// The statements that name the person by a full name.
fn named_in_full(scope: &Scope) -> Vec<StatementId> {
    let full = |name: &String, text| scope.person.is_named(text, name) && PersonName::read(name).full();
    let statements = scope.acts.iter().chain(&scope.attributes).chain(&scope.allegations);
    statements
        .filter(|drafted| {
            let text = drafted.statement.anchor().text();
            match drafted.statement.claim() {
                Claim::Act(act) => act.whom.iter().any(|name| full(name, text)),
                Claim::Attribute(attribute) => full(&attribute.person, text),
                Claim::Allegation(allegation) => allegation.about.iter().any(|name| full(name, text)),
                _ => false,
            }
        })
        .map(|drafted| drafted.statement.id())
        .collect()
}
