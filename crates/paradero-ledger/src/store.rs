//! The store file: told from foreign files without a byte written, opened alone and only with the settings and tables that keep it.

use crate::{
    create::create,
    error::{Error, ErrorKind},
    settings::{distrust, hold},
    tree::Tree,
    views,
};
use paradero_model::{Hash, Text};
use rusqlite::{Connection, OpenFlags};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Marks the file as ours, in its header ("PRDR").
pub(crate) const APPLICATION: i32 = 0x5052_4452;
/// The version of the format that this program writes and reads.
pub(crate) const VERSION: i32 = 1;
/// Everything in the file that is recorded and not computed.
pub(crate) const SCHEMA: &str = include_str!("schema.sql");

/// The record: one file, open, held alone.
pub struct Ledger {
    pub(crate) conn: Connection,
    /// The text asked for last: statements come text by text, and each asks for its text.
    pub(crate) last: std::sync::Mutex<Option<Arc<Text>>>,
    #[cfg(test)]
    pub(crate) planted: crate::append::Planted,
}

impl Ledger {
    /// Opens the store, or makes an empty one where there is no file.
    ///
    /// # Errors
    /// As [`Ledger::open_existing`], but never `Missing` for the file itself; `Missing` still says that its folder is not there.
    pub fn open(path: &Path) -> Result<Self, Error> {
        if !path.try_exists()? {
            create(path)?;
        }
        Self::open_existing(path)
    }

    /// Opens a store that is there, and holds it alone until dropped.
    ///
    /// # Errors
    /// `Missing`, `NotAStore`, `Newer` and `Busy`, each without a byte written; `Corrupt` where the head or the tables are not what
    /// they must be; `Storage` where the disk fails or SQLite does not keep to the settings.
    pub fn open_existing(path: &Path) -> Result<Self, Error> {
        probe(path)?;
        let conn = connect(path)?;
        let ledger = Self {
            conn,
            last: std::sync::Mutex::new(None),
            #[cfg(test)]
            planted: crate::append::Planted::Nothing,
        };
        if views::size(&ledger.conn)? != Some(ledger.tree()?.size()) {
            views::rebuild(&ledger.conn)?;
        }
        Ok(ledger)
    }

    /// Throws away everything computed in the file (the views) and computes it again from the record.
    ///
    /// # Errors
    /// `Corrupt` where an event cannot be read; `Storage`. The views are then as they were.
    pub fn rebuild(&mut self) -> Result<(), Error> {
        views::rebuild(&self.conn)
    }

    /// How many entries the record has, and the root over them.
    ///
    /// # Errors
    /// `Corrupt` where the head contradicts itself; `Storage`.
    pub fn head(&self) -> Result<(u64, Hash), Error> {
        let tree = self.tree()?;
        Ok((tree.size(), tree.root()))
    }

    /// The tree as the head row keeps it.
    pub(crate) fn tree(&self) -> Result<Tree, Error> {
        let row = self.conn.query_row("SELECT size, root, peaks FROM head", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?, row.get::<_, Vec<u8>>(2)?))
        })?;
        let (size, root, peaks) = row;
        let tree = u64::try_from(size).ok().and_then(|size| Tree::of_peaks(size, &peaks));
        tree.filter(|tree| tree.root() == Hash(root)).ok_or_else(|| ErrorKind::Corrupt { at: None }.into())
    }
}

/// Asks the header, without opening the file for writing and without locks, whether this is a store that we may open.
pub(crate) fn probe(path: &Path) -> Result<(), Error> {
    if fs::metadata(path)?.is_dir() {
        return Err(ErrorKind::NotAStore.into());
    }
    let conn = open_untouched(path)?;
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(foreign)?;
    let version: i32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(foreign)?;
    match (application, version) {
        (APPLICATION, VERSION) => Ok(()),
        (APPLICATION, newer) if newer > VERSION => Err(ErrorKind::Newer { version: newer.unsigned_abs() }.into()),
        (APPLICATION, _) => Err(ErrorKind::Corrupt { at: None }.into()),
        _ => Err(ErrorKind::NotAStore.into()),
    }
}

/// Opens the file for reading as if nobody could change it: no lock is taken, no file is made beside it.
///
/// It goes through SQLite and not through `File`, because closing another descriptor of the file would drop the locks that an open
/// ledger of the same process holds on it (POSIX).
pub(crate) fn open_untouched(path: &Path) -> Result<Connection, Error> {
    let mut address = String::from(if cfg!(windows) { "file:///" } else { "file:" });
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => address.push(char::from(byte)),
            b'\\' | b':' if cfg!(windows) => address.push(if byte == b':' { ':' } else { '/' }),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(address, flags)?;
    distrust(&conn)?;
    Ok(conn)
}

/// An unreadable header is a foreign file; a disk that fails is not.
fn foreign(error: rusqlite::Error) -> Error {
    match Error::from(error) {
        error if matches!(error.kind(), ErrorKind::Corrupt { .. }) => ErrorKind::NotAStore.into(),
        error => error,
    }
}

/// Opens a store that [`probe`] let pass: alone, with every setting asked back, and with exactly the tables of the format.
pub(crate) fn connect(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    hold(&conn)?;
    refuse_other_tables(&conn)?;
    Ok(conn)
}

/// Opens a store to verify it: alone like [`connect`], but whatever its tables are; where it may not be written (a copy on a disc),
/// as nobody can change it.
pub(crate) fn connect_to_verify(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    if conn.is_readonly(rusqlite::MAIN_DB)? {
        let log = fs::metadata(beside(path, "-wal")).map(|found| found.len());
        return if log.unwrap_or(0) == 0 { open_untouched(path) } else { Err(ErrorKind::Storage.into()) };
    }
    hold(&conn)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

/// The path with something added to the file's name.
pub(crate) fn beside(path: &Path, added: &str) -> PathBuf {
    let mut name = OsString::from(path.file_name().unwrap_or_default());
    name.push(added);
    path.with_file_name(name)
}

/// The folder that the path stands in.
pub(crate) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The tables and triggers must be those of the format, to the letter: a changed trigger could let a change through.
pub(crate) fn refuse_other_tables(conn: &Connection) -> Result<(), Error> {
    let mut found = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")?
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    found.sort_unstable();
    let mut wanted: Vec<&str> = SCHEMA.lines().chain(views::TABLES.lines()).map(|line| line.trim_end_matches(';')).collect();
    wanted.sort_unstable();
    if found == wanted { Ok(()) } else { Err(ErrorKind::Corrupt { at: None }.into()) }
}
