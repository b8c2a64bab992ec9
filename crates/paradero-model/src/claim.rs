//! The five other kinds of claim: attribute, allegation, quote, origin, count.

use crate::{ActCode, Modality};
use serde::{Deserialize, Serialize};

crate::named! {
    /// What can be said of a person. The ones that [`Property::sensitive`] names are protected wherever they stand.
    Property {
        /// Another name.
        Alias = "alias",
        /// Age in years, as worded.
        Age = "age",
        /// Sex, only where said as such.
        Sex = "sex",
        /// Date of birth.
        BirthDate = "birth_date",
        /// Place of birth.
        BirthPlace = "birth_place",
        /// Nationality or citizenship.
        Nationality = "nationality",
        /// Where the person lives or comes from.
        Home = "home",
        /// Occupation, of a person of the case.
        Occupation = "occupation",
        /// A relative: "mother: Alexis Romero", or "mother".
        Family = "family",
        /// Who represents the person.
        Lawyer = "lawyer",
        /// Standing in migration law: asylum seeker, refugee, parole.
        ImmigrationStatus = "immigration_status",
        /// Sexual orientation or gender identity.
        Orientation = "orientation",
        /// Religion.
        Religion = "religion",
        /// Politics.
        Politics = "politics",
        /// Health.
        Health = "health",
        /// Tattoos, scars.
        Mark = "mark",
        /// Number of an identity document.
        IdNumber = "id_number",
        /// Criminal record as stated, also "no criminal record".
        CriminalRecord = "criminal_record",
        /// Role of anyone else named: official, lawyer, spokesperson, relative.
        Role = "role",
    }
}

impl Property {
    /// Whether a value of this property can hurt the person if it is seen: protected by default everywhere.
    #[must_use]
    pub fn sensitive(self) -> bool {
        matches!(self, Self::Orientation | Self::Religion | Self::Politics | Self::Health | Self::IdNumber)
    }
}

/// What is said of a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attribute {
    /// The person, in the fullest form of the report.
    pub person: String,
    /// Which property.
    pub property: Property,
    /// The value, as worded.
    pub value: String,
    /// Stated, alleged, denied or possible.
    pub modality: Modality,
    /// Who says it, where that is not the report's own voice.
    pub says: Option<String>,
}

/// A claim of wrongdoing against a person or a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Allegation {
    /// Whom it is made against: persons, or one group as worded.
    pub about: Vec<String>,
    /// Whether `about` is a group. A claim about a group is never one about a person (principle 7).
    pub group: bool,
    /// The claim, as worded.
    pub claim: String,
    /// Who makes it.
    pub by: Option<String>,
    /// Exact words offered as proof.
    pub evidence: Vec<String>,
    /// Exact words that deny, explain or rebut.
    pub answer: Vec<String>,
}

/// Words in quotation marks, or a clear verbatim.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// Who speaks: the fullest name, or the description. `None` where the report does not say.
    pub speaker: Option<String>,
    /// The words inside the marks.
    pub quoted: String,
}

crate::named! {
    /// How a report depends on a medium, an agency or a document.
    Relation {
        /// It published the report.
        PublishedBy = "published_by",
        /// The report was taken from it.
        RepublishedFrom = "republished_from",
        /// The report tells what it told.
        AccordingTo = "according_to",
        /// The story was shown there.
        FeaturedOn = "featured_on",
    }
}

/// Where a report comes from: other media, agencies and documents, never a person who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// How the report depends on it.
    pub relation: Relation,
    /// Its name, as worded.
    pub outlet: String,
}

crate::named! {
    /// How a number bounds the count.
    Bound {
        /// That many.
        Exact = "exact",
        /// That many or more.
        AtLeast = "at_least",
        /// About that many; also "hundreds", whose number is unknown.
        About = "about",
        /// That many or fewer.
        AtMost = "at_most",
    }
}

/// How many persons something happened to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Count {
    /// How many; `None` for "hundreds".
    pub number: Option<u64>,
    /// How the number bounds the count.
    pub bound: Bound,
    /// Of whom, as worded.
    pub of: String,
    /// What happened to them.
    pub act: Option<ActCode>,
}
