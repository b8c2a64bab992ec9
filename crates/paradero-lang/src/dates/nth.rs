//! What is counted inside a longer time: "the third week of July", "el primer trimestre de 2016", "the first Friday of May", "the 15th
//! day of next month", "los primeros diez días de 2021", "week 31 of 2018"; and the week of a day: "la semana del 16 de septiembre".
//!
//! The weeks of a month or year are those whose Thursday lies in it (ISO 8601); as people count them otherwise too, they are written
//! as about those days.

use super::{
    cursor::Cursor,
    offsets, parts,
    reading::{Point, Reading, Year},
    reckon::{self, Unit},
    words::Words,
};
use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};
use paradero_model::Lang;

/// The date at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    week_of(c, words, at).or_else(|| numbered_week(c, words, at)).or_else(|| counted(c, words, at))
}

/// "the week of September 16", "the week of the 18th".
fn week_of(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (inside, ()) = c.longest(at, words.week_of)?;
    let day = |at: usize| {
        let at = c.skip(c.skip(at, words.small), words.small);
        let (end, day) = (words.day)(c, at)?;
        Some((end, c.now.settle(Point { day: Some(day), ..Point::default() })?))
    };
    let (end, point) = offsets::anchor(c, words, inside).or_else(|| day(inside))?;
    Some((end, week(point.exact()?)?))
}

fn week(day: Date) -> Option<Reading> {
    let monday = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some(Reading::days(monday, monday.checked_add(6.days()).ok()?))
}

/// "week 31 of 2018", "la semana 27 del año pasado".
fn numbered_week(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    (c.longest(at, words.units)? == (at + 1, Unit::Week)).then_some(())?;
    let (after, number) = (words.count)(c, at + 1).filter(|(_, number)| (1..=53).contains(number))?;
    let (end, year) = match of(c, words, after) {
        Some(of) => {
            let (end, whole) = container(c, words, of)?;
            let (Some(Year::Full(year)), None) = (whole.year, whole.month) else { return None };
            (end, year)
        }
        // Bulletins number the weeks of the year that goes on.
        None if !c.is(after, &["a", "p", "am", "pm", ":", "."])
            || c.digits(after + 1).is_none() && !c.is(after, &["a", "p", "am", "pm"]) =>
        {
            (after, c.now.day?.year())
        }
        None => return None,
    };
    Some((end, week(ISOWeekDate::new(year, number as i8, Weekday::Monday).ok()?.date())?))
}

/// After "of" or "de": what follows.
fn of(c: &Cursor<'_>, words: &Words, at: usize) -> Option<usize> {
    c.is(at, words.of).then_some(at + 1)
}

/// A whole year or month: "2016", "July", "this month", "the year".
pub(super) fn container(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Point)> {
    let inside = c.skip(at, words.the);
    let (end, reading) = match c.year(inside) {
        Some((end, year)) => (end, Reading::Point(Point { year: Some(year), ..Point::default() })),
        None => {
            let month = |at| {
                (words.month)(c, at).map(|(end, month)| (end, Reading::Point(Point { month: Some(month), ..Point::default() })))
            };
            (words.point)(c, inside)
                .or_else(|| month(c.phrase(inside, "mes de").unwrap_or(inside)))
                .or_else(|| this(c, words, inside))?
        }
    };
    let Reading::Point(point) = reading else { return None };
    let point = c.now.settle(point).filter(|point| point.day.is_none() && point.month.is_none_or(|month| month <= 12))?;
    matches!(point.year, Some(Year::Full(_))).then_some((end, point))
}

/// "of **the month**": the one that goes on.
pub(super) fn this(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (end, unit) = c.longest(at, words.units).filter(|(_, unit)| matches!(unit, Unit::Week | Unit::Month | Unit::Year))?;
    let other = c.longest(end, words.steps_after).is_some_and(|(_, by)| by != 0) || unit == Unit::Year && c.year(end).is_some();
    (!other).then(|| reckon::whole(c.now.day?, unit, 0)).flatten().map(|reading| (end, reading))
}

