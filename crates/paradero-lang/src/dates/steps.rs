//! The week, month, quarter, year or decade that goes on, the one before, the next; and the last so many of them: "last week",
//! "el mes que viene", "the week after next", "los últimos siete días", "5 upcoming years", "this summer".

use super::{
    cursor::Cursor,
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
    let unit = |at: usize| c.longest(at, words.units);
    if let Some((after, by)) = c.longest(at, words.steps).filter(|(_, by)| by.abs() == 1) {
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
    let article = c.is(at.wrapping_sub(1), words.the);
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
    let (end, by) = c.longest(after, words.steps_after).or(before.map(|(_, by)| (after, by)))?;
    ((0..=1).contains(&by)).then_some(())?;
    let year = now.year() + by as i16;
    Some((end, Reading::Point(Point { year: Some(Year::Full(year)), month: Some(season), ..Point::default() })))
}
