//! Why two mentions may or may not be one person: codes and values; sentences belong to the program.

use serde::{Deserialize, Serialize};

paradero_model::named! {
    /// One thing that speaks for or against one person.
    ReasonCode {
        /// The same full name, after folding case, accents and spacing.
        SameFullName = "same_full_name",
        /// The full name holds two surnames.
        TwoSurnames = "two_surnames",
        /// The reports are copies of one story.
        SameStory = "same_story",
        /// The same act, on dates that fit, in the same place.
        SameAct = "same_act",
        /// The same kind of act in the same place, on dates that do not part them.
        SamePlace = "same_place",
        /// The same birth date.
        SameBirthDate = "same_birth_date",
        /// The same number of an identity document.
        SameIdNumber = "same_id_number",
        /// Ages that fit.
        SameAge = "same_age",
        /// The same home or birth place.
        SameHome = "same_home",
        /// The same nationality.
        SameNationality = "same_nationality",
        /// The same occupation.
        SameOccupation = "same_occupation",
        /// The same lawyer by name.
        SameLawyer = "same_lawyer",
        /// The same role: office, function, firm.
        SameRole = "same_role",
        /// The same relative by name.
        SameRelative = "same_relative",
        /// One name is the other with fewer words.
        ShorterName = "shorter_name",
        /// One name is the other with initials.
        Initials = "initials",
        /// The same words in another order.
        OtherOrder = "other_order",
        /// Names that differ in a letter or two.
        NearSpelling = "near_spelling",
        /// One is stated as an alias of the other.
        StatedAlias = "stated_alias",
        /// The names are not alike; something that is one person's own is.
        OtherName = "other_name",
        /// A full name equal, and nothing else known that would carry it: a name alone never joins.
        NameAlone = "name_alone",
        /// Against: second surnames that cannot both be one person's.
        SurnamesDiffer = "surnames_differ",
        /// Against: ages that cannot both be true.
        AgesDiffer = "ages_differ",
        /// Against: birth dates that cannot both be true.
        BirthDatesDiffer = "birth_dates_differ",
        /// Against: nationalities that differ.
        NationalitiesDiffer = "nationalities_differ",
        /// Against: sexes that differ.
        SexesDiffer = "sexes_differ",
        /// Against: identity documents of different numbers.
        IdNumbersDiffer = "id_numbers_differ",
        /// Against: different persons named as the same relative (two mothers, two fathers).
        RelativesDiffer = "relatives_differ",
        /// Against: homes or birth places that differ.
        HomesDiffer = "homes_differ",
        /// Against: acts after a stated death.
        ActsAfterDeath = "acts_after_death",
        /// Against: on one day in two places.
        TwoPlacesAtOnce = "two_places_at_once",
        /// Against: both are named in one text.
        BothInOneText = "both_in_one_text",
        /// Against: a minor's name or initials never join by rule.
        MinorNotJoined = "minor_not_joined",
        /// A person judged it and could not tell.
        JudgedUnsure = "judged_unsure",
    }
}

impl ReasonCode {
    /// Whether it speaks against one person.
    #[must_use]
    pub fn against(self) -> bool {
        matches!(
            self,
            Self::SurnamesDiffer
                | Self::AgesDiffer
                | Self::BirthDatesDiffer
                | Self::NationalitiesDiffer
                | Self::SexesDiffer
                | Self::IdNumbersDiffer
                | Self::RelativesDiffer
                | Self::HomesDiffer
                | Self::ActsAfterDeath
                | Self::TwoPlacesAtOnce
                | Self::BothInOneText
                | Self::MinorNotJoined
        )
    }
}

/// A code with the two values that it compares, as worded. Both may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    /// What was found.
    pub code: ReasonCode,
    /// The value of the first mention.
    pub a: String,
    /// The value of the second.
    pub b: String,
}

impl Reason {
    pub(crate) fn new(code: ReasonCode, a: &str, b: &str) -> Self {
        Self { code, a: a.to_owned(), b: b.to_owned() }
    }
}
