//! The dates of Spanish: "18 de julio de 2025", "1° de diciembre", "el pasado martes", "hace tres días", "en 2021", "los años setenta".

mod calendar;
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
        .or_else(|| relative(c, at))
        .or_else(|| weekdays::read(c, &WORDS, at))
        .or_else(|| steps::read(c, &WORDS, at))
        .or_else(|| lone(c, at))
        .or_else(|| decade(c, at))
}

/// A day of the month: "18", "1°", "1ro", "primero", "treinta y uno".
fn day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    if let Some((value, digits)) = c.digits(at) {
        let suffixed = c.glued(at + 1) && c.is(at + 1, &["º", "ro", "er", "do", "to", "o"]);
        let dotted = c.word(at + 1) == "." && c.word(at + 2) == "º" && c.glued(at + 1) && c.glued(at + 2);
        let end = c.skip(at + 1 + usize::from(suffixed), if suffixed { &["."] } else { &[] }) + if dotted { 2 } else { 0 };
        let fits = digits <= 2 && (1..=31).contains(&value) && !c.is_tail(at) && !c.goes_on(end);
        return fits.then_some((end, value as u8));
    }
    let ordinal =
        || c.longest(at, WORDS.ordinals).filter(|&(end, day)| day > 1 && day <= 31 && !c.word(end - 1).ends_with(['a', 's']));
    c.longest(at, NUMBERS)
        .filter(|&(_, day)| !c.is(at, &["un", "una"]) && day <= 31)
        .or_else(|| ordinal().map(|(end, day)| (end, day as u8)))
}

/// A day with nothing else, in digits: "dos" alone is no day.
fn bare_day(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    c.digits(at).and_then(|_| day(c, at))
}

fn month(c: &Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let (end, month) = c.longest(at, MONTHS)?;
    Some((if c.word(at).len() <= 4 && c.word(at) != "mayo" { c.skip(end, &["."]) } else { end }, month))
}

/// A year after a day or month: "de 2025", "del 2025", ", 2025", "del año pasado", "del corriente año", "de ese año".
fn year(c: &Cursor<'_>, at: usize) -> Option<(usize, Year, Side)> {
    let parted = c.skip(at, &[",", "-", "/", "."]);
    let of = c.skip(parted, &["de", "del"]);
    let inside = c.phrase(of, "ano").or_else(|| c.phrase(of, "el ano")).unwrap_or(of);
    if let Some((end, year)) = c.year(inside).or_else(|| month_names::short_year(c, at)) {
        return Some((end, year, Side::Unsaid));
    }
    let of = c.skip(at, &["de", "del"]);
    let that = [("ese ano", ()), ("ese mismo ano", ()), ("aquel ano", ()), ("mismo ano", ()), ("dicho ano", ())];
    if let Some((end, ())) = c.longest(of, &that).filter(|_| of > at) {
        return Some((end, c.nearby(at)?.year?, Side::Unsaid));
    }
    let now = c.now.latest?.year();
    let relative = [
        ("ano pasado", -1),
        ("pasado ano", -1),
        ("ano anterior", -1),
        ("este ano", 0),
        ("este mismo ano", 0),
        ("ano en curso", 0),
        ("corriente ano", 0),
        ("corriente", 0),
        ("presente ano", 0),
        ("ano corriente", 0),
        ("ano que viene", 1),
        ("proximo ano", 1),
        ("ano proximo", 1),
    ];
    let (end, by) = c.longest(of, &relative).filter(|_| of > at)?;
    Some((end, Year::Full(now + by), Side::Unsaid))
}

