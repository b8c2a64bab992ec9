//! A release as HTML: a single file that needs nothing else, or the article of a page.
//!
//! Everything is written by auto-escaping templates; the only markup is ours. No script, no request, a policy that forbids both.

mod pieces;

use crate::{
    Masked, Release, release as out,
    terms::{self, Phrase, Term},
};
use askama::Template;
use paradero_case::Minimum;
use paradero_model::{ActCode, Bound, Edtf, Lang, Modality, Property};
use pieces::{Chips, Refs, Texts};
pub use pieces::{Text, piece};
use std::io::{self, Write};

/// The style sheet of releases and of the pages: one file, no import, no font from elsewhere.
pub const STYLE: &str = include_str!("../templates/style.css");

/// Where the numbers of an article lead.
pub struct Links<'a> {
    /// The address of a statement's words; `#w` and the number where they stand in the same file.
    pub statement: &'a dyn Fn(out::Number) -> String,
    /// The address of a report's text, where there is a page for it.
    pub report: &'a dyn Fn(usize) -> Option<String>,
    /// What a report without a title is called, where the user's own machine knows it by a file name. A release never says one: a
    /// file may be named after whoever handed it in.
    pub name: &'a dyn Fn(usize) -> Option<Masked>,
}

/// Writes a release as one self-contained HTML file in `lang`.
///
/// # Errors
/// Where `to` cannot be written.
pub fn write(release: &Release, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let links = Links { statement: &|number| format!("#w{number}"), report: &|_| None, name: &|_| None };
    let page = File { article: Article { r: release, v: View::of(release, lang, &links, true) }, lang, style: STYLE };
    to.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

/// The article of a release in `lang`, to stand inside a page of the program. The markup is whole and safe to place as it is.
#[must_use]
pub fn article(release: &Release, lang: Lang, links: &Links<'_>) -> String {
    Article { r: release, v: View::of(release, lang, links, false) }.to_string()
}

#[derive(Template)]
#[template(path = "release.html")]
struct File<'a> {
    article: Article<'a>,
    lang: Lang,
    style: &'static str,
}

#[derive(Template)]
#[template(path = "article.html")]
struct Article<'a> {
    r: &'a Release,
    v: View<'a>,
}

impl Article<'_> {
    /// What the policy withholds, in words.
    fn withheld(&self) -> String {
        terms::protected(&self.r.withheld, self.v.lang)
    }
}

// Safe: written by its template, which escapes every value.
impl askama::filters::HtmlSafe for Article<'_> {}

/// What the templates ask: words, dates and links in one language.
struct View<'a> {
    lang: Lang,
    links: &'a Links<'a>,
    standalone: bool,
    /// Whether every value goes back to one origin: said once at the head, not beside each value.
    one_origin: bool,
}

