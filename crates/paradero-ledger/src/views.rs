//! The views: which entry holds which source, text and statement. Computed from the events alone; thrown away and rebuilt at will.

use crate::{error::Error, read};
use paradero_model::{Event, Hash};
use rusqlite::{Connection, OptionalExtension as _};

/// The tables of the views, one statement a line.
pub(crate) const TABLES: &str = include_str!("views.sql");

/// Which view an id stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum View {
    Source,
    Text,
    Statement,
}

impl View {
    pub(crate) const ALL: [Self; 3] = [Self::Source, Self::Text, Self::Statement];

    fn insert(self) -> &'static str {
        match self {
            Self::Source => "INSERT OR IGNORE INTO view_source VALUES (?1, ?2)",
            Self::Text => "INSERT OR IGNORE INTO view_text VALUES (?1, ?2)",
            Self::Statement => "INSERT OR IGNORE INTO view_statement VALUES (?1, ?2)",
        }
    }

    fn find(self) -> &'static str {
        match self {
            Self::Source => "SELECT idx FROM view_source WHERE id = ?1",
            Self::Text => "SELECT idx FROM view_text WHERE id = ?1",
            Self::Statement => "SELECT idx FROM view_statement WHERE id = ?1",
        }
    }

    /// Every row, in the order of the ids.
    pub(crate) fn all(self) -> &'static str {
        match self {
            Self::Source => "SELECT id, idx FROM view_source ORDER BY id",
            Self::Text => "SELECT id, idx FROM view_text ORDER BY id",
            Self::Statement => "SELECT id, idx FROM view_statement ORDER BY id",
        }
    }
}

/// What an event adds to the views: the first entry that holds an id keeps it.
pub(crate) fn row(event: &Event) -> Option<(View, Hash)> {
    match event {
        Event::Captured(capture) => Some((View::Source, capture.source.0)),
        Event::Read { text, .. } => Some((View::Text, text.id().0)),
        Event::Drafted { statement, .. } => Some((View::Statement, statement.id().0)),
        _ => None,
    }
}

/// Adds an event to the views.
pub(crate) fn add(conn: &Connection, idx: i64, event: &Event) -> Result<(), Error> {
    if let Some((view, id)) = row(event) {
        conn.prepare_cached(view.insert())?.execute((id.0, idx))?;
    }
    Ok(())
}

/// Notes how many entries the views were computed from.
pub(crate) fn note(conn: &Connection, size: i64) -> Result<(), Error> {
    conn.execute("INSERT OR REPLACE INTO view_head VALUES (1, ?1)", [size])?;
    Ok(())
}

/// How many entries the views were computed from; `None` where that cannot be told.
pub(crate) fn size(conn: &Connection) -> Result<Option<u64>, Error> {
    let size = conn.query_row("SELECT size FROM view_head", [], |row| row.get::<_, i64>(0)).optional()?;
    Ok(size.and_then(|size| u64::try_from(size).ok()))
}

/// The first entry that holds `id`.
pub(crate) fn find(conn: &Connection, view: View, id: Hash) -> Result<Option<i64>, Error> {
    Ok(conn.prepare_cached(view.find())?.query_row([id.0], |row| row.get(0)).optional()?)
}

/// Drops the views and computes them again, in one transaction.
pub(crate) fn rebuild(conn: &Connection) -> Result<(), Error> {
    let tx = conn.unchecked_transaction()?;
    for line in TABLES.lines() {
        let name = line.split_whitespace().nth(2).unwrap_or_default();
        tx.execute_batch(&format!("DROP TABLE IF EXISTS {name}; {line}"))?;
    }
    let mut size = 0;
    read::each(&tx, |idx, event| {
        size = idx + 1;
        add(&tx, idx, event)
    })?;
    note(&tx, size)?;
    tx.commit()?;
    Ok(())
}