/// "the third week of July", "los primeros diez días del año".
fn counted(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (after, nth) = ordinal(c, words, at)?;
    if let Some((after, weekday)) = c.longest(after, words.weekdays) {
        let (end, month) = container(c, words, of(c, words, after)?)?;
        month.month?;
        return Some((end, Reading::Point(reckon::nth(month, nth, weekday)?)));
    }
    if c.is(after, words.half) {
        let of = of(c, words, after + 1)?;
        if let Some((end, whole)) = container(c, words, of) {
            return Some((end, half(whole, nth)?));
        }
        // Where the halves of a week part nobody says.
        let inside = c.skip(of, words.the);
        let (end, week) = (words.point)(c, inside).or_else(|| this(c, words, inside))?;
        return matches!(week, Reading::Interval(..))
            .then(|| week.map(|day| Some(day.about())))
            .flatten()
            .map(|week| (end, week));
    }
    // "La primera década del siglo XX".
    if let Some((after, Unit::Decade)) = c.longest(after, words.units)
        && (1..=10).contains(&nth)
    {
        let inside = c.skip(of(c, words, after)?, words.the);
        let now = || c.longest(inside, words.units).filter(|(_, unit)| *unit == Unit::Century);
        let now = || now().and_then(|(end, unit)| Some((end, reckon::whole(c.now.day?, unit, 0)?)));
        let (end, Reading::Point(Point { year: Some(Year::Century(century)), .. })) = parts::century(c, inside).or_else(now)?
        else {
            return None;
        };
        let decade = century * 10 + i16::from(nth) - 1;
        return Some((end, Reading::Point(Point { year: Some(Year::Decade(decade)), ..Point::default() })));
    }
    let (after, number) = (words.count)(c, after).map_or((after, None), |(after, number)| (after, Some(number)));
    let (after, unit) = c.longest(after, words.units)?;
    // "The last days of May" are not counted.
    let plural = c.word(after - 1).ends_with('s') && c.word(after - 1) != "mes";
    (number.is_some() || !plural).then_some(())?;
    let whole =
        of(c, words, after).or_else(|| c.longest(after, words.steps).map(|_| after)).and_then(|of| container(c, words, of));
    let (end, whole) = match whole {
        // "En el segundo semestre": of the year that goes on; an English third quarter may be one of a match.
        None if matches!(unit, Unit::Term(_)) && nth > 0 && c.lang == Lang::Es => (after, Point::year(c.now.day?.year())),
        whole => whole?,
    };
    let reading = match number {
        None => one_of(whole, unit, nth)?,
        Some(number @ 1..=60) if nth.abs() == 1 => many_of(whole, unit, number, nth)?,
        Some(_) => return None,
    };
    Some((end, reading))
}

/// "third", "3rd", "tercera", "3ª", "last".
fn ordinal(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, i8)> {
    // "twenty-third" is longer than its "third".
    let spelt = (words.day)(c, at).filter(|_| c.digits(at).is_none()).map(|(end, day)| (end, day as i8));
    if let Some(found) = [c.longest(at, words.ordinals), spelt].into_iter().flatten().max_by_key(|&(end, _)| end) {
        return Some(found);
    }
    let (number, digits) = c.digits(at)?;
    let marked = digits <= 2 && c.glued(at + 1) && !c.is_tail(at);
    let end = c.skip(at + 1, &["."]);
    let end = (marked && c.is(end, &["st", "nd", "rd", "th", "º", "er", "ra", "do", "da", "ro", "to", "ta", "a", "o"]))
        .then_some(end + 1)?;
    (1..=53).contains(&number).then_some((end, number as i8))
}

/// The first and the last day of a month or year.
fn days_of(whole: Point) -> Option<(Date, Date)> {
    let first = Point { month: whole.month.or(Some(1)), day: Some(1), ..whole }.exact()?;
    Some((first, if whole.month.is_some() { first.last_of_month() } else { first.last_of_year() }))
}

