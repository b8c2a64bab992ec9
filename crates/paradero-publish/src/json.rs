//! A release as JSON: `paradero-release/1`.
//!
//! One object, fields in a fixed order, so that the same release is the same bytes. Codes (`act`, `property`, `modality`, …) are the fixed
//! names of the model; dates are EDTF; a text that holds `‹withheld›` had something withheld there. The fields:
//!
//! | field | holds |
//! |---|---|
//! | `schema` | `paradero-release/1`; a reader refuses another number |
//! | `withheld` | what the policy withholds; the same list whether the case file held any of it or not |
//! | `person` | `name`, `other_names`; `described` where no report gives a name |
//! | `fate` | `fate`, `whereabouts`: all latest signs; `earlier_fate`, `earlier_whereabouts`: what they were laid over |
//! | `who` | properties, each with every value, its `origins` and `conflict` |
//! | `chronology`, `undated` | acts in order; acts without a date |
//! | `allegations` | `claim`, `by`, `evidence`, `answers` |
//! | `voices`, `groups`, `counts` | quotations; what is said of groups, never of the person; numbers of people |
//! | `deeds`, `told` | acts done by the person; statements that reports take from the person |
//! | `conflicts` | values that disagree, side by side |
//! | `missing` | what no report says |
//! | `reports`, `stories`, `independent_origins` | where it comes from |
//! | `statements` | every statement that a `statements` list above names by `number`, with its words and its report's number |

use crate::Release;
use std::io::{self, Write};

/// Writes a release as indented JSON with a closing newline.
///
/// # Errors
/// Where `to` cannot be written.
pub fn write(release: &Release, mut to: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut to, release)?;
    to.write_all(b"\n")
}
