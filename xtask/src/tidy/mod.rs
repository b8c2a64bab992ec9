//! What keeps the house in order: the arrows between crates, file heads and lengths, and documents that say what is true.

mod arrows;
mod documents;
mod files;
mod glossary;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Everything to be mended, a line each.
pub fn faults(root: &Path) -> Vec<String> {
    [arrows::faults(root), files::faults(root), documents::faults(root), glossary::faults(root)].concat()
}

/// Every file of the project below `folder` whose name ends so, with its path from the root; build output left out.
fn below(root: &Path, folder: &str, ending: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && name != "target" && !name.starts_with('.') {
                folders.push(path);
            } else if name.ends_with(ending) {
                let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
                found.push((shown, path));
            }
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let found = faults(&crate::root());
        assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    }

    #[test]
    fn planted_faults_are_found() {
        let root = std::env::temp_dir().join(format!("paradero-tidy-{}", std::process::id()));
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("has a folder")).expect("folder");
            fs::write(path, text).expect("file");
        };
        write(
            "crates/paradero-lang/Cargo.toml",
            "[package]\nname = \"paradero-lang\"\n[dependencies]\nparadero-ledger.workspace = true\n",
        );
        write("crates/paradero-lang/src/utils.rs", "fn main() {}\n");
        write("crates/paradero-model/src/lib.rs", "//! Nouns.\npub use ghost::{Ghost, Hash};\n");
        write("crates/paradero-draft/src/rule/count.rs", "//! Counts.\n");
        write("README.md", "See `crates/nowhere.rs`, `NoSuchType`, `no_such_function()` and `cargo xtask fly`.\n");
        write("GLOSSARY.md", "| word |\n| `Hash` |\n");
        let found = faults(&root).join("\n");
        fs::remove_dir_all(&root).expect("removed");
        for fault in [
            "paradero-ledger",
            "utils.rs",
            "opens with",
            "crates/nowhere.rs",
            "NoSuchType",
            "no_such_function",
            "xtask fly",
            "Ghost",
            "spec/en/count.md",
            "clippy.toml",
        ] {
            assert!(found.contains(fault), "not found: {fault}\n{found}");
        }
    }
}
