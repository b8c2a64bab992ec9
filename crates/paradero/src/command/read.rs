//! `paradero read`: the drafts of reports or the analysis under them, without a store. For people as text, for programs as JSONL
//! (drafts) or CoNLL-U (analysis).

use super::{drafted, place_of, print, taken, text};
use crate::{
    fault::{Fault, FaultKind},
    jsonl, pipeline,
    render::{self, Labels, Showing},
};
use clap::ArgMatches;
use paradero_draft::Codebook;
use paradero_lang::analyse;
use paradero_model::{Lang, Warned};

/// Columns of a terminal whose width is not known.
const WIDTH: usize = 100;

/// Runs it.
///
/// As text, protected values are withheld; JSONL and CoNLL-U are complete, because the program that reads them must see everything.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    match (text(asked, "show"), text(asked, "format")) {
        (_, "conllu") => conllu(asked, lang),
        ("analysis", "text") => trees(asked, lang),
        ("analysis", format) => Err(Fault::new(FaultKind::User, "usage_format", &[("format", format)])),
        (_, format) => drafts(asked, format == "jsonl", lang),
    }
}

/// Prints the drafts of each report.
fn drafts(asked: &ArgMatches, as_lines: bool, lang: Lang) -> Result<(), Fault> {
    for one in &drafted(asked, &Codebook::built_in(), lang)? {
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

/// Prints each sentence's tree and what was found in it, and at the end what the labels mean.
fn trees(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let mut labels = Labels::default();
    for one in &drafted(asked, &Codebook::built_in(), lang)? {
        for drafts in &one.drafts.value {
            let showing = Showing::of_statements(&drafts.statements, lang);
            print(&render::title(&drafts.text.about, &showing, lang));
            print(&render::analysis(&drafts.text, &analyse(&drafts.text), &showing, lang, width(), &mut labels));
        }
    }
    print(&labels.meaning(lang));
    Ok(())
}

/// Prints each text's sentences as CoNLL-U.
fn conllu(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let read = |source: &_| {
        let texts = pipeline::texts(source);
        let analysed: Vec<_> = texts.value.into_iter().map(|text| (analyse(&text), text)).collect();
        let mut warnings = texts.warnings;
        warnings.extend(analysed.iter().flat_map(|(found, _)| pipeline::unread(found)));
        Warned { value: analysed, warnings }
    };
    for one in taken(asked, lang, read, |(_, text)| text.body())? {
        for (found, text) in &one.read.value {
            print(&format!("# newdoc id = {}\n", render::clean(text.about.report.as_deref().unwrap_or("-"))));
            print(&paradero_lang::conllu(text.body(), found));
        }
    }
    Ok(())
}

/// How many columns the terminal has: what `COLUMNS` says, else what the terminal says, else a usual number.
fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    said.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))).unwrap_or(WIDTH).max(20)
}
