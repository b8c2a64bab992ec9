//! `paradero judge`: a person's judgement that two persons of the record are one, are two, or that it cannot be told.

use super::{called, now, person, print, store, text};
use crate::{
    fault::{Fault, FaultKind},
    pipeline,
    words::say,
};
use clap::ArgMatches;
use paradero_ledger::Entry;
use paradero_model::{Event, Judgement, Lang, Verdict};
use paradero_publish::terms::Term as _;

/// Runs it. The judgement is about two mentions, one of each person; it holds for the persons as long as their mentions are joined.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let file = text(asked, "store");
    let failed = |cause| store::fault(file, cause);
    let mut ledger = store::existing(file)?;
    let (_, people) = pipeline::people(&ledger).map_err(failed)?;
    let (a, b) = (person(&people, text(asked, "a"), lang)?, person(&people, text(asked, "b"), lang)?);
    let verdict = Verdict::of_name(text(asked, "verdict")).unwrap_or(Verdict::Unsure);
    let mentions = |one: &paradero_case::Person| one.mentions.first().cloned();
    let (first, second) = match (mentions(a), mentions(b)) {
        (Some(first), Some(second)) if a.id != b.id => (first, second),
        _ => return Err(Fault::new(FaultKind::User, "same_person", &[("name", &called(a, lang))])),
    };
    let at = now();
    let judgement = Judgement { a: first, b: second, verdict, why: text(asked, "why").to_owned(), at };
    let receipts = ledger.append(&[Entry { event: Event::Judged(judgement), bytes: None }], at).map_err(failed)?;
    let index = receipts.first().map_or(0, |receipt| receipt.index).to_string();
    let names = [called(a, lang), called(b, lang)];
    let fill = [("index", index.as_str()), ("a", &names[0]), ("b", &names[1]), ("verdict", verdict.say(lang))];
    print(&format!("{}\n", say(lang, "judged", &fill)));
    Ok(())
}
