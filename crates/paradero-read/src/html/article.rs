//! Chooses the article: the element that holds its paragraphs, the blocks of it that are kept, and the headline.
//!
//! From the root the choice goes down into the child that holds the prose, as long as no brother of that child holds prose of the
//! same kind. Inside the element found, everything between the first and the last paragraph is kept, less the furniture; outside of
//! them only what stands beside those paragraphs as they do.

use super::blocks::{Block, Blocks, Shape};
use super::furniture;
use super::page::{NodeId, Page};
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

/// Least characters of prose that an article has.
const ARTICLE: usize = 140;

/// The article of a page. `titles` are what the page's head calls it.
pub(crate) fn choose(text: &str, page: &Page, blocks: &Blocks, titles: &[String]) -> Chosen {
    let _ = text;
    let cut = furniture::cuts(page, blocks);
    let mut kept = Blocks { all: blocks.all.clone(), runs: Vec::new(), weight: Vec::new() };
    kept.weigh(page, |block| !cut[block.container] && !furniture::says_so(block) && !furniture::is_notice(block));
    if kept.weight[0].prose < ARTICLE {
        return everything(page, blocks, titles);
    }
    let container = descend(page, &kept, &cut);
    let inside = inside(page, blocks, container);
    let is_prose = |at: &usize| {
        let block = &blocks.all[*at];
        block.prose > 0 && !cut[block.container] && !furniture::says_so(block) && !furniture::is_notice(block)
    };
    let prose: Vec<usize> = inside.clone().filter(is_prose).collect();
    let (Some(first), Some(last)) = (prose.first().copied(), prose.last().copied()) else {
        return everything(page, blocks, titles);
    };
    let headline = headline(page, blocks, titles, first);
    let kin = Kin::of(page, blocks, &prose);
    let mut chosen: Vec<usize> = headline.into_iter().collect();
    for at in inside {
        let block = &blocks.all[at];
        let twin = headline.is_some_and(|headline| headline == at || same(&blocks.all[headline].words, &block.words));
        if twin || cut[block.container] || furniture::says_so(block) {
            continue;
        }
        let keep = if at < first {
            kin.has(page, block) && !furniture::is_byline(block) || is_deck(block, headline, at)
        } else if at > last {
            kin.has(page, block) && block.link_share < 60 && block.shape != Shape::Heading
        } else {
            !(block.prose == 0 && furniture::is_byline(block) && kin.is_stranger(page, block))
        };
        if keep {
            chosen.push(at);
        }
    }
    drop_idle_headings(blocks, &mut chosen, headline);
    Chosen { blocks: chosen, cut, headline, prose: Some((first, last)), stands_out: true }
}

/// All words of a fragment, less the furniture; all of them where little is left.
pub(crate) fn fragment(_text: &str, page: &Page, blocks: &Blocks) -> Chosen {
    let cut = furniture::cuts(page, blocks);
    let kept: Vec<usize> =
        (0..blocks.all.len()).filter(|at| !cut[blocks.all[*at].container] && !furniture::says_so(&blocks.all[*at])).collect();
    if kept.is_empty() {
        return everything(page, blocks, &[]);
    }
    Chosen { blocks: kept, cut, headline: None, prose: None, stands_out: true }
}

fn everything(page: &Page, blocks: &Blocks, titles: &[String]) -> Chosen {
    let headline = headline(page, blocks, titles, blocks.all.len());
    Chosen {
        blocks: (0..blocks.all.len()).collect(),
        cut: vec![false; page.nodes.len()],
        headline,
        prose: None,
        stands_out: false,
    }
}

/// The element that holds the article's paragraphs.
fn descend(page: &Page, blocks: &Blocks, cut: &[bool]) -> NodeId {
    let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); page.nodes.len()];
    for id in 1..page.nodes.len() {
        if blocks.weight[id].prose > 0 && !cut[id] {
            children[page.nodes[id].parent].push(id);
        }
    }
    let mut at = 0;
    loop {
        let Some(child) = children[at].iter().copied().max_by_key(|child| (blocks.weight[*child].prose, usize::MAX - *child))
        else {
            return at;
        };
        let (mine, whole) = (blocks.weight[child], blocks.weight[at]);
        let node = &page.nodes[child];
        if matches!(node.name.as_str(), "p" | "blockquote" | "li" | "ul" | "ol" | "dl" | "dd" | "pre" | "tr") && whole.prose > 0 {
            return at;
        }
        let marked = matches!(node.name.as_str(), "article" | "main")
            || node.attribute("itemprop").is_some_and(|name| name.ends_with("Body"));
        let brother =
            children[at].iter().copied().filter(|other| *other != child).any(|other| is_kin(page, blocks, child, other, marked));
        if mine.prose * 2 < whole.prose || brother {
            return at;
        }
        at = child;
    }
}

