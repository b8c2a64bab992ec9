//! Chooses the article: the element that holds its paragraphs, the blocks of it that are kept, and the headline.
//!
//! From the root the choice goes down into the child that holds the prose, as long as no brother of that child holds prose of the
//! same kind. Inside the element found, everything between the first and the last paragraph is kept, less the furniture; before and
//! after them only what stands beside those paragraphs as they do, and the deck under the headline.

use super::blocks::{Block, Blocks, Shape, Weight};
use super::elements::is_heading;
use super::furniture;
use super::headline::{self, same};
use super::page::{NodeId, Page};
use std::collections::HashSet;
use std::ops::Range;

/// What of a page is read.
pub(crate) struct Chosen {
    /// The blocks, in the order in which they are read: the headline first.
    pub(crate) blocks: Vec<usize>,
    /// For each element, whether it is left out.
    pub(crate) cut: Vec<bool>,
    /// The headline's block.
    pub(crate) headline: Option<usize>,
    /// The first and the last block of prose.
    pub(crate) prose: Option<(usize, usize)>,
    /// Whether an article stood out; else everything on the page was chosen.
    pub(crate) stands_out: bool,
}

/// Least characters of prose that an article has where no element says that it is one.
const ARTICLE: usize = 140;
/// Least characters where an element or a headline says so.
const SHORT: usize = 40;
/// Most boxes of one page that are looked up in its paragraphs.
const QUOTES: usize = 12;
/// Most blocks of a deck.
const DECKS: usize = 3;

/// Words in the classes of decks.
const DECK_NAMES: &[&str] = &[
    "subtitle",
    "subtitulo",
    "subhead",
    "dek",
    "deck",
    "bajada",
    "copete",
    "entradilla",
    "standfirst",
    "sumario",
    "lede",
    "intro",
];

/// The article of a page. `titles` are what the page's head calls it.
pub(crate) fn choose(page: &Page, blocks: &Blocks, titles: &[String]) -> Chosen {
    let cut = furniture::cuts(page, blocks);
    let kept: Vec<bool> = blocks.all.iter().map(|block| !cut[block.container] && !furniture::says_so(block)).collect();
    // Running text first; on a page that has none, short sentences may be the article, if the page says where it is.
    for short in [false, true] {
        let size = |at: usize| {
            let block = &blocks.all[at];
            (kept[at] && !furniture::is_notice(block)).then_some(if short { block.sentence } else { block.prose })
        };
        let named = headline::named(page, blocks, titles, &cut, middle(blocks.all.len(), size));
        // What stands before the headline is no part of the article.
        let prose = |at: usize| size(at).filter(|_| named.is_none_or(|headline| at >= headline));
        let weight = blocks.weigh(page, prose);
        let container = descend(page, &weight, &cut);
        let inside = inside(page, blocks, container);
        let found: Vec<usize> = inside.clone().filter(|at| prose(*at).is_some_and(|chars| chars > 0)).collect();
        let Some(first) = found.first().copied() else { continue };
        let headline = named.or_else(|| headline::unnamed(page, blocks, first));
        let told = page.around(container).any(|id| is_marked(page, id)) || headline.is_some_and(|headline| headline < first);
        if weight[container].prose < ARTICLE && !(told && weight[container].prose >= SHORT) {
            continue;
        }
        let inside = named.map_or(inside.start, |headline| headline.clamp(inside.start, inside.end))..inside.end;
        let blocks = keep(page, blocks, &kept, inside, &found, headline);
        return Chosen { blocks, cut, headline, prose: found.last().map(|last| (first, *last)), stands_out: true };
    }
    everything(page, blocks, titles)
}

/// The block in which half of the prose is passed: a headline stands before it.
fn middle(count: usize, size: impl Fn(usize) -> Option<usize>) -> usize {
    let total: usize = (0..count).filter_map(&size).sum();
    let mut passed = 0;
    (0..count)
        .find(|at| {
            passed += size(*at).unwrap_or(0);
            passed * 2 > total
        })
        .unwrap_or(count)
}

