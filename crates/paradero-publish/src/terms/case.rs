//! The words of a case file: fate, minimum elements, conflicts, voices, and why two mentions may be one person.

use super::Term;
use crate::Rule;
use paradero_case::{AboutVoice, ConflictKind, FateSign, Minimum, ReasonCode, Standing};

impl Term for FateSign {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Freed => ["Freed", "En libertad"],
            Self::Held => ["Held", "Privada de libertad"],
            Self::Removed => ["Taken over a border", "Llevada fuera del país"],
            Self::Unaccounted => ["Unaccounted for", "Desaparecida: sin noticia de su suerte"],
            Self::Dead => ["Dead", "Fallecida"],
            Self::Alive => ["Alive", "Con vida"],
        }
    }
}

impl Term for Minimum {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::FullName => ["Full name", "Nombre completo"],
            Self::Date => ["Date of arrest, abduction or disappearance", "Fecha de la detención, el secuestro o la desaparición"],
            Self::Place => [
                "Place of arrest or abduction, or where last seen",
                "Lugar de la detención o el secuestro, o donde se vio por última vez",
            ],
            Self::Responsible => ["Who is believed responsible", "A quién se cree responsable"],
            Self::Search => {
                ["What relatives or others did to find the person", "Gestiones de familiares u otras personas para encontrarla"]
            }
            Self::Submitter => ["Who submits the case", "Quién presenta el caso"],
            Self::BirthOrAge => ["Date of birth or age", "Fecha de nacimiento o edad"],
            Self::Sex => ["Sex", "Sexo"],
            Self::Nationality => ["Nationality", "Nacionalidad"],
            Self::IdNumber => ["Identity document", "Documento de identidad"],
            Self::Occupation => ["Occupation", "Ocupación"],
            Self::Home => ["Home", "Residencia"],
            Self::Family => ["A relative", "Algún familiar"],
            Self::Reason => ["Reasons given for the arrest", "Motivos alegados para la detención"],
            Self::Whereabouts => ["Whereabouts", "Paradero"],
        }
    }
}

impl Term for ConflictKind {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Property => ["Different values", "Valores distintos"],
            Self::Date => ["Different dates", "Fechas distintas"],
            Self::Place => ["Different places", "Lugares distintos"],
            Self::Denied => ["Stated and denied", "Afirmado y negado"],
            Self::Fate => ["Different fates", "Suertes distintas"],
            Self::Whereabouts => ["Different whereabouts", "Paraderos distintos"],
        }
    }
}

impl Term for AboutVoice {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Speaks => ["The person speaks", "Habla la persona"],
            Self::NamesThem => ["The words name the person", "Las palabras nombran a la persona"],
            Self::BesideThem => ["Said beside what is told of the person", "Dicho junto a lo que se cuenta de la persona"],
            Self::SameReport => ["Said in a report that mentions the person", "Dicho en un informe que menciona a la persona"],
        }
    }
}

impl Term for Standing {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::OfTheCase => ["Person of the case", "Persona del caso"],
            Self::Named => ["Named in the reports", "Nombrada en los informes"],
        }
    }
}

impl Term for Rule {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Minor => [
                "The reports say that this person was a minor. A minor's case file is protected, the name and its initials included.",
                "Según los informes, esta persona era menor de edad. El expediente de un menor está protegido, también su nombre y sus iniciales.",
            ],
            Self::NameTells => [
                "The person's own name holds a value that is protected: a case file under this name would tell it.",
                "El propio nombre de la persona contiene un valor protegido: un expediente con ese nombre lo revelaría.",
            ],
        }
    }
}

impl Term for ReasonCode {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::SameFullName => ["the same full name", "el mismo nombre completo"],
            Self::TwoSurnames => ["the name has two surnames", "el nombre lleva dos apellidos"],
            Self::SameStory => ["the reports are copies of one story", "los informes son copias de una misma noticia"],
            Self::SameAct => {
                ["the same act, on dates and in a place that fit", "el mismo acto, con fechas y lugar que concuerdan"]
            }
            Self::SamePlace => ["the same kind of act in the same place", "el mismo tipo de acto en el mismo lugar"],
            Self::SameBirthDate => ["the same date of birth", "la misma fecha de nacimiento"],
            Self::SameIdNumber => ["the same document number", "el mismo número de documento"],
            Self::SameAge => ["ages that fit", "edades que concuerdan"],
            Self::SameHome => ["the same home or place of birth", "la misma residencia o lugar de nacimiento"],
            Self::SameNationality => ["the same nationality", "la misma nacionalidad"],
            Self::SameLawyer => ["the same lawyer", "el mismo abogado"],
            Self::SameRole => ["the same role", "el mismo cargo"],
            Self::SameOccupation => ["the same occupation", "la misma ocupación"],
            Self::SameRelative => ["the same relative", "el mismo familiar"],
            Self::ShorterName => ["one name is the other, shortened", "un nombre es el otro, abreviado"],
            Self::Initials => ["one name is the other with initials", "un nombre es el otro con iniciales"],
            Self::OtherOrder => ["the same words in another order", "las mismas palabras en otro orden"],
            Self::NearSpelling => ["names that differ in a letter or two", "nombres que difieren en una o dos letras"],
            Self::StatedAlias => ["one is stated as another name of the other", "se dice que uno es otro nombre del otro"],
            Self::OtherName => ["names that are not alike", "nombres que no se parecen"],
            Self::NameAlone => ["nothing but the name speaks for it", "solo el nombre lo sugiere"],
            Self::SurnamesDiffer => ["second surnames that differ", "segundos apellidos distintos"],
            Self::AgesDiffer => ["ages that cannot both be true", "edades que no pueden ser ambas ciertas"],
            Self::BirthDatesDiffer => ["different dates of birth", "fechas de nacimiento distintas"],
            Self::NationalitiesDiffer => ["different nationalities", "nacionalidades distintas"],
            Self::SexesDiffer => ["different sexes", "sexos distintos"],
            Self::IdNumbersDiffer => ["different document numbers", "números de documento distintos"],
            Self::RelativesDiffer => {
                ["different persons named as the same relative", "personas distintas como el mismo familiar"]
            }
            Self::HomesDiffer => ["different homes or places of birth", "residencias o lugares de nacimiento distintos"],
            Self::ActsAfterDeath => ["acts after a stated death", "actos posteriores a una muerte afirmada"],
            Self::TwoPlacesAtOnce => ["in two places on one day", "en dos lugares el mismo día"],
            Self::BothInOneText => ["both are named in one report", "un mismo informe nombra a ambas"],
            Self::MinorNotJoined => ["a minor is never joined by a rule", "a un menor nunca se lo une por regla"],
            Self::JudgedUnsure => ["a person judged it and could not tell", "una persona lo examinó y no pudo saberlo"],
        }
    }
}
