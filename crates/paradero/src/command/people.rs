//! `paradero people`: everyone in the record, each with the number that other commands take.

use super::{print, store, text};
use crate::{fault::Fault, pipeline, render};
use clap::ArgMatches;
use paradero_model::Lang;

/// Runs it.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let file = text(asked, "store");
    let (record, people) = pipeline::people(&store::existing(file)?).map_err(|cause| store::fault(file, cause))?;
    let showing = render::Showing::new(&render::Showing::policy(&record, &people, &[]), lang);
    print(&render::people(&people, |person| pipeline::case_file(&record, &people, person), &showing, lang));
    Ok(())
}
