//! Source files: a head that says what the file is, a length a person can read, a name that needs no excuse, a spec for each rule.

use super::below;
use std::{fs, path::Path};

const LONGEST: usize = 800;
const APOLOGIES: [&str; 9] = ["util", "utils", "common", "helper", "helpers", "types", "misc", "core", "manager"];
/// Put together here so that this file does not hold them itself.
const UNFINISHED: [&str; 3] = [concat!("to", "do!("), concat!("unimplem", "ented!("), concat!("#[ig", "nore")];

/// What is wrong with the files.
pub fn faults(root: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    for (shown, path) in [below(root, "crates", ".rs"), below(root, "xtask", ".rs")].concat() {
        let source = fs::read_to_string(&path).unwrap_or_default();
        if !source.starts_with("//!") && !source.starts_with("#!") {
            faults.push(format!("{shown}: opens with no `//!` head that says what the file is"));
        }
        let lines = source.lines().count();
        if lines > LONGEST {
            faults.push(format!("{shown}: {lines} lines; split it (none over {LONGEST}, 100 to 300 are good)"));
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if APOLOGIES.contains(&stem.as_str()) {
            faults.push(format!("{shown}: {stem} is no name; say what is in it"));
        }
        for sign in UNFINISHED {
            if source.contains(sign) {
                faults.push(format!("{shown}: holds {sign}…"));
            }
        }
    }
    let rules = Path::new("crates/paradero-draft/src/rule");
    for (shown, path) in below(root, "crates/paradero-draft/src/rule", ".rs") {
        if Path::new(&shown).parent() != Some(rules) {
            continue;
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for lang in ["en", "es"] {
            let spec = format!("spec/{lang}/{stem}.md");
            if !root.join("crates/paradero-draft").join(&spec).exists() {
                faults.push(format!("{shown}: the rule has no {spec}"));
            }
        }
    }
    faults
}
