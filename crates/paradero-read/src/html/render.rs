//! Characters of blocks: references decoded, white space folded, every byte mapped to where it came from.

use super::article::Chosen;
use super::blocks::{Block, Blocks, Run, RunKind, Shape};
use super::entities;
use crate::mapped::Mapped;
use paradero_model::Span;

/// The chosen blocks, headline first, with an empty line between paragraphs and a line for each item and row.
pub(crate) fn render(text: &str, blocks: &Blocks, chosen: &Chosen) -> Mapped {
    let mut out = Mapped::default();
    let mut before: Option<&Block> = None;
    for block in chosen.blocks.iter().map(|at| &blocks.all[*at]) {
        let runs: Vec<Run> = blocks.runs[block.runs.clone()].iter().filter(|run| !chosen.cut[run.node]).copied().collect();
        let mut writer = Writer { text, out, gap: None, fresh: true };
        if let Some(before) = before {
            let list = matches!(block.shape, Shape::Item | Shape::Row) && before.shape == block.shape;
            let at = border(blocks, before, block);
            writer.gap = Some((if list { "\n" } else { "\n\n" }, at));
        }
        let length = writer.out.text.len();
        writer.runs(&runs);
        out = writer.out;
        if out.text.len() > length {
            before = Some(block);
        }
    }
    out
}

/// What stands between two blocks, or an empty place where they stand in another order on the page.
fn border(blocks: &Blocks, before: &Block, after: &Block) -> Span {
    let end = blocks.runs[before.runs.clone()].last().map_or(0, |run| run.span.end());
    let start = blocks.runs[after.runs.clone()].first().map_or(0, |run| run.span.start());
    if end <= start { Span::new(end, start) } else { Span::new(start, start) }
}

/// The characters of runs alone.
pub(crate) fn words(text: &str, runs: &[Run]) -> Mapped {
    let mut writer = Writer { text, out: Mapped::default(), gap: None, fresh: true };
    writer.runs(runs);
    writer.out
}

struct Writer<'a> {
    text: &'a str,
    out: Mapped,
    /// White space that is written before the next character, and what it was made from.
    gap: Option<(&'static str, Span)>,
    /// Whether nothing of this block is written yet: white space at its beginning is dropped.
    fresh: bool,
}

impl Writer<'_> {
    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run.kind {
                RunKind::Words => self.fold(run.span),
                RunKind::Kept => self.keep(run.span),
                RunKind::Line => self.space("\n", run.span),
                RunKind::Label => {
                    let after = if self.out.text.ends_with([':', '?', '.']) { " " } else { ": " };
                    self.space(after, run.span);
                }
                RunKind::Cell => self.space("; ", run.span),
            }
        }
    }

    /// White space waits for the next character; the stronger kind wins.
    fn space(&mut self, words: &'static str, span: Span) {
        if self.fresh {
            return;
        }
        self.gap = Some(match self.gap {
            Some((known, place)) => (if rank(known) >= rank(words) { known } else { words }, join(place, span)),
            None => (words, span),
        });
    }

    fn flush(&mut self) {
        if let Some((words, span)) = self.gap.take() {
            if words == " " && span.len() == 1 && self.text.as_bytes().get(span.start()) == Some(&b' ') {
                self.out.push_verbatim(" ", span.start());
            } else if !self.out.text.is_empty() {
                self.out.push_whole(words, span);
            }
        }
        self.fresh = false;
    }

    fn fold(&mut self, span: Span) {
        let words = span.of(self.text).unwrap_or_default();
        let mut at = 0;
        // The next run of plain characters is copied whole, so the work does not grow with its length in pieces.
        while at < words.len() {
            let rest = &words[at..];
            let place = span.start() + at;
            let plain = rest.find(special).unwrap_or(rest.len());
            if plain > 0 {
                self.flush();
                self.out.push_verbatim(&rest[..plain], place);
                at += plain;
                continue;
            }
            if let Some((decoded, length)) = entities::reference(rest) {
                self.decoded(&decoded, Span::new(place, place + length));
                at += length;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            if c == '&' {
                self.flush();
                self.out.push_verbatim("&", place);
            } else {
                self.decoded(c.encode_utf8(&mut [0; 4]), Span::new(place, place + c.len_utf8()));
            }
            at += c.len_utf8();
        }
    }

    /// Characters of a reference, or one special character.
    fn decoded(&mut self, words: &str, span: Span) {
        if words.chars().all(white) {
            self.space(" ", span);
        } else if !words.chars().all(unseen) {
            self.flush();
            self.out.push_whole(words, span);
        }
    }

    /// Preformatted words: lines and spaces stand as they are, references are decoded.
    fn keep(&mut self, span: Span) {
        let words = span.of(self.text).unwrap_or_default();
        let mut at = 0;
        while at < words.len() {
            let rest = &words[at..];
            let place = span.start() + at;
            let plain = rest.find('&').unwrap_or(rest.len());
            if plain > 0 {
                let piece = if self.fresh { rest[..plain].trim_start() } else { &rest[..plain] };
                if !piece.is_empty() {
                    self.flush();
                    self.out.push_verbatim(piece, place + (plain - piece.len()));
                }
                at += plain;
                continue;
            }
            self.flush();
            match entities::reference(rest) {
                Some((decoded, length)) => {
                    self.out.push_whole(&decoded, Span::new(place, place + length));
                    at += length;
                }
                None => {
                    self.out.push_verbatim("&", place);
                    at += 1;
                }
            }
        }
    }
}

fn rank(words: &str) -> usize {
    match words {
        " " => 0,
        "\n" => 1,
        ": " | "; " => 2,
        _ => 3,
    }
}

/// The place of two runs of white space together; the second may be empty and stand anywhere.
fn join(first: Span, second: Span) -> Span {
    if second.is_empty() || second.start() < first.end() { first } else { first.to(second) }
}

/// A character that is not simply copied.
fn special(c: char) -> bool {
    c == '&' || white(c) || unseen(c)
}

/// White space as a reader sees it: no-break spaces too.
fn white(c: char) -> bool {
    c.is_whitespace()
}

/// Characters without a shape, put in for the line breaking of browsers: a name with one inside would not be found.
fn unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\0')
}
