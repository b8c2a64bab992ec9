//! `cargo xtask score`: drafts the gold sets with the program and lets their own scorer compare.
//!
//! The sets are no part of the project (they hold real reports): where `../shared/gold` is absent this says so and passes.

use crate::root;
use std::{fs, path::Path, process::Command};

const SETS: [&str; 3] = ["brief", "real", "written"];

/// Scores the three sets; false where a draft has a false anchor or something could not be run.
pub fn run(misses: bool) -> bool {
    let gold = root().join("../shared/gold");
    if !gold.join("score.py").exists() {
        println!("score: skipped, because ../shared/gold is not here");
        return true;
    }
    let Some(program) = built() else { return false };
    SETS.iter().all(|set| one(&gold, set, &program, misses))
}

/// Builds the program without optimisation (the tests need it anyway) and gives its path.
fn built() -> Option<std::path::PathBuf> {
    let output = Command::new("cargo")
        .args(["build", "--quiet", "--package", "paradero", "--message-format", "json-render-diagnostics"])
        .current_dir(root())
        .stderr(std::process::Stdio::inherit())
        .output()
        .ok()?;
    let found = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|message| message["executable"].as_str().map(Into::into))
        .next_back();
    if found.is_none() {
        eprintln!("score: the program could not be built");
    }
    found
}

fn one(gold: &Path, set: &str, program: &Path, misses: bool) -> bool {
    let reports = gold.join(format!("{set}.reports.jsonl"));
    let drafted = Command::new(program).arg("read").arg(&reports).args(["--format", "jsonl", "--lang", "en"]).output();
    let drafts = match drafted {
        Ok(output) if output.status.success() => output.stdout,
        Ok(output) => {
            eprintln!("score: reading {set} failed: {}", String::from_utf8_lossy(&output.stderr));
            return false;
        }
        Err(cause) => {
            eprintln!("score: the program could not be run: {cause}");
            return false;
        }
    };
    let file = root().join(format!("target/score-{set}.jsonl"));
    if let Err(cause) = fs::create_dir_all(root().join("target")).and_then(|()| fs::write(&file, drafts)) {
        eprintln!("score: {} could not be written: {cause}", file.display());
        return false;
    }
    let mut scorer = Command::new("python3");
    scorer.arg(gold.join("score.py"));
    if misses {
        scorer.arg("--misses");
    }
    let scored = scorer.arg(&reports).arg(gold.join(format!("{set}.gold.jsonl"))).arg(&file).output();
    let Ok(scored) = scored else {
        println!("score: skipped, because python3 is not here");
        return true;
    };
    let table = String::from_utf8_lossy(&scored.stdout);
    println!("score: {set}\n{table}");
    let anchored = table.contains("false anchors: 0 ");
    if !anchored {
        eprintln!(
            "score: {set} has drafts whose words do not stand where they say (or the scorer failed: {})",
            String::from_utf8_lossy(&scored.stderr)
        );
    }
    scored.status.success() && anchored
}
