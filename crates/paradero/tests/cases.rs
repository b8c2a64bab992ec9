//! The cases of `cases/`: every stage's output is kept as a file, and this compares. `cargo xtask golden` rewrites them.

use paradero::stages;
use paradero_ledger::Ledger;
use paradero_model::{Capture, Lang, Moment, Place, Source, SourceId};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// 1 November 2026, midnight: the moment of every capture in the golden files.
const NOW: Moment = Moment(1_793_491_200);

#[test]
fn every_stage_of_every_case_is_as_kept() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(&root).expect("cases/").flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(folders.len() >= 4, "four cases ship with the project");
    let mut wrong = Vec::new();
    for folder in folders {
        wrong.extend(compare(&folder));
    }
    assert!(wrong.is_empty(), "not as kept (cargo xtask golden rewrites them; read the diff):\n{}", wrong.join("\n"));
}

fn compare(folder: &Path) -> Vec<String> {
    let store = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = Ledger::open(&store.path().join("case.paradero")).expect("a store");
    let made = stages::of(&sources(folder), &mut ledger, NOW, Lang::En).expect("the ledger takes it");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    if update {
        let _ = fs::remove_dir_all(folder.join("8-release"));
    }
    let mut wrong = Vec::new();
    for (name, content) in &made {
        let path = folder.join(name);
        if update {
            fs::create_dir_all(path.parent().expect("has a folder")).expect("folder");
            fs::write(&path, content).expect("written");
        } else if fs::read_to_string(&path).ok().as_ref() != Some(content) {
            wrong.push(path.display().to_string());
        }
    }
    for path in fs::read_dir(folder.join("8-release")).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = format!("8-release/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if !made.iter().any(|(made, _)| *made == name) {
            wrong.push(format!("{} is no longer made", path.display()));
        }
    }
    wrong
}

/// The reports of a case, in the order of their names, as captured.
fn sources(folder: &Path) -> Vec<Source> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("a case").flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("1-source")));
    paths.sort();
    assert!(!paths.is_empty(), "{} has no 1-source", folder.display());
    let capture = |path: PathBuf| {
        let bytes = fs::read(&path).expect("read");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let capture = Capture { source: SourceId::of(&bytes), length: bytes.len() as u64, from: Place::File(name), at: NOW };
        Source { bytes, capture }
    };
    paths.into_iter().map(capture).collect()
}