/// The blocks that are read, the headline first. `kept` are those that are no furniture, `prose` those of running text.
fn keep(
    page: &Page,
    blocks: &Blocks,
    kept: &[bool],
    inside: Range<usize>,
    prose: &[usize],
    headline: Option<usize>,
) -> Vec<usize> {
    let (Some(first), Some(last)) = (prose.first().copied(), prose.last().copied()) else { return Vec::new() };
    let kin = Kin::of(page, blocks, prose);
    let title = headline.map(|headline| &blocks.all[headline].words);
    let keep = |at: usize| {
        let block = &blocks.all[at];
        if !kept[at] || title.is_some_and(|title| same(title, &block.words)) {
            return false;
        }
        if at < first {
            inside.contains(&at) && kin.has(page, block) && !furniture::is_byline(block)
        } else if at > last {
            kin.has(page, block)
                && (block.link_share < 60 || block.prose > 0 || block.count > 3 && kept[at])
                && !furniture::is_byline(block)
        } else {
            !furniture::is_byline(block) || kin.has(page, block) && page.nodes[block.container].name == "p"
        }
    };
    let under = headline.map_or(first..first, |headline| (headline + 1).min(first)..first);
    let decks = under.filter(|at| kept[*at] && is_deck(page, &blocks.all[*at]) && !keep(*at)).take(DECKS);
    let mut chosen: Vec<usize> = headline.into_iter().chain(decks).chain(inside.clone().filter(|at| keep(*at))).collect();
    while chosen.len() > 2 && chosen.last().is_some_and(|last| furniture::is_contact(&blocks.all[*last])) {
        chosen.pop();
    }
    drop_idle_headings(page, blocks, &mut chosen, first);
    drop_pull_quotes(page, blocks, &mut chosen, first);
    chosen
}

/// Drops boxes that only repeat words of the article.
fn drop_pull_quotes(page: &Page, blocks: &Blocks, chosen: &mut Vec<usize>, first: usize) {
    let boxed = |at: usize| {
        at > first && matches!(page.nodes[blocks.all[at].container].name.as_str(), "div" | "blockquote" | "figure" | "section")
    };
    let quotes: Vec<usize> = chosen.iter().copied().filter(|at| boxed(*at) && blocks.all[*at].count <= 40).take(QUOTES).collect();
    if quotes.is_empty() {
        return;
    }
    let bare: Vec<(usize, String)> = chosen.iter().map(|at| (*at, headline::bare(&blocks.all[*at].words))).collect();
    let repeats = |quote: usize| {
        let Some((_, words)) = bare.iter().find(|(at, _)| *at == quote) else { return false };
        words.len() >= 12
            && bare.iter().any(|(at, other)| *at != quote && other.len() > words.len() && other.contains(words.as_str()))
    };
    let idle: HashSet<usize> = quotes.into_iter().filter(|quote| repeats(*quote)).collect();
    chosen.retain(|at| !idle.contains(at));
}

/// All words of a fragment, less the furniture; all of them where nothing is left.
pub(crate) fn fragment(page: &Page, blocks: &Blocks) -> Chosen {
    let cut = furniture::cuts(page, blocks);
    let kept = |at: &usize| !cut[blocks.all[*at].container] && !furniture::says_so(&blocks.all[*at]);
    let kept: Vec<usize> = (0..blocks.all.len()).filter(kept).collect();
    if kept.is_empty() {
        return everything(page, blocks, &[]);
    }
    Chosen { blocks: kept, cut, headline: None, prose: None, stands_out: true }
}

fn everything(page: &Page, blocks: &Blocks, titles: &[String]) -> Chosen {
    let cut = vec![false; page.nodes.len()];
    let count = blocks.all.len();
    let headline = headline::named(page, blocks, titles, &cut, count).or_else(|| headline::unnamed(page, blocks, count));
    Chosen { blocks: (0..count).collect(), cut, headline, prose: None, stands_out: false }
}

/// Whether an element says of itself that it is the article.
fn is_marked(page: &Page, id: NodeId) -> bool {
    let node = &page.nodes[id];
    matches!(node.name.as_str(), "article" | "main")
        || node.attribute("itemprop").is_some_and(|name| name.ends_with("Body"))
        || node.attribute("role").is_some_and(|role| matches!(role.trim(), "main" | "article"))
}

/// The element that holds the article's paragraphs.
fn descend(page: &Page, weight: &[Weight], cut: &[bool]) -> NodeId {
    let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); page.nodes.len()];
    for id in 1..page.nodes.len() {
        if weight[id].prose > 0 && !cut[id] {
            children[page.nodes[id].parent].push(id);
        }
    }
    let mut at = 0;
    loop {
        let heaviest = children[at].iter().copied().max_by_key(|child| (weight[*child].prose, usize::MAX - *child));
        let Some(child) = heaviest else { return at };
        if matches!(page.nodes[child].name.as_str(), "p" | "blockquote" | "li" | "ul" | "ol" | "dl" | "dd" | "pre" | "tr") {
            return at;
        }
        let brother = children[at].iter().any(|other| *other != child && is_kin(page, weight, child, *other));
        if weight[child].prose * 2 < weight[at].prose || brother {
            return at;
        }
        at = child;
    }
}

