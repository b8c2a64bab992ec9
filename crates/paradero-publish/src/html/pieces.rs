//! The small pieces of a page: masked words, chips of modality, links to statements.

use crate::{
    TOKEN,
    terms::{Phrase, Term},
};
use askama::Template;
use paradero_model::{Lang, Modality};
use std::borrow::Cow;

/// Words that came from outside, isolated so that their direction and their marks touch nothing around them; what is withheld
/// stands as a token of fixed width in the reader's language.
#[derive(Template)]
#[template(
    source = r#"<bdi>{% for part in parts %}{% if part.1 %}<span class="withheld">‹{{ withheld }}›</span>{% else %}{{ part.0 }}{% endif %}{% endfor %}</bdi>"#,
    ext = "html"
)]
pub struct Text<'a> {
    parts: Vec<(Cow<'a, str>, bool)>,
    withheld: &'static str,
}

impl Text<'_> {
    /// Words of our own.
    pub(super) fn own(words: String) -> Self {
        Text { parts: vec![(Cow::Owned(words), false)], withheld: "" }
    }
}

// Safe: written by the template above, which escapes every value.
impl askama::filters::HtmlSafe for Text<'_> {}

/// The piece for a text that went through a veil, or for one that needs none.
#[must_use]
pub fn piece(text: &str, lang: Lang) -> Text<'_> {
    let mut parts = Vec::new();
    for (at, part) in text.split(TOKEN).enumerate() {
        if at > 0 {
            parts.push((Cow::Borrowed(""), true));
        }
        if !part.is_empty() {
            parts.push((visible(part), false));
        }
    }
    Text { parts, withheld: Phrase::Withheld.say(lang) }
}

/// Control characters that no page should hold are shown as U+FFFD.
fn visible(text: &str) -> Cow<'_, str> {
    let control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t' | '\r');
    if text.contains(control) { Cow::Owned(text.replace(control, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// Several wordings of one thing.
#[derive(Template)]
#[template(
    source = r#"{% for text in texts %}{% if !loop.first %} <span class="or">/</span> {% endif %}{{ text }}{% endfor %}"#,
    ext = "html"
)]
pub(super) struct Texts<'a> {
    pub texts: Vec<Text<'a>>,
}

impl Texts<'_> {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl askama::filters::HtmlSafe for Texts<'_> {}

/// How sure the words are: nothing where all that is told is stated; else each modality in words and in its own shape.
#[derive(Template)]
#[template(source = r#"{% for chip in chips %} <span class="chip {{ chip.0 }}">{{ chip.1 }}</span>{% endfor %}"#, ext = "html")]
pub(super) struct Chips {
    chips: Vec<(&'static str, &'static str)>,
}

impl Chips {
    pub fn of(modality: &[Modality], lang: Lang) -> Self {
        let plain = modality.iter().all(|one| *one == Modality::Stated);
        let chips = modality.iter().filter(|_| !plain).map(|one| (one.name(), one.say(lang))).collect();
        Self { chips }
    }
}

impl askama::filters::HtmlSafe for Chips {}

/// How many independent origins, and a link to each statement's words.
#[derive(Template)]
#[template(
    source = r#"<span class="refs">{% if origins > 0 %}<span class="origins">{{ told }}</span> {% endif %}<span class="links">{% for link in links %}<a href="{{ link.1 }}" aria-label="{{ see }} {{ link.0 }}">{{ link.0 }}</a>{% if !loop.last %} {% endif %}{% endfor %}</span></span>"#,
    ext = "html"
)]
struct RefsMarkup<'a> {
    links: &'a [(usize, String)],
    origins: usize,
    told: String,
    see: &'static str,
}

/// See [`RefsMarkup`].
pub(super) struct Refs {
    pub links: Vec<(usize, String)>,
    pub origins: usize,
    pub lang: Lang,
}

impl std::fmt::Display for Refs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = super::counted(self.origins, Phrase::IndependentOrigin, Phrase::IndependentOrigins, self.lang);
        let markup = RefsMarkup { links: &self.links, origins: self.origins, told, see: Phrase::SeeWords.say(self.lang) };
        write!(f, "{markup}")
    }
}

impl askama::filters::HtmlSafe for Refs {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_outside_are_escaped_and_isolated() {
        let shown = piece("<script>alert(1)</script> \u{202e}x\u{0}", Lang::En).to_string();
        assert_eq!(shown, "<bdi>&#60;script&#62;alert(1)&#60;/script&#62; \u{202e}x\u{fffd}</bdi>");
    }

    #[test]
    fn what_is_withheld_stands_in_the_readers_language() {
        assert_eq!(piece("a ‹withheld› b", Lang::Es).to_string(), "<bdi>a <span class=\"withheld\">‹reservado›</span> b</bdi>");
    }

    #[test]
    fn only_doubt_gets_a_chip_and_each_doubt_its_own() {
        assert_eq!(Chips::of(&[Modality::Stated], Lang::En).to_string(), "");
        let both = Chips::of(&[Modality::Stated, Modality::Denied], Lang::En).to_string();
        assert!(both.contains("chip stated") && both.contains("chip denied"), "{both}");
    }
}
