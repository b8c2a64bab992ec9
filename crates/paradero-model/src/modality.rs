//! Whether something is stated, alleged, denied, or only possible.

use serde::{Deserialize, Serialize};

crate::named! {
    /// Whether the words say that something happened, or only that somebody claims, denies, fears or plans it.
    Modality {
        /// The report, or the one it quotes, says that it is so.
        Stated = "stated",
        /// Marked as a claim: alleged, reportedly, presunto, habría.
        Alleged = "alleged",
        /// Somebody says that it is not so.
        Denied = "denied",
        /// Planned, ordered but not done, feared, demanded, conditional, a risk, or asked.
        Possible = "possible",
    }
}
