//! `paradero case`: the case file of one person.

use super::{all, person, print, store, text};
use crate::{fault::Fault, pipeline, render};
use clap::ArgMatches;
use paradero_model::Lang;

/// Runs it.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let file = text(asked, "store");
    let (record, people) = pipeline::people(&store::existing(file)?).map_err(|cause| store::fault(file, cause))?;
    let case = pipeline::case_file(&record, &people, person(&people, text(asked, "name"), lang)?);
    let policy = render::Showing::policy(&record, &people, &all(asked, "show"));
    let showing = render::Showing::new(&policy, lang);
    print(&render::case(&case, &showing, lang));
    Ok(())
}
