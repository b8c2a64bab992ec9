//! CoNLL-U, the exchange format of Universal Dependencies (<https://universaldependencies.org/format.html>): written, and read.
//!
//! [`write`] prints a [`Reading`]; [`read`] takes annotated sentences with the text they stand in made anew from `SpaceAfter=No`.

use crate::{NameTag, Part, Pos, Reading, Relation, Sentence, Universal, Word};
use paradero_model::Span;
use std::{borrow::Cow, fmt::Write as _};

/// Prints `reading` of `text` as CoNLL-U: `# newpar` after an empty line, `# text`, multiword tokens, `SpaceAfter=No`; a name's tag as
/// `Name=B-PER` in the last column.
#[must_use]
pub fn write(text: &str, reading: &Reading) -> String {
    let mut out = String::new();
    let mut before = 0;
    for (number, sentence) in reading.sentences.iter().enumerate() {
        let gap = text.get(before..sentence.span.start()).unwrap_or_default();
        if number == 0 || gap.bytes().filter(|byte| *byte == b'\n').count() > 1 {
            out.push_str("# newpar\n");
        }
        before = sentence.span.end();
        let shown = text[sentence.span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "# sent_id = {}\n# text = {shown}", number + 1);
        let words = &reading.words[sentence.words.clone()];
        for (at, word) in words.iter().enumerate() {
            let rest = words[at + 1..].iter().take_while(|next| next.part == Part::Rest).count();
            let last = &words[if word.part == Part::First { at + rest } else { at }];
            let glued = at + 1 + (if word.part == Part::First { rest } else { 0 }) < words.len()
                && text[last.span.end()..].chars().next().is_some_and(|next| !next.is_whitespace());
            let mut misc = String::new();
            if word.part == Part::First {
                let token = &text[word.span.start()..last.span.end()];
                let _ = writeln!(
                    out,
                    "{}-{}\t{token}\t_\t_\t_\t_\t_\t_\t_\t{}",
                    at + 1,
                    at + 1 + rest,
                    if glued { "SpaceAfter=No" } else { "_" }
                );
            } else if word.part == Part::Whole && glued {
                misc.push_str("SpaceAfter=No");
            }
            if word.name != NameTag::Outside {
                let _ = write!(misc, "{}Name={}", if misc.is_empty() { "" } else { "|" }, word.name);
            }
            let or_blank = |value: &str| if value.is_empty() { "_".to_string() } else { value.to_string() };
            let form: String = word.form(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let head = word.head.map_or(0, |head| head - sentence.words.start + 1);
            let _ = writeln!(
                out,
                "{}\t{}\t{}\t{}\t_\t{}\t{head}\t{}\t_\t{}",
                at + 1,
                or_blank(&form),
                or_blank(&word.lemma),
                word.pos,
                or_blank(&word.features),
                word.relation,
                or_blank(&misc)
            );
        }
        out.push('\n');
    }
    out
}

/// A sentence as a treebank has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotated {
    /// The text of all its tokens, with the spaces the treebank says.
    pub text: String,
    /// The sentence's words over [`Annotated::text`], one sentence.
    pub reading: Reading,
    /// Whether a paragraph or document begins with it.
    pub opens_paragraph: bool,
    /// The last column of each word.
    pub misc: Vec<String>,
    /// The comment lines before it, without "# ".
    pub comments: Vec<String>,
}

/// Reads the sentences of a treebank file. Empty nodes ("8.1") are left out, as are lines of fewer than ten columns.
#[must_use]
pub fn read(file: &str) -> Vec<Annotated> {
    let mut sentences = Vec::new();
    let mut comments = Vec::new();
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in file.lines().chain(std::iter::once("")) {
        if let Some(comment) = line.strip_prefix('#') {
            comments.push(comment.trim_start().to_string());
        } else if line.trim().is_empty() {
            if !rows.is_empty() {
                sentences.push(annotated(&rows, std::mem::take(&mut comments)));
                rows.clear();
            }
        } else {
            let columns: Vec<&str> = line.split('\t').collect();
            if columns.len() >= 10 && !columns[0].contains('.') {
                rows.push(columns);
            }
        }
    }
    sentences
}

