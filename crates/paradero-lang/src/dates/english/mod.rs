//! The dates of English: "July 18, 2025", "the 18th of July", "last Tuesday", "three days ago", "in 2021", "the 1970s".

mod lone;
mod relative;
mod words;

use super::{
    cursor::Cursor,
    holidays, month_names, numeric,
    pieces::Kind,
    reading::{Point, Reading, Side, Year},
    reckon::{self, Unit},
    steps, weekdays,
};
use lone::{decade, lone};
pub(super) use relative::phrases;
use relative::relative;
pub(super) use words::WORDS;
use words::*;

fn point(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    holidays::read(c, &WORDS, at)
        .or_else(|| dated(c, at))
        .or_else(|| weekdays::read(c, &WORDS, at))
        .or_else(|| relative(c, at))
        .or_else(|| steps::read(c, &WORDS, at))
        .or_else(|| decade(c, at))
        .or_else(|| lone(c, at))
}

/// A day of the month: "18", "18th", "eighteenth", "twenty-first".
fn day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    if let Some((value, digits)) = c.digits(at) {
        let suffixed = c.glued(at + 1) && c.is(at + 1, &["st", "nd", "rd", "th"]);
        let end = at + 1 + usize::from(suffixed);
        let month_glued = c.longest(end, MONTHS).is_some();
        let fits = digits <= 2 && (1..=31).contains(&value) && !c.is_tail(at) && (!c.goes_on(end) || month_glued);
        return fits.then_some((end, value as u8));
    }
    let small = |at: usize, list: &[&str]| list.iter().position(|word| *word == c.word(at)).map(|found| found as u8 + 1);
    let tens = |word: &str| match word {
        "twenty" | "twentieth" => Some(20),
        "thirty" | "thirtieth" => Some(30),
        _ => None,
    };
    if let Some(ten) = tens(c.word(at)) {
        let next = c.skip(at + 1, &["-"]);
        let unit = small(next, ORDINALS).or_else(|| small(next, CARDINALS)).filter(|unit| ten + unit <= 31 && *unit < 10);
        return Some(unit.map_or((at + 1, ten), |unit| (next + 1, ten + unit)));
    }
    small(at, ORDINALS).or_else(|| small(at, CARDINALS)).map(|day| (at + 1, day))
}

/// A day with nothing else: "six" alone is no day, "sixth" is.
fn bare_day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let number = CARDINALS.contains(&c.word(at)) || c.is(at, &["twenty", "thirty"]);
    day(c, at).filter(|(end, _)| !number || ORDINALS.contains(&c.word(end - 1)))
}

/// A month's name. In small letters "may", "march" and the short forms are other words.
fn month(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let (end, month) = c.longest(at, MONTHS)?;
    let short = c.word(at).len() < 4 && month != 5;
    let capital = c.piece(at)?.capital();
    (capital || !matches!(c.word(at), "may" | "march" | "mar" | "dec")).then_some(())?;
    Some((if short || c.word(at) == "sept" { c.skip(end, &["."]) } else { end }, month))
}

/// A year after a day or month: ", 2025", "of 2025", "last year", "of that year".
fn year(c: &Cursor<'_>, at: usize) -> Option<(usize, Year, Side)> {
    let inside = c.skip(c.skip(at, &[",", "-", "/", "."]), &["of", "in"]);
    if let Some((end, year)) = c.year(inside).or_else(|| month_names::short_year(c, at)) {
        return Some((end, year, Side::Unsaid));
    }
    if let Some(end) = c.phrase(inside, "two thousand") {
        return Some((end, Year::Full(2000), Side::Unsaid));
    }
    let now = c.now.latest.map(|day| day.year())?;
    let of = c.skip(at, &["of", "in"]);
    let relative = [("last year", -1), ("this year", 0), ("the same year", 0), ("the current year", 0), ("next year", 1)];
    if let Some((end, by)) = c.longest(of, &relative).filter(|(end, _)| c.word(end - 2) != "same") {
        return Some((end, Year::Full(now + by), Side::Unsaid));
    }
    let (end, ()) = c.longest(of, &[("that year", ()), ("the same year", ()), ("that same year", ())])?;
    Some((end, c.nearby(at)?.year?, Side::Unsaid))
}