/// Whether the prose of `other` may belong to the article that its brother `child` holds.
fn is_kin(page: &Page, weight: &[Weight], child: NodeId, other: NodeId) -> bool {
    let (mine, theirs) = (weight[child], weight[other]);
    if theirs.links * 4 > theirs.chars {
        return false;
    }
    // Beside a marked article only another one of the same make is kin: the entries of a live page.
    let (one, two) = (&page.nodes[child], &page.nodes[other]);
    let alike = one.name == two.name && one.attribute("class") == two.attribute("class");
    !is_marked(page, child) || alike && theirs.prose * 8 > mine.prose
}

/// The blocks from the first to the last inside an element.
fn inside(page: &Page, blocks: &Blocks, container: NodeId) -> Range<usize> {
    // Elements are numbered in the order in which they open, so those inside one follow it without a gap.
    let to = page.nodes[container].events.1;
    let end = page.nodes.iter().skip(container + 1).position(|node| node.events.0 > to);
    let end = end.map_or(page.nodes.len(), |after| container + 1 + after);
    let mine = |block: &Block| container == 0 || (container..end).contains(&block.container);
    let first = blocks.all.iter().position(mine).unwrap_or(0);
    first..blocks.all.iter().rposition(mine).map_or(first, |last| last + 1)
}

/// How the prose of an article stands: the elements right around its paragraphs, and how those paragraphs are made.
struct Kin<'a> {
    parents: HashSet<NodeId>,
    makes: HashSet<(&'a str, Option<&'a str>)>,
}

/// The name and the class of an element.
fn make(page: &Page, id: NodeId) -> (&str, Option<&str>) {
    (&page.nodes[id].name, page.nodes[id].attribute("class"))
}

impl<'a> Kin<'a> {
    fn of(page: &'a Page, blocks: &Blocks, prose: &[usize]) -> Self {
        let (mut parents, mut makes) = (HashSet::new(), HashSet::new());
        for container in prose.iter().map(|at| blocks.all[*at].container) {
            parents.insert(page.nodes[container].parent);
            makes.insert(make(page, container));
            if !matches!(page.nodes[container].name.as_str(), "p" | "blockquote") {
                parents.insert(container);
            }
        }
        Self { parents, makes }
    }

    /// Whether a block stands beside paragraphs of the article, as a paragraph, list or table does.
    fn has(&self, page: &Page, block: &Block) -> bool {
        if self.parents.contains(&block.container) {
            return true;
        }
        let name = page.nodes[block.container].name.as_str();
        let holds_words = matches!(name, "p" | "blockquote" | "pre" | "li" | "dd" | "dt" | "tr" | "td") || is_heading(name);
        let levels = match block.shape {
            Shape::Paragraph | Shape::Heading => 1,
            Shape::Item => 2,
            Shape::Row => 3,
        };
        let alike = self.makes.contains(&make(page, block.container)) && page.nodes[block.container].attribute("id").is_none();
        (holds_words || alike) && page.around(block.container).skip(1).take(levels).any(|id| self.parents.contains(&id))
    }
}

/// Whether a block between headline and article is a deck: a sentence, or what the page calls one; no line of names and dates.
fn is_deck(page: &Page, block: &Block) -> bool {
    let called = page.nodes[block.container].attribute("class").is_some_and(|class| {
        let class = class.to_lowercase();
        DECK_NAMES.iter().any(|name| class.contains(name))
    });
    let least = if called { 4 } else { 8 };
    block.count >= least && block.link_share < 20 && block.shape != Shape::Row && !furniture::is_byline(block)
}

/// Drops headings that announce nothing of the article: at the end, or right before a list of links that was left out.
fn drop_idle_headings(page: &Page, blocks: &Blocks, chosen: &mut Vec<usize>, first: usize) {
    let is_heading = |at: usize| at > first && blocks.all[at].shape == Shape::Heading;
    while chosen.last().is_some_and(|last| is_heading(*last)) {
        chosen.pop();
    }
    let read: HashSet<usize> = chosen.iter().copied().collect();
    chosen.retain(|at| {
        let Some(next) = blocks.all.get(at + 1).filter(|_| is_heading(*at) && !read.contains(&(at + 1))) else { return true };
        let parent = page.nodes[blocks.all[*at].container].parent;
        !(next.link_share >= 60 && page.around(next.container).take(4).any(|id| id == parent))
    });
}
