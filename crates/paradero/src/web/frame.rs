//! What stands around every page: the language, the links that keep it, and whether protected values are shown.

use super::Shown;
use askama::Template;
use axum::{
    extract::{FromRequestParts, Query},
    http::{Uri, request::Parts},
};
use paradero_model::{Lang, Modality};
use paradero_publish::{
    Masked, TOKEN,
    html::{Text, piece},
    terms::{Phrase, Term},
};
use serde::Deserialize;
use std::{convert::Infallible, sync::Arc};

/// What an address may ask for. Anything else in it is passed over.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    /// `en` or `es`.
    pub lang: Option<String>,
    /// `show`: protected values, on this page only.
    pub protected: Option<String>,
    /// Part of a name.
    pub q: Option<String>,
    /// The statement of a text to show first: its number in the text.
    pub at: Option<String>,
}

/// The frame of a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// Whether protected values are shown.
    pub open: bool,
    /// What was asked for.
    pub asked: Asked,
    path: String,
}

impl Frame {
    /// The frame of the page at `uri`; `lang` is the language where the address names none.
    pub fn new(uri: &Uri, lang: Lang) -> Self {
        let asked = Query::<Asked>::try_from_uri(uri).map(|Query(asked)| asked).unwrap_or_default();
        let lang = asked.lang.as_deref().and_then(Lang::of_tag).unwrap_or(lang);
        let open = asked.protected.as_deref() == Some("show");
        Self { lang, open, asked, path: uri.path().to_owned() }
    }

    /// The same frame around a page that has no address of its own: the links lead to the list.
    pub fn lost(mut self) -> Self {
        self.path = "/".to_owned();
        self
    }

    /// A text that went through the veil, escaped and isolated.
    pub fn text<'t>(&self, text: &'t Masked) -> Text<'t> {
        piece(text.as_str(), self.lang)
    }

    /// The same where only plain words can stand: in a page's title.
    pub fn plain(&self, text: &Masked) -> String {
        text.as_str().replace(TOKEN, &format!("‹{}›", self.say(Phrase::Withheld)))
    }

    /// A heading or sentence.
    pub fn say(&self, phrase: Phrase) -> &'static str {
        phrase.say(self.lang)
    }

    /// The words of a code.
    pub fn term<T: Term>(&self, value: &T) -> &'static str {
        value.say(self.lang)
    }

    /// The word of a modality.
    pub fn modality(&self, modality: Modality) -> &'static str {
        modality.say(self.lang)
    }

    /// The address of another page, in the same language. What is protected is hidden there until it is asked for again.
    pub fn link(&self, path: &str) -> String {
        format!("{path}?lang={}", self.lang.code())
    }

    /// The address of this page in another language.
    pub fn in_language(&self, lang: &Lang) -> String {
        self.address(*lang, self.open)
    }

    /// The address of this page with what is protected shown where it is hidden, and hidden where it is shown.
    pub fn toggled(&self) -> String {
        self.address(self.lang, !self.open)
    }

    fn address(&self, lang: Lang, open: bool) -> String {
        let mut address = format!("{}?lang={}", self.path, lang.code());
        for (name, value) in [("q", &self.asked.q), ("at", &self.asked.at)] {
            if let Some(value) = value.as_deref().filter(|value| !value.is_empty()) {
                address.push_str(&format!("&{name}={}", encoded(value)));
            }
        }
        if open {
            address.push_str("&protected=show");
        }
        address
    }

    /// Whether the page is in this language.
    pub fn is_in(&self, lang: &Lang) -> bool {
        self.lang == *lang
    }

    /// The attribute that says which page of the menu this is.
    pub fn current(&self, path: &str) -> &'static str {
        if self.path == path { "page" } else { "false" }
    }
}

impl FromRequestParts<Arc<Shown>> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<Shown>) -> Result<Self, Infallible> {
        Ok(Self::new(&parts.uri, state.lang))
    }
}

/// Percent-encodes everything but letters and digits of ASCII.
fn encoded(value: &str) -> String {
    value.bytes().fold(String::new(), |out, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out + &char::from(byte).to_string(),
        _ => out + &format!("%{byte:02X}"),
    })
}

/// A page that says one thing.
#[derive(Template)]
#[template(path = "message.html")]
pub struct Message<'a> {
    pub f: &'a Frame,
    pub title: String,
    pub text: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_the_language_and_drops_what_was_shown() {
        let frame = Frame::new(&"/?lang=es&protected=show&q=jos%C3%A9+%26%20co&other=1".parse().expect("an address"), Lang::En);
        assert_eq!(frame.link("/about"), "/about?lang=es");
        assert_eq!(frame.in_language(&Lang::En), "/?lang=en&q=jos%C3%A9%20%26%20co&protected=show");
        assert_eq!(frame.toggled(), "/?lang=es&q=jos%C3%A9%20%26%20co");
    }
}
