//! A day of the week alone: "on Friday", "el pasado martes", "Friday of next week", "this week Friday".
//!
//! A bare weekday is the last one, that of publication among them, unless the sentence looks ahead.

use super::{
    cursor::Cursor,
    reading::{Point, Reading, Side},
    reckon::{self, Unit},
    words::Words,
};
use jiff::{ToSpan, civil::Date};
use paradero_model::Lang;

/// The date at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    // "This week Friday", and "next week between Wednesday and Friday" is none.
    if let Some((after, by)) = week(c, words, at)
        && let Some((end, weekday)) = c.longest(c.skip(after, &["on", ","]), words.weekdays)
    {
        return Some((end, Reading::Point(of_week(now, by, weekday)?)));
    }
    let step = c.longest(at, words.steps);
    let start = step.map_or(at, |(end, _)| end);
    let (end, weekday) = c.longest(start, words.weekdays)?;
    // "Monday to Friday" are all of them.
    let span = |at: usize| c.longest(at, words.weekdays).is_some();
    let all = c.is(end, words.to) && span(end + 1) || at > 1 && c.is(at - 1, words.to) && span(at - 2);
    let opener = |back: usize| c.is(at.wrapping_sub(back), words.weekday_openers);
    let stepped = |back: usize| at > back && c.longest(at - back, words.steps).is_some();
    let bounded = step.is_some()
        || (1..=2).any(opener)
        || (3..=5).any(|back| at > 1 && c.is(at - 1, words.to) && (opener(back) || stepped(back)));
    ((!all || bounded) && (words.weekday_said)(c, start, end, step.is_some())).then_some(())?;
    if let Some((end, by)) = week(c, words, c.skip(c.skip(end, words.of), words.the)) {
        return Some((end, Reading::Point(of_week(now, by, weekday)?)));
    }
    let (end, by) = c
        .longest(end, words.steps_after)
        .or(step)
        .map_or((end, None), |(_, by)| (c.longest(end, words.steps_after).map_or(end, |(end, _)| end), Some(by)));
    let side = match by {
        // "Last Wednesday" is that of the week before: what is nearer is "Wednesday", or "this past Wednesday".
        Some(-1) if c.lang == Lang::En && c.is(at, &["last", "previous"]) => {
            return Some((end, Reading::Point(of_week(now, -1, weekday)?)));
        }
        // "Next Sunday" is that of the next week.
        Some(1) if c.lang == Lang::En && c.is(at, &["next", "following"]) => {
            return Some((end, Reading::Point(of_week(now, 1, weekday)?)));
        }
        Some(1) => Side::Future,
        Some(0) if c.lang == Lang::En && weekday > now.weekday().to_monday_one_offset() => Side::Future,
        Some(0) => Side::Unsaid,
        Some(_) => Side::Past,
        None if matches!((c.behind(at, 2), c.behind(at, 1)), ("para", "el") | ("manana", ",")) => Side::Future,
        None => c.side(at),
    };
    let day = reckon::weekday(now, weekday, side)?;
    Some((end, Reading::Point(Point { weekday: Some(weekday), ..Point::day(day) })))
}

/// "last week", "la semana siguiente": how many weeks from the one that goes on.
fn week(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, i32)> {
    let before = c.longest(at, words.steps);
    let (after, _) = c.longest(before.map_or(at, |(end, _)| end), words.units).filter(|(_, unit)| *unit == Unit::Week)?;
    c.longest(after, words.steps_after).or(before.map(|(_, by)| (after, by)))
}

fn of_week(now: Date, by: i32, weekday: i8) -> Option<Point> {
    let Reading::Interval(Some(monday), _) = reckon::whole(now, Unit::Week, by)? else { return None };
    let day = monday.exact()?.checked_add((i32::from(weekday) - 1).days()).ok()?;
    let side = [Side::Past, Side::Unsaid, Side::Future][(by.signum() + 1) as usize];
    Some(Point { weekday: Some(weekday), side, ..Point::day(day) })
}
