//! The headline: one block, read once, before everything else.

use super::blocks::{Block, Blocks};
use super::furniture;
use super::page::Page;

/// The block of the headline: the `h1` that the page's head names, else the last one before the article, else another block before
/// the article that says what the head says, else any `h1`. `titles` are what the head calls the page; `first` is the first block
/// of the article's prose.
pub(crate) fn headline(page: &Page, blocks: &Blocks, titles: &[String], first: usize) -> Option<usize> {
    let titles: Vec<String> = titles.iter().map(|title| bare(title)).collect();
    let named = |block: &Block| block.words.len() < 400 && titles.contains(&bare(&block.words));
    let is_h1 = |block: &Block| page.around(block.container).take(3).any(|id| page.nodes[id].name == "h1");
    let all = || blocks.all.iter().enumerate();
    let early = |at: usize| at <= first.saturating_add(1);
    all()
        .find(|(_, block)| is_h1(block) && named(block))
        .or_else(|| all().rfind(|(at, block)| early(*at) && is_h1(block) && block.count > 2))
        .or_else(|| all().find(|(at, block)| early(*at) && block.count > 2 && block.link_share < 90 && named(block)))
        .or_else(|| all().rfind(|(at, block)| early(*at) && is_h1(block)))
        .or_else(|| all().find(|(_, block)| is_h1(block)))
        .map(|(at, _)| at)
}

/// Whether two titles say the same, but for case, accents, marks and spaces.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let one = bare(one);
    !one.is_empty() && one == bare(other)
}

/// Letters and digits alone.
pub(crate) fn bare(words: &str) -> String {
    furniture::fold(words, 400).chars().filter(|c| c.is_alphanumeric()).collect()
}
