//! The root documents: every file, crate, type, function and command that they name in `code` exists.

use super::below;
use std::{collections::BTreeSet, fs, path::Path};

/// The documents that a stranger reads first.
pub const DOCUMENTS: [&str; 7] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "SECURITY.md", "CHANGELOG.md", "SCORES.md"];
const TASKS: [&str; 9] = ["test", "tidy", "golden", "score", "measure", "bench", "supply", "torture", "train"];
const COMMANDS: [&str; 7] = ["open", "read", "people", "case", "judge", "publish", "verify"];

/// Names in the documents that nothing in the project bears, and documents that are not there.
pub fn faults(root: &Path) -> Vec<String> {
    let defined = defined(root);
    let mut faults = Vec::new();
    for document in DOCUMENTS {
        let Ok(text) = fs::read_to_string(root.join(document)) else {
            faults.push(format!("{document}: is not there"));
            continue;
        };
        for name in code(&text) {
            if let Some(wrong) = wrong(root, &defined, &name) {
                faults.push(format!("{document}: `{name}`: {wrong}"));
            }
        }
    }
    faults
}

/// What stands between single backticks, outside fenced blocks; and each line of fenced blocks of commands.
fn code(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if fenced {
            let line = line.trim().trim_start_matches("$ ");
            if line.starts_with("cargo ") || line.starts_with("paradero ") {
                found.push(line.to_owned());
            }
        } else {
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

/// Why a name is wrong; `None` where it is right or nothing of ours.
fn wrong(root: &Path, defined: &BTreeSet<String>, name: &str) -> Option<String> {
    let mut words = name.split_whitespace();
    match (words.next()?, words.next(), words.next()) {
        ("cargo", Some("xtask"), Some(task)) if !TASKS.contains(&task) => return Some("there is no such task".to_owned()),
        ("paradero", Some(command), _) if command.starts_with(char::is_lowercase) && !COMMANDS.contains(&command) => {
            return Some("there is no such command".to_owned());
        }
        _ => {}
    }
    if name.contains(char::is_whitespace) {
        return None;
    }
    let path_like = (name.contains('/') && !name.contains("://") && !name.starts_with(['/', '.', '-']))
        || [".rs", ".md", ".toml"].iter().any(|ending| name.ends_with(ending));
    if path_like
        && !name.contains(['*', '<', '{', '…', '$', '"', '('])
        && name.split('/').all(|part| !part.is_empty() || name.ends_with('/'))
    {
        let known = root.join(name).exists()
            || ["../shared", "reports", "release", "application"].iter().any(|prefix| name.starts_with(prefix));
        let shipped = !below(root, "crates", name).is_empty() || !below(root, "xtask", name).is_empty();
        let identifier = name
            .split('/')
            .all(|part| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-'))
            && !name.contains('.');
        let rooted = ["crates", "cases", "decisions", "xtask", "models", "format"]
            .iter()
            .any(|folder| name.starts_with(&format!("{folder}/")));
        if !known && !shipped && (rooted || !identifier) {
            return Some("there is no such file".to_owned());
        }
        return None;
    }
    if name.starts_with("paradero-") && !root.join("crates").join(name).exists() {
        return Some("there is no such crate".to_owned());
    }
    let last = name.trim_end_matches("()").rsplit("::").next().unwrap_or(name);
    let is_word = last.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !last.is_empty();
    let camel = is_word && last.starts_with(|c: char| c.is_ascii_uppercase()) && last.contains(|c: char| c.is_ascii_lowercase());
    let function = is_word && name.ends_with("()");
    ((camel || function) && !defined.contains(last)).then(|| "nothing in the project bears that name".to_owned())
}

/// Every name that the sources define.
fn defined(root: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, path) in [below(root, "crates", ".rs"), below(root, "xtask", ".rs")].concat() {
        let source = fs::read_to_string(path).unwrap_or_default();
        let mut before = "";
        for word in source.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter(|word| !word.is_empty()) {
            if ["struct", "enum", "trait", "type", "fn", "const", "mod", "id", "named"].contains(&before)
                || word.starts_with(|c: char| c.is_ascii_uppercase())
            {
                names.insert(word.to_owned());
            }
            before = word;
        }
    }
    names
}
