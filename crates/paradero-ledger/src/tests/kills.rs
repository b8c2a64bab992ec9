//! A program killed at any moment (SIGKILL) loses nothing that was acknowledged, doubles nothing, and leaves nothing half done.
//!
//! The test starts itself again as a child that appends and says each index after the receipt. This shows what a crash of the program
//! does; a power cut also loses what the disk was not told to keep, which only the settings (WAL, FULL) answer for.

use super::specimen::{self, AT};
use crate::{Entry, Ledger, append::Planted};
use paradero_model::{Event, Hash};
use std::{
    collections::BTreeSet,
    io::{Read as _, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

const STORE: &str = "PARADERO_KILLED_STORE";
const PLANTED: &str = "PARADERO_KILLED_PLANTED";

/// Two entries that belong together: both or neither.
fn pair(number: u64) -> [Entry<'static>; 2] {
    ["first", "second"].map(|half| {
        let name = format!("{number} {half}");
        Event::Published {
            name: name.clone(),
            release: Hash::of(name.as_bytes()),
            to: "x".repeat(3_000),
            shown: Vec::new(),
            at: AT,
        }
        .into()
    })
}

#[test]
fn the_child_of_the_kill_tests_appends_until_it_is_killed() {
    let Some(path) = std::env::var_os(STORE) else { return };
    let mut ledger = Ledger::open(Path::new(&path)).expect("a store");
    if std::env::var_os(PLANTED).is_some() {
        ledger.planted = Planted::AcknowledgedTooEarly;
    }
    let mut out = std::io::stdout();
    loop {
        let number = ledger.head().expect("a head").0 / 2;
        for receipt in ledger.append(&pair(number), AT).expect("an append") {
            writeln!(out, "\nacknowledged {}.", receipt.index).and_then(|()| out.flush()).expect("the parent listens");
        }
    }
}

/// Starts the child, kills it `wait` after its first word (or after its start), and gives the indexes it acknowledged.
fn killed(path: &Path, planted: bool, from_start: bool, wait: Duration) -> BTreeSet<u64> {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args([
        "--exact",
        "tests::kills::the_child_of_the_kill_tests_appends_until_it_is_killed",
        "--nocapture",
        "--test-threads=1",
    ]);
    command.env(STORE, path).stdout(Stdio::piped()).stderr(Stdio::null());
    if planted {
        command.env(PLANTED, "yes");
    }
    let mut child = command.spawn().expect("a child");
    let mut pipe = child.stdout.take().expect("its words");
    let mut said = Vec::new();
    while !from_start && !String::from_utf8_lossy(&said).contains("acknowledged") {
        let mut some = [0; 4096];
        let read = pipe.read(&mut some).expect("its words");
        assert!(read > 0, "the child ended by itself");
        said.extend_from_slice(&some[..read]);
    }
    std::thread::sleep(wait);
    child.kill().expect("killed");
    child.wait().expect("dead");
    pipe.read_to_end(&mut said).expect("its last words");
    String::from_utf8_lossy(&said)
        .lines()
        .filter_map(|line| line.strip_prefix("acknowledged ")?.strip_suffix('.')?.parse().ok())
        .collect()
}

/// 1 to 40 milliseconds, in microseconds.
fn moment() -> Duration {
    let mut random = [0; 2];
    getrandom::fill(&mut random).expect("a random number");
    Duration::from_micros(1_000 + u64::from(u16::from_be_bytes(random)) % 39_000)
}

/// How many acknowledged entries are not there, after checking that everything that is there is whole, single and in order.
fn lost(path: &Path, acknowledged: &BTreeSet<u64>) -> usize {
    let events = Ledger::open(path).and_then(|ledger| ledger.events()).expect("readable after a kill");
    let wanted = (0..).flat_map(pair).map(|entry| entry.event);
    assert!(events.len().is_multiple_of(2), "half an append");
    assert!(events.iter().map(|(_, event)| event.clone()).eq(wanted.take(events.len())), "doubled or out of order");
    assert_eq!(Ledger::verify(path).expect("verifiable").faults, []);
    acknowledged.iter().filter(|index| **index >= events.len() as u64).count()
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let mut acknowledged = BTreeSet::new();
    for round in 0..30 {
        let said = killed(&path, false, false, moment());
        assert!(said.is_disjoint(&acknowledged), "an index given twice in round {round}");
        acknowledged.extend(said);
        assert_eq!(lost(&path, &acknowledged), 0, "round {round}");
    }
    assert!(acknowledged.len() >= 60, "the kills came too early to show anything: {}", acknowledged.len());
}

#[test]
fn a_store_killed_in_the_making_is_whole_or_not_there() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("store");
        let acknowledged = killed(&path, false, true, moment());
        if path.exists() || !acknowledged.is_empty() {
            assert_eq!(lost(&path, &acknowledged), 0);
        }
        Ledger::open(&path).and_then(|mut ledger| ledger.append(&[specimen::published().into()], AT)).expect("goes on");
    }
}

#[test]
fn the_planted_early_acknowledgement_is_caught_by_the_kills() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    let caught = (0..12).any(|_| lost(&path, &killed(&path, true, false, moment())) > 0);
    assert!(caught, "the harness is blind: entries were acknowledged before they were on disk");
}
