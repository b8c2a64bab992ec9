//! Making a store: whole, on disk, and only then under its name.

use crate::{
    error::{Error, ErrorKind},
    store::{APPLICATION, SCHEMA, VERSION, beside, folder},
    tree::Tree,
    views,
};
use rusqlite::{Connection, OpenFlags};
use std::{fs, path::Path};

/// Makes an empty store beside `path` and moves it there when it is whole and on disk, so that nobody ever finds half of one.
pub(crate) fn create(path: &Path) -> Result<(), Error> {
    // Without its folder the store is missing; SQLite would only say that it cannot be opened.
    fs::metadata(folder(path))?;
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(Error::storage)?;
    if path.file_name().is_none() {
        return Err(ErrorKind::NotAStore.into());
    }
    let beside = beside(path, &format!(".{:016x}.new", u64::from_be_bytes(random)));
    let made = fill(&beside).and_then(|()| put(&beside, path));
    // What is left beside after a failure is nobody's; after success it is a second name of the store.
    let cleared = fs::remove_file(&beside);
    made?;
    cleared.or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
    Ok(())
}

/// Writes the empty store. The rollback journal makes it whole; the mark of the write-ahead log comes last.
fn fill(path: &Path) -> Result<(), Error> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    // Nobody else's to read, from the first byte on. SQLite gives the write-ahead log the same rights.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path)?);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.pragma_update(None, "application_id", APPLICATION)?;
    conn.pragma_update(None, "user_version", VERSION)?;
    let tx = conn.unchecked_transaction()?;
    tx.execute_batch(SCHEMA)?;
    tx.execute_batch(views::TABLES)?;
    let empty = Tree::default();
    tx.execute("INSERT INTO head VALUES (1, 0, ?1, x'')", [empty.root().0])?;
    tx.execute("INSERT INTO view_head VALUES (1, 0)", [])?;
    tx.commit()?;
    conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    conn.close().map_err(|(_, error)| error)?;
    fs::OpenOptions::new().write(true).open(path)?.sync_all()?;
    Ok(())
}

/// Gives the whole store its name, unless something got that name in the meantime, and puts the name on disk.
fn put(beside: &Path, path: &Path) -> Result<(), Error> {
    match fs::hard_link(beside, path) {
        Ok(()) => {}
        // Another program made a store here just now: that one is opened.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        // A file system without hard links (FAT, many a memory stick).
        Err(_) if !path.try_exists()? => fs::rename(beside, path)?,
        Err(error) => return Err(error.into()),
    }
    if cfg!(unix) {
        fs::File::open(folder(path))?.sync_all()?;
    }
    Ok(())
}
