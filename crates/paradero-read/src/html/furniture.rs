//! What belongs to the site and not to the article: navigation, sharing, related stories, comments, captions, notices on cookies.
//!
//! Told by element and role, by the words that people give to classes and ids (English and Spanish), and by the phrases such blocks
//! begin with. An element that holds a good part of the page's prose is never furniture, whatever it is called: themes call whole
//! pages "has-sidebar".

use super::blocks::{Block, Blocks, Shape};
use super::page::{Node, NodeId, Page};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The entries of a list: one a line, `#` begins a remark.
fn lines(list: &'static str) -> Vec<&'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// Words of classes and ids.
static CLASSES: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(include_str!("furniture/classes.txt")).into_iter().collect());

/// Parts of whole classes and ids, where a single word would say too little.
static CLASS_PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("furniture/class-parts.txt")));

/// Beginnings of blocks, in lower case without accents. They count where the block is short, mostly links, or goes on with a colon.
static PHRASES: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("furniture/phrases.txt")));

/// Beginnings of blocks that say who wrote it and when.
static CREDITS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("furniture/credits.txt")));
static BYLINES: LazyLock<Vec<&str>> = LazyLock::new(|| lines(include_str!("furniture/bylines.txt")));

/// For each element, whether it is furniture; an element inside furniture is furniture.
pub(crate) fn cuts(page: &Page, blocks: &Blocks) -> Vec<bool> {
    let mut cut = vec![false; page.nodes.len()];
    let weight = blocks.weigh(page, |at| Some(blocks.all[at].prose));
    let total = weight[0].prose;
    let (teasers, pictures) = (teasers(page, blocks), pictures(page, blocks));
    for id in 1..page.nodes.len() {
        let parent = page.nodes[id].parent;
        let weight = weight[id];
        // Furniture holds little prose: at most two fifths of the page's.
        let small = weight.prose * 5 <= total * 2;
        let mark = sign(&page.nodes[id]);
        cut[id] = cut[parent]
            || small
                && (mark.is_some()
                    || teasers.contains(&id)
                    || pictures.contains(&id)
                    || header(page, id)
                    || links(page, id, weight.chars, weight.links, weight.prose));
    }
    cut
}

/// The elements around headings that are links: they announce other pages, with a sentence or two of each.
fn teasers(page: &Page, blocks: &Blocks) -> HashSet<NodeId> {
    let headings = blocks.all.iter().filter(|block| block.shape == Shape::Heading && block.link_share >= 90);
    let linked = headings.filter(|block| {
        let heading = block.container;
        page.nodes[heading].name != "h1"
            && page.nodes[heading + 1..].iter().take(3).any(|node| {
                let elsewhere = node.attribute("href").is_some_and(|href| !href.starts_with('#'));
                node.name == "a" && node.parent == heading && elsewhere
            })
    });
    linked.map(|block| page.nodes[block.container].parent).filter(|parent| page.nodes[*parent].name != "body").collect()
}

/// The boxes of a picture and one block of words: its caption.
fn pictures(page: &Page, blocks: &Blocks) -> HashSet<NodeId> {
    let mut boxes = HashSet::new();
    let images = page.nodes.iter().enumerate().filter(|(_, node)| matches!(node.name.as_str(), "img" | "picture" | "amp-img"));
    for (_, image) in images {
        let mut around = page.around(image.parent).filter(|id| super::elements::is_block(&page.nodes[*id].name));
        if let Some(id) = around.next()
            && matches!(page.nodes[id].name.as_str(), "div" | "figure" | "dl")
        {
            boxes.insert(id);
        }
    }
    let mut counts: HashMap<NodeId, (usize, usize)> = HashMap::new();
    for block in &blocks.all {
        for id in page.around(block.container).take(3).filter(|id| boxes.contains(id)) {
            let (count, words) = counts.entry(id).or_default();
            *count += 1;
            *words += block.count;
        }
    }
    boxes.retain(|id| counts.get(id).is_some_and(|(count, words)| *count <= 2 && *words <= 60));
    boxes
}

