//! An act: who did what to whom, when and where, and who says so.

use crate::{Edtf, Modality};
use serde::{Deserialize, Serialize};

crate::named! {
    /// What can happen to a person of a case: a closed list, because case files, counts and exports are keyed by it.
    /// What words say each in each language stands in the codebook, not here.
    ActCode {
        /// Leaving home or country because of danger.
        Flight = "flight",
        /// Entering or reaching a country or place, not in custody.
        Arrival = "arrival",
        /// Asking for asylum, refuge, protection.
        AsylumClaim = "asylum_claim",
        /// Loss of liberty begins: arrested, detained, seized, abducted, taken into custody.
        Arrest = "arrest",
        /// Being held: imprisoned, in custody, serving, kept at a place.
        Detention = "detention",
        /// Moved from one place of custody to another.
        Transfer = "transfer",
        /// Taken over a border by State power: deported, expelled, rendered, flown or sent to a country or its prison.
        Removal = "removal",
        /// Fate or whereabouts unknown or hidden; no contact; went missing.
        Disappearance = "disappearance",
        /// An authority denies holding the person, or refuses to say where.
        CustodyDenied = "custody_denied",
        /// Liberty regained: freed, released, bailed, escaped.
        Release = "release",
        /// Coming back home: returned, repatriated, reunited.
        Return = "return",
        /// Swapped for others.
        Exchange = "exchange",
        /// Torture, beating, sexual violence, inhuman conditions, care or food withheld.
        IllTreatment = "ill_treatment",
        /// Killed, died, remains found.
        Death = "death",
        /// Charged, indicted, formally accused of a crime.
        Charge = "charge",
        /// A hearing or trial held, pending, missed.
        Hearing = "hearing",
        /// A court or authority decides.
        Ruling = "ruling",
        /// A suit, petition, habeas corpus, appeal or complaint is filed.
        LegalFiling = "legal_filing",
        /// Others act for the person: letter, visit, demand, protest, search, resolution, campaign.
        Intervention = "intervention",
        /// Threatened or persecuted.
        Threat = "threat",
    }
}

/// Who did what to whom. Names and places as the report writes them, in the fullest form it uses.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Act {
    /// What happened.
    pub code: ActCode,
    /// The persons it happened to (or who did it, for flight, arrival, asylum claim and return), or one group as worded.
    pub whom: Vec<String>,
    /// Whether `whom` is a group and not named persons.
    pub group: bool,
    /// Who did it, as worded.
    pub who: Option<String>,
    /// When, never narrower than the words.
    pub when: Option<Edtf>,
    /// Where; for removal, transfer, return and arrival: where **to**.
    pub place: Option<String>,
    /// Where from, for removal, transfer, return, flight and arrival.
    pub from: Option<String>,
    /// Stated, alleged, denied or possible.
    pub modality: Modality,
    /// Who says it, where that is not the report's own voice.
    pub says: Option<String>,
    /// For a ruling: the deciding words.
    pub outcome: Option<String>,
}
