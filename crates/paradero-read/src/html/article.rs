//! Chooses the article: the element that holds its paragraphs, the blocks of it that are kept, and the headline.
//!
//! From the root the choice goes down into the child that holds the prose, as long as no brother of that child holds prose of the
//! same kind. Inside the element found, everything between the first and the last paragraph is kept, less the furniture; before and
//! after them only what stands beside those paragraphs as they do, and the deck under the headline.

use super::blocks::{Block, Blocks, Shape, Weight};
use super::furniture;
use super::headline::{headline, same};
use super::page::{NodeId, Page, is_heading};
use std::collections::HashSet;

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
/// Most blocks of a deck.
const DECKS: usize = 3;

/// The article of a page. `titles` are what the page's head calls it.
pub(crate) fn choose(page: &Page, blocks: &Blocks, titles: &[String]) -> Chosen {
    let cut = furniture::cuts(page, blocks);
    let kept: Vec<bool> = blocks.all.iter().map(|block| !cut[block.container] && !furniture::says_so(block)).collect();
    let is_prose = |at: usize| kept[at] && blocks.all[at].prose > 0 && !furniture::is_notice(&blocks.all[at]);
    let weight = blocks.weigh(page, |at| kept[at] && !furniture::is_notice(&blocks.all[at]));
    let container = descend(page, &weight, &cut);
    let marked = page.around(container).any(|id| is_marked(page, id));
    let inside = inside(page, blocks, container);
    let prose: Vec<usize> = inside.clone().filter(|at| is_prose(*at)).collect();
    let (Some(first), Some(last)) = (prose.first().copied(), prose.last().copied()) else {
        return everything(page, blocks, titles);
    };
    if weight[container].prose < ARTICLE && !marked {
        return everything(page, blocks, titles);
    }
    let headline = headline(page, blocks, titles, first);
    let kin = Kin::of(page, blocks, &prose);
    let keep = |at: usize| {
        let block = &blocks.all[at];
        if !kept[at] || headline.is_some_and(|headline| headline == at || same(&blocks.all[headline].words, &block.words)) {
            return false;
        }
        match at {
            at if at < first => kin.has(page, block) && !furniture::is_byline(block) && inside.contains(&at),
            at if at > last => kin.has(page, block) && block.link_share < 60,
            _ => !furniture::is_byline(block) || kin.has(page, block),
        }
    };
    let decks = headline
        .map_or(first..first, |headline| (headline + 1).min(first)..first)
        .filter(|at| kept[*at] && is_deck(&blocks.all[*at]) && !keep(*at));
    let decks: Vec<usize> = decks.take(DECKS).collect();
    let mut chosen: Vec<usize> = inside.clone().filter(|at| keep(*at)).collect();
    chosen = headline.into_iter().chain(decks).chain(chosen).collect();
    drop_idle_headings(page, blocks, &mut chosen, first);
    Chosen { blocks: chosen, cut, headline, prose: Some((first, last)), stands_out: true }
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
    let all = (0..blocks.all.len()).collect();
    let headline = headline(page, blocks, titles, blocks.all.len());
    Chosen { blocks: all, cut: vec![false; page.nodes.len()], headline, prose: None, stands_out: false }
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
fn inside(page: &Page, blocks: &Blocks, container: NodeId) -> std::ops::Range<usize> {
    // Elements are numbered in the order in which they open, so those inside one follow it without a gap.
    let to = page.nodes[container].events.1;
    let end = page.nodes.iter().skip(container + 1).position(|node| node.events.0 > to);
    let end = end.map_or(page.nodes.len(), |after| container + 1 + after);
    let mine = |block: &Block| container == 0 || (container..end).contains(&block.container);
    let first = blocks.all.iter().position(mine).unwrap_or(0);
    first..blocks.all.iter().rposition(mine).map_or(first, |last| last + 1)
}

/// How the prose of an article stands: the elements right around its paragraphs.
struct Kin {
    parents: HashSet<NodeId>,
}

impl Kin {
    fn of(page: &Page, blocks: &Blocks, prose: &[usize]) -> Self {
        let mut parents = HashSet::new();
        for container in prose.iter().map(|at| blocks.all[*at].container) {
            parents.insert(page.nodes[container].parent);
            if !matches!(page.nodes[container].name.as_str(), "p" | "blockquote") {
                parents.insert(container);
            }
        }
        Self { parents }
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
        holds_words && page.around(block.container).skip(1).take(levels).any(|id| self.parents.contains(&id))
    }
}

/// Whether a block between headline and article is a deck: a sentence, not a line of names and dates.
fn is_deck(block: &Block) -> bool {
    block.count >= 8 && block.link_share < 20 && block.shape != Shape::Row && !furniture::is_byline(block)
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
