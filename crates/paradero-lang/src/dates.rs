//! Dates, read to EDTF.

use crate::{Analysis, Date};
use paradero_model::Edtf;

/// The dates of the text; relative ones count from `published`.
pub(crate) fn find(_body: &str, _found: &Analysis, _published: Option<&Edtf>) -> Vec<Date> {
    Vec::new()
}
