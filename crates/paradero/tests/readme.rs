//! The README's session and CONTRIBUTING's list of commands: what they show is what the program prints.

mod program;

use program::Folder;
use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The fenced block after `marker`.
fn block(document: &str, marker: &str) -> String {
    let text = fs::read_to_string(root().join(document)).expect(document);
    let after = text.split(marker).nth(1).unwrap_or_else(|| panic!("{document} lacks {marker}"));
    let fenced = after.split("```").nth(1).expect("a fenced block");
    fenced.split_once('\n').map_or("", |(_, rest)| rest).trim_end().to_owned()
}

#[test]
fn the_readmes_first_command_prints_what_the_readme_shows() {
    let folder = Folder::new();
    let mut arguments = vec!["open".to_owned()];
    let mut sources: Vec<_> =
        glob::glob(&root().join("cases/*/1-source.*").display().to_string()).expect("pattern").flatten().collect();
    sources.sort();
    arguments.extend(sources.iter().map(|path| path.display().to_string()));
    arguments.push("--no-serve".to_owned());
    let out = folder.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).well();
    let shown = block("README.md", "<!-- printed by: open -->");
    for line in shown.lines().filter(|line| !line.starts_with('$') && line.trim() != "…" && !line.trim().is_empty()) {
        assert!(
            out.lines().any(|printed| printed.trim_end() == line.trim_end()),
            "README shows a line that is not printed:\n{line}\n\nprinted:\n{out}"
        );
    }
}

#[test]
fn contributing_lists_the_commands_as_help_does() {
    let help = Folder::new().run(&["--help"]).well();
    assert_eq!(
        block("CONTRIBUTING.md", "<!-- printed by: --help -->"),
        help.trim_end(),
        "copy the output of `paradero --help` into CONTRIBUTING.md"
    );
}

#[test]
fn the_readmes_tree_is_drawn_as_the_readme_shows() {
    let shown = block("README.md", "<!-- printed by: read --show analysis -->");
    let sentence = shown.lines().next().and_then(|line| line.strip_prefix("1. ")).expect("the sentence");
    let folder = Folder::new();
    folder.write("report.txt", format!("{sentence}\n"));
    let out = folder.run(&["read", "report.txt", "--show", "analysis"]).well();
    assert!(out.contains(&shown), "copy the tree into README.md:\n{out}");
}
