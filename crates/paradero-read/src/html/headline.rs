//! The headline: one block, read once, before everything else.

use super::blocks::{Block, Blocks};
use super::furniture;
use super::page::Page;
use std::collections::HashMap;

/// The block that says what the page's head says, an `h1` before any other. `titles` are what the head calls the page, best first;
/// `limit` is a block after which no headline stands, unless it is an `h1`. Furniture (`cut`) goes last: a trail of links ends with
/// the headline too.
pub(crate) fn named(page: &Page, blocks: &Blocks, titles: &[String], cut: &[bool], limit: usize) -> Option<usize> {
    let mut ranks: HashMap<String, usize> = HashMap::new();
    for (rank, title) in titles.iter().enumerate() {
        ranks.entry(bare(title)).or_insert(rank);
    }
    let candidates = blocks.all.iter().enumerate().filter(|(at, block)| block.words.len() < 400 && free(block) && *at <= limit);
    let found = candidates
        .filter_map(|(at, block)| Some((*ranks.get(&bare(&block.words))?, !is_h1(page, block), cut[block.container], at)));
    found.min().map(|(_, _, _, at)| at)
}

/// The last `h1` before the article's first block, else any.
pub(crate) fn unnamed(page: &Page, blocks: &Blocks, first: usize) -> Option<usize> {
    let h1s = || blocks.all.iter().enumerate().filter(|(_, block)| is_h1(page, block));
    let early = || h1s().filter(|(at, block)| *at <= first && free(block));
    early().rfind(|(_, block)| block.count > 2).or_else(|| early().next_back()).or_else(|| h1s().next()).map(|(at, _)| at)
}

fn is_h1(page: &Page, block: &Block) -> bool {
    page.around(block.container).take(3).any(|id| page.nodes[id].name == "h1")
}

/// A heading that is a link is the name of the site, or the title of another page.
fn free(block: &Block) -> bool {
    block.link_share < 90
}

/// Whether two titles say the same, but for case, accents, marks and spaces.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let one = bare(one);
    !one.is_empty() && one == bare(other)
}

/// Letters and digits alone.
pub(crate) fn bare(words: &str) -> String {
    furniture::fold(words, 4_000).chars().filter(|c| c.is_alphanumeric()).collect()
}
