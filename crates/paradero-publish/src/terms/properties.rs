//! What can be said of a person: the nineteen properties.

use super::Term;
use paradero_model::Property;

impl Term for Property {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Alias => ["Other name", "Otro nombre o alias"],
            Self::Age => ["Age", "Edad"],
            Self::Sex => ["Sex", "Sexo"],
            Self::BirthDate => ["Date of birth", "Fecha de nacimiento"],
            Self::BirthPlace => ["Place of birth", "Lugar de nacimiento"],
            Self::Nationality => ["Nationality", "Nacionalidad"],
            Self::Home => ["Home", "Residencia o procedencia"],
            Self::Occupation => ["Occupation", "Ocupación"],
            Self::Family => ["Family", "Familia"],
            Self::Lawyer => ["Lawyer", "Representación legal"],
            Self::ImmigrationStatus => ["Immigration status", "Situación migratoria"],
            Self::Orientation => ["Sexual orientation or gender identity", "Orientación sexual o identidad de género"],
            Self::Religion => ["Religion", "Religión"],
            Self::Politics => ["Political opinion or affiliation", "Opinión o filiación política"],
            Self::Health => ["Health", "Salud"],
            Self::Mark => ["Tattoos and marks", "Tatuajes y señas particulares"],
            Self::IdNumber => ["Identity document number", "Número de documento de identidad"],
            Self::CriminalRecord => ["Criminal record", "Antecedentes penales"],
            Self::Role => ["Role", "Cargo o función"],
        }
    }
}
