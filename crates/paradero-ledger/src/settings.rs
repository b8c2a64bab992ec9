//! The settings of a connection: set on every opening and asked back, because SQLite passes over in silence what it cannot keep.

use crate::error::Error;
use rusqlite::{Connection, config::DbConfig};
use std::time::Duration;

/// SQLite before 3.51.3 could lose a write-ahead log that two connections reset at once.
const SQLITE: i32 = 3_051_003;

/// The settings that make "acknowledged" mean "on disk", and that trust nothing the file says about itself.
/// Each is set on every opening and asked back: a store is not opened with any of them otherwise.
const SETTINGS: [(&str, &str); 10] = [
    // Alone: no second program appends beside us, and no file of shared memory is needed.
    ("locking_mode", "exclusive"),
    ("journal_mode", "wal"),
    ("synchronous", "2"),
    ("fullfsync", "1"),
    ("secure_delete", "1"),
    ("trusted_schema", "0"),
    ("cell_size_check", "1"),
    ("mmap_size", "0"),
    ("foreign_keys", "1"),
    ("temp_store", "2"),
];

/// Takes the store for this connection alone, with every setting.
pub(crate) fn hold(conn: &Connection) -> Result<(), Error> {
    // Long enough for a program that is just ending, short enough to be told.
    conn.busy_timeout(Duration::from_millis(100))?;
    distrust(conn)?;
    settle(conn)?;
    conn.execute_batch("BEGIN IMMEDIATE; COMMIT;")?;
    refuse_other_settings(conn)
}

/// Nothing that the file itself contains may do more than hold rows.
pub(crate) fn distrust(conn: &Connection) -> Result<(), Error> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    Ok(())
}

fn settle(conn: &Connection) -> Result<(), Error> {
    for (name, value) in SETTINGS {
        conn.pragma_update_and_check(None, name, value, |_| Ok(())).or_else(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => Ok(()),
            error => Err(error),
        })?;
    }
    Ok(())
}

/// Asks every setting back. SQLite answers a setting that it cannot keep with silence, never with an error.
pub(crate) fn refuse_other_settings(conn: &Connection) -> Result<(), Error> {
    if rusqlite::version_number() < SQLITE {
        return Err(Error::storage(format!("SQLite {} is older than 3.51.3", rusqlite::version())));
    }
    for (name, wanted) in SETTINGS {
        let found = conn.pragma_query_value(None, name, |row| {
            Ok(match row.get_ref(0)? {
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                other => other.as_str()?.to_owned(),
            })
        })?;
        if found != wanted {
            return Err(Error::storage(format!("SQLite keeps {name} at {found}, not {wanted}")));
        }
    }
    if !conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)? {
        return Err(Error::storage("SQLite does not keep to defensive mode"));
    }
    Ok(())
}
