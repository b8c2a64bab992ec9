//! A text as the phrases look at it: its pieces, the day it counts from, and the last date read before.

use super::{
    pieces::{Kind, Piece},
    reading::{Point, Side, Year},
    reckon::Now,
    year_words,
};
use paradero_model::Lang;

/// A text being read. Positions (`at`) are indexes of pieces; every question about a position outside the text has an answer.
pub(super) struct Cursor<'a> {
    pub pieces: Vec<Piece<'a>>,
    pub lang: Lang,
    pub now: Now,
    /// The last date read, which "two days later" and "since then" count from, and the byte it ended at.
    pub context: Option<(usize, Point)>,
}

/// How far back, in bytes, "two days later" and "since then" look for the date they count from.
const REACH: usize = 700;

/// Verbs of telling: the day beside them is the day it was said.
const TELLING_EN: &[&str] =
    &["said", "says", "told", "announced", "confirmed", "reported", "wrote", "added", "denounced", "declared", "stated"];
const TELLING_ES: &[&str] = &[
    "dijo",
    "dijeron",
    "informo",
    "informaron",
    "anuncio",
    "anunciaron",
    "confirmo",
    "confirmaron",
    "declaro",
    "explico",
    "afirmo",
    "aseguro",
    "senalo",
    "indico",
    "agrego",
    "denuncio",
    "denunciaron",
    "relato",
];

