//! What a page says about itself: meta tags, JSON-LD, microdata, time elements, and what is printed round the headline.

use super::article::Chosen;
use super::blocks::{Blocks, Shape};
use super::entities;
use super::furniture;
use super::headline::same;
use super::json_ld::Ld;
use super::outlet::{self, DASHES};
use super::page::{Event, Page};
use crate::dates;
use paradero_model::{About, Edtf, Lang};
use std::collections::HashMap;

/// Everything found, before it is weighed.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// `meta` by name, property or itemprop, in lower case.
    metas: HashMap<String, String>,
    ld: Ld,
    canonical: Option<String>,
    lang: Option<String>,
    /// What the head calls the page, best first: JSON-LD, `og:title`, `<title>` and its parts.
    pub(crate) titles: Vec<String>,
    /// `<title>`
    title: Option<String>,
    /// Stamps of time elements and microdata, in order; those marked as publication first.
    stamps: Vec<String>,
    /// Names of the site as its header prints them.
    logos: Vec<String>,
    /// Words of elements marked as the author's name.
    authors: Vec<String>,
}

impl Facts {
    pub(crate) fn of(text: &str, page: &Page) -> Self {
        let mut facts = Self::default();
        let mut marked = Vec::new();
        for (id, node) in page.nodes.iter().enumerate() {
            let attribute = |name: &str| node.attribute(name).map(str::trim).filter(|value| !value.is_empty());
            let inner = || inner(text, page, id);
            match node.name.as_str() {
                "html" => facts.lang = attribute("lang").or(attribute("xml:lang")).map(str::to_owned),
                "meta" => {
                    if let Some(content) = attribute("content") {
                        for name in ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(attribute) {
                            facts.metas.entry(name.to_ascii_lowercase()).or_insert_with(|| content.to_owned());
                        }
                    }
                }
                "link"
                    if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) && facts.canonical.is_none() =>
                {
                    facts.canonical = attribute("href").map(str::to_owned);
                }
                "script" if attribute("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) => {
                    facts.ld.add(&raw(text, page, id))
                }
                "title" if facts.title.is_none() => facts.title = Some(inner()).filter(|title| !title.is_empty()),
                "time" => {
                    if let Some(stamp) = attribute("datetime") {
                        let words =
                            attribute("itemprop").unwrap_or_default().to_owned() + " " + attribute("class").unwrap_or_default();
                        if words.to_ascii_lowercase().contains("publish") {
                            marked.push(stamp.to_owned());
                        } else if !words.to_ascii_lowercase().contains("modif") && !words.to_ascii_lowercase().contains("updat") {
                            facts.stamps.push(stamp.to_owned());
                        }
                    }
                }
                "a" if matches!(attribute("href"), Some("/" | "./" | "index.html")) || attribute("rel") == Some("home") => {
                    let alt = page.nodes[id + 1..]
                        .iter()
                        .take(3)
                        .find(|child| child.name == "img" && child.parent == id)
                        .and_then(|img| img.attribute("alt"));
                    facts.logos.extend(
                        [inner(), alt.unwrap_or_default().trim().to_owned()]
                            .into_iter()
                            .filter(|name| !name.is_empty() && name.len() < 80),
                    );
                }
                _ => {}
            }
            let named = |word: &str| {
                attribute("itemprop") == Some(word) || attribute("property").is_some_and(|name| name.ends_with(word))
            };
            if named("datePublished") && !matches!(node.name.as_str(), "meta" | "time")
                || node.name == "abbr" && attribute("class").is_some_and(|class| class.contains("published"))
            {
                marked.extend(
                    attribute("content")
                        .or(attribute("datetime"))
                        .or(attribute("title"))
                        .map(str::to_owned)
                        .or_else(|| Some(inner())),
                );
            }
            let author = attribute("rel").is_some_and(|rel| rel.split_whitespace().any(|word| word == "author"))
                || attribute("itemprop").is_some_and(|name| name == "author")
                || node.name == "a" && attribute("href").is_some_and(is_author)
                || attribute("class").is_some_and(|class| {
                    class.split_whitespace().any(|word| {
                        matches!(
                            word.to_lowercase().as_str(),
                            "byline" | "author" | "firma" | "autor" | "author-name" | "byline-name" | "fn"
                        )
                    })
                });
            if author && node.name != "meta" && facts.authors.len() < 8 {
                facts.authors.push(inner());
            }
        }
        marked.append(&mut facts.stamps);
        facts.stamps = marked;
        facts.titles = facts.names();
        facts
    }

    /// What the head calls the page.
    fn names(&self) -> Vec<String> {
        let mut titles: Vec<String> =
            [self.ld.headline.clone(), self.meta(&["og:title", "twitter:title", "dc.title", "sailthru.title"])]
                .into_iter()
                .flatten()
                .map(|title| decode(&title))
                .collect();
        if let Some(title) = &self.title {
            titles.push(title.clone());
            for dash in DASHES {
                if let Some((start, end)) = title.rsplit_once(dash) {
                    titles.extend([start.to_owned(), end.to_owned()]);
                }
                if let Some((start, end)) = title.split_once(dash) {
                    titles.extend([start.to_owned(), end.to_owned()]);
                }
            }
            // "Review: Title - Outlet"
            titles.extend(titles.clone().iter().filter_map(|part| part.split_once(": ").map(|(_, end)| end.to_owned())));
        }
        titles.retain(|title| title.split_whitespace().count() > 2);
        titles
    }

    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.get(*name)).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// What is said about the text that was chosen.
    pub(crate) fn about(&self, blocks: &Blocks, chosen: &Chosen) -> About {
        let headline = chosen.headline.map(|at| blocks.all[at].words.split_whitespace().collect::<Vec<_>>().join(" "));
        let publisher = self.publisher(headline.as_deref(), blocks);
        About {
            report: None,
            title: self.title(headline, publisher.as_deref()),
            author: self.author(blocks, chosen),
            published: self.published(blocks, chosen),
            url: self.url(),
            lang: self.lang(),
            publisher,
        }
    }

    fn title(&self, headline: Option<String>, publisher: Option<&str>) -> Option<String> {
        let bare = |title: String| -> String {
            for dash in DASHES {
                for (start, end) in [title.rsplit_once(dash), title.split_once(dash)].into_iter().flatten() {
                    if publisher.is_some_and(|outlet| same(outlet, end)) {
                        return start.trim().to_owned();
                    }
                    if publisher.is_some_and(|outlet| same(outlet, start)) {
                        return end.trim().to_owned();
                    }
                }
            }
            title
        };
        // The printed headline goes first where the head names it: share cards are often shortened.
        let named = headline.clone().filter(|headline| self.titles.iter().any(|title| same(title, headline)));
        named
            .or_else(|| self.meta(&["og:title"]).map(|title| bare(decode(&title))))
            .or(headline)
            .or_else(|| self.title.clone().map(bare))
    }

    fn publisher(&self, headline: Option<&str>, blocks: &Blocks) -> Option<String> {
        let said = self.meta(&["og:site_name"]).or_else(|| self.ld.publisher.clone());
        let said = said.or_else(|| {
            self.meta(&["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "copyright-holder"])
        });
        let said = said.filter(|name| !name.starts_with("http")).map(|name| decode(&name));
        said.or_else(|| outlet::of_title(self.title.as_deref()?, headline, &self.logos))
            .or_else(|| outlet::of_logos(&self.logos))
            .or_else(|| outlet::of_rights(blocks))
    }

    fn author(&self, blocks: &Blocks, chosen: &Chosen) -> Option<String> {
        let said = self.meta(&[
            "author",
            "autor",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "byl",
            "og:article:author",
        ]);
        let said = said
            .filter(|name| !name.starts_with("http"))
            .or_else(|| self.ld.author.clone())
            .map(|name| decode(&name))
            .filter(|name| !is_keeper(name));
        let printed = || self.authors.iter().find_map(|name| byline(name));
        let near = || {
            let first = chosen.prose.map_or(0, |(first, _)| first);
            let from = chosen.headline.unwrap_or(0).min(first);
            blocks.all[from..first].iter().filter(|block| furniture::is_byline(block)).find_map(|block| {
                let folded = furniture::fold(&block.words, 12);
                ["by ", "por ", "escrito por", "written by", "texto:"]
                    .iter()
                    .any(|start| folded.starts_with(start))
                    .then(|| byline(&block.words))?
            })
        };
        said.map(|name| byline(&name).unwrap_or(name)).or_else(printed).or_else(near)
    }

    fn published(&self, blocks: &Blocks, chosen: &Chosen) -> Option<Edtf> {
        let metas = [
            "article:published_time",
            "og:article:published_time",
            "article:published",
            "datepublished",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "dcterms.created",
            "dc.date.created",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "date",
            "article_date_original",
            "cxenseparse:recs:publishtime",
            "fecha",
            "original-publish-date",
        ];
        let mut stamps: Vec<String> = Vec::new();
        stamps.extend(self.meta(&metas[..3]));
        stamps.extend(self.ld.published.clone());
        stamps.extend(metas[3..].iter().filter_map(|name| self.meta(&[name])));
        stamps.extend(self.stamps.iter().take(1).cloned());
        // Midnight in Greenwich is another day in Caracas: a stamp with the page's own zone, or a bare day, goes first.
        let greenwich =
            |stamp: &str| stamp.contains(':') && (stamp.ends_with('Z') || stamp.ends_with("+00:00") || stamp.ends_with("+0000"));
        let best = stamps.iter().filter(|stamp| dates::day_of_stamp(stamp).is_some()).min_by_key(|stamp| greenwich(stamp));
        let printed = self.printed(blocks, chosen);
        match best {
            Some(stamp) if greenwich(stamp) => {
                let day = dates::day_of_stamp(stamp);
                // What the page prints is its local day, where the two are neighbours.
                let near = |printed: &Edtf| day.as_ref().is_some_and(|day| dates::apart(day, printed) <= 1);
                printed.filter(near).or(day)
            }
            Some(stamp) => dates::day_of_stamp(stamp),
            None => printed,
        }
    }

    /// A date printed between the headline and the article, or in the page's header: only where all such dates are one.
    fn printed(&self, blocks: &Blocks, chosen: &Chosen) -> Option<Edtf> {
        let (first, last) = chosen.prose?;
        let from = chosen.headline.map_or(first, |headline| headline.min(first));
        let around = |range: std::ops::Range<usize>| -> Vec<Edtf> {
            let short = blocks.all[range]
                .iter()
                .filter(|block| block.words.len() < 160 && block.prose == 0 && !matches!(block.shape, Shape::Row | Shape::Item));
            let mut found: Vec<Edtf> = short.filter_map(|block| dates::printed(&block.words)).collect();
            found.dedup();
            found
        };
        let near = [from..first, 0..from].into_iter().map(around).find(|found| !found.is_empty());
        near.or_else(|| {
            // "Last updated: 12 January 2025" at the end.
            let end = blocks.all.len();
            let tail = blocks.all[(last + 1).min(end)..(last + TAIL).min(end).max((last + 1).min(end))]
                .iter()
                .filter(|block| furniture::is_byline(block));
            let mut found: Vec<Edtf> = tail.filter_map(|block| dates::printed(&block.words)).collect();
            found.dedup();
            Some(found)
        })
        .filter(|found| found.len() == 1)?
        .pop()
    }

    fn url(&self) -> Option<String> {
        let found = self
            .canonical
            .clone()
            .filter(|url| url.contains("://"))
            .or_else(|| self.meta(&["og:url"]))
            .or_else(|| self.ld.url.clone());
        found.or_else(|| self.canonical.clone())
    }

    fn lang(&self) -> Option<Lang> {
        let said = [
            self.lang.clone(),
            self.meta(&["og:locale"]),
            self.ld.lang.clone(),
            self.meta(&["content-language", "language", "dc.language", "inlanguage"]),
        ];
        said.into_iter().flatten().find_map(|tag| Lang::of_tag(&tag))
    }
}

/// Names that mean whoever keeps the site.
fn is_keeper(name: &str) -> bool {
    matches!(
        furniture::fold(name, 40).as_str(),
        "admin" | "administrator" | "administrador" | "webmaster" | "editor" | "superuser" | "super user" | "user" | "usuario"
    )
}

/// Whether an address is the page of an author.
fn is_author(address: &str) -> bool {
    address.split(['/', '?']).any(|part| matches!(part, "author" | "authors" | "autor" | "autores" | "autora" | "firmas"))
}

/// The names of a byline: without "By", "Por", and what follows the names.
fn byline(words: &str) -> Option<String> {
    let mut words = words.trim();
    for start in ["By ", "by ", "BY ", "Por ", "por ", "POR ", "By: ", "Por: ", "Written by ", "Escrito por ", "Texto: "] {
        words = words.strip_prefix(start).unwrap_or(words).trim();
    }
    let end = words.find(['|', '\n', '·', '•', '[', '/']).unwrap_or(words.len());
    let name = words[..end].trim().trim_end_matches([',', ';', '-', '—']).trim();
    let plausible =
        name.chars().any(char::is_alphabetic) && name.len() <= 120 && !name.contains("http") && dates::printed(name).is_none();
    (plausible && !is_keeper(name)).then(|| name.to_owned())
}

/// A value in which the references were written twice (`&amp;oacute;`).
fn decode(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (words, length) = entities::reference(rest).unwrap_or_else(|| ("&".to_owned(), 1));
        out.push_str(&words);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Blocks after the article in which a date of publication is looked for.
const TAIL: usize = 40;

/// Longest text taken of one element for metadata.
const INNER: usize = 600;

/// The words inside an element, on one line.
fn inner(text: &str, page: &Page, id: usize) -> String {
    decode(&gathered(text, page, id, INNER))
}

/// The characters inside an element, as they stand.
fn raw(text: &str, page: &Page, id: usize) -> String {
    gathered(text, page, id, usize::MAX)
}

fn gathered(text: &str, page: &Page, id: usize, limit: usize) -> String {
    let (from, to) = page.nodes[id].events;
    let mut out = String::new();
    // Bounded in events too: many elements may stand inside each other, each asked for its words.
    for event in page.events[from..to].iter().take(if limit == usize::MAX { usize::MAX } else { 40 }) {
        if let Event::Text(_, span) = event {
            out.push_str(crate::limits::prefix(span.of(text).unwrap_or_default(), limit.saturating_sub(out.len())));
        }
    }
    out
}