/// One sentence from its rows.
fn annotated(rows: &[Vec<&str>], comments: Vec<String>) -> Annotated {
    let mut found = Annotated {
        opens_paragraph: comments.iter().any(|line| line.starts_with("newpar") || line.starts_with("newdoc")),
        comments,
        ..Annotated::default()
    };
    let mut token: Option<(usize, &str, bool)> = None;
    let mut rest: Span = Span::new(0, 0);
    for row in rows {
        let spaced = !row[9].split('|').any(|one| one == "SpaceAfter=No");
        if let Some((first, last)) = row[0].split_once('-') {
            let (Ok(_), Ok(last)) = (first.parse::<usize>(), last.parse::<usize>()) else { continue };
            token = Some((last, row[1], spaced));
            let start = found.text.len();
            found.text.push_str(row[1]);
            rest = Span::new(start, found.text.len());
            continue;
        }
        let Ok(number) = row[0].parse::<usize>() else { continue };
        let (span, form, part);
        if let Some((last, written, space)) = token {
            let whole = rest.end() - rest.start() == written.len()
                && found.reading.words.last().is_none_or(|word: &Word| word.span.end() <= rest.start());
            span = if number == last { rest } else { share(&found.text, rest, row[1]) };
            rest = Span::new(span.end(), rest.end());
            form = (found.text[span.range()] != *row[1]).then(|| row[1].into());
            part = if whole { Part::First } else { Part::Rest };
            if number == last {
                token = None;
                if space {
                    found.text.push(' ');
                }
            }
        } else {
            let start = found.text.len();
            found.text.push_str(row[1]);
            span = Span::new(start, found.text.len());
            (form, part) = (None, Part::Whole);
            if spaced {
                found.text.push(' ');
            }
        }
        found.reading.words.push(Word {
            span,
            form,
            part,
            pos: Pos::of(row[3]).unwrap_or(Pos::X),
            features: if row[5] == "_" { Cow::Borrowed("") } else { Cow::Owned(row[5].to_string()) },
            lemma: if row[2] == "_" && row[1] != "_" { "".into() } else { row[2].into() },
            head: row[6].parse::<usize>().ok().and_then(|head| head.checked_sub(1)),
            relation: Relation::of(row[7]).unwrap_or(Relation { universal: Universal::Dep, subtype: "" }),
            name: row[9].split('|').find_map(|one| NameTag::of(one.strip_prefix("Name=")?)).unwrap_or(NameTag::Outside),
        });
        found.misc.push(row[9].to_string());
    }
    let end = found.text.trim_end().len();
    found.text.truncate(end);
    if !found.reading.words.is_empty() {
        found.reading.sentences.push(Sentence { span: Span::new(0, end), words: 0..found.reading.words.len(), cut: false });
    }
    found
}

/// How much of the letters of `rest` belongs to the word `form` that opens it: the letters they begin with in common, at least one
/// where there is one, never all of several.
fn share(text: &str, rest: Span, form: &str) -> Span {
    let letters = &text[rest.range()];
    let common: usize = letters
        .chars()
        .zip(form.chars())
        .take_while(|(a, b)| a.to_lowercase().eq(b.to_lowercase()))
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let last = letters.char_indices().last().map_or(0, |(at, _)| at);
    let first = letters.chars().next().map_or(0, char::len_utf8);
    Span::new(rest.start(), rest.start() + common.max(first).min(last.max(first)).min(letters.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# newpar\n# text = Fue a verlo del puerto.\n1\tFue\tir\tVERB\t_\tNumber=Sing|Person=3\t0\troot\t_\t_\n2\ta\ta\tADP\t_\t_\t3\tmark\t_\t_\n3-4\tverlo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tver\tver\tVERB\t_\t_\t1\tadvcl\t_\t_\n4\tlo\tél\tPRON\t_\t_\t3\tobj\t_\t_\n5-6\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n5\tde\tde\tADP\t_\t_\t7\tcase\t_\t_\n6\tel\tel\tDET\t_\t_\t7\tdet\t_\t_\n7\tpuerto\tpuerto\tNOUN\t_\t_\t1\tobl:arg\t_\tSpaceAfter=No\n8\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n";

    #[test]
    fn words_of_one_token_share_its_letters() {
        let read = read(FILE);
        let one = &read[0];
        assert_eq!(one.text, "Fue a verlo del puerto.");
        let shown: Vec<(&str, &str)> =
            one.reading.words.iter().map(|word| (&one.text[word.span.range()], word.form(&one.text))).collect();
        assert_eq!(shown[2..6], [("ver", "ver"), ("lo", "lo"), ("de", "de"), ("l", "el")]);
        assert_eq!(one.reading.words[3].head, Some(2));
        assert_eq!(one.reading.words[0].feature("Person"), Some("3"));
        assert_eq!(one.reading.words[0].feature("Pers"), None);
        assert!(one.opens_paragraph);
    }

    #[test]
    fn what_is_written_reads_as_it_was() {
        let one = &read(FILE)[0];
        let again = write(&one.text, &one.reading);
        assert_eq!(read(&again)[0].reading, one.reading, "{again}");
    }
}