/// The Monday of the `nth` week whose Thursday lies in `whole`.
fn monday(whole: Point, nth: i8) -> Option<Date> {
    let (first, last) = days_of(whole)?;
    let thursday = if nth > 0 {
        let to_thursday = (3 - i32::from(first.weekday().to_monday_zero_offset())).rem_euclid(7);
        first.checked_add((to_thursday + 7 * (i32::from(nth) - 1)).days()).ok()?
    } else {
        let from_thursday = (i32::from(last.weekday().to_monday_zero_offset()) - 3).rem_euclid(7);
        last.checked_sub((from_thursday + 7 * (-i32::from(nth) - 1)).days()).ok()?
    };
    (first..=last).contains(&thursday).then_some(())?;
    thursday.checked_sub(3.days()).ok()
}

fn one_of(whole: Point, unit: Unit, nth: i8) -> Option<Reading> {
    let (first, last) = days_of(whole)?;
    match unit {
        Unit::Week => {
            let monday = monday(whole, nth)?;
            let (from, to) = (Point::day(monday), Point::day(monday.checked_add(6.days()).ok()?));
            Some(Reading::Interval(Some(from.about()), Some(to.about())))
        }
        Unit::Day => {
            let day = if nth > 0 { first.checked_add((i32::from(nth) - 1).days()).ok()? } else { last };
            (day <= last).then(|| Reading::Point(Point::day(day)))
        }
        Unit::Weekend if nth > 0 => {
            let saturday = reckon::nth(whole, nth, 6)?.exact()?;
            Some(Reading::days(saturday, saturday.tomorrow().ok()?))
        }
        Unit::Month => {
            let month = if nth < 0 { 12 } else { nth };
            (whole.month.is_none() && (1..=12).contains(&month))
                .then_some(Reading::Point(Point { month: Some(month as u8), ..whole }))
        }
        Unit::Fortnight => half(whole, nth),
        Unit::Term(length) => {
            let (length, parts) = (length as i8, 12 / length as i8);
            let part = if nth < 0 { parts } else { nth };
            let month = |month: i8| Some(Point { month: Some(month as u8), ..whole });
            (whole.month.is_none() && (1..=parts).contains(&part))
                .then(|| Reading::Interval(month(part * length - length + 1), month(part * length)))
        }
        _ => None,
    }
}

/// "the first half of March", "la segunda quincena de mayo", "the second half of 2016".
fn half(whole: Point, nth: i8) -> Option<Reading> {
    let half = if nth < 0 { 2 } else { nth };
    (half <= 2).then_some(())?;
    if whole.month.is_none() {
        return one_of(whole, Unit::Term(6), half);
    }
    let (first, _) = days_of(whole)?;
    let (from, to) = if half == 1 { (1, 15) } else { (16, first.days_in_month()) };
    let day = |day: i8| Date::new(first.year(), first.month(), day).ok();
    Some(Reading::days(day(from)?, day(to)?))
}

/// "the first 2 weeks of 2021", "los últimos diez días de mayo".
fn many_of(whole: Point, unit: Unit, number: i32, nth: i8) -> Option<Reading> {
    let (first, last) = days_of(whole)?;
    match unit {
        Unit::Day if nth > 0 => Some(Reading::days(first, first.checked_add((number - 1).days()).ok()?)),
        Unit::Day => Some(Reading::days(last.checked_sub((number - 1).days()).ok()?, last)),
        Unit::Week => {
            let steps = (number - 1).weeks();
            let end = monday(whole, nth)?;
            let (from, to) = if nth > 0 { (end, end.checked_add(steps).ok()?) } else { (end.checked_sub(steps).ok()?, end) };
            let to = to.checked_add(6.days()).ok()?;
            Some(Reading::Interval(Some(Point::day(from).about()), Some(Point::day(to).about())))
        }
        Unit::Month if whole.month.is_none() && number <= 12 => {
            let number = number as u8;
            let (from, to) = if nth > 0 { (1, number) } else { (13 - number, 12) };
            let month = |month: u8| Some(Point { month: Some(month), ..whole });
            Some(Reading::Interval(month(from), month(to)))
        }
        _ => None,
    }
}
