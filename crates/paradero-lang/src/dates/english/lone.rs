//! English months, years, decades and seasons that stand alone, where the words around say that they are dates.

use super::{month, year};
use crate::dates::{
    cursor::Cursor,
    pieces::Kind,
    reading::{Point, Reading, Year},
};

/// A month or a year alone, where the word before says that it is one: "in March", "since 2021", "the 1968 killing".
pub(super) fn lone(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let before = c.behind(at, 1);
    let leads = [
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "before",
        "after",
        "from",
        "through",
        "between",
        "early",
        "mid",
        "late",
        "around",
        "about",
        "circa",
        "of",
        "to",
        "and",
        "throughout",
        "-",
        "middle",
        "end",
        "beginning",
        "start",
        "probably",
        "possibly",
        "presumably",
        "perhaps",
    ];
    let led = leads.contains(&before) && (before != "-" || c.behind(at, 2) == "mid");
    let owned = matches!(before, "the" | "his" | "her" | "their" | "its" | "a" | "this" | "s")
        && c.piece(at + 1)
            .is_some_and(|piece| piece.kind == Kind::Word && piece.spaced && piece.raw.chars().all(char::is_lowercase));
    if let Some((end, month)) = month(c, at) {
        let name = c.piece(end).is_some_and(|piece| piece.capital() && piece.spaced && piece.kind == Kind::Word);
        let full = c.word(at).len() > 4 || matches!(month, 5..=7);
        // A name in capitals and a month in capitals are told apart only where the month is no name.
        let plain = !matches!(month, 3..=6 | 8)
            && c.word(at).len() > 3
            && !c.piece(at - usize::from(at > 0)).is_some_and(|b| b.capital() && at > 0);
        let joined = matches!(before, "to" | "and" | "of" | "by" | "about" | "from") && !c.piece(at)?.capital();
        return (full && !joined && (led || plain || owned && !c.is(end, &["on", "in"])) && c.piece(at)?.capital() && !name)
            .then_some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    let (end, year) = c.year(at)?;
    if let Some((_, Year::Full(full))) = c.year(at)
        && (owned && full % 100 != 0 && full >= 1900 || led && year_follows(c, before, end))
        && !c.is_tail(at)
    {
        return Some((end, Reading::Point(Point { year: Some(year), ..Point::default() })));
    }
    None
}

/// Whether a number of four digits after `before` is a year: of what it could count, nothing follows.
pub(super) fn year_follows(c: &Cursor<'_>, before: &str, end: usize) -> bool {
    let Some(next) = c.piece(end) else { return !matches!(before, "to" | "by") };
    let counts = next.kind == Kind::Word
        && (next.folded.ends_with('s') && next.folded.len() > 3 && !c.is(end, &["always", "this", "was", "has"]))
        || c.is(end, &["people", "men", "women", "children", "other", "more", "percent", "or", "million"])
            && before != "in"
            && before != "since"
        || c.is(end, &["%", "$"]);
    match before {
        "in" | "since" | "during" | "until" | "through" | "mid" | "late" | "early" | "between" | "-" => !counts,
        "of" | "to" | "and" | "by" | "about" | "around" | "from" => {
            next.kind != Kind::Word && !counts || c.is(end, &["and", "to", "until", "when"])
        }
        _ => !counts,
    }
}

/// "the 1970s", "the 70s", "the summer of 2016".
pub(super) fn decade(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if let Some((after, season)) = c.longest(at, super::SEASONS) {
        let (end, year, _) = year(c, after)?;
        return Some((end, Reading::Point(Point { year: Some(year), month: Some(season), ..Point::default() })));
    }
    let words = [
        ("twenties", 192),
        ("thirties", 193),
        ("forties", 194),
        ("fifties", 195),
        ("sixties", 196),
        ("seventies", 197),
        ("eighties", 198),
        ("nineties", 199),
    ];
    if let Some((end, decade)) = c.longest(at, &words).filter(|_| c.behind(at, 1) == "the" || matches!(c.behind(at, 2), "the")) {
        return Some((end, Reading::Point(Point { year: Some(Year::Decade(decade)), ..Point::default() })));
    }
    let (value, digits) = c.digits(at)?;
    let mark = c.skip(at + 1, &["'"]);
    (c.glued(at + 1) && c.glued(mark) && c.word(mark) == "s" && value % 10 == 0).then_some(())?;
    let decade = match digits {
        4 if (1500..2100).contains(&value) && value % 100 != 0 => value / 10,
        2 if c.behind(at, 1) == "the" || c.behind(at, 2) == "the" => 190 + value / 10,
        _ => return None,
    };
    Some((mark + 1, Reading::Point(Point { year: Some(Year::Decade(decade as i16)), ..Point::default() })))
}
