//! What analysis finds in a text, for people: each sentence's tree with its words down the page, what stands in it below, and at the
//! end what the labels mean.

use super::{AGAINST, DOUBT, HEADING, LABEL, QUIET, Showing, arcs::arcs, clean, paint};
use crate::words::say;
use paradero_lang::{Analysis, MentionForm, NameKind, Part, Sentence};
use paradero_model::{Lang, Span, Text};
use std::{collections::BTreeSet, fmt::Write as _};

/// The widest a word or lemma is shown, in characters; more is cut.
const WIDEST: usize = 28;

/// Labels of relations and parts of speech that were shown, to be explained by [`Labels::meaning`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    relations: BTreeSet<String>,
    parts: BTreeSet<String>,
    joined: bool,
}

impl Labels {
    /// What each label means, a line each; empty where none was shown.
    #[must_use]
    pub fn meaning(&self, lang: Lang) -> String {
        let mut out = String::new();
        for (heading, labels) in [("labels_relations", &self.relations), ("labels_parts", &self.parts)] {
            if labels.is_empty() {
                continue;
            }
            let widest = labels.iter().map(String::len).max().unwrap_or(0);
            let _ = writeln!(out, "{}", paint(HEADING, &say(lang, heading, &[])));
            for label in labels {
                let _ = writeln!(out, "  {}  {}", paint(LABEL, &format!("{label:<widest$}")), meaning(label, lang));
            }
            out.push('\n');
        }
        if self.joined {
            let _ = writeln!(out, "{}", say(lang, "labels_joined", &[]));
        }
        out
    }
}

/// What a label means: of a relation with a subtype, the meaning of both parts where the table has no sentence for the whole.
fn meaning(label: &str, lang: Lang) -> String {
    let known = |label: &str| {
        let key = format!("label.{label}");
        Some(say(lang, &key, &[])).filter(|said| *said != key)
    };
    let parts = || {
        let (universal, subtype) = label.split_once(':')?;
        Some(format!("{} ({})", known(universal)?, known(&format!(":{subtype}")).unwrap_or_else(|| subtype.to_owned())))
    };
    known(label).or_else(parts).unwrap_or_default()
}

/// The analysis of a text for a terminal of `width` columns. `showing` withholds what is protected; the labels shown are added to
/// `labels`.
#[must_use]
pub fn analysis(text: &Text, found: &Analysis, showing: &Showing, lang: Lang, width: usize, labels: &mut Labels) -> String {
    let view = View { body: text.body(), found, showing, lang, width };
    let mut out = String::new();
    let mut next = 0;
    for (number, paragraph) in found.paragraphs.iter().enumerate() {
        if paragraph.lang.is_none() {
            let place = (number + 1).to_string();
            let _ = writeln!(out, "{}\n", paint(DOUBT, &say(lang, "paragraph_unread", &[("n", &place)])));
        }
        while let Some(sentence) = found.sentences.get(next).filter(|sentence| sentence.paragraph <= number) {
            next += 1;
            view.sentence(sentence, next, &mut out, labels);
        }
    }
    out
}

struct View<'a> {
    body: &'a str,
    found: &'a Analysis,
    showing: &'a Showing,
    lang: Lang,
    width: usize,
}

/// One word as its row shows it.
struct Row {
    word: String,
    relation: String,
    part: String,
    lemma: String,
    name: String,
    root: bool,
}

