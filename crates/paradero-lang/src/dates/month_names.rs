//! Dates whose month is a name, as both languages write them with a year: the year before it ("2015 June", "2019-aug-01"), and a
//! year of two digits behind it ("4-Jul-95", "abril del 87", "May '68").

use super::{
    cursor::Cursor,
    numeric,
    pieces::Kind,
    reading::{Point, Year},
};

/// How a language reads a month's name.
type Month = fn(&Cursor<'_>, usize) -> Option<(usize, u8)>;

/// "2015 June", "2019/sep/01", "2019-aug-01", "2020/23/Sep".
pub(super) fn year_first(c: &Cursor<'_>, at: usize, month: Month) -> Option<(usize, Point)> {
    let (year, digits) = c.digits(at)?;
    let last = c.now.latest.map_or(2100, |day| i32::from(day.year()) + 10);
    (digits == 4 && (1500..=last).contains(&(year as i32)) && !c.is_tail(at)).then_some(())?;
    let point = |month: u8, day: Option<u8>| Point { month: Some(month), day, ..Point::year(year as i16) };
    let mark = c.is(at + 1, &["/", "-"]) && c.glued(at + 1) && c.glued(at + 2);
    if !mark {
        // "2016, November.": of a clause that begins with the month, a word follows.
        let listed = c.is(at + 1, &[","]);
        let (end, found) = month(c, at + 1 + usize::from(listed))?;
        (!listed || c.piece(end).is_none_or(|next| next.kind == Kind::Break || c.is(end, &[".", ";", ")"]))).then_some(())?;
        // "In 2016 June Ruiz": a name.
        let name = c.piece(end).is_some_and(|next| next.capital() && next.spaced && next.kind == Kind::Word);
        return (!name && c.digits(end).is_none()).then(|| (end, point(found, None)));
    }
    let part = c.word(at + 1);
    let day = |at: usize| c.digits(at).filter(|(day, digits)| *digits <= 2 && (1..=31).contains(day)).map(|(day, _)| day as u8);
    if let Some((end, found)) = month(c, at + 2) {
        let day = (c.word(end) == part).then(|| day(end + 1)).flatten();
        return Some((end + if day.is_some() { 2 } else { 0 }, point(found, day)));
    }
    let day = day(at + 2).filter(|_| c.word(at + 3) == part)?;
    month(c, at + 4).map(|(end, found)| (end, point(found, Some(day))))
}

/// "IV/973", "VI-1976": a month in Roman numerals, as police cards write it.
pub(super) fn roman(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let month = numerals.iter().position(|numeral| c.piece(at).is_some_and(|piece| piece.raw == *numeral))? + 1;
    (c.is(at + 1, &["/", "-"]) && c.glued(at + 1) && c.glued(at + 2)).then_some(())?;
    let (value, digits) = c.digits(at + 2).filter(|(value, digits)| *digits == 4 && *value >= 1900 || *digits == 3)?;
    let point = Point { month: Some(month as u8), ..Point::year(numeric::year(c, value, digits)?) };
    (!c.goes_on(at + 3)).then_some((at + 3, point))
}

/// A year of two or three digits behind a month: glued by its mark, after an apostrophe, or after "of" where it can be no day.
pub(super) fn short_year(c: &Cursor<'_>, at: usize) -> Option<(usize, Year)> {
    let two = |at: usize| c.digits(at).filter(|(_, digits)| *digits == 2 && !c.goes_on(at + 1)).map(|(value, _)| value);
    let marked = c.is(at, &["-", "/", "."]) && c.glued(at) && c.glued(at + 1);
    // "1º de Diciembre/949": three digits have lost their first.
    if marked && let Some((value, 3)) = c.digits(at + 1) {
        return Some((at + 2, Year::Full(numeric::year(c, value, 3)?)));
    }
    // "4-Jul-95", but "November 18-19" are two days.
    let marked = marked && at > 1 && c.glued(at - 1) && c.word(at - 2) == c.word(at);
    let quoted = |at: usize| c.is(at, &["'"]) && c.glued(at + 1);
    let of = c.is(at, &["of", "de", "del"]);
    let (place, value) = if marked || quoted(at) {
        (at + 1, two(at + 1)?)
    } else if of && quoted(at + 1) {
        (at + 2, two(at + 2)?)
    } else if of {
        (at + 1, two(at + 1).filter(|value| *value > 31)?)
    } else {
        return None;
    };
    Some((place + 1, Year::Full(numeric::year(c, value, 2)?)))
}
