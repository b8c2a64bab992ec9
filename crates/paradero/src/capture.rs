//! Capture: files, folders, patterns and standard input into sources, each with how and when it was got.
//!
//! Nothing here goes to the network. The bytes are kept as they are; whether they can be read is the next stage's matter.

use crate::fault::{Fault, FaultKind};
use paradero_model::{Capture, Moment, Place, Source, SourceId};
use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

/// The largest source that is taken, in bytes: 50 MB.
pub const LARGEST: u64 = 50_000_000;

/// A source that was got, and whether the user named it or it was found in a folder the user named.
#[derive(Debug)]
pub struct Got {
    /// Bytes and capture.
    pub source: Source,
    /// Whether the user named this very file: then it must be readable, while a file found in a folder may be passed over.
    pub named: bool,
}

/// Gets everything that `places` name: a file, a folder (all files in it and below, in the order of their names, hidden ones left
/// out), a pattern (`reports/*.html`) or `-` for standard input.
///
/// # Errors
/// Where a place does not exist, holds nothing, cannot be opened, or a named file is larger than [`LARGEST`]. Nothing is kept then.
pub fn capture(places: &[String], now: Moment, input: &mut dyn io::Read) -> Result<Vec<Got>, Fault> {
    let mut found = Vec::new();
    for place in places {
        if place == "-" {
            let mut bytes = Vec::new();
            input.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|cause| unopened("-", cause))?;
            refuse_large("-", bytes.len() as u64)?;
            found.push(Got { source: keep(bytes, Place::Input, now), named: true });
            continue;
        }
        let path = Path::new(place);
        let paths = if path.is_dir() {
            below(path).map_err(|cause| unopened(place, cause))?
        } else if path.exists() {
            vec![path.to_owned()]
        } else {
            matching(place)?
        };
        if paths.is_empty() {
            return Err(Fault::new(FaultKind::User, "folder_empty", &[("place", place)]));
        }
        let named = !path.is_dir();
        for path in paths {
            let shown = path.display().to_string();
            let length = fs::metadata(&path).map_err(|cause| unopened(&shown, cause))?.len();
            if length > LARGEST && !named {
                continue;
            }
            refuse_large(&shown, length)?;
            let bytes = fs::read(&path).map_err(|cause| unopened(&shown, cause))?;
            found.push(Got { source: keep(bytes, Place::File(shown), now), named });
        }
    }
    Ok(found)
}

fn keep(bytes: Vec<u8>, from: Place, at: Moment) -> Source {
    let capture = Capture { source: SourceId::of(&bytes), length: bytes.len() as u64, from, at };
    Source { bytes, capture }
}

fn unopened(place: &str, cause: io::Error) -> Fault {
    Fault::new(FaultKind::User, "unopened", &[("place", place)]).because(cause)
}

fn refuse_large(place: &str, length: u64) -> Result<(), Fault> {
    if length <= LARGEST {
        return Ok(());
    }
    let limit = (LARGEST / 1_000_000).to_string();
    Err(Fault::new(FaultKind::User, "too_large", &[("place", place), ("limit", &limit)]))
}

/// The files a pattern names; a place without pattern signs that does not exist is an error of its own.
fn matching(place: &str) -> Result<Vec<PathBuf>, Fault> {
    if !place.contains(['*', '?', '[']) {
        return Err(Fault::new(FaultKind::User, "missing", &[("place", place)]));
    }
    let paths =
        glob::glob(place).map_err(|cause| Fault::new(FaultKind::User, "bad_pattern", &[("place", place)]).because(cause))?;
    let paths: Vec<_> = paths.flatten().filter(|path| path.is_file()).collect();
    if paths.is_empty() {
        return Err(Fault::new(FaultKind::User, "pattern_empty", &[("place", place)]));
    }
    Ok(paths)
}

/// Every file in a folder and below, in the order of their paths; hidden files and folders are left out, links are not followed
/// into folders (a link to its own parent would never end).
fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() || (kind.is_symlink() && entry.path().is_file()) {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}
