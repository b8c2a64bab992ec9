//! `cargo xtask train split`: the networks that find sentences and words, from the treebanks in `../shared/lang` or another folder.

use super::Files;
use paradero_model::Lang;
use paradero_train::split;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How the task is called.
pub const USAGE: &str = "split [--data FOLDER]";

/// Trains both languages and gives back their files. The same data give the same bytes.
///
/// # Errors
/// What to write or to get instead.
pub fn networks(root: &Path, arguments: &[String]) -> Result<Files, String> {
    let folder: PathBuf = match arguments {
        [] => root.join("../shared/lang"),
        [option, folder] if option == "--data" => folder.into(),
        _ => return Err(format!("usage: cargo xtask train {USAGE}")),
    };
    let read = |path: &str| fs::read(folder.join(path)).map_err(|error| format!("{}: {error}", folder.join(path).display()));
    let english = split::model(Lang::En, read)?;
    let spanish = split::model(Lang::Es, read)?;
    Ok(vec![("split.en.bin", english.bytes()), ("split.es.bin", spanish.bytes())])
}
