//! Spanish dates that count from the day of publication: "hoy", "anoche", "el fin de semana", "mayo pasado".

use super::{month, words::*};
use crate::dates::{
    cursor::Cursor,
    pieces::Kind,
    reading::{Point, Reading, Side, Year},
    reckon::{self, Unit},
};

/// The days around the day of publication.
const DAYS: &[(&str, i32)] = &[
    ("hoy", 0),
    ("esta manana", 0),
    ("esta tarde", 0),
    ("esta noche", 0),
    ("esta madrugada", 0),
    ("ayer", -1),
    ("anoche", -1),
    ("antes de ayer", -2),
    ("dia antes de ayer", -2),
    ("dia despues de manana", 2),
    ("anteayer", -2),
    ("antier", -2),
    ("antenoche", -2),
    ("manana", 1),
    ("pasado manana", 2),
];

/// What begins a date that no table of [`WORDS`] holds: days around that of publication, months, numbers, decades, field names.
pub(in crate::dates) fn phrases() -> Vec<&'static str> {
    let days = DAYS.iter().map(|(phrase, _)| *phrase);
    let months = MONTHS.iter().map(|(name, _)| *name);
    let numbers = NUMBERS.iter().map(|(word, _)| *word);
    let others = ["un", "una", "el par de", "mes", "ano", "dia", "el", "los", "anos", "decada"];
    let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    days.chain(months).chain(numbers).chain(others).chain(numerals).collect()
}

/// "hoy", "anoche", "durante el fin de semana", "mayo pasado", "el pasado mes de mayo".
pub(super) fn relative(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    if let Some(found) = near(c, now, at) {
        return Some(found);
    }
    let step = c.longest(at, WORDS.steps);
    let after = step.map_or(at, |(end, _)| end);
    let step_after = |end| c.longest(end, WORDS.steps_after);
    let of_month = c.phrase(after, "mes de").unwrap_or(after);
    if let Some((end, month)) =
        month(c, of_month).filter(|_| c.word(of_month).len() > 3 && c.digits(c.skip(at, &["este"])).is_none())
    {
        let dated = c.longest(end, &[("de", ()), ("del", ())]).is_some_and(|(end, ())| c.year(end).is_some());
        (!dated).then_some(())?;
        let (end, by) = step_after(end).or(step.map(|(_, by)| (end, by)))?;
        let side = [Side::Past, Side::Unsaid, Side::Future][(by.signum() + 1) as usize];
        let year = (by == 0).then_some(Year::Full(now.year()));
        return Some((end, Reading::Point(Point { month: Some(month), year, side, ..Point::default() })));
    }
    let (end, unit) = c.longest(at, UNITS)?;
    if unit == Unit::Weekend && step_after(end).is_none() && c.behind(at, 1) == "el" {
        let by = if now.weekday().to_monday_one_offset() < 6 && c.side(at) != Side::Future { -1 } else { 0 };
        return Some((end, reckon::whole(now, unit, by)?));
    }
    // "Doce detenciones en el mes.": the one that goes on, where nothing says which.
    let inside = matches!(c.behind(at, 1), "el" | "la") && matches!(c.behind(at, 2), "en" | "durante");
    let closes = c.piece(end).is_none_or(|next| next.kind == Kind::Break || c.is(end, &[".", ",", ";", ")", "?"]));
    if inside && closes && matches!(unit, Unit::Week | Unit::Month | Unit::Year) {
        return Some((end, reckon::whole(now, unit, 0)?));
    }
    None
}

/// Whether a weekday is one day: no set ("los lunes"), no name ("Santo Domingo").
pub(super) fn weekday_said(c: &Cursor<'_>, at: usize, end: usize, stepped: bool) -> bool {
    let capital = c.piece(at).is_some_and(|piece| piece.capital());
    let opens = at == 0 || matches!(c.behind(at, 1), "." | "" | "|" | ":") || c.piece(at).is_some_and(|piece| piece.opens_line);
    let of_all = (1..=2).any(|back| matches!(c.behind(at, back), "los" | "cada" | "todos")) || c.behind(at, 1) == "santo";
    let name = capital
        && !stepped
        && (c.piece(end).is_some_and(|next| next.capital())
            || !opens && !matches!(c.behind(at, 1), "el" | "del" | "al" | "este"));
    let short = c.word(at).len() < 5 && c.word(end) != ".";
    !of_all && !name && !short
}

/// The days around the day of publication.
pub(super) fn near(c: &Cursor<'_>, now: jiff::civil::Date, at: usize) -> Option<(usize, Reading)> {
    let (end, by) = c.longest(at, DAYS)?;
    let not = c.word(at) == "hoy" && c.phrase(end, "en dia").is_some()
        || c.word(at) == "manana"
            && (matches!(c.behind(at, 1), "la" | "una" | "esa" | "cada" | "por" | "misma" | "media" | "del" | "el")
                || c.behind(at, 1) == "de" && !matches!(c.behind(at, 2), "partir" | "antes" | "despues" | "luego" | "contar"));
    // "ayer 5/1", "hoy lunes", "ayer lunes 5 de mayo": what follows says it better and is read next.
    (!not).then_some(())?;
    let end = c
        .phrase(end, "por la noche")
        .or_else(|| c.phrase(end, "por la manana"))
        .or_else(|| c.phrase(end, "por la tarde"))
        .unwrap_or(end);
    Some((end, reckon::whole(now, Unit::Day, by)?))
}

/// A count of units: "3", "tres", "un".
pub(super) fn count(c: &Cursor<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some((value, digits)) = c.digits(at) {
        let unit = c.longest(at + 1, UNITS).is_some();
        return (digits <= 3 && (unit || !c.goes_on(at + 1)) && !c.is_tail(at)).then_some((at + 1, value as i32));
    }
    if let Some((end, ())) = c.longest(at, &[("un par de", ()), ("el par de", ())]) {
        return Some((end, 2));
    }
    c.longest(at, NUMBERS).filter(|_| c.word(at) != "primero").map(|(end, number)| (end, i32::from(number)))
}
