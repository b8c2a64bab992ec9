//! Numbers, and what they count.

use crate::{Analysis, Number};

/// The numbers of the text, not yet what they count. Reads words and dates.
pub(crate) fn find(_body: &str, _found: &Analysis) -> Vec<Number> {
    Vec::new()
}

/// Fills in what each number counts, from the phrases.
pub(crate) fn count(_body: &str, _found: &mut Analysis) {}
