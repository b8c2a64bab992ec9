//! Dates in digits: 2025-07-18, 18/07/2025, 7/18/2025, 31.08.1976, 00.09.1978, 31/1/973, 05-06.10.1976, 1976-1983.
//!
//! Day first in Spanish and wherever dots part it; in English month first, unless the number cannot be a month.

use super::{
    cursor::Cursor,
    pieces::Kind,
    reading::{Point, Reading, Year},
};
use paradero_model::Lang;

/// The date in digits at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if c.piece(at)?.kind != Kind::Digits || c.is_tail(at) || c.behind(at, 1) == "-" && c.glued(at) && c.glued(at - 1) {
        return None;
    }
    let found = days(c, at).or_else(|| three(c, at)).or_else(|| years(c, at)).or_else(|| two(c, at))?;
    // A time may be glued to a day (2025-07-18T10:00); anything else that goes on makes it no date (an address, a part number).
    let end = found.0;
    let time = c.piece(end).is_some_and(|piece| piece.folded == "t");
    let on = c.goes_on(end) && !time
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

fn three(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (first, first_len) = c.digits(at)?;
    let part = mark(c, at + 1)?;
    let (second, second_len) = c.digits(at + 2)?;
    (mark(c, at + 3)? == part).then_some(())?;
    let (third, third_len) = c.digits(at + 4)?;
    let point = if first_len == 4 && second_len <= 2 && third_len <= 2 {
        point(i16::try_from(first).ok()?, second, third)?
    } else if first_len <= 2 && second_len <= 2 && third_len >= 2 {
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
    (c.word(at + 3) != "-" && last.day? > first as u8 && first > 0).then_some(())?;
    Some((end, Reading::Interval(Some(Point { day: Some(first as u8), ..last }), Some(last))))
}

/// 1976-1983.
fn years(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (_, first) = c.year(at)?;
    let (end, last) = c.is(at + 1, &["-"]).then(|| c.year(at + 2))??;
    let (Year::Full(first), Year::Full(last)) = (first, last) else { return None };
    (first < last && last - first < 120).then_some((end, Reading::Interval(Some(Point::year(first)), Some(Point::year(last)))))
}

/// 4/6 (a day and a month) and 6/2025 (a month and a year), only where the words around say that it is a date.
fn two(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let (first, first_len) = c.digits(at)?;
    let part = mark(c, at + 1)?;
    let (second, second_len) = c.digits(at + 2)?;
    if first_len == 4 && second_len == 2 && part == "-" && first >= 1900 {
        return Some((at + 3, Reading::Point(point(i16::try_from(first).ok()?, second, 0)?)));
    }
    (part != "." && first_len <= 2).then_some(())?;
    let led: &[&str] = match c.lang {
        Lang::En => &[
            "on", "in", "since", "until", "by", "before", "after", "from", "of", "dated", "and", "or", "to", "around", "between",
        ],
        Lang::Es => &["el", "del", "al", "en", "desde", "hasta", "ayer", "hoy", "dia", "y", "o", "a", "entre", "fecha"],
    };
    let before = c.behind(at, 1);
    if second_len == 4 {
        let (_, Year::Full(year)) = c.year(at + 2)? else { return None };
        (led.contains(&before) && (part == "/" || year >= 1900)).then_some(())?;
        // "Expediente 5/2024", "Ley 9/2003", "causa 3/2019".
        let numbered =
            ["expediente", "ley", "causa", "carpeta", "decreto", "resolucion", "nº", "no", "num", "case", "file", "act", "law"];
        (!numbered.contains(&before) && !numbered.contains(&c.behind(at, 2))).then_some(())?;
        return Some((at + 3, Reading::Point(point(year, first, 0)?)));
    }
    let listed = c.lang == Lang::Es && part == "/" && matches!(before, "," | "." | ":" | "(" | "");
    // "2/8" at the head of a line numbers the parts of a thread.
    let listed = listed && (!c.piece(at)?.opens_line || c.is(at + 3, &[",", ":"]));
    (listed || led.contains(&before) && before != "in" && before != "of").then_some(())?;
    let part_of =
        c.is(c.skip(at + 3, &["of"]), &["partes", "de", "the", "parts"]) || (first, second) == (24, 7) && before != "el";
    (second_len <= 2 && !part_of).then_some(())?;
    let yearless =
        |month: u32, day: u32| (day > 0).then(|| point(2024, month, day)).flatten().map(|point| Point { year: None, ..point });
    let point = match c.lang {
        Lang::Es => yearless(second, first).or_else(|| yearless(first, second)),
        Lang::En => yearless(first, second).or_else(|| yearless(second, first)),
    }?;
    Some((at + 3, Reading::Point(point)))
}

/// A year of two digits is the nearest that is not ten years ahead; one of three has lost its first (31/1/973).
fn year(c: &Cursor<'_>, value: u32, digits: usize) -> Option<i16> {
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
