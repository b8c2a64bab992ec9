//! The views are computed: dropped, broken or forged, they come back to the same bytes from the record alone.

use super::specimen;
use crate::{Fault, Ledger, Wrong, views::View};
use rusqlite::Connection;

/// Every row of every view.
fn dump(conn: &Connection) -> Vec<(Vec<u8>, i64)> {
    let rows = |sql: &str| -> Vec<(Vec<u8>, i64)> {
        let mut statement = conn.prepare(sql).expect("a view");
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows").map(|row| row.expect("a row")).collect()
    };
    View::ALL.iter().flat_map(|view| rows(view.all())).chain(rows("SELECT x'', size FROM view_head")).collect()
}

#[test]
fn views_thrown_away_are_rebuilt_to_the_same_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("store");
    specimen::fill(&path);
    let mut ledger = Ledger::open(&path).expect("a store");
    let before = dump(&ledger.conn);
    assert_eq!(before.len(), 2 + 2 + 4 + 1);
    ledger.rebuild().expect("rebuilt");
    assert_eq!(dump(&ledger.conn), before);
    ledger.conn.execute_batch("DELETE FROM view_text; DELETE FROM view_statement; DELETE FROM view_head").expect("thrown away");
    drop(ledger);
    let ledger = Ledger::open(&path).expect("a store whose views are gone");
    assert_eq!(dump(&ledger.conn), before, "opening rebuilds views of another size than the record");
}

#[test]
fn forged_views_are_found_and_repaired() {
    let forgeries = [
        "DELETE FROM view_statement WHERE idx = 2",
        "UPDATE view_text SET idx = 5 WHERE idx = 1",
        "INSERT INTO view_source VALUES (zeroblob(32), 0)",
        "UPDATE view_head SET size = 10",
    ];
    for forgery in forgeries {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("store");
        specimen::fill(&path);
        Connection::open(&path).and_then(|conn| conn.execute_batch(forgery)).expect("a forgery");
        assert_eq!(Ledger::verify(&path).expect("verifiable").faults, [Fault { index: None, what: Wrong::Views }], "{forgery}");
        Ledger::open(&path).and_then(|mut ledger| ledger.rebuild()).expect("rebuilt");
        assert_eq!(Ledger::verify(&path).expect("verifiable").faults, [], "{forgery}");
    }
}
