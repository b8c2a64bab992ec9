//! English months, years, decades and seasons that stand alone, where the words around say that they are dates.

use super::{month, words::DECADES, year};
use crate::dates::{
    cursor::Cursor,
    numbered,
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
        "or",
        "not",
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
    let later = before == "than" && matches!(c.behind(at, 2), "later" | "earlier");
    let led = later || leads.contains(&before) && (before != "-" || c.behind(at, 2) == "mid");
    let owned = matches!(before, "the" | "his" | "her" | "their" | "its" | "a" | "this" | "s")
        && c.piece(at + 1)
            .is_some_and(|piece| piece.kind == Kind::Word && piece.spaced && piece.raw.chars().all(char::is_lowercase));
    // "in may": in small letters only where nothing else can stand.
    let small = [("may", 5), ("march", 3)];
    if matches!(before, "in" | "since" | "until" | "during")
        && let Some((end, month)) = c.longest(at, &small).filter(|_| c.piece(at).is_some_and(|piece| !piece.capital()))
    {
        return Some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    if let Some((end, month)) = month(c, at) {
        let capital = c.piece(at)?.capital();
        let name = capital && c.piece(end).is_some_and(|piece| piece.capital() && piece.spaced && piece.kind == Kind::Word);
        let full = c.word(at).len() > 4 || matches!(month, 5..=7);
        // "After Jan left" and "the mar": short forms that are other words too.
        let short = c.digits(end).is_none() && capital && !c.is(at, &["jan", "mar"]) && led && before != "of"
            || c.word(end - 1) == "." && c.digits(end).is_none();
        // A name in capitals and a month in capitals are told apart only where the month is no name.
        let plain =
            !matches!(month, 3..=6 | 8) && c.word(at).len() > 3 && !c.piece(at.wrapping_sub(1)).is_some_and(|b| b.capital());
        let joined = matches!(before, "to" | "and" | "of" | "by" | "about" | "from") && !capital && c.word(at) == "august";
        let listed = before == "," && at > 1 && self::month(c, at - 2).is_some();
        let article = before == "the" && matches!(c.behind(at, 2), "in" | "of") && full;
        let said = led || plain || listed || article || owned && !c.is(end, &["on", "in"]);
        return ((full || short) && !joined && said && !name)
            .then_some((end, Reading::Point(Point { month: Some(month), ..Point::default() })));
    }
    // "the year 2008", "calendar year 2008".
    let said = c.phrase(at, "calendar year").or_else(|| c.phrase(at, "year"));
    if let Some((end, year)) = said.and_then(|inside| c.year(inside)) {
        return Some((end, Reading::Point(Point { year: Some(year), ..Point::default() })));
    }
    let (end, year) = c.year(at)?;
    if let Some((_, Year::Full(full))) = c.year(at)
        && (owned && full % 100 != 0 && full >= 1900
            || led && year_follows(c, before, end)
            || c.longest(end, super::WORDS.trailing).is_some_and(|(end, _)| !c.is(end, &["than"])))
        && !c.is_tail(at)
    {
        return Some((end, Reading::Point(Point { year: Some(year), ..Point::default() })));
    }
    None
}

/// Whether a number of four digits after `before` is a year: of what it could count, nothing follows.
pub(super) fn year_follows(c: &Cursor<'_>, before: &str, end: usize) -> bool {
    let Some(next) = c.piece(end) else { return !matches!(before, "to" | "by") };
    // "Before 2010 or after 2018" is no "2010 or more people".
    let or = c.word(end) == "or" && !c.is(end + 1, &["after", "before", "since", "in", "later", "earlier", "until", "from"]);
    let counts = numbered::counts(c, end) || (or || c.is(end, &["other", "more"])) && !matches!(before, "in" | "since");
    match before {
        "in" | "since" | "during" | "until" | "through" | "mid" | "late" | "early" | "between" | "-" => !counts,
        "of" | "to" | "and" | "or" | "not" | "by" | "about" | "around" | "from" => {
            next.kind != Kind::Word && !counts || c.is(end, &["and", "or", "to", "until", "through", "when"])
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
    if let Some((end, decade)) =
        c.longest(at, DECADES).filter(|_| matches!(c.behind(at, 1), "the" | "in") || c.behind(at, 2) == "the")
    {
        return Some((end, Reading::Point(Point { year: Some(Year::Decade(decade)), ..Point::default() })));
    }
    let (value, digits) = c.digits(at)?;
    let mark = c.skip(at + 1, &["'"]);
    // "1990 s" is a slip; "the 1900s" may be the century.
    let glued = c.glued(at + 1) && c.glued(mark) || c.piece(mark + 1).is_none_or(|next| next.kind != Kind::Word);
    (glued && c.word(mark) == "s" && value % 10 == 0).then_some(())?;
    let decade = match digits {
        4 if (1500..2100).contains(&value) && (value % 100 != 0 || value == 2000) => value / 10,
        2 if matches!(c.behind(at, 1), "the" | "in") || c.behind(at, 2) == "the" => 190 + value / 10,
        _ => return None,
    };
    Some((mark + 1, Reading::Point(Point { year: Some(Year::Decade(decade as i16)), ..Point::default() })))
}
