//! Files that are not ours, newer ones and broken ones are told from stores without a byte written; nothing is left beside them.

use super::specimen;
use crate::{ErrorKind, Ledger, store};
use rusqlite::Connection;
use std::{fs, path::Path};

/// The kind that every way of opening gives, after checking that the folder is as it was.
fn refused(path: &Path) -> ErrorKind {
    let folder = path.parent().expect("a folder");
    let picture = || -> Vec<_> {
        let mut all: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        all.sort();
        all.into_iter()
            .map(|path| (fs::read(&path).ok(), fs::metadata(&path).and_then(|data| data.modified()).ok(), path))
            .collect()
    };
    let before = picture();
    let kinds = [Ledger::open(path).err(), Ledger::open_existing(path).err(), Ledger::verify(path).err()]
        .map(|error| error.expect("refused").kind());
    assert_eq!(picture(), before, "refusing writes nothing");
    assert!(kinds.iter().all(|kind| *kind == kinds[0]), "{kinds:?}");
    kinds[0]
}

#[test]
fn what_is_no_store_is_refused_untouched() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    for bytes in [&b""[..], b"x", b"A letter, not a store.", &[0; 4096], b"SQLite format 3\0"] {
        fs::write(&path, bytes).expect("a file");
        assert_eq!(refused(&path), ErrorKind::NotAStore, "{:?}", &bytes[..bytes.len().min(20)]);
    }
    fs::remove_file(&path).expect("removed");
    Connection::open(&path).and_then(|conn| conn.execute_batch("CREATE TABLE others (x)")).expect("another program's database");
    assert_eq!(refused(&path), ErrorKind::NotAStore);
    let within = folder.path().join("folder");
    fs::create_dir(&within).expect("a folder");
    assert_eq!(refused(&within), ErrorKind::NotAStore);
}

#[test]
fn a_newer_store_is_refused_untouched_and_says_its_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    let raw = Connection::open(&path).expect("a connection");
    raw.pragma_update(None, "user_version", store::VERSION + 1).expect("a newer version");
    raw.close().expect("closed");
    assert_eq!(refused(&path), ErrorKind::Newer { version: 2 });
}

#[test]
fn a_store_that_is_not_there_is_missing_and_only_open_makes_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    assert_eq!(Ledger::open_existing(&path).err().map(|error| error.kind()), Some(ErrorKind::Missing));
    assert_eq!(Ledger::verify(&path).err().map(|error| error.kind()), Some(ErrorKind::Missing));
    assert!(!path.exists());
    let nowhere = folder.path().join("no such folder").join("store");
    assert_eq!(Ledger::open(&nowhere).err().map(|error| error.kind()), Some(ErrorKind::Missing));
    assert_eq!(Ledger::open(&path).and_then(|ledger| ledger.head()).expect("an empty store").0, 0);
    assert_eq!(Ledger::verify(&path).expect("verifiable").faults, []);
}

#[test]
#[cfg(unix)]
fn a_new_store_and_its_log_are_nobody_elses_to_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let mut ledger = Ledger::open(&folder.path().join("store")).expect("a store");
    ledger.append(&[specimen::published().into()], specimen::AT).expect("appended");
    let files: Vec<_> = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry")).collect();
    assert_eq!(files.len(), 2, "the store and its log");
    for file in files {
        assert_eq!(file.metadata().expect("a file").permissions().mode() & 0o077, 0, "{:?}", file.file_name());
    }
}

#[test]
fn a_copy_that_may_not_be_written_is_verified_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    let mut rights = fs::metadata(&path).expect("a file").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).expect("read-only");
    let verified = Ledger::verify(&path).expect("verifiable");
    // Whoever may write everywhere (root) took the ordinary way just now: this is the other one.
    let conn = store::open_untouched(&path).expect("a connection");
    for verified in [verified, crate::verify::Check::new(&conn).run()] {
        assert_eq!((verified.entries, verified.faults), (11, vec![]));
    }
}
