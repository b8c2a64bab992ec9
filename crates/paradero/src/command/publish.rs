//! `paradero publish`: a redacted release of a case file, as JSON and as a self-contained page, recorded in the ledger.

use super::{all, now, person, print, store, text};
use crate::{
    fault::{Fault, FaultKind},
    pipeline,
    render::Showing,
    words::say,
};
use clap::ArgMatches;
use paradero_ledger::Entry;
use paradero_model::{Event, Hash, Lang};
use paradero_publish::{
    html, json, redact,
    terms::{self, Term as _},
};
use std::{fs, path::Path};

/// Runs it. The files are written first and then recorded: a record of a release that was never made would be false.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let file = text(asked, "store");
    let failed = |cause| store::fault(file, cause);
    let mut ledger = store::existing(file)?;
    let (record, people) = pipeline::people(&ledger).map_err(failed)?;
    let person = person(&people, text(asked, "name"), lang)?;
    let policy = Showing::policy(&record, &people, &all(asked, "show"));
    let release = redact(&pipeline::case_file(&record, &people, person), &policy)
        .map_err(|refused| Fault::new(FaultKind::Refused, "publish_refused", &[("why", refused.rule.say(lang))]))?;
    let [mut as_json, mut as_html] = [Vec::new(), Vec::new()];
    let to = Path::new(text(asked, "to"));
    let unwritten = |place: &Path, cause: std::io::Error| {
        Fault::new(FaultKind::Surroundings, "unwritten", &[("place", &place.display().to_string())]).because(cause)
    };
    json::write(&release, &mut as_json)
        .and_then(|()| html::write(&release, lang, &mut as_html))
        .map_err(|cause| unwritten(to, cause))?;
    fs::create_dir_all(to).map_err(|cause| unwritten(to, cause))?;
    let stem = paradero_case::fold(&person.name).replace(' ', "-");
    let mut written = Vec::new();
    let mut index = 0;
    for (ending, bytes) in [("json", as_json), ("html", as_html)] {
        let path = to.join(format!("{stem}.{ending}"));
        fs::write(&path, &bytes).map_err(|cause| unwritten(&path, cause))?;
        let shown = path.display().to_string();
        let event = Event::Published {
            name: person.name.clone(),
            release: Hash::of(&bytes),
            to: shown.clone(),
            shown: policy.exceptions(),
            at: now(),
        };
        let receipts = ledger.append(&[Entry::from(event)], now()).map_err(failed)?;
        index = receipts.first().map_or(0, |receipt| receipt.index);
        written.push(shown);
    }
    let withheld = terms::protected(&policy.withheld(), lang);
    let fill = [("files", written.join(", ")), ("index", index.to_string()), ("withheld", withheld)];
    let fill: Vec<_> = fill.iter().map(|(name, value)| (*name, value.as_str())).collect();
    print(&format!("{}\n", say(lang, "published", &fill)));
    Ok(())
}
