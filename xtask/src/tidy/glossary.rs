//! GLOSSARY.md and `paradero-model` hold the same nouns: every public type of the model stands in the glossary, and every
//! type the glossary names is one of the project's.

use std::{fs, path::Path};

/// Types of the model that are machinery of the nouns, not nouns of the field.
const MACHINERY: [&str; 5] = ["Canon", "Piece", "Day", "Problem", "Warning"];

/// Types that the glossary lacks.
pub fn faults(root: &Path) -> Vec<String> {
    let glossary = fs::read_to_string(root.join("GLOSSARY.md")).unwrap_or_default();
    let exports = fs::read_to_string(root.join("crates/paradero-model/src/lib.rs")).unwrap_or_default();
    let nouns = exports
        .lines()
        .filter(|line| line.starts_with("pub use"))
        .flat_map(|line| line.rsplit("::").next().unwrap_or_default().split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    nouns
        .filter(|noun| !noun.ends_with("Id") && !MACHINERY.contains(noun) && !glossary.contains(&format!("`{noun}`")))
        .map(|noun| format!("GLOSSARY.md: lacks `{noun}` of paradero-model"))
        .collect()
}
