//! Reads a page: the words a reader came for, and what the page says about itself.
//!
//! 1. `tokens`: tags and text with their places (the tokenizer of the HTML standard, from a library);
//! 2. `page`: open and closed elements (`elements` says of what kind) in one flat list, never deeper than the limit, without recursion;
//! 3. `blocks`: runs of words between block borders (a paragraph, a heading, a list item, a row of a table);
//! 4. `furniture`: what belongs to the site and not to the article, by element, role, class and phrase, in English and Spanish;
//! 5. `article`: the element that holds the article's paragraphs, the blocks of it that are kept, and the `headline`;
//! 6. `render`: characters of those blocks, entities decoded (`entities`), white space folded, every byte mapped;
//! 7. `meta`, `outlet` and `json_ld`: title, outlet, byline, day, address, language.

mod article;
mod blocks;
mod elements;
mod entities;
mod furniture;
mod headline;
mod json_ld;
mod meta;
mod outlet;
mod page;
mod render;
mod tokens;

use crate::{Notes, Piece, plain};
use paradero_model::{Problem, Span};

/// Reads a whole page: its article and what it says about itself. Where no article stands out, all words of the page.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Piece {
    let text = plain::bounded(text, notes);
    let page = page::Page::of(text);
    told(&page, notes);
    let blocks = blocks::Blocks::of(text, &page);
    let facts = meta::Facts::of(text, &page);
    let chosen = article::choose(&page, &blocks, &facts.titles);
    if !chosen.stands_out {
        notes.add(Problem::NoArticle, Some(Span::new(0, text.len())), "");
    }
    let body = render::render(text, &blocks, &chosen);
    let about = facts.about(&blocks, &chosen);
    Piece { reader: "html/1", body, about }
}

/// Reads a fragment of a page (an entry of a feed): all its words, less the furniture.
pub(crate) fn fragment(text: &str, notes: &mut Notes) -> crate::mapped::Mapped {
    let text = plain::bounded(text, notes);
    let page = page::Page::of(text);
    told(&page, notes);
    let blocks = blocks::Blocks::of(text, &page);
    render::render(text, &blocks, &article::fragment(&page, &blocks))
}

/// The characters of one reference that is the whole of `words`.
pub(crate) fn reference(words: &str) -> Option<String> {
    entities::reference(words).filter(|(_, length)| *length == words.len()).map(|(words, _)| words)
}

fn told(page: &page::Page, notes: &mut Notes) {
    if let Some(span) = page.too_deep {
        let full = page.nodes.len() >= crate::limits::ELEMENTS;
        let limit = if full { crate::limits::ELEMENTS } else { crate::limits::DEPTH };
        notes.add(Problem::TooDeep, Some(span), limit.to_string());
    }
    if let Some(span) = page.broken {
        notes.add(Problem::BrokenMarkup, Some(span), "");
    }
}
