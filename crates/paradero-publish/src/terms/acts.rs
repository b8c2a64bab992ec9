//! What can happen to a person: the twenty acts, in the words of the field.

use super::Term;
use paradero_model::ActCode;

impl Term for ActCode {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Flight => ["Flight from danger", "Huida por peligro"],
            Self::Arrival => ["Arrival", "Llegada"],
            Self::AsylumClaim => ["Asylum claim", "Solicitud de asilo"],
            // "Detención" alone is both in Spanish: the event and the state need two different words.
            Self::Arrest => ["Arrest", "Arresto o captura"],
            Self::Detention => ["Detention", "Privación de libertad"],
            Self::Transfer => ["Transfer in custody", "Traslado bajo custodia"],
            Self::Removal => ["Deportation or expulsion", "Deportación o expulsión"],
            Self::Disappearance => ["Disappearance", "Desaparición"],
            Self::CustodyDenied => ["Refusal to acknowledge custody", "Negativa a reconocer la detención"],
            Self::Release => ["Release", "Liberación"],
            Self::Return => ["Return", "Retorno"],
            Self::Exchange => ["Exchange of prisoners", "Canje"],
            Self::IllTreatment => ["Torture or ill-treatment", "Tortura o malos tratos"],
            Self::Death => ["Death", "Muerte"],
            Self::Charge => ["Criminal charge", "Imputación de un delito"],
            Self::Hearing => ["Hearing or trial", "Audiencia o juicio"],
            Self::Ruling => ["Ruling", "Resolución"],
            Self::LegalFiling => ["Legal filing", "Recurso o demanda"],
            Self::Intervention => ["Action on the person's behalf", "Gestión en favor de la persona"],
            Self::Threat => ["Threat or persecution", "Amenaza o persecución"],
        }
    }
}
