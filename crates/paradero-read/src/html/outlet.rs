//! The name of the outlet where no tag says it: in the page's title, in the link to the first page, in the notice of rights.

use super::blocks::Blocks;
use super::furniture;
use super::headline::{bare, same};

/// Between the parts of a `<title>`.
pub(crate) const DASHES: &[&str] = &[" - ", " | ", " – ", " — ", " · ", " :: ", " » ", " « ", " • "];

/// Most words of an outlet's name.
const WORDS: usize = 6;

/// The part of the title that is not the headline: one that the header prints too, else the last.
pub(crate) fn of_title(title: &str, headline: Option<&str>, logos: &[String]) -> Option<String> {
    let headline = headline.map(bare);
    let covers = |words: &str| {
        headline.as_ref().is_none_or(|headline| bare(words).contains(headline.as_str()) || headline.contains(&bare(words)))
    };
    let mut found: Vec<(bool, bool, &str)> = Vec::new();
    for dash in DASHES {
        let parts: Vec<&str> = title.split(dash).map(str::trim).collect();
        if parts.len() < 2 || !parts.iter().any(|part| covers(part)) {
            continue;
        }
        let last = parts.len() - 1;
        let names = parts.iter().enumerate().filter(|(_, part)| !part.is_empty() && part.split_whitespace().count() <= WORDS);
        for (at, part) in names.filter(|(_, part)| headline.as_ref().is_none_or(|headline| !headline.contains(&bare(part)))) {
            found.push((!logos.iter().any(|logo| same(logo, part)), at != last, part));
        }
    }
    found.sort_by_key(|(logo, last, _)| (*logo, *last));
    found.first().map(|(_, _, part)| (*part).to_owned())
}

/// What the link to the first page is called.
pub(crate) fn of_logos(logos: &[String]) -> Option<String> {
    logos.iter().find(|logo| logo.split_whitespace().count() <= WORDS && !is_home(logo)).cloned()
}

/// Who holds the rights.
pub(crate) fn of_rights(blocks: &Blocks) -> Option<String> {
    blocks.all.iter().rev().filter(|block| furniture::is_notice(block)).find_map(|block| holder(&block.words))
}

/// Whether the words of a link to the first page only say so.
fn is_home(words: &str) -> bool {
    let words = furniture::fold(words, 40);
    let homes =
        ["inicio", "home", "portada", "principal", "pagina principal", "home page", "homepage", "back", "volver", "front page"];
    homes.contains(&words.trim())
}

/// Who holds the rights, by a notice: "© 2025 Name. All rights reserved", "Name © 2025".
fn holder(words: &str) -> Option<String> {
    let (before, after) = words.split_once('©')?;
    let clean = |part: &str| -> Option<String> {
        let lead = |c: char| c.is_numeric() || c.is_whitespace() || "-–—,.".contains(c);
        let part = part.trim().trim_start_matches("Copyright").trim_start_matches(lead);
        let end = part.find([',', '|', '·', '•', '–', '—']).unwrap_or(part.len());
        let end = part[..end].find(". ").unwrap_or(end);
        let name = part[..end].trim().trim_end_matches('.');
        let legal = [" LLC", " Inc", " S.A", " S.L", " C.A", " Ltd", " S.A.S"];
        let name = legal.iter().fold(name, |name, legal| name.strip_suffix(legal).unwrap_or(name)).trim();
        let plausible = (1..=WORDS).contains(&name.split_whitespace().count()) && name.chars().any(char::is_alphabetic);
        plausible.then(|| name.to_owned())
    };
    let rights = |name: &String| ["todos los", "all rights"].iter().any(|start| furniture::fold(name, 40).starts_with(start));
    clean(before).or_else(|| clean(after)).filter(|name| !rights(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_is_told_from_the_title_and_from_the_notice_of_rights() {
        let logos = ["El Clarín del Valle".to_owned()];
        let title = "Buscan a un taxista - El Clarín del Valle - Noticias de Morelos";
        assert_eq!(of_title(title, Some("Buscan a un taxista"), &logos).as_deref(), Some("El Clarín del Valle"));
        assert_eq!(of_title("Review: A long day – The Weekly", Some("A long day"), &[]).as_deref(), Some("The Weekly"));
        assert_eq!(of_title("A long day - part two", Some("A long day - part two"), &[]), None);
        assert_eq!(
            holder("Copyright © 1998-2024 El Diagonal S.A. Todos los derechos reservados.").as_deref(),
            Some("El Diagonal")
        );
        assert_eq!(holder("La Opinión Fronteriza © 2013. Todo es libre.").as_deref(), Some("La Opinión Fronteriza"));
        assert_eq!(holder("© 2024. Todos los derechos reservados."), None);
    }
}
