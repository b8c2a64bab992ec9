//! Runs of words between block borders, in the order of the page: paragraphs, headings, list items, rows of tables.

use super::elements::{is_block, is_heading};
use super::page::{Event, Node, NodeId, Page};
use super::render;
use paradero_model::Span;
use std::ops::Range;

/// Characters (or a break) inside one element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) node: NodeId,
    pub(crate) span: Span,
    pub(crate) kind: RunKind,
    pub(crate) link: bool,
}

/// What a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RunKind {
    /// Characters, references not yet decoded.
    Words,
    /// The same, where white space stands as it is.
    Kept,
    /// `<br>`
    Line,
    /// The border between the two cells of a row that has two: a label and its value.
    Label,
    /// The border between cells of a longer row.
    Cell,
}

/// One block.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) runs: Range<usize>,
    /// The block element that the words stand in.
    pub(crate) container: NodeId,
    pub(crate) shape: Shape,
    /// The words as a person reads them.
    pub(crate) words: String,
    /// How many words.
    pub(crate) count: usize,
    /// The share of the characters that are links, of 100.
    pub(crate) link_share: usize,
    /// Characters, where the block reads like a sentence of running text; else 0.
    pub(crate) prose: usize,
    /// Characters, where the block is at least a short sentence; else 0. Counts only on pages with no running text.
    pub(crate) sentence: usize,
}

/// How a block stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Paragraph,
    Heading,
    Item,
    Row,
}

/// All blocks of a page, hidden ones left out.
#[derive(Debug)]
pub(crate) struct Blocks {
    pub(crate) all: Vec<Block>,
    pub(crate) runs: Vec<Run>,
}

/// Characters of an element.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Weight {
    /// Characters of blocks that are prose.
    pub(crate) prose: usize,
    /// Characters of all blocks.
    pub(crate) chars: usize,
    /// Characters in links.
    pub(crate) links: usize,
}

/// Longest cell of a row that is read as one line.
const CELL: usize = 240;

impl Blocks {
    /// The blocks of a page.
    pub(crate) fn of(text: &str, page: &Page) -> Self {
        let rows = rows(page);
        let mut maker = Maker {
            text,
            page,
            made: Self { all: Vec::new(), runs: Vec::new() },
            first: 0,
            containers: vec![0],
            links: 0,
            row: None,
        };
        let mut at = 0;
        while let Some(event) = page.events.get(at) {
            at += 1;
            match *event {
                Event::Enter(id) if unseen(&page.nodes[id]) => {
                    if is_block(&page.nodes[id].name) {
                        maker.flush();
                    }
                    at = page.nodes[id].events.1 + 1;
                }
                Event::Enter(id) => maker.enter(id, rows[id]),
                Event::Leave(id) => maker.leave(id, rows[id]),
                Event::Text(node, span) => maker.words(node, span),
                Event::Break => maker.flush(),
            }
        }
        maker.flush();
        maker.made
    }

    /// What the elements hold, each with all inside it. `prose` says how many characters of a block are prose, and `None` of a
    /// block that does not count.
    pub(crate) fn weigh(&self, page: &Page, prose: impl Fn(usize) -> Option<usize>) -> Vec<Weight> {
        let mut weight = vec![Weight::default(); page.nodes.len()];
        for (at, block) in self.all.iter().enumerate() {
            let Some(prose) = prose(at) else { continue };
            let chars = block.words.len();
            let mine = &mut weight[block.container];
            mine.prose += prose;
            mine.chars += chars;
            mine.links += chars * block.link_share / 100;
        }
        // A child always comes after its parent, so one walk from the end adds everything up.
        for id in (1..weight.len()).rev() {
            let child = weight[id];
            let parent = &mut weight[page.nodes[id].parent];
            parent.prose += child.prose;
            parent.chars += child.chars;
            parent.links += child.links;
        }
        weight
    }
}

/// Whether nobody sees an element on the page, or sees it as no words.
fn unseen(node: &Node) -> bool {
    matches!(
        node.name.as_str(),
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "title"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "canvas"
            | "video"
            | "audio"
            | "select"
            | "textarea"
            | "input"
            | "datalist"
            | "map"
            | "noembed"
            | "noframes"
            | "frameset"
            | "rp"
            | "rt"
            | "button"
            | "progress"
            | "meter"
    ) || node.attribute("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || node.attribute("aria-hidden").is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
        || node.attribute("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
            style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("font-size:0;")
                || style.ends_with("font-size:0")
        })
}

/// The rows of tables that are read as one line, with their cells: two or more, none with blocks inside, none long. 0 for all else.
fn rows(page: &Page) -> Vec<usize> {
    let length = page.nodes.len();
    let (mut cells, mut chars, mut blocks) = (vec![0usize; length], vec![0usize; length], vec![false; length]);
    for event in &page.events {
        if let Event::Text(node, span) = event {
            chars[*node] += span.len();
        }
    }
    let mut row = vec![0usize; length];
    let mut long = vec![false; length];
    for id in (1..length).rev() {
        let (name, parent) = (page.nodes[id].name.as_str(), page.nodes[id].parent);
        let cell = matches!(name, "td" | "th");
        if name == "tr" && cells[id] > 1 && !blocks[id] && !long[id] {
            row[id] = cells[id];
        }
        if cell {
            cells[parent] += 1;
            long[parent] |= chars[id] > CELL;
        }
        let solid = is_block(name) && !cell && !matches!(name, "tr");
        blocks[parent] |= blocks[id] || solid;
        chars[parent] += chars[id];
    }
    row
}

