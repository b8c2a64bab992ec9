//! Names of persons, organisations and places.

use crate::{Analysis, Name};

/// The names of the text. Reads words and dates.
pub(crate) fn find(_body: &str, _found: &Analysis) -> Vec<Name> {
    Vec::new()
}