/// Why an element's own tag says that it is furniture.
fn sign(node: &Node) -> Option<()> {
    if matches!(node.name.as_str(), "nav" | "aside" | "footer" | "menu" | "dialog" | "figcaption" | "form") {
        return Some(());
    }
    if let Some(role) = node.attribute("role")
        && matches!(
            role.trim().to_ascii_lowercase().as_str(),
            "navigation"
                | "complementary"
                | "banner"
                | "contentinfo"
                | "dialog"
                | "alertdialog"
                | "search"
                | "menu"
                | "menubar"
                | "toolbar"
                | "tablist"
        )
    {
        return Some(());
    }
    if matches!(node.name.as_str(), "body" | "html" | "main" | "article")
        || node.attribute("itemprop").is_some_and(|name| name.ends_with("Body"))
    {
        return None;
    }
    for value in ["class", "id"].into_iter().filter_map(|name| node.attribute(name)) {
        for name in value.split_whitespace() {
            let lower = name.to_lowercase().replace('_', "-");
            // Page builders call every box a widget.
            if lower.starts_with("elementor") || lower.starts_with("wp-block-group") {
                continue;
            }
            if CLASS_PARTS.iter().any(|part| lower.contains(part))
                || split(name).iter().any(|word| CLASSES.contains(word.as_str()))
            {
                return Some(());
            }
        }
    }
    None
}

/// The words of a class: `relatedPosts`, `related-posts`, `related_posts`.
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars().take(120) {
        if !c.is_alphanumeric() || c.is_uppercase() && before.is_lowercase() {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(plain(c).to_lowercase());
        }
        before = c;
    }
    words
}

/// A header outside of an article is the site's.
fn header(page: &Page, id: NodeId) -> bool {
    page.nodes[id].name == "header"
        && !page.around(id).skip(1).any(|around| matches!(page.nodes[around].name.as_str(), "article" | "main" | "section"))
}

/// A box, list or table that is mostly links and has no prose.
fn links(page: &Page, id: NodeId, chars: usize, links: usize, prose: usize) -> bool {
    matches!(page.nodes[id].name.as_str(), "ul" | "ol" | "dl" | "table" | "div" | "section")
        && prose == 0
        && chars > 0
        && links * 2 > chars
}

/// Whether a block's own words say that it is furniture.
pub(crate) fn says_so(block: &Block) -> bool {
    let folded = fold(&block.words, 120);
    let short = block.count <= 8 || block.link_share > 30;
    let phrase = PHRASES.iter().any(|phrase| {
        folded.strip_prefix(phrase).is_some_and(|rest| {
            let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric()) || phrase.ends_with(':');
            ends && (short && block.prose * 100 < block.words.len() * 100
                || block.link_share > 30
                || rest.trim_start().starts_with([':', '|', '»', '>']))
        })
    });
    // "Con información de la agencia", wholly a link, says where the report comes from.
    let credit = CREDITS.iter().any(|mark| folded.contains(mark));
    let all_link = block.link_share >= 90 && !credit && block.count < 40 && block.shape != Shape::Heading;
    let no_words = !block.words.chars().any(char::is_alphanumeric);
    phrase || all_link || no_words
}

/// Whether a block is a notice of rights: sentences, but nobody's article.
pub(crate) fn is_notice(block: &Block) -> bool {
    let words = block.words.to_lowercase();
    block.count < 60
        && (words.contains('©')
            || words.starts_with("copyright")
            || ["all rights reserved", "derechos reservados", "prohibida la reproducci", "prohibida su reproducci"]
                .iter()
                .any(|mark| words.contains(mark)))
}

/// Whether a block tells how to reach or follow the author or the office: the end of many articles, and no part of them.
pub(crate) fn is_contact(block: &Block) -> bool {
    let address = block.words.split_whitespace().any(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
            || word.starts_with('@')
    });
    block.words.to_lowercase().contains("version of this article")
        || block.count <= 40 && address && !block.words.contains(['“', '«', '"'])
}

/// Whether a block says who wrote the article, or when, and no more.
pub(crate) fn is_byline(block: &Block) -> bool {
    let folded = fold(&block.words, 40);
    block.count <= 12
        && block.prose == 0
        && !matches!(block.shape, Shape::Row | Shape::Item)
        && (BYLINES.iter().any(|start| folded.starts_with(start)) || only_date(&block.words))
}

/// Whether a block is a date with little around it.
fn only_date(words: &str) -> bool {
    words.len() < 80 && crate::dates::printed(words).is_some() && words.split_whitespace().count() <= 9
}

/// The first `length` characters in lower case, without accents.
pub(crate) fn fold(words: &str, length: usize) -> String {
    words
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .take(length)
        .map(plain)
        .flat_map(char::to_lowercase)
        .collect()
}

fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'Á' | 'â' => 'a',
        'é' | 'è' | 'É' | 'ê' => 'e',
        'í' | 'Í' => 'i',
        'ó' | 'Ó' | 'ô' => 'o',
        'ú' | 'Ú' | 'ü' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_read_in_their_words() {
        assert_eq!(split("relatedPosts__box-2"), ["related", "posts", "", "box", "2"]);
    }
}
