//! Dates in digits: 2025-07-18, 18/07/2025, 7/18/2025, 31.08.1976, 00.09.1978, 31/1/973, 05-06.10.1976, 1976-1983, 12 / 03 / 1976,
//! 10/1-11/2/2017, 09.1973, 2015/3, 2010 to 2018.
//!
//! Day first in Spanish and wherever dots part it; in English month first, unless the number cannot be a month.

use super::{
    cursor::Cursor,
    numbered,
    pieces::Kind,
    reading::{Point, Reading, Year},
    words,
};
use paradero_model::Lang;

/// The date in digits at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    read_tail(c, at, false)
}

/// The same, where a date may end with the mark that is glued before it: "12 de enero de 2016-**22/1/2016**".
pub(super) fn read_tail(c: &Cursor<'_>, at: usize, joined: bool) -> Option<(usize, Reading)> {
    // The day that ends a name of a file ("report-2002-10-09") is one, the tail of a number is none.
    let tail = c.is_tail(at) || c.behind(at, 1) == "-" && c.glued(at) && c.glued(at - 1) && !joined;
    let whole = matches!(c.piece(at)?.raw.len(), 4 | 8);
    let named = c.behind(at, 1) == "-" && (at < 2 || c.pieces[at - 2].kind == Kind::Word || !c.glued(at - 1)) && whole;
    if c.piece(at)?.kind != Kind::Digits || tail && !named {
        return None;
    }
    let found = compact(c, at)
        .or_else(|| span(c, at))
        .or_else(|| days(c, at))
        .or_else(|| three(c, at))
        .or_else(|| years(c, at))
        .or_else(|| month_and_year(c, at))
        .or_else(|| two(c, at))?;
    // A time may be glued to a day (2025-07-18T10:00); anything else that goes on makes it no date (an address, a part number).
    let end = found.0;
    let time = c.piece(end).is_some_and(|piece| piece.folded == "t");
    let on = c.goes_on(end) && !time && !c.is(end, &["y", "a"])
        || c.glued(end)
            && c.is(end, &["-", "/"])
            && c.glued(end + 1)
            && c.piece(end + 1).is_some_and(|piece| piece.kind == Kind::Digits);
    (!on).then_some(found)
}

/// A mark that parts the numbers of a date, glued on both sides.
fn mark<'c>(c: &'c Cursor<'_>, at: usize) -> Option<&'c str> {
    (c.is(at, &["/", "-", "."]) && c.glued(at) && c.glued(at + 1)).then(|| c.word(at))
}

/// The same in a form that was filled in or scanned, where it may stand alone.
fn loose_mark<'c>(c: &'c Cursor<'_>, at: usize) -> Option<&'c str> {
    mark(c, at).or_else(|| c.is(at, &["/", "-"]).then(|| c.word(at)))
}

fn three(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (first, first_len) = c.digits(at)?;
    let part = loose_mark(c, at + 1)?;
    let (second, second_len) = c.digits(at + 2)?;
    // "08/12,2015" is a slip of the finger.
    let slip = part == "/" && c.is(at + 3, &[","]) && c.glued(at + 3) && c.glued(at + 4) && c.word(at + 4).len() == 4;
    (slip || loose_mark(c, at + 3)? == part).then_some(())?;
    let (third, third_len) = c.digits(at + 4)?;
    let loose = mark(c, at + 1).is_none() || mark(c, at + 3).is_none() && !slip;
    let point = if first_len == 4 && second_len <= 2 && third_len <= 2 && !loose {
        point(i16::try_from(first).ok()?, second, third)?
    } else if first_len <= 2 && second_len <= 2 && third_len >= 2 && (!loose || third_len == 4) {
        let year = year(c, third, third_len)?;
        let day_first = c.lang == Lang::Es || part == ".";
        let (month, day) = if day_first { (second, first) } else { (first, second) };
        // Where one order cannot be, the other is meant.
        point(year, month, day).or_else(|| point(year, day, month))?
    } else {
        return None;
    };
    Some((at + 5, Reading::Point(point)))
}

/// 05-06.10.1976: two days of one month.
fn days(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (first, first_len) = c.digits(at)?;
    (first_len <= 2 && mark(c, at + 1)? == "-").then_some(())?;
    let (end, Reading::Point(last)) = three(c, at + 2)? else { return None };
    (c.word(at + 3) != "-" && last.day? > first as u8).then_some(())?;
    let first = if first == 0 { Point { day: None, ..last } } else { Point { day: Some(first as u8), ..last } };
    Some((end, Reading::Interval(Some(first), Some(last))))
}

