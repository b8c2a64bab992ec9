//! `cargo xtask test`: installs what the tests need, runs all of them, and ends with one closing line over all test programs.

use crate::{report, root, score, tidy};
use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

/// Runs everything; whether all of it passed.
pub fn run() -> bool {
    let begun = Instant::now();
    if !browser() {
        return false;
    }
    let mut well = cargo(&["fmt", "--all", "--", "--check"], "formatting: run `cargo fmt --all`");
    // Tests may touch the disk and the clock; libraries and the program are held to clippy.toml.
    well &= cargo(&["clippy", "--quiet", "--workspace", "--lib", "--bins", "--", "-D", "warnings"], "clippy");
    let lenient = ["-D", "warnings", "-A", "clippy::disallowed_methods", "-A", "clippy::disallowed_macros"];
    well &= cargo(&[&["clippy", "--quiet", "--workspace", "--all-targets", "--"], &lenient[..]].concat(), "clippy of the tests");
    well &= report(&tidy::faults(&root()));
    well &= score::run(false);
    let Some(counts) = tests() else { return false };
    let verdict = if well && counts.failed == 0 && counts.finished { "ok" } else { "FAILED" };
    if !well {
        println!("\nSomething before the tests failed: see above.");
    }
    println!(
        "\ntest result: {verdict}. {} passed; {} failed; {} ignored; 0 measured; 0 filtered out; finished in {:.2}s",
        counts.passed,
        counts.failed,
        counts.ignored,
        begun.elapsed().as_secs_f64()
    );
    verdict == "ok"
}

/// Sees to it that a browser is there for the page's tests, installing Debian's where it can.
fn browser() -> bool {
    if Path::new("/usr/bin/chromium").exists() {
        return true;
    }
    println!("installing chromium for the tests of the page");
    let install = "apt-get install -y --no-install-recommends chromium || (apt-get update && apt-get install -y --no-install-recommends chromium)";
    let as_root = format!("if [ \"$(id -u)\" = 0 ]; then {install}; else sudo sh -c '{install}'; fi");
    let installed =
        Command::new("sh").args(["-c", &as_root]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()).status();
    if installed.is_ok_and(|status| status.success()) && Path::new("/usr/bin/chromium").exists() {
        return true;
    }
    eprintln!(
        "chromium could not be installed: install Debian's package `chromium` (so that /usr/bin/chromium is there) and run this again"
    );
    false
}

fn cargo(arguments: &[&str], what: &str) -> bool {
    println!("{what}");
    let well = Command::new("cargo").args(arguments).current_dir(root()).status().is_ok_and(|status| status.success());
    if !well {
        eprintln!("{what}: failed");
    }
    well
}

/// What the test programs said in their closing lines.
struct Counts {
    passed: u64,
    failed: u64,
    ignored: u64,
    finished: bool,
}

/// Runs `cargo test` over the workspace, passing its output on and adding up the closing lines.
fn tests() -> Option<Counts> {
    let mut child = Command::new("cargo")
        .args(["test", "--workspace", "--no-fail-fast"])
        .current_dir(root())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| eprintln!("cargo could not be started: {cause}"))
        .ok()?;
    let mut counts = Counts { passed: 0, failed: 0, ignored: 0, finished: false };
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            match closing(&line) {
                Some([passed, failed, ignored]) => {
                    counts.passed += passed;
                    counts.failed += failed;
                    counts.ignored += ignored;
                    println!("{line}");
                }
                // A passing test needs no line of its own among hundreds.
                None if line.ends_with(" ... ok") || line.trim().is_empty() => {}
                None => println!("{line}"),
            }
        }
    }
    counts.finished = child.wait().is_ok_and(|status| status.success());
    Some(counts)
}

/// The numbers of a closing line: passed, failed, ignored.
fn closing(line: &str) -> Option<[u64; 3]> {
    let rest = line.strip_prefix("test result: ")?;
    let number = |word: &str| rest.split([';', '.']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    Some([number("passed")?, number("failed")?, number("ignored")?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_line_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.52s";
        assert_eq!(closing(line), Some([12, 3, 1]));
        assert_eq!(closing("running 3 tests"), None);
    }
}