impl View<'_> {
    fn words(&self, span: Span) -> String {
        self.showing.show(span.of(self.body).unwrap_or_default())
    }

    fn sentence(&self, sentence: &Sentence, number: usize, out: &mut String, labels: &mut Labels) {
        let _ = writeln!(out, "{} {}\n", paint(QUIET, &format!("{number}.")), paint(HEADING, &self.words(sentence.span)));
        let rows = self.rows(sentence);
        for (row, word) in rows.iter().zip(&self.found.words[sentence.words.clone()]) {
            labels.relations.insert(row.relation.clone());
            labels.parts.insert(row.part.clone());
            labels.joined |= word.part != Part::Whole;
        }
        self.tree(sentence, &rows, out);
        out.push('\n');
        self.below(sentence.span, out);
    }

    /// The rows of the sentence's words.
    fn rows(&self, sentence: &Sentence) -> Vec<Row> {
        let withheld = self.showing.withheld(sentence.span.of(self.body).unwrap_or_default());
        let hidden = |span: Span| {
            let (start, end) = (span.start() - sentence.span.start(), span.end() - sentence.span.start());
            withheld.iter().any(|range| range.start < end && start < range.end)
        };
        let mut rows = Vec::with_capacity(sentence.words.len());
        let first = self.found.names.partition_point(|name| name.span.end() <= sentence.span.start());
        let mut names = self.found.names[first..].iter().peekable();
        for word in &self.found.words[sentence.words.clone()] {
            while names.next_if(|name| name.span.end() <= word.span.start()).is_some() {}
            let inside = names.peek().filter(|name| name.span.start() <= word.span.start());
            let name = match inside {
                Some(name) if name.span.start() == word.span.start() => say(self.lang, kind(name.kind), &[]),
                Some(_) => "\"".to_owned(),
                None => String::new(),
            };
            let shown = |text: &str| if hidden(word.span) { self.showing.token() } else { cut(&clean(text)) };
            let marked = match word.part {
                Part::Whole => shown(word.text(self.body)),
                Part::First => format!("{}+", shown(word.text(self.body))),
                Part::Rest => format!("+{}", shown(word.text(self.body))),
            };
            rows.push(Row {
                word: marked,
                relation: word.relation.to_string(),
                part: word.pos.to_string(),
                lemma: shown(&word.lemma),
                name,
                root: word.head.is_none(),
            });
        }
        rows
    }

    /// The tree: arcs, word, relation, part of speech, lemma, name; on a narrow terminal with narrower arcs and fewer columns.
    fn tree(&self, sentence: &Sentence, rows: &[Row], out: &mut String) {
        let heads: Vec<Option<usize>> = self.found.words[sentence.words.clone()]
            .iter()
            .map(|word| word.head.and_then(|head| head.checked_sub(sentence.words.start)))
            .collect();
        let widest = |of: fn(&Row) -> &String| rows.iter().map(|row| of(row).chars().count()).max().unwrap_or(0);
        let columns = [
            widest(|row| &row.word),
            widest(|row| &row.relation),
            widest(|row| &row.part),
            widest(|row| &row.lemma),
            widest(|row| &row.name),
        ];
        let wide = arcs(&heads, true);
        let taken = |drawn: &[String], shown: usize| {
            drawn.first().map_or(0, |line| line.chars().count())
                + columns[..shown].iter().filter(|width| **width > 0).map(|width| width + 2).sum::<usize>()
        };
        let (drawn, shown) = if taken(&wide, 5) <= self.width {
            (wide, 5)
        } else {
            let narrow = arcs(&heads, false);
            let shown = (2..=5).rev().find(|shown| taken(&narrow, *shown) <= self.width).unwrap_or(2);
            (narrow, shown)
        };
        for (line, row) in drawn.iter().zip(rows) {
            let values = [&row.word, &row.relation, &row.part, &row.lemma, &row.name];
            let mut printed = paint(QUIET, line);
            let mut gap = 1;
            for (at, value) in values.iter().enumerate().take(shown) {
                if columns[at] == 0 {
                    continue;
                }
                if !value.is_empty() {
                    let style = match at {
                        0 if row.root => HEADING,
                        0 => anstyle::Style::new(),
                        1 => LABEL,
                        4 => AGAINST,
                        _ => QUIET,
                    };
                    let _ = write!(printed, "{}{}", " ".repeat(gap), paint(style, value));
                    gap = 0;
                }
                gap += columns[at] + 2 - value.chars().count();
            }
            let _ = writeln!(out, "{printed}");
        }
    }

    /// Names, dates, numbers, quotations and chains of the sentence, a line each where there are any.
    fn below(&self, sentence: Span, out: &mut String) {
        let found = self.found;
        let inside = |span: Span| sentence.start() <= span.start() && span.start() < sentence.end();
        let before = out.len();
        let mut line = |key: &str, values: Vec<String>| {
            if !values.is_empty() {
                let _ = writeln!(out, "   {} {}", paint(LABEL, &say(self.lang, key, &[])), values.join("; "));
            }
        };
        let names = found.names.iter().filter(|name| inside(name.span));
        line(
            "found_names",
            names.map(|name| format!("{} ({})", self.words(name.span), say(self.lang, kind(name.kind), &[]))).collect(),
        );
        let dates = found.dates.iter().filter(|date| inside(date.span));
        line("found_dates", dates.map(|date| format!("{} = {}", self.words(date.span), date.edtf)).collect());
        let numbers = found.numbers.iter().filter(|number| inside(number.span));
        line(
            "found_numbers",
            numbers
                .map(|number| match number.of {
                    Some(of) => format!("{}: {}", self.words(number.span), self.words(of)),
                    None => self.words(number.span),
                })
                .collect(),
        );
        let quotations = found.quotations.iter().filter(|quotation| inside(quotation.span));
        line(
            "found_quotations",
            quotations
                .map(|quotation| {
                    let said = short(&self.words(quotation.span));
                    quotation.speaker.map_or_else(|| said.clone(), |speaker| format!("{said} ({})", self.words(speaker)))
                })
                .collect(),
        );
        let mut chains = Vec::new();
        for chain in found.chains.iter().filter(|chain| chain.mentions.len() > 1) {
            let named = chain.name.unwrap_or(chain.mentions[0].span);
            for mention in chain.mentions.iter().filter(|mention| inside(mention.span) && mention.span != named) {
                let unspoken = if mention.form == MentionForm::Empty { "∅ " } else { "" };
                let (said, who) = (short(&self.words(mention.span)), short(&self.words(named)));
                if said != who || !unspoken.is_empty() {
                    chains.push((mention.span, format!("{unspoken}{said} = {who}")));
                }
            }
        }
        chains.sort();
        line("found_chains", chains.into_iter().map(|(_, told)| told).collect());
        if out.len() > before {
            out.push('\n');
        }
    }
}

/// Key of the word for a kind of name.
fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "kind.person",
        NameKind::Organisation => "kind.organisation",
        NameKind::Place => "kind.place",
        NameKind::Other => "kind.other",
    }
}

/// No wider than a column.
fn cut(text: &str) -> String {
    if text.chars().count() <= WIDEST { text.to_owned() } else { text.chars().take(WIDEST - 1).chain(['…']).collect() }
}

/// The first and last words of something long.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= 10 {
        text.to_owned()
    } else {
        format!("{} … {}", words[..5].join(" "), words[words.len() - 3..].join(" "))
    }
}