/// 20161016 and 2016 10 16, where no identity number is told.
fn compact(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let part = |at: usize, from: usize, to: usize| c.piece(at)?.raw.get(from..to)?.parse::<u32>().ok();
    let long = c.piece(at)?.raw.len() == 8;
    let spaced =
        c.word(at).len() == 4 && (1..=2).all(|on| c.digits(at + on).is_some_and(|(_, digits)| digits == 2) && !c.glued(at + on));
    let (end, year, month, day) = if long {
        (at + 1, part(at, 0, 4)?, part(at, 4, 6)?, part(at, 6, 8)?)
    } else if spaced {
        (at + 3, c.digits(at)?.0, c.digits(at + 1)?.0, c.digits(at + 2)?.0)
    } else {
        return None;
    };
    let last = c.now.latest.map_or(2030, |now| now.year() as u32 + 1);
    ((1950..=last).contains(&year) && month > 0 && day > 0 && !numbered::document(c, at)).then_some(())?;
    Some((end, Reading::Point(point(year as i16, month, day)?)))
}

/// 10/1-11/2/2017, 5/1/2019-5/7/2020, 5/1-5/7, 2020, 00.09-10.1978.
fn span(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let day = |at: usize| three(c, at).or_else(|| yearless(c, at).map(|(end, point)| (end, Reading::Point(point))));
    // A day that is not known is written 00.
    let month = |at: usize| {
        let (month, _) = c.digits(at + 2).filter(|(month, _)| c.word(at) == "00" && (1..=12).contains(month))?;
        Some((at + 3, Reading::Point(Point { month: mark(c, at + 1).map(|_| month as u8), ..Point::default() })))
    };
    let (middle, Reading::Point(first)) = day(at).or_else(|| month(at))? else { return None };
    (c.is(middle, &["-"]) && first.month.is_some() && c.word(at + 1) != "-").then_some(())?;
    let (end, Reading::Point(last)) = day(middle + 1).or_else(|| month_dot_year(c, middle + 1))? else { return None };
    let (end, year) = match last.year {
        Some(Year::Full(year)) => (end, year),
        _ => match c.year(c.skip(end, &[","])) {
            Some((end, Year::Full(year))) => (end, year),
            _ => return None,
        },
    };
    let before = i16::from(first.year.is_none() && first.month > last.month);
    let first = Point { year: first.year.or(Some(Year::Full(year - before))), ..first };
    Some((end, Reading::Interval(Some(first), Some(Point { year: Some(Year::Full(year)), ..last }))))
}

/// 1976-1983, 2014~2018, "2010 to 2018", "2010 a 2018".
pub(super) fn years(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (middle, first) = c.year(at)?;
    let to = c.is(middle, words::of(c.lang).to).then_some(middle + 1)?;
    let (end, last) = c.year(c.skip(to, &["ano"]))?;
    let (Year::Full(first), Year::Full(last)) = (first, last) else { return None };
    (first < last && last - first < 120 && (c.word(middle) == "-" || !numbered::counts(c, end)))
        .then_some((end, Reading::Interval(Some(Point::year(first)), Some(Point::year(last)))))
}

/// 6/2025, 09.1973, 2015-3: a month and a year, where nothing says that it numbers a law or a file.
fn month_and_year(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (first, first_len) = c.digits(at)?;
    let part = loose_mark(c, at + 1)?;
    let (second, second_len) = c.digits(at + 2)?;
    let tight = mark(c, at + 1).is_some();
    if first_len == 4 && second_len == 2 && part == "-" && tight && first >= 1900 {
        return Some((at + 3, Reading::Point(point(i16::try_from(first).ok()?, second, 0)?)));
    }
    let year_at = if second_len == 4 && first_len <= 2 { at + 2 } else { at };
    let month = if year_at == at { second } else { first };
    let short = if year_at == at { second_len } else { first_len };
    let (_, Year::Full(year)) = c.year(year_at).or_else(|| glued_year(c, year_at))? else { return None };
    let fits = year >= 1900 && short <= 2 && (1..=12).contains(&month) && (tight || short == 2);
    (fits && !numbered::document(c, at)).then_some(())?;
    Some((at + 3, Reading::Point(point(year, month, 0)?)))
}

/// A year that a mark and more digits follow.
fn glued_year(c: &Cursor<'_>, at: usize) -> Option<(usize, Year)> {
    let (value, digits) = c.digits(at)?;
    (digits == 4 && (1900..=2100).contains(&value)).then_some((at + 1, Year::Full(value as i16)))
}

