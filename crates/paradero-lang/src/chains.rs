//! Chains of mentions.

use crate::{Analysis, Chain};
use paradero_model::Span;

/// The chains of the text. Reads everything but quotations.
pub(crate) fn find(_body: &str, _found: &Analysis) -> Vec<Chain> {
    Vec::new()
}

/// See [`Analysis::person_of`].
pub(crate) fn person_of(found: &Analysis, span: Span) -> Option<&Chain> {
    found.chain_at(span)
}
