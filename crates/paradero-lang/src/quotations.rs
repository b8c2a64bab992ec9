//! Quotations and their speakers.

use crate::{Analysis, Quotation};

/// The quotations of the text. Reads everything before it.
pub(crate) fn find(_body: &str, _found: &Analysis) -> Vec<Quotation> {
    Vec::new()
}
