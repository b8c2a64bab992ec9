//! `cargo xtask train`: makes files of `crates/paradero-grammar/models/` anew from what `paradero_train` reads.

mod lemmas;
mod parser;
mod split;

use paradero_train::{lexicon, packages};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Runs the training that the arguments name; whether it was done.
pub fn run(root: &Path, arguments: &[String]) -> bool {
    let done = match arguments {
        [what, option, folder] if what == "lexicon" && option == "--inputs" => resources(Path::new(folder)),
        [what, rest @ ..] if what == "lemmas" => lemmas::files(root, rest),
        [what, rest @ ..] if what == "parser" => parser::network(root, rest),
        [what, rest @ ..] if what == "split" => split::networks(root, rest),
        _ => {
            let [lemmas, parser, split] =
                [lemmas::USAGE, parser::USAGE, split::USAGE].map(|usage| format!("       cargo xtask train {usage}"));
            Err(format!(
                "usage: cargo xtask train lexicon --inputs FOLDER
{split}
{parser}
{lemmas}"
            ))
        }
    };
    match done.and_then(|files| keep(&root.join("crates/paradero-grammar/models"), files)) {
        Ok(()) => true,
        Err(fault) => {
            eprintln!("train: {fault}");
            false
        }
    }
}

/// Files of `models/` and their bytes.
type Files = Vec<(&'static str, Vec<u8>)>;

/// The resource files from the packages in `folder`.
fn resources(folder: &Path) -> Result<Files, String> {
    let mut shelf = packages::Shelf::default();
    for package in packages::ALL {
        let path: PathBuf = folder.join(package.file);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}; get {}", path.display(), package.how_to_get()))?;
        shelf.put(package, bytes)?;
    }
    lexicon::files(&shelf)
}

fn keep(models: &Path, files: Files) -> Result<(), String> {
    fs::create_dir_all(models).map_err(|error| format!("{}: {error}", models.display()))?;
    for (name, bytes) in files {
        let path = models.join(name);
        fs::write(&path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("train: {name}: {} bytes", bytes.len());
    }
    Ok(())
}
