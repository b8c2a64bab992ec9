//! The week, month, quarter, year or decade that goes on, the one before, the next; and the last so many of them: "last week",
//! "el mes que viene", "the week after next", "los últimos siete días", "5 upcoming years", "this summer".

use super::{
    cursor::Cursor,
    offsets,
    reading::{Point, Reading, Year},
    reckon::{self, Unit},
    words::Words,
};
use jiff::civil::Date;
use paradero_model::Lang;

/// The date at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    stretch(c, words, now, at).or_else(|| whole(c, words, now, at)).or_else(|| season(c, words, now, at))
}

/// "the last 7 days", "5 upcoming years", "las 3 semanas anteriores".
fn stretch(c: &Cursor<'_>, words: &Words, now: Date, at: usize) -> Option<(usize, Reading)> {
    // "We are 3 next week" counts no weeks.
    let unit = |at: usize| c.longest(at, words.units).filter(|(end, _)| c.word(end - 1).ends_with('s') || c.glued(end - 1));
    if let Some((after, by)) = c.longest(at, words.steps).filter(|(_, by)| by.abs() == 1) {
        if let Some((end, other)) = offsets::several(c, words, after, now, by) {
            return Some((end, if by > 0 { Reading::days(now.tomorrow().ok()?, other) } else { Reading::days(other, now) }));
        }
        let (after, number) = (words.count)(c, after).filter(|_| !c.is(after, &["a", "an", "un", "una"]))?;
        let (end, unit) = unit(after)?;
        return Some((end, reckon::stretch(now, unit, number * by)?));
    }
    let (after, number) = (words.count)(c, at).filter(|_| !c.is(at, &["a", "an", "un", "una"]))?;
    let ((end, unit), by) = match c.longest(after, words.steps).filter(|(_, by)| by.abs() == 1) {
        Some((after, by)) => (unit(after)?, by),
        None => {
            let (after, unit) = unit(after)?;
            let (end, by) = c.longest(after, words.steps_after).filter(|(_, by)| by.abs() == 1)?;
            // "Two days before" counts from the date before in the text.
            (c.lang == Lang::Es).then_some(())?;
            ((end, unit), by)
        }
    };
    Some((end, reckon::stretch(now, unit, number * by)?))
}

/// "last week", "la semana pasada", "the week after next".
fn whole(c: &Cursor<'_>, words: &Words, now: Date, at: usize) -> Option<(usize, Reading)> {
    let before = c.longest(at, words.steps);
    let start = before.map_or(at, |(end, _)| end);
    let (after, unit) = c.longest(start, words.units)?;
    let article = c.is(at.wrapping_sub(1), words.the) || c.piece(at)?.opens_line;
    let behind = c.longest(after, words.steps_after).filter(|_| before.is_some() || article);
    let (end, by) = behind.or(before.map(|(_, by)| (after, by)))?;
    let plural = c.word(after - 1).ends_with('s') && c.word(after - 1) != "mes";
    // "The next day" counts from the date before in the text.
    (unit != Unit::Day && !plural).then_some(())?;
    Some((end, reckon::whole(now, unit, by)?))
}

/// "this summer", "la próxima primavera". Which summer the last one was depends on the half of the earth.
fn season(c: &Cursor<'_>, words: &Words, now: Date, at: usize) -> Option<(usize, Reading)> {
    let before = c.longest(at, words.steps);
    let start = before.map_or(at, |(end, _)| end);
    let (after, season) = c.longest(start, words.seasons)?;
    // "In the summer" is of about now; a spring alone may be a well.
    let led = c.is(at.wrapping_sub(1), words.of)
        || c.is(at.wrapping_sub(1), words.the) && c.is(at.wrapping_sub(2), words.of)
        || c.is(at.wrapping_sub(1), &["mid", "durante"]);
    // "The whole summer", "el verano"; a spring, a fall and an Arab Spring may be other things.
    let article = |at: usize| {
        c.is(at.wrapping_sub(1), &["the", "el"])
            || c.is(at.wrapping_sub(1), &["whole", "todo"]) && c.is(at.wrapping_sub(2), &["the", "el"])
    };
    let alone = article(start) && c.is(start, &["summer", "winter", "verano", "invierno"]) && !c.is(after, words.of);
    let led = led || alone;
    let plain = (led && c.year(c.skip(after, words.of)).is_none()).then_some((after, 0));
    let (end, by) = c.longest(after, words.steps_after).or(before.map(|(_, by)| (after, by))).or(plain)?;
    (0..=1).contains(&by).then_some(())?;
    let year = now.year() + by as i16;
    Some((end, Reading::Point(Point { year: Some(Year::Full(year)), month: Some(season), ..Point::default() })))
}
