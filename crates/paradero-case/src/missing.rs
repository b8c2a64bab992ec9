//! What is not recorded: the minimum of the UN Working Group on Enforced or Involuntary Disappearances, and the basics of identity.

use paradero_model::StatementId;
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
