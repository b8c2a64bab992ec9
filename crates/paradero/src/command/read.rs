//! `paradero read`: the drafts of reports, without a store. For people as text, for programs as JSONL.

use super::{drafted, place_of, print, text};
use crate::{fault::Fault, jsonl, render};
use clap::ArgMatches;
use paradero_draft::Codebook;
use paradero_model::Lang;

/// Runs it.
///
/// As text, protected values are withheld; JSONL is complete, because the program that reads it must see what was drafted.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let ready = drafted(asked, &Codebook::built_in(), lang)?;
    let as_lines = text(asked, "format") == "jsonl";
    for one in &ready {
        let place = place_of(&one.got);
        for drafts in &one.drafts.value {
            if !as_lines {
                print(&format!("{}\n", render::drafts(drafts, lang)));
                continue;
            }
            let report = drafts.text.about.report.as_deref().unwrap_or(&place);
            for line in drafts.statements.iter().filter_map(|statement| jsonl::line(report, &drafts.text, statement)) {
                print(&format!("{line}\n"));
            }
        }
    }
    Ok(())
}
