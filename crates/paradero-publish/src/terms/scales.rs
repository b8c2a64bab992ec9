//! The short scales: how sure the words are, how a count is bounded, how a report depends on another, how mentions were judged.

use super::Term;
use paradero_model::{Bound, Lang, Modality, Relation, Verdict};

impl Term for Modality {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Stated => ["stated", "afirmado"],
            Self::Alleged => ["alleged", "alegado"],
            Self::Denied => ["denied", "negado"],
            Self::Possible => ["possible", "posible"],
        }
    }
}

impl Term for Bound {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Exact => ["exactly", "exactamente"],
            Self::AtLeast => ["at least", "al menos"],
            Self::About => ["about", "alrededor de"],
            Self::AtMost => ["at most", "como máximo"],
        }
    }
}

impl Term for Relation {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::PublishedBy => ["published by", "publicado por"],
            Self::RepublishedFrom => ["republished from", "reproducido de"],
            Self::AccordingTo => ["according to", "según"],
            Self::FeaturedOn => ["shown on", "difundido en"],
        }
    }
}

impl Term for Verdict {
    fn every() -> &'static [Self] {
        Self::ALL
    }

    fn both(self) -> [&'static str; 2] {
        match self {
            Self::Same => ["the same person", "la misma persona"],
            Self::Different => ["different persons", "personas distintas"],
            Self::Unsure => ["cannot be told yet", "aún no se puede saber"],
        }
    }
}

impl Term for Lang {
    fn every() -> &'static [Self] {
        &Self::ALL
    }

    /// Each language by its own name, in both: whoever needs the switch reads only one of them.
    fn both(self) -> [&'static str; 2] {
        match self {
            Self::En => ["English", "English"],
            Self::Es => ["Español", "Español"],
        }
    }
}