impl<'a> Cursor<'a> {
    /// The piece at `at`.
    pub fn piece(&self, at: usize) -> Option<&Piece<'a>> {
        self.pieces.get(at)
    }

    /// The folded word at `at`, or the empty string.
    pub fn word(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| &piece.folded)
    }

    /// The folded word `back` pieces before `at`, or the empty string.
    pub fn behind(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// Whether the word at `at` is one of `words`.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    /// `at + 1` where the word there is one of `words`, else `at`.
    pub fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.is(at, words))
    }

    /// Where the words of `phrase` (folded, parted by one space) end, if they stand at `at`.
    pub fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        phrase.split(' ').try_fold(at, |at, word| (self.word(at) == word).then_some(at + 1))
    }

    /// The longest phrase of `table` that stands at `at`: where it ends and what it stands for.
    pub fn longest<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<(usize, T)> {
        let word = self.word(at);
        let first = *word.as_bytes().first()?;
        // Nearly every phrase is passed by at its first byte.
        let fits = |phrase: &str| phrase.as_bytes().first() == Some(&first) && phrase.starts_with(word);
        let found = table.iter().filter(|(phrase, _)| fits(phrase));
        found.filter_map(|&(phrase, value)| Some((self.phrase(at, phrase)?, value))).max_by_key(|&(end, _)| end)
    }

    /// The number at `at` and how many digits it has.
    pub fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let piece = self.pieces.get(at).filter(|piece| piece.kind == Kind::Digits && piece.raw.len() <= 4)?;
        Some((piece.raw.parse().ok()?, piece.raw.len()))
    }

    /// Whether the piece at `at` is glued to the one before it.
    pub fn glued(&self, at: usize) -> bool {
        at > 0 && self.pieces.get(at).is_some_and(|piece| !piece.spaced && piece.kind != Kind::Break)
    }

    /// Whether the number that ends before `at` goes on there: "18:00", "18.5", "18,000", "18%", "18am".
    pub fn goes_on(&self, at: usize) -> bool {
        self.glued(at)
            && (self.pieces[at].kind != Kind::Mark
                || self.is(at, &["%", "$", "€"])
                || (self.is(at, &[":", ".", ",", "/", "'"])
                    && self.glued(at + 1)
                    && self.piece(at + 1).is_some_and(|piece| piece.kind == Kind::Digits)))
    }

    /// Whether a number that begins at `at` is the tail of something longer: "1.18", "A18", "/18", "$18".
    pub fn is_tail(&self, at: usize) -> bool {
        self.glued(at) && {
            let before = &self.pieces[at - 1];
            match before.kind {
                Kind::Word | Kind::Digits => true,
                Kind::Mark => {
                    matches!(before.folded.as_str(), "$" | "€" | "£" | "#" | "_" | "@" | "/" | ".")
                        || (matches!(before.folded.as_str(), "," | ":")
                            && at > 1
                            && self.glued(at - 1)
                            && self.pieces[at - 2].kind == Kind::Digits)
                }
                Kind::Break => false,
            }
        }
    }

    /// The year of an account long past ("abducted in March 1977; released in April"), for a date that follows it closely in the
    /// same paragraph and lacks its year.
    pub fn told_year(&self, at: usize, point: Point) -> Option<Year> {
        let (end, context) = self.context?;
        let Some(Year::Full(year)) = context.year else { return None };
        let told = point.year.is_none() && point.side == Side::Unsaid && point.weekday.is_none();
        let later = point.month.is_some() && point.month >= context.month;
        let long_past = self.now.latest.is_some_and(|now| year + 5 <= now.year());
        let near = self.pieces.get(at)?.start.saturating_sub(end) <= 250;
        (told && later && long_past && near).then_some(())?;
        let between = self.pieces[..at].iter().rev().take_while(|piece| piece.start >= end);
        { between }.all(|piece| piece.kind != Kind::Break).then_some(Year::Full(year))
    }

    /// A year at `at`, in four digits or in words.
    pub fn year(&self, at: usize) -> Option<(usize, Year)> {
        let Some((value, digits)) = self.digits(at) else { return year_words::read(self, at) };
        let last = self.now.latest.map_or(2100, |day| i32::from(day.year()) + 25);
        (digits == 4 && (1500..=last).contains(&(value as i32)) && !self.goes_on(at + 1))
            .then_some((at + 1, Year::Full(value as i16)))
    }

    /// The last date read, where it is near enough to be counted from.
    pub fn nearby(&self, at: usize) -> Option<Point> {
        let start = self.pieces.get(at)?.start;
        self.context.filter(|(end, _)| start.saturating_sub(*end) <= REACH).map(|(_, point)| point)
    }

    /// Whether the date at `at` is that of the telling, not of what is told: "said on Friday", "denunciaron este viernes".
    pub fn of_telling(&self, at: usize) -> bool {
        (1..=4).any(|back| self.is_telling(self.behind(at, back)))
    }

    fn is_telling(&self, word: &str) -> bool {
        match self.lang {
            Lang::En => TELLING_EN.contains(&word),
            Lang::Es => TELLING_ES.contains(&word),
        }
    }

    /// Whether the words before `at`, back to the end of the sentence before, speak of what is to come.
    pub fn side(&self, at: usize) -> Side {
        let cues: &[&str] = match self.lang {
            Lang::En => &["will", "ll", "shall", "next", "upcoming", "tomorrow", "plans", "expected", "scheduled"],
            Lang::Es => {
                &["proximo", "proxima", "prevista", "previsto", "programada", "programado", "va", "van", "convoco", "convocaron"]
            }
        };
        for back in 1..=16 {
            let Some(piece) = at.checked_sub(back).and_then(|at| self.pieces.get(at)) else { break };
            let word = piece.folded.as_str();
            if piece.kind == Kind::Break || matches!(word, "." | "!" | "?" | ";") {
                break;
            }
            if back <= 4 && (self.is_telling(word) || matches!(word, "according" | "segun" | "was" | "were" | "had")) {
                break;
            }
            let summoned = word == "citado" && matches!(self.behind(at - back, 1), "ha" | "han" | "esta");
            if summoned || cues.contains(&word) || self.lang == Lang::Es && is_spanish_future(piece) {
                return Side::Future;
            }
        }
        Side::Unsaid
    }
}

/// "será", "llegarán", "volveremos", "iré"; no surname ("Durán"), and no past form ("miré").
fn is_spanish_future(piece: &Piece<'_>) -> bool {
    let first = ["ire", "sere", "estare", "volvere", "saldre", "hare", "tendre", "dire", "podre", "vendre", "habre"];
    let third = piece.raw.ends_with("rá") || piece.raw.ends_with("rán");
    let opening = ["ará", "erá", "irá"].iter().any(|ending| piece.raw.ends_with(ending)) && piece.raw.len() > 6;
    third && (!piece.capital() || opening) || piece.raw.ends_with("remos") || first.contains(&piece.folded.as_str())
}
