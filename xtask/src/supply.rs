//! `cargo xtask supply`: what the lock file lets in.
//!
//! No version younger than 14 days (a poisoned release is usually found within days), counted from the publication time in the
//! local copy of the registry's index; only licences of the list in `deny.toml`, which `cargo deny check` reads too. The index is
//! there after any build with the network; where it is absent, the age of a version "cannot be told" and the check says so.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{SystemTime, UNIX_EPOCH},
};

const COOL_DAYS: i64 = 14;

/// Checks ages and licences; whether nothing is to be mended.
pub fn check(root: &Path) -> bool {
    let mut faults = licences(root);
    let today = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64 / 86_400);
    let index = index_folder();
    let (mut told, mut untold) = (0, 0);
    for (name, version) in locked(root) {
        match index.as_ref().and_then(|index| published(index, &name, &version)) {
            Some(day) if today - day < COOL_DAYS => {
                faults.push(format!("{name} {version} is only {} days old: pin an older one", today - day))
            }
            Some(_) => told += 1,
            None => untold += 1,
        }
    }
    println!("supply: {told} versions are older than {COOL_DAYS} days; of {untold} it cannot be told");
    for fault in &faults {
        eprintln!("supply: {fault}");
    }
    faults.is_empty()
}

/// Name and version of every crate of the lock file that comes from a registry.
fn locked(root: &Path) -> Vec<(String, String)> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap_or_default();
    let table: toml::Table = lock.parse().unwrap_or_default();
    let packages = table.get("package").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let text = |package: &toml::Value, key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    packages
        .iter()
        .filter(|package| package.get("source").is_some())
        .filter_map(|package| Some((text(package, "name")?, text(package, "version")?)))
        .collect()
}

fn index_folder() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    let folders = fs::read_dir(home.join("registry/index")).ok()?;
    folders.flatten().map(|entry| entry.path().join(".cache")).find(|path| path.is_dir())
}

/// The day a version was published, in days since 1970, as the index's cache says.
fn published(index: &Path, name: &str, version: &str) -> Option<i64> {
    let name = name.to_lowercase();
    let folder = match name.len() {
        1 | 2 => name.len().to_string(),
        3 => format!("3/{}", &name[..1]),
        _ => format!("{}/{}", name.get(..2)?, name.get(2..4)?),
    };
    let cache = fs::read(index.join(folder).join(&name)).ok()?;
    let entry = cache
        .split(|byte| *byte == 0)
        .filter_map(|part| serde_json::from_slice::<serde_json::Value>(part).ok())
        .find(|entry| entry["vers"] == version)?;
    let mut date = entry["pubtime"].as_str()?.get(..10)?.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    Some(days(year, month, day))
}

/// Days from 1970-01-01 to a day of the Gregorian calendar (Hinnant's `days_from_civil`).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Crates with a licence that `deny.toml` does not allow.
fn licences(root: &Path) -> Vec<String> {
    let deny: toml::Table = fs::read_to_string(root.join("deny.toml")).unwrap_or_default().parse().unwrap_or_default();
    let allowed: Vec<String> = deny
        .get("licenses")
        .and_then(|table| table.get("allow")?.as_array().cloned())
        .unwrap_or_default()
        .iter()
        .filter_map(|licence| licence.as_str().map(str::to_owned))
        .collect();
    let output = Command::new("cargo").args(["metadata", "--format-version", "1", "--locked"]).current_dir(root).output();
    let Some(metadata) = output.ok().and_then(|output| serde_json::from_slice::<serde_json::Value>(&output.stdout).ok()) else {
        return vec!["cargo metadata gave nothing: is the lock file up to date?".to_owned()];
    };
    let mut wrong = BTreeMap::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let licence = package["license"].as_str().unwrap_or("none named");
        if !allows(licence, &allowed) {
            wrong.insert(
                package["name"].to_string(),
                format!("{} has the licence {licence}, which deny.toml does not allow", package["name"]),
            );
        }
    }
    wrong.into_values().collect()
}

/// Whether an SPDX expression of `OR`, `AND` and brackets can be met from the list.
fn allows(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let all = |part: &str| part.split(" AND ").all(|licence| allowed.iter().any(|name| name == licence.trim()));
    // With brackets around an OR inside an AND the flat reading is stricter than the expression, never laxer, in either order.
    plain.split(" OR ").any(all)
        && (!expression.contains(") AND") || plain.split(" AND ").all(|part| part.split(" OR ").any(all)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days(1970, 1, 1), 0);
        assert_eq!(days(2000, 3, 1), 11_017);
        assert_eq!(days(2026, 11, 23), 20_780);
    }

    #[test]
    fn a_licence_must_be_met_from_the_list() {
        let list = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
        assert!(allows("MIT OR Apache-2.0", &list));
        assert!(allows("(MIT OR Apache-2.0) AND Unicode-3.0", &list));
        assert!(!allows("GPL-3.0", &list));
        assert!(!allows("MIT AND GPL-3.0", &list));
        assert!(!allows("none named", &list));
    }
}
