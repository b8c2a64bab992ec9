//! The settings that keep the record are asked back: with any of them broken the store is not opened.

use super::specimen;
use crate::{ErrorKind, Ledger, settings};
use rusqlite::{Connection, config::DbConfig};

#[test]
fn a_connection_with_any_setting_broken_is_refused() {
    let broken = [
        "PRAGMA locking_mode = normal",
        "PRAGMA locking_mode = normal; BEGIN IMMEDIATE; COMMIT; PRAGMA journal_mode = delete",
        "PRAGMA synchronous = normal",
        "PRAGMA synchronous = off",
        "PRAGMA fullfsync = off",
        "PRAGMA secure_delete = off",
        "PRAGMA secure_delete = fast",
        "PRAGMA trusted_schema = on",
        "PRAGMA cell_size_check = off",
        "PRAGMA mmap_size = 65536",
        "PRAGMA foreign_keys = off",
        "PRAGMA temp_store = file",
    ];
    for change in broken {
        let folder = tempfile::tempdir().expect("a folder");
        let ledger = Ledger::open(&folder.path().join("store")).expect("a store");
        settings::refuse_other_settings(&ledger.conn).expect("the settings as they are set");
        ledger.conn.execute_batch(change).expect("a changed setting");
        let refused = settings::refuse_other_settings(&ledger.conn).err().map(|error| error.kind());
        assert_eq!(refused, Some(ErrorKind::Storage), "{change}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let ledger = Ledger::open(&folder.path().join("store")).expect("a store");
    ledger.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).expect("a changed setting");
    assert!(settings::refuse_other_settings(&ledger.conn).is_err(), "defensive mode");
}

#[test]
fn a_store_with_a_changed_table_or_trigger_is_not_opened() {
    for change in [
        "DROP TRIGGER entry_update",
        "CREATE TABLE more (x)",
        "CREATE TRIGGER entry_more AFTER INSERT ON entry BEGIN SELECT 1; END",
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("store");
        specimen::fill(&path);
        Connection::open(&path).and_then(|conn| conn.execute_batch(change)).expect("a changed table");
        assert_eq!(Ledger::open(&path).err().map(|error| error.kind()), Some(ErrorKind::Corrupt { at: None }), "{change}");
        let faults = Ledger::verify(&path).expect("verifiable").faults;
        assert_eq!(faults, [crate::Fault { index: None, what: crate::Wrong::Tables }], "{change}");
    }
}

#[test]
fn the_database_itself_refuses_to_change_or_remove_what_is_recorded() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    let raw = Connection::open(&path).expect("a connection");
    for table in ["entry", "payload", "source"] {
        for change in [
            format!("UPDATE {table} SET bytes = x'00' WHERE idx = 0"),
            format!("DELETE FROM {table} WHERE idx = 0"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE idx = 0"),
        ] {
            assert!(raw.execute_batch(&change).is_err(), "{change}");
        }
    }
    for change in ["INSERT INTO entry VALUES (99, x'00', x'00')", "UPDATE head SET size = 1", "DELETE FROM head"] {
        assert!(raw.execute_batch(change).is_err(), "{change}");
    }
    drop(raw);
    assert_eq!(Ledger::verify(&path).expect("verifiable").faults, []);
}