/// "Friday, July 18, 2025", "July 18", "18 July", "the 18th of July", "July 2025", "Friday the 22nd".
fn dated(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let stepped = c.longest(at, WORDS.steps).map_or(at, |(end, _)| end);
    let named =
        c.longest(stepped, WEEKDAYS).map(|(end, weekday)| (c.skip(c.skip(c.skip(end, &["."]), &[","]), &["the"]), weekday));
    let weekday = named.map(|(_, weekday)| weekday);
    let start = named.map_or(at, |(end, _)| end);
    let digits = || weekday.and_then(|_| numeric::yearless(c, start));
    if let Some((end, point)) = calendar(c, start).or_else(digits) {
        return (point.day.is_some() || weekday.is_none()).then_some((end, Reading::Point(Point { weekday, ..point })));
    }
    // "Friday the 22nd", "on the 22nd."
    let lone = c.behind(at, 1) == "on"
        || c.behind(at, 1) == "the"
            && matches!(c.behind(at, 2), "on" | "until" | "by" | "since" | "from" | "for" | "before" | "after");
    let (end, day) = day(c, start).filter(|(end, _)| {
        let ordinal = c.is(end - 1, &["st", "nd", "rd", "th"]);
        // "Friday the fifteen".
        let spelt = c.word(start.wrapping_sub(1)) == "the" && c.digits(start).is_none();
        // "Sunday 31", but no "Friday 31 people", "Friday 10:30".
        let bare = c.digits(start).is_some()
            && c.piece(start + 1).is_none_or(|next| next.kind != Kind::Word && !c.is(start + 1, &[":"]));
        weekday.is_some() && (ordinal || spelt || bare) || lone && ordinal
    })?;
    let closes = c.piece(end).is_none_or(|next| next.kind != Kind::Word) || weekday.is_some();
    closes.then_some((end, Reading::Point(Point { day: Some(day), weekday, ..Point::default() })))
}

/// The day in "Dec31" and "Oct/2".
fn glued_day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let (value, digits) = c.digits(at).filter(|_| c.glued(at))?;
    let end = if c.glued(at + 1) { c.skip(at + 1, &["st", "nd", "rd", "th"]) } else { at + 1 };
    (digits <= 2 && (1..=31).contains(&value) && !c.goes_on(end)).then_some((end, value as u8))
}

fn calendar(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    if let Some(found) = month_names::year_first(c, at, month) {
        return Some(found);
    }
    let with_year = |end: usize, month: u8, day: Option<u8>| {
        let point = Point { month: Some(month), day, ..Point::default() };
        year(c, end).map_or((end, point), |(end, year, side)| (end, Point { year: Some(year), side, ..point }))
    };
    if let Some((after, month)) = month(c, at) {
        // "The Sept. 11 attacks" say their year by their name.
        let event = ["attacks", "attack", "commission", "terrorist", "terror", "hijackers", "victims"];
        if month == 9 && c.word(after) == "11" && c.is(after + 1, &event) {
            return None;
        }
        let digits = c.skip(c.skip(c.skip(after, &["-", "/"]), &[","]), &["the"]);
        if let Some((end, day)) =
            day(c, digits).or_else(|| glued_day(c, digits)).filter(|&(end, _)| month_day(c, at, digits, end))
        {
            return Some(with_year(end, month, Some(day)));
        }
        let (end, point) = with_year(after, month, None);
        return point.year.is_some().then_some((end, point));
    }
    let (after, day) = day(c, at)?;
    let between = c.skip(c.skip(after, &["-", "/", "."]), &["of", "in"]);
    let months = [("this month", 0), ("last month", -1), ("next month", 1), ("the current month", 0), ("the same month", 0)];
    if let Some((end, by)) = c.longest(between, &months) {
        let Reading::Point(month) = reckon::whole(c.now.day?, Unit::Month, by)? else { return None };
        return (c.word(end - 2) != "same").then_some((end, Point { day: Some(day), ..month }));
    }
    let (end, month) = month(c, between)?;
    Some(with_year(end, month, Some(day)))
}

/// Whether what follows a month is its day: not in "In May 20 people were held", nor a number in words of anything else.
fn month_day(c: &Cursor<'_>, at: usize, number: usize, end: usize) -> bool {
    let follows =
        c.piece(end).is_some_and(|piece| piece.kind == Kind::Word && piece.folded.len() > 4 && piece.folded.ends_with('s'));
    let people = follows || c.is(end, &["people", "men", "women", "children", "other", "more"]);
    let in_words = c.piece(number).is_some_and(|piece| piece.kind == Kind::Word);
    let more = ["percent", "%", "am", "pm", "thousand", "hundred", "million"];
    !(people && (c.behind(at, 1) == "in" || in_words)) && !c.is(end, &more)
}