/// Whether the prose of `other` may belong to the article that `child` holds.
fn is_kin(page: &Page, blocks: &Blocks, child: NodeId, other: NodeId, marked: bool) -> bool {
    let (mine, theirs) = (blocks.weight[child], blocks.weight[other]);
    let linked = theirs.links * 4 > theirs.chars;
    let alike = page.nodes[child].name == page.nodes[other].name
        && page.nodes[child].attribute("class") == page.nodes[other].attribute("class");
    if linked {
        return false;
    }
    // Beside a marked article only another one of the same make is kin: the entries of a live page.
    if marked { alike && theirs.prose * 8 > mine.prose } else { true }
}

/// The blocks inside an element.
fn inside(page: &Page, blocks: &Blocks, container: NodeId) -> std::ops::Range<usize> {
    // Elements are numbered in the order in which they open, so those inside one follow it without a gap.
    let (from, to) = page.nodes[container].events;
    let last = page.events[from..to]
        .iter()
        .rev()
        .find_map(|event| if let super::page::Event::Leave(id) = event { Some(*id) } else { None });
    let _ = last;
    let end = page
        .nodes
        .iter()
        .skip(container + 1)
        .position(|node| node.events.0 > to)
        .map_or(page.nodes.len(), |after| container + 1 + after);
    let mine = |block: &Block| container == 0 || (container..end).contains(&block.container);
    let first = blocks.all.iter().position(mine).unwrap_or(0);
    let past = blocks.all.iter().rposition(mine).map_or(first, |last| last + 1);
    first..past
}

/// How the prose of an article stands: the elements right around its paragraphs.
struct Kin {
    parents: HashSet<NodeId>,
}

impl Kin {
    fn of(page: &Page, blocks: &Blocks, prose: &[usize]) -> Self {
        let parents = prose.iter().flat_map(|at| {
            let container = blocks.all[*at].container;
            let own = (!matches!(page.nodes[container].name.as_str(), "p" | "blockquote")).then_some(container);
            [Some(page.nodes[container].parent), own]
        });
        Self { parents: parents.flatten().collect() }
    }

    /// Whether a block stands beside paragraphs of the article, as a paragraph, list or table does.
    fn has(&self, page: &Page, block: &Block) -> bool {
        let depth = match block.shape {
            Shape::Paragraph | Shape::Heading => 2,
            Shape::Item => 3,
            Shape::Row => 4,
        };
        let name = page.nodes[block.container].name.as_str();
        let text_like =
            matches!(name, "p" | "blockquote" | "pre" | "li" | "dd" | "dt" | "tr" | "td") || super::page::is_heading(name);
        if self.parents.contains(&block.container) {
            return true;
        }
        text_like && page.around(block.container).skip(1).take(depth - 1).any(|id| self.parents.contains(&id))
    }

    fn is_stranger(&self, page: &Page, block: &Block) -> bool {
        !self.has(page, block)
    }
}

/// A deck: one sentence or more between headline and article.
fn is_deck(block: &Block, headline: Option<usize>, at: usize) -> bool {
    headline.is_some_and(|headline| headline < at) && block.count >= 9 && block.link_share < 20 && !furniture::is_byline(block)
}

/// The block of the headline: the `h1` that the page's head names, else the last one before the article, else another heading or
/// block before the article that says what the head says.
fn headline(page: &Page, blocks: &Blocks, titles: &[String], first: usize) -> Option<usize> {
    let named = |block: &Block| titles.iter().any(|title| same(title, &block.words));
    let is_h1 = |block: &Block| page.around(block.container).take(3).any(|id| page.nodes[id].name == "h1");
    let all = || blocks.all.iter().enumerate();
    let early = |at: usize| at <= first.saturating_add(1);
    all()
        .find(|(_, block)| is_h1(block) && named(block))
        .or_else(|| all().rfind(|(at, block)| is_h1(block) && early(*at) && block.count > 2))
        .or_else(|| all().find(|(at, block)| early(*at) && named(block) && block.count > 2 && block.link_share < 90))
        .or_else(|| all().rfind(|(at, block)| is_h1(block) && early(*at)))
        .or_else(|| all().find(|(_, block)| is_h1(block)))
        .map(|(at, _)| at)
}

/// Whether two titles say the same, but for case, marks and spaces.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let bare = |words: &str| -> String { furniture::fold(words, 400).chars().filter(|c| c.is_alphanumeric()).collect() };
    let (one, other) = (bare(one), bare(other));
    !one.is_empty() && one == other
}

/// A heading with nothing of the article after it announces furniture.
fn drop_idle_headings(blocks: &Blocks, chosen: &mut Vec<usize>, headline: Option<usize>) {
    while let Some(last) = chosen.last().copied() {
        if Some(last) == headline || blocks.all[last].shape != Shape::Heading {
            return;
        }
        chosen.pop();
    }
}