impl<'a> View<'a> {
    fn of(release: &Release, lang: Lang, links: &'a Links<'a>, standalone: bool) -> Self {
        View { lang, links, standalone, one_origin: release.independent_origins == 1 }
    }
    fn say(&self, phrase: Phrase) -> &'static str {
        phrase.say(self.lang)
    }

    fn term<T: Term>(&self, value: &T) -> &'static str {
        value.say(self.lang)
    }

    fn text<'t>(&self, text: &'t Masked) -> Text<'t> {
        piece(text.as_str(), self.lang)
    }

    fn texts<'t>(&self, texts: &'t [Masked]) -> Texts<'t> {
        Texts { texts: texts.iter().map(|text| self.text(text)).collect() }
    }

    fn chips(&self, modality: &[Modality]) -> Chips {
        Chips::of(modality, self.lang)
    }

    fn refs(&self, statements: &[out::Number], origins: &usize) -> Refs {
        let links = statements.iter().map(|&number| (number, (self.links.statement)(number))).collect();
        Refs { links, origins: if self.one_origin { 0 } else { *origins }, lang: self.lang }
    }

    /// The links alone, where no number of origins is told.
    fn links_only(&self, statements: &[out::Number]) -> Refs {
        self.refs(statements, &0)
    }

    /// The dates told of a step, one beside the other, or that none is recorded.
    fn when(&self, when: &[Edtf]) -> String {
        let told: Vec<String> = when.iter().map(|date| self.date(date)).collect();
        if told.is_empty() { self.say(Phrase::Undated).to_owned() } else { told.join(" / ") }
    }

    fn date(&self, date: &Edtf) -> String {
        terms::date(date, self.lang)
    }

    fn as_of(&self, date: &Edtf) -> String {
        terms::as_of(date, self.lang)
    }

    /// The language of a report, for whoever reads its words aloud.
    fn tongue(&self, release: &Release, report: &Option<usize>) -> &'static str {
        let report = report.and_then(|number| release.reports.iter().find(|report| report.number == number));
        report.and_then(|report| report.lang).map_or("", Lang::code)
    }

    /// The outlets of the reports that statements stand in, each once, at most three, and how many more there are.
    fn outlets<'r>(&self, release: &'r Release, statements: &[out::Number]) -> (Texts<'r>, usize) {
        let mut told: Vec<&Masked> = Vec::new();
        let cited = statements.iter().filter_map(|number| release.statements.iter().find(|one| one.number == *number));
        let reports = cited.filter_map(|one| release.reports.iter().find(|report| Some(report.number) == one.report));
        for publisher in reports.filter_map(|report| report.publisher.as_ref()) {
            if !told.contains(&publisher) {
                told.push(publisher);
            }
        }
        let more = told.len().saturating_sub(3);
        (Texts { texts: told.into_iter().take(3).map(|publisher| piece(publisher.as_str(), self.lang)).collect() }, more)
    }

    /// A day written as EDTF.
    fn day(&self, day: &str) -> String {
        Edtf::parse(day).map_or_else(|| day.to_owned(), |date| self.date(&date))
    }

    /// The word before a place: "to" where the act leads somewhere.
    fn place_word(&self, act: &ActCode) -> &'static str {
        let leads = matches!(act, ActCode::Removal | ActCode::Transfer | ActCode::Return | ActCode::Arrival);
        self.say(if leads { Phrase::To } else { Phrase::In })
    }

    fn fate(&self, sign: &out::Sign) -> String {
        sign.fate.map(|fate| fate.say(self.lang).to_owned()).unwrap_or_default()
    }

    /// A count in words: "at least 252", "about", where no number is told.
    fn number(&self, counted: &out::Counted) -> String {
        match (counted.bound, counted.number) {
            (Bound::Exact, Some(number)) => number.to_string(),
            (bound, Some(number)) => format!("{} {number}", bound.say(self.lang)),
            (_, None) => self.say(Phrase::NumberUnknown).to_owned(),
        }
    }

    /// The value of one side of a conflict: dates in words, fixed names in the reader's language, anything else as worded.
    fn side<'s>(&self, conflict: &out::Conflict, side: &'s out::Side) -> Text<'s> {
        use paradero_case::{ConflictKind as Kind, FateSign};
        let value = side.value.as_str();
        let said = match conflict.kind {
            Kind::Date => Edtf::parse(value).map(|date| self.date(&date)),
            Kind::Fate => FateSign::of_name(value).map(|fate| fate.say(self.lang).to_owned()),
            Kind::Denied => Modality::of_name(value).map(|modality| modality.say(self.lang).to_owned()),
            _ => None,
        };
        said.map_or_else(|| self.text(&side.value), Text::own)
    }

    fn kind(&self, kind: &str) -> &'static str {
        self.say(match kind {
            "act" => Phrase::KindAct,
            "attribute" => Phrase::KindAttribute,
            "allegation" => Phrase::KindAllegation,
            "quote" => Phrase::KindQuote,
            "origin" => Phrase::KindOrigin,
            _ => Phrase::KindCount,
        })
    }

    fn report_link(&self, number: &usize) -> Option<String> {
        (self.links.report)(*number)
    }

    fn report_name(&self, number: &usize) -> Option<Masked> {
        (self.links.name)(*number)
    }

    /// Who the person is, in one line under the name.
    fn in_short<'r>(&self, release: &'r Release) -> Vec<&'r out::Entry> {
        let told = |entry: &&out::Entry| {
            matches!(entry.property, Property::Age | Property::Nationality | Property::Occupation | Property::Home)
        };
        release.who.iter().filter(told).collect()
    }

    fn reports(&self, n: usize) -> String {
        counted(n, Phrase::Report, Phrase::Reports, self.lang)
    }

    fn origins(&self, n: &usize) -> String {
        counted(*n, Phrase::IndependentOrigin, Phrase::IndependentOrigins, self.lang)
    }

    fn missing(&self, working_group: bool, missing: &[Minimum]) -> Vec<&'static str> {
        missing.iter().filter(|one| one.of_the_working_group() == working_group).map(|one| one.say(self.lang)).collect()
    }

    /// Charges, hearings, rulings and filings, dated ones first.
    fn legal<'r>(&self, release: &'r Release) -> Vec<&'r out::Step> {
        let steps = release.chronology.iter().chain(&release.undated);
        steps
            .filter(|step| matches!(step.act, ActCode::Charge | ActCode::Hearing | ActCode::Ruling | ActCode::LegalFiling))
            .collect()
    }

    /// Whether a link may lead out of the file: only from a release, and only over the web's own schemes.
    fn leads_out(&self, url: &Masked) -> bool {
        self.standalone && (url.as_str().starts_with("https://") || url.as_str().starts_with("http://"))
    }
}

/// "1 report", "3 reports".
#[must_use]
pub fn counted(n: usize, one: Phrase, many: Phrase, lang: Lang) -> String {
    format!("{n} {}", if n == 1 { one } else { many }.say(lang))
}
