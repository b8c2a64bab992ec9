//! `paradero open`: reports into the record, who is in them onto the terminal, the case files onto a page on this machine.

use super::{Ready, all, complain, drafted, now, print, progress, store, text};
use crate::{
    fault::{Fault, FaultKind},
    pipeline, render,
    words::{count, say},
};
use clap::ArgMatches;
use paradero_draft::Codebook;
use paradero_model::Lang;
use std::{io, net::TcpListener};

/// Runs it.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let file = text(asked, "store");
    let codebook = Codebook::built_in();
    let ready = if all(asked, "places").is_empty() { Vec::new() } else { drafted(asked, &codebook, lang)? };
    let mut ledger = if ready.is_empty() { store::existing(file)? } else { store::open(file)? };
    let recorded = record(&mut ledger, ready, &codebook, file)?;
    if recorded.new + recorded.again > 0 {
        let (texts, statements) = (recorded.texts.to_string(), recorded.statements.to_string());
        print(&format!(
            "{}\n",
            count(lang, "recorded", recorded.new, &[("store", file), ("texts", &texts), ("statements", &statements)])
        ));
        if recorded.again > 0 {
            print(&format!("{}\n", count(lang, "again", recorded.again, &[])));
        }
        print("\n");
    }
    let (record, people) = pipeline::people(&ledger).map_err(|cause| store::fault(file, cause))?;
    let showing = render::Showing::new(&render::Showing::policy(&record, &people, &[]), lang);
    print(&render::people(&people, |person| pipeline::case_file(&record, &people, person), &showing, lang));
    if asked.get_flag("no-serve") {
        print(&format!("{}\n", say(lang, "serve_hint", &[("store", file)])));
        return Ok(());
    }
    complain(&say(lang, "unlocked", &[]));
    // The page shows what was read; whoever wants to add to the store meanwhile can.
    drop(ledger);
    let port = asked.get_one::<u16>("port").copied().unwrap_or(0);
    let unbound =
        |cause: io::Error| Fault::new(FaultKind::Surroundings, "port_used", &[("port", &port.to_string())]).because(cause);
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(unbound)?;
    let address = format!("http://{}/", listener.local_addr().map_err(unbound)?);
    print(&format!("{}\n", say(lang, "serving", &[("address", &address)])));
    crate::web::run(crate::web::Site::new(record, people), listener, lang)
        .map_err(|cause| Fault::new(FaultKind::Surroundings, "page_failed", &[]).because(cause))
}

/// How much was recorded.
#[derive(Default)]
struct Recorded {
    new: usize,
    again: usize,
    texts: usize,
    statements: usize,
}

fn record(ledger: &mut paradero_ledger::Ledger, ready: Vec<Ready>, codebook: &Codebook, file: &str) -> Result<Recorded, Fault> {
    let mut recorded = Recorded::default();
    for Ready { got, drafts } in ready {
        let known = ledger.has_source(got.source.id()).map_err(|cause| store::fault(file, cause))?;
        if known {
            recorded.again += 1;
        } else {
            recorded.new += 1;
            recorded.texts += drafts.value.len();
            recorded.statements += drafts.value.iter().map(|one| one.statements.len()).sum::<usize>();
        }
        pipeline::record(ledger, &got.source, drafts, codebook, now()).map_err(|cause| store::fault(file, cause))?;
    }
    progress("");
    Ok(recorded)
}
