//! Tags and text of a page with their places, from html5gum, which follows the states of the HTML standard.
//!
//! Text is what stands between two other tokens: its places come from the tags, and entities are decoded later, with a map.

use crate::limits;
use html5gum::{DefaultEmitter, Token as Gum, Tokenizer};
use paradero_model::Span;

/// One token of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `<name a="b">`: names in lower case, entities in values decoded.
    Start { name: String, attributes: Vec<(String, String)>, span: Span },
    /// `</name>`
    End { name: String, span: Span },
    /// Characters, not yet decoded.
    Text(Span),
}

/// Attributes that some rule of this crate looks at; all others are dropped at once.
const KEPT: &[&str] = &[
    "alt",
    "aria-hidden",
    "charset",
    "class",
    "content",
    "datetime",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "style",
    "title",
    "type",
    "xml:lang",
];

/// Hands every token of `text` to `each`, in order.
pub(crate) fn tokens(text: &str, mut each: impl FnMut(Token)) {
    // One byte for one byte, so that places stay: the tokenizer folds CR LF and would count them as one.
    let level = if text.contains('\r') { std::borrow::Cow::Owned(text.replace('\r', "\n")) } else { text.into() };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut done = 0;
    for token in Tokenizer::new_with_emitter(level.as_ref(), emitter) {
        let Ok(token) = token;
        let (made, span) = match token {
            Gum::StartTag(tag) => {
                let mut attributes = Vec::new();
                for (name, value) in tag.attributes {
                    let name = String::from_utf8_lossy(&name);
                    if KEPT.contains(&name.as_ref()) && attributes.len() < limits::ATTRIBUTES {
                        attributes.push((name.into_owned(), String::from_utf8_lossy(&value).into_owned()));
                    }
                }
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let span = within(text, tag.span, done);
                (Some(Token::Start { name, attributes, span }), span)
            }
            Gum::EndTag(tag) => {
                let span = within(text, tag.span, done);
                (Some(Token::End { name: String::from_utf8_lossy(&tag.name).into_owned(), span }), span)
            }
            Gum::Comment(comment) => (None, within(text, comment.span, done)),
            Gum::Doctype(doctype) => (None, within(text, doctype.span, done)),
            Gum::String(_) | Gum::Error(_) => continue,
        };
        if span.start() > done {
            each(Token::Text(Span::new(done, span.start())));
        }
        done = span.end();
        if let Some(made) = made {
            each(made);
        }
    }
    if done < text.len() {
        each(Token::Text(Span::new(done, text.len())));
    }
}

/// The tokenizer's places, held inside the text, after what is done, and off the middle of a character: whatever a library
/// counts, no place of ours is ever outside.
fn within(text: &str, span: html5gum::Span<usize>, done: usize) -> Span {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start).max(done);
    Span::new(start, floor(span.end).max(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<Token> {
        let mut all = Vec::new();
        tokens(text, |token| all.push(token));
        all
    }

    #[test]
    fn text_is_what_stands_between_tags_and_comments() {
        let page = "a<!-- x > --><b\r\nclass='y'>ñ&amp;\r\n</b>z<script>1<2</p></script>!";
        let words: Vec<_> =
            all(page).iter().filter_map(|token| if let Token::Text(span) = token { span.of(page) } else { None }).collect();
        assert_eq!(words, ["a", "ñ&amp;\r\n", "z", "1<2</p>", "!"]);
    }

    proptest! {
        #[test]
        fn every_tag_stands_where_it_says(page in "(<[a-z!/?]{0,3}[ a-z='\"\r\n&;ñ-]{0,6}>?|[a-zñ \r\n&;<>-]{0,6}|<!--[a-z-]{0,4}-?-?>?){0,12}") {
            let mut end = 0;
            for token in all(&page) {
                let (Token::Start { span, .. } | Token::End { span, .. } | Token::Text(span)) = &token;
                prop_assert!(span.start() >= end);
                end = span.end();
                if let Token::Start { name, .. } = &token {
                    let tag = span.of(&page).expect("a place on characters");
                    prop_assert!(tag.starts_with('<') && tag.ends_with('>'), "{tag:?} in {page:?}");
                    prop_assert!(tag[1..].to_lowercase().starts_with(name.as_str()), "{tag:?}");
                }
            }
            prop_assert!(end <= page.len());
        }
    }
}