/// "viernes 18 de julio de 2025", "18 de julio", "18-jul-2025", "julio 18, 2025", "marzo de 1977", "el pasado día 6".
fn dated(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let stepped = c.longest(at, WORDS.steps).map_or(at, |(end, _)| end);
    let named = c.longest(stepped, WEEKDAYS).map(|(end, weekday)| {
        (c.skip(c.skip(c.skip(c.skip(c.skip(end, &["."]), &[","]), &["el"]), &["pasado"]), &["dia"]), weekday)
    });
    let weekday = named.map(|(_, weekday)| weekday);
    let start = named.map_or(at, |(end, _)| end);
    let digits = || weekday.and_then(|_| numeric::yearless(c, start));
    if let Some((end, point)) = calendar(c, start).or_else(digits) {
        return (point.day.is_some() || weekday.is_none()).then_some((end, Reading::Point(Point { weekday, ..point })));
    }
    // "el día 6", "el pasado día 6", "viernes 22".
    let said = c.word(start) == "dia" && matches!(c.behind(start, 1), "el" | "del" | "al" | "pasado");
    let number = if said { start + 1 } else { start };
    let lone = matches!((c.behind(start, 2), c.behind(start, 1)), (_, "el" | "del" | "dia") | ("el" | "del", "pasado"));
    let day_before = c.behind(start, 1) == "dia" && named.is_some() || said && c.behind(start, 1) == "el";
    let spelt = day_before && c.digits(number).is_none();
    (spelt || c.digits(number).is_some() && (said || named.is_some() || lone)).then_some(())?;
    let (end, day) = day(c, number).filter(|(end, _)| !c.is(*end, &["de", "horas", "anos", "personas"]))?;
    let closes = said
        || named.is_some()
        || c.piece(end)
            .is_none_or(|next| next.kind == Kind::Break || matches!(next.folded.as_str(), "." | "," | ";" | ")" | "?" | "!"));
    closes.then_some((end, Reading::Point(Point { day: Some(day), weekday, ..Point::default() })))
}

/// "9 de 8 de 1971".
fn month_in_digits(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    let (after, day) = day(c, at)?;
    let (month, digits) = c.is(after, &["de", "del"]).then(|| c.digits(after + 1))??;
    let (end, year) = c.is(after + 2, &["de", "del"]).then(|| c.year(c.skip(after + 3, &["ano"])))??;
    let point = Point { day: Some(day), month: Some(month as u8), year: Some(year), ..Point::default() };
    (digits <= 2 && (1..=12).contains(&month)).then_some((end, point))
}

fn calendar(c: &Cursor<'_>, at: usize) -> Option<(usize, Point)> {
    if let Some(found) =
        month_names::year_first(c, at, month).or_else(|| month_in_digits(c, at)).or_else(|| month_names::roman(c, at))
    {
        return Some(found);
    }
    let with_year = |end: usize, month: u8, day: Option<u8>| {
        let point = Point { month: Some(month), day, ..Point::default() };
        year(c, end).map_or((end, point), |(end, year, side)| (end, Point { year: Some(year), side, ..point }))
    };
    let start = c.phrase(at, "mes de").unwrap_or(at);
    if let Some((after, month)) = month(c, start) {
        let number = c.skip(after, &["-"]);
        if let Some((end, day)) = day(c, number) {
            let (end, point) = with_year(end, month, Some(day));
            let closes = c.piece(end).is_none_or(|piece| piece.kind != Kind::Word)
                && c.digits(number).is_none_or(|_| c.piece(number).is_some());
            if point.year.is_some() || closes && (c.piece(start)?.capital() || c.digits(number).is_none() || c.is(end, &["-"])) {
                return Some((end, point));
            }
        }
        let (end, point) = with_year(after, month, None);
        return point.year.is_some().then_some((end, point));
    }
    let start = c.skip(at, &["dia"]);
    let (after, day) = day(c, start)?;
    let between = c.skip(c.skip(after, &["-", "/", "."]), &["de", "del"]);
    let between = c.phrase(between, "mes de").or_else(|| c.phrase(between, "pasado mes de")).unwrap_or(between);
    if let Some((end, by)) = c.longest(
        between,
        &[
            ("presente mes", 0),
            ("este mes", 0),
            ("corriente mes", 0),
            ("mes pasado", -1),
            ("mes que viene", 1),
            ("mes en curso", 0),
            ("pasado mes", -1),
            ("proximo mes", 1),
        ],
    ) {
        let Reading::Point(month) = reckon::whole(c.now.day?, Unit::Month, by)? else { return None };
        return Some((end, Point { day: Some(day), ..month }));
    }
    let (end, month) = month(c, between)?;
    let found = with_year(end, month, Some(day));
    // "Avenida 9 de Julio", "Hospital 25 de Mayo": a place that is called like a day.
    let place = c.piece(end - 1).is_some_and(|piece| piece.capital()) && named_place(c, at) && found.1.year.is_none();
    (!place).then_some(found)
}

fn named_place(c: &Cursor<'_>, at: usize) -> bool {
    let before = c.behind(at, 1);
    let kinds = [
        "avenida",
        "av",
        "calle",
        "plaza",
        "barrio",
        "hospital",
        "escuela",
        "colegio",
        "estadio",
        "municipio",
        "puente",
        "parque",
        "penal",
        "comuna",
    ];
    kinds.contains(&before) || before == "." && kinds.contains(&c.behind(at, 2))
}
