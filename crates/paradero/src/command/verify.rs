//! `paradero verify`: the whole record recomputed from its bytes, answered in one line.

use super::{print, store, text};
use crate::{
    fault::{Fault, FaultKind},
    words::say,
};
use clap::ArgMatches;
use paradero_ledger::Ledger;
use paradero_model::Lang;
use std::path::Path;

/// Runs it.
pub fn run(asked: &ArgMatches, lang: Lang) -> Result<(), Fault> {
    let file = text(asked, "store");
    let verified = Ledger::verify(Path::new(file)).map_err(|cause| store::fault(file, cause))?;
    if !verified.faults.is_empty() {
        let named: Vec<_> = verified
            .faults
            .iter()
            .take(5)
            .map(|fault| match fault.index {
                Some(index) => format!("#{index} {:?}", fault.what),
                None => format!("{:?}", fault.what),
            })
            .collect();
        let more = verified.faults.len().saturating_sub(5);
        let more = if more > 0 { format!(" (+{more})") } else { String::new() };
        return Err(Fault::new(FaultKind::Refused, "verify_failed", &[("faults", &format!("{}{more}", named.join(", ")))]));
    }
    let [entries, sources, statements] =
        [verified.entries, verified.sources, verified.statements].map(|number| number.to_string());
    let root = verified.root.to_string();
    let fill = [("store", file), ("entries", &entries), ("sources", &sources), ("statements", &statements), ("root", &root)];
    print(&format!("{}\n", say(lang, "verified", &fill)));
    Ok(())
}