/// The month and year that end "00.09-10.1978".
fn month_dot_year(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (month, digits) = c.digits(at)?;
    let (_, Year::Full(year)) = (mark(c, at + 1)? == ".").then(|| c.year(at + 2))?? else { return None };
    (digits <= 2).then(|| Some((at + 3, Reading::Point(point(year, month, 0)?)))).flatten()
}

/// 4/6 (a day and a month), only where the words around say that it is a date.
fn two(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let part = mark(c, at + 1)?;
    let before = c.behind(at, 1);
    let led: &[&str] = match c.lang {
        Lang::En => &[
            "on", "since", "until", "by", "before", "after", "from", "dated", "and", "or", "to", "around", "between", "this",
            "next", "date",
        ],
        Lang::Es => &[
            "el", "del", "al", "en", "de", "desde", "hasta", "este", "proximo", "ayer", "hoy", "dia", "y", "o", "a", "entre",
            "fecha",
        ],
    };
    let listed = c.lang == Lang::Es && part == "/" && matches!(before, "," | "." | ":" | "(" | "?" | "");
    // "2/8" at the head of a line numbers the parts of a thread.
    let listed = listed && (!c.piece(at)?.opens_line || c.is(at + 3, &[",", ":"]));
    // "On 11/20, 11/22 or 11/25."
    let chained = before == "," && c.context.is_some_and(|(end, _)| at > 1 && end == c.pieces[at - 1].start);
    let field = before == ":" && matches!(c.behind(at, 2), "date" | "fecha");
    // "22/04": no fraction begins with a zero.
    let padded =
        c.word(at).len() == 2 && c.word(at + 2).len() == 2 && (c.word(at).starts_with('0') || c.word(at + 2).starts_with('0'));
    let padded = padded && part == "/" && !numbered::document(c, at);
    (listed || chained || field || padded || led.contains(&before)).then_some(())?;
    let spoken = part == "/" || matches!(before, "on" | "el" | "dated" | "fecha" | "dia");
    let part_of = c.is(c.skip(at + 3, &["of"]), &["partes", "the", "parts", "de"])
        || c.word(at) == "24" && c.word(at + 2) == "7" && before != "el"
        || before == "de" && !c.is(c.skip(at + 3, words::of(c.lang).to), &["este", "proximo"]) && c.digits(at + 4).is_none();
    let clock =
        c.is(at + 3, &["am", "pm", "a", "p", "h", "hs", "horas"]) && (c.word(at + 3) != "a" || c.digits(at + 4).is_none());
    (spoken && !part_of && !clock).then_some(())?;
    yearless(c, at).map(|(end, point)| (end, Reading::Point(point)))
}

/// A day and a month in digits, in the order of the language where both can be.
pub(super) fn yearless(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    let (first, first_len) = c.digits(at)?;
    let part = mark(c, at + 1)?;
    let (second, second_len) = c.digits(at + 2)?;
    (part != "." && first_len <= 2 && second_len <= 2).then_some(())?;
    let of =
        |month: u32, day: u32| (day > 0).then(|| point(2024, month, day)).flatten().map(|point| Point { year: None, ..point });
    let point = match c.lang {
        Lang::Es => of(second, first).or_else(|| of(first, second)),
        Lang::En => of(first, second).or_else(|| of(second, first)),
    }?;
    Some((at + 3, point))
}

/// A year of two digits is the nearest that is not ten years ahead; one of three has lost its first (31/1/973).
pub(super) fn year(c: &Cursor<'_>, value: u32, digits: usize) -> Option<i16> {
    let now = c.now.latest.map_or(2026, |day| i32::from(day.year()));
    let value = value as i32;
    let year = match digits {
        4 => value,
        3 if value >= 900 => value + 1000,
        2 if value + 2000 <= now + 5 => value + 2000,
        2 => value + 1900,
        _ => return None,
    };
    ((1500..=now + 10).contains(&year)).then_some(year as i16)
}

/// The point of the three numbers; a zero is what is not known.
fn point(year: i16, month: u32, day: u32) -> Option<Point> {
    let point = match (month, day) {
        (0, 0) => Point::year(year),
        (1..=12, 0) => Point { month: Some(month as u8), ..Point::year(year) },
        (1..=12, 1..=31) => Point { month: Some(month as u8), day: Some(day as u8), ..Point::year(year) },
        _ => return None,
    };
    (point.day.is_none() || point.exact().is_some()).then_some(point)
}