struct Maker<'a> {
    text: &'a str,
    page: &'a Page,
    made: Blocks,
    /// The first run of the block being made.
    first: usize,
    /// The block elements that are open.
    containers: Vec<NodeId>,
    /// How many links are open.
    links: usize,
    /// The row being made: how many cells it has, and how many have begun.
    row: Option<(usize, usize)>,
}

impl Maker<'_> {
    fn enter(&mut self, id: NodeId, cells: usize) {
        let node = &self.page.nodes[id];
        let at = Span::new(self.end(), self.end());
        match node.name.as_str() {
            "br" => return self.line(id),
            "a" => self.links += usize::from(node.attribute("href").is_some()),
            "td" | "th" => {
                if let Some((cells, begun)) = &mut self.row {
                    *begun += 1;
                    if *begun > 1 {
                        let kind = if *cells == 2 { RunKind::Label } else { RunKind::Cell };
                        self.made.runs.push(Run { node: id, span: at, kind, link: false });
                    }
                    return;
                }
            }
            _ => {}
        }
        if is_block(&node.name) {
            self.flush();
            self.containers.push(id);
            if cells > 0 {
                self.row = Some((cells, 0));
            }
        }
    }

    fn leave(&mut self, id: NodeId, cells: usize) {
        let node = &self.page.nodes[id];
        if node.name == "a" && node.attribute("href").is_some() {
            self.links = self.links.saturating_sub(1);
        }
        if self.row.is_some() && matches!(node.name.as_str(), "td" | "th") {
            return;
        }
        if is_block(&node.name) {
            self.flush();
            if self.containers.len() > 1 {
                self.containers.pop();
            }
            if cells > 0 {
                self.row = None;
            }
        }
    }

    /// Where the last run ended.
    fn end(&self) -> usize {
        self.made.runs.last().map_or(0, |run| run.span.end())
    }

    fn words(&mut self, node: NodeId, span: Span) {
        let kept = self.containers.last().is_some_and(|container| self.page.nodes[*container].name == "pre");
        let kind = if kept { RunKind::Kept } else { RunKind::Words };
        self.made.runs.push(Run { node, span, kind, link: self.links > 0 });
    }

    /// A line break; two in a row are the border of a paragraph, as pages without `<p>` write it.
    fn line(&mut self, id: NodeId) {
        let blank = |run: &Run| run.kind == RunKind::Words && run.span.of(self.text).is_some_and(|words| words.trim().is_empty());
        let before = self.made.runs[self.first..].iter().rev().find(|run| !blank(run));
        if before.is_none_or(|run| run.kind == RunKind::Line) {
            self.flush();
            return;
        }
        let at = Span::new(self.end(), self.end());
        self.made.runs.push(Run { node: id, span: at, kind: RunKind::Line, link: false });
    }

    fn flush(&mut self) {
        let runs = self.first..self.made.runs.len();
        self.first = runs.end;
        let container = self.containers.last().copied().unwrap_or(0);
        let parts = &self.made.runs[runs.clone()];
        let words = render::words(self.text, parts).text;
        if words.is_empty() {
            return;
        }
        let size = |link: bool| {
            parts
                .iter()
                .filter(|run| run.link || !link)
                .map(|run| run.span.of(self.text).map_or(0, |words| words.trim().len()))
                .sum::<usize>()
        };
        let link_share = (size(true) * 100).checked_div(size(false)).unwrap_or(0).min(100);
        let count = words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
        let shape = self.shape(container);
        let ends = words.trim_end_matches(['"', '”', '»', '’', '\'', ')', ']', ' ']).ends_with(['.', '!', '?', '…', ':']);
        let prose = match shape {
            Shape::Paragraph => {
                count >= 8 && ends && link_share < 60 || count >= 25 && link_share < 40 || count >= 14 && ends && link_share < 80
            }
            Shape::Item => count >= 14 && link_share < 30,
            Shape::Heading | Shape::Row => false,
        };
        let prose = if prose { words.len() } else { 0 };
        let short = shape == Shape::Paragraph && count >= 3 && ends && link_share < 40;
        let sentence = if short { words.len() } else { prose };
        self.made.all.push(Block { runs, container, shape, words, count, link_share, prose, sentence });
    }

    fn shape(&self, container: NodeId) -> Shape {
        for id in self.page.around(container).take(4) {
            match self.page.nodes[id].name.as_str() {
                "li" | "dd" | "dt" => return Shape::Item,
                "tr" if self.row.is_some() => return Shape::Row,
                name if is_heading(name) => return Shape::Heading,
                _ => {}
            }
        }
        Shape::Paragraph
    }
}
