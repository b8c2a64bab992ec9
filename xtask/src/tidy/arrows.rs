//! The arrows between crates: those of ARCHITECTURE.md and no others.

use super::below;
use std::{fs, path::Path};

/// Which crates of the project each crate may depend on.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("paradero-model", &[]),
    ("paradero-read", &["paradero-model"]),
    ("paradero-grammar", &["paradero-model"]),
    ("paradero-train", &["paradero-model", "paradero-grammar"]),
    ("paradero-lang", &["paradero-model", "paradero-grammar"]),
    ("paradero-ledger", &["paradero-model"]),
    ("paradero-draft", &["paradero-model", "paradero-lang"]),
    ("paradero-case", &["paradero-model", "paradero-lang"]),
    ("paradero-publish", &["paradero-model", "paradero-case"]),
    (
        "paradero",
        &[
            "paradero-model",
            "paradero-read",
            "paradero-lang",
            "paradero-ledger",
            "paradero-draft",
            "paradero-case",
            "paradero-publish",
        ],
    ),
];

/// Arrows that are not allowed, crates that are not known, and libraries without the file that keeps them pure.
pub fn faults(root: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    for (shown, path) in below(root, "crates", "Cargo.toml").into_iter().filter(|(shown, _)| shown.matches('/').count() == 2) {
        let Ok(manifest) = fs::read_to_string(&path).unwrap_or_default().parse::<toml::Table>() else {
            faults.push(format!("{shown}: not a manifest"));
            continue;
        };
        let name = manifest.get("package").and_then(|package| package.get("name")?.as_str()).unwrap_or_default();
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            faults
                .push(format!("{shown}: a crate {name:?} that the house does not know; a new crate needs a page in decisions/"));
            continue;
        };
        for table in ["dependencies", "build-dependencies"] {
            for dependency in manifest.get(table).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys) {
                if dependency.starts_with("paradero") && !allowed.contains(&dependency.as_str()) {
                    faults.push(format!("{shown}: {name} may not depend on {dependency} (see ARCHITECTURE.md)"));
                }
            }
        }
        if name != "paradero" && !path.with_file_name("clippy.toml").exists() {
            faults.push(format!("{shown}: a library needs a clippy.toml beside it that forbids clock, network and disk"));
        }
    }
    faults
}
