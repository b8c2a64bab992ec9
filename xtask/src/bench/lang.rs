//! `cargo xtask bench lang`: the whole of `analyse` over prose, one core.
//!
//! The prose is the raw text of the treebanks' dev parts, cut at paragraphs into texts of a report's length; without `../shared`, the
//! reports of `cases/`. Words are those that the engine reads, words of multiword tokens and punctuation marks each one. Speed is by
//! processor time (the wall's clock is printed too), so that a busy machine shows what a quiet one would, nearly.

use super::process::{Watch, memory};
use crate::{
    measure::{engine, raw},
    root,
};
use paradero_lang::analyse;
use paradero_model::{Lang, Text};
use std::fs;

/// How long a text is, at least, unless it ends: a report.
const LENGTH: usize = 3_000;
/// Words that are read to time a language.
const WORDS: usize = 200_000;

/// Prints the figures; `stream` is how many words to read in all. False where there is nothing to read.
pub fn run(stream: Option<usize>) -> bool {
    let (english, spanish) = (prose(Lang::En), prose(Lang::Es));
    if english.is_empty() || spanish.is_empty() {
        eprintln!("bench: there is no prose to read");
        return false;
    }
    let before = memory();
    println!("before loading: {:.0} MB resident", before.now);
    for (name, texts) in [("English", &english), ("Spanish", &spanish)] {
        let short = engine::text(&texts[0].body().chars().take(60).collect::<String>(), texts[0].about.lang.unwrap_or(Lang::En));
        let read = || {
            let watch = Watch::start();
            drop(analyse(&short));
            1000.0 * watch.wall()
        };
        let (first, again) = (read(), read());
        println!("{name}: loaded in {:.0} ms, then a line is read in {again:.2} ms", (first - again).max(0.0));
    }
    println!("both languages loaded: {:.0} MB resident, {:.0} MB at most", memory().now, memory().most);
    match stream {
        None => {
            for (name, texts) in [("English", &english), ("Spanish", &spanish)] {
                let (speed, from) = timed(texts, WORDS);
                println!("{name}: {speed:.0} words a second ({from})");
            }
            println!("after reading: {:.0} MB resident, {:.0} MB at most", memory().now, memory().most);
            true
        }
        Some(words) => flow(&[english, spanish].concat(), words),
    }
}

/// Words of a language read in a second of processor time; `None` where there is no prose.
pub fn speed(lang: Lang) -> Option<f64> {
    let texts = prose(lang);
    drop(analyse(texts.first()?));
    Some(timed(&texts, WORDS).0)
}

/// Reads texts round and round until so many words were read; the speed, and what it was reckoned from.
fn timed(texts: &[Text], least: usize) -> (f64, String) {
    let watch = Watch::start();
    let mut words = 0;
    for text in texts.iter().cycle() {
        words += analyse(text).words.len();
        if words >= least {
            break;
        }
    }
    let (taken, wall) = (watch.processor(), watch.wall());
    (words as f64 / taken, format!("{words} words in {taken:.2} s of processor time; {wall:.2} s by the wall's clock"))
}

/// Reads so many words and prints the memory at every tenth; false where it grew after the first.
fn flow(texts: &[Text], all: usize) -> bool {
    let watch = Watch::start();
    let (mut words, mut tenths) = (0, Vec::new());
    for text in texts.iter().cycle() {
        words += analyse(text).words.len();
        if words >= all * (tenths.len() + 1) / 10 {
            tenths.push(memory().now);
            println!("{words:>10} words: {:.0} MB resident, {:.0} MB at most", memory().now, memory().most);
        }
        if words >= all {
            break;
        }
    }
    println!("{:.0} words a second of processor time", words as f64 / watch.processor());
    // A tenth and a few pages are the allocator's.
    let flat = tenths.first().zip(tenths.last()).is_none_or(|(first, last)| *last <= first * 1.1 + 4.0);
    println!("{}", if flat { "flat" } else { "NOT flat: memory grew with the words" });
    flat
}

/// Texts of a report's length in a language.
fn prose(lang: Lang) -> Vec<Text> {
    let folder = root().join("../shared/lang/ud");
    let treebanks: &[&str] = if lang == Lang::En { &["en_ewt-dev", "en_gum-dev"] } else { &["es_ancora-dev", "es_gsd-dev"] };
    let read = |name: &&str| fs::read_to_string(folder.join(format!("{name}.conllu"))).ok();
    let raw: Vec<String> = treebanks.iter().filter_map(read).map(|file| raw::text(&file)).collect();
    let raw = if raw.is_empty() { cases(lang) } else { raw };
    raw.iter().flat_map(|raw| cut(raw)).map(|one| engine::text(&one, lang)).collect()
}

/// The texts of the project's own cases in a language, as they were read from their sources.
fn cases(lang: Lang) -> Vec<String> {
    let folders = fs::read_dir(root().join("cases")).into_iter().flatten().flatten();
    let mut paths: Vec<_> = folders.map(|folder| folder.path().join("2-text.txt")).collect();
    paths.sort();
    let files = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect::<Vec<_>>();
    let texts = files.iter().flat_map(|file| file.split("\n=== ")).filter_map(|text| text.split_once("\n---\n"));
    let said = format!("lang: {}", lang.code());
    texts.filter(|(head, _)| head.lines().any(|line| line == said)).map(|(_, body)| body.to_owned()).collect()
}

/// Cuts at paragraphs, and long paragraphs at sentences' ends, into pieces of a report's length.
fn cut(raw: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for paragraph in raw.split("\n\n") {
        for sentence in paragraph.split_inclusive(". ") {
            piece.push_str(sentence);
            if piece.len() >= LENGTH {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        if !piece.is_empty() {
            piece.push_str("\n\n");
        }
    }
    if !piece.trim().is_empty() {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_treebanks_there_is_prose_in_both_languages() {
        assert!(!cases(Lang::En).is_empty() && !cases(Lang::Es).is_empty());
        assert!(cases(Lang::Es).concat().contains(" que "));
    }

    #[test]
    fn nothing_is_lost_where_prose_is_cut() {
        let raw = format!("{}\n\n{}", "Ana salió. ".repeat(600), "Llovía mucho. ".repeat(10));
        let pieces = cut(&raw);
        assert_eq!(pieces.len(), 3);
        assert!(pieces[..2].iter().all(|piece| piece.len() >= LENGTH && piece.len() < LENGTH + 20));
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(letters(&pieces.concat()), letters(&raw));
    }
}
