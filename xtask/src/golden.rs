//! Rewrites the files that tests compare with, by running those tests with `UPDATE_GOLDEN` (cases) and `UPDATE_SPECS` (specs) set.

use crate::root;
use std::process::Command;

/// Rewrites them all; whether the runs succeeded.
pub fn rewrite() -> bool {
    [("paradero", "cases", "UPDATE_GOLDEN"), ("paradero-draft", "spec", "UPDATE_SPECS")].into_iter().all(
        |(package, test, variable)| {
            println!("golden: {package} --test {test}");
            Command::new("cargo")
                .args(["test", "--quiet", "--package", package, "--test", test])
                .env(variable, "1")
                .current_dir(root())
                .status()
                .is_ok_and(|status| status.success())
        },
    )
}
