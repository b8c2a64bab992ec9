//! English dates that count from the day of publication: "today", "last night", "over the weekend", "last May".

use super::{month, words::*};
use crate::dates::{
    cursor::Cursor,
    reading::{Point, Reading, Side, Year},
    reckon::{self, Unit},
};

/// The days around the day of publication.
const DAYS: &[(&str, i32)] = &[
    ("today", 0),
    ("tonight", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("yesterday", -1),
    ("last night", -1),
    ("last evening", -1),
    ("the day before yesterday", -2),
    ("day before yesterday", -2),
    ("tomorrow", 1),
    ("tmrw", 1),
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("the day after tmrw", 2),
    ("day after tmrw", 2),
];

/// What begins a date that no table of [`WORDS`] holds: days around that of publication, months, numbers, decades.
pub(in crate::dates) fn phrases() -> Vec<&'static str> {
    let days = DAYS.iter().map(|(phrase, _)| *phrase);
    let months = MONTHS.iter().map(|(name, _)| *name);
    let numbers = CARDINALS.iter().chain(ORDINALS).copied().chain(TENS.iter().map(|(word, _)| *word));
    let others = ["a", "an", "couple", "twentieth", "thirtieth", "year", "calendar", "noughties"];
    let decades = DECADES.iter().map(|(word, _)| *word);
    days.chain(months).chain(numbers).chain(others).chain(decades).collect()
}

/// "today", "last night", "over the weekend", "last May".
pub(super) fn relative(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    if let Some((end, by)) = c.longest(at, DAYS) {
        return Some((end, reckon::whole(now, Unit::Day, by)?));
    }
    let leads = ["over", "at", "during", "on", "for"];
    let led = leads.contains(&c.behind(at, 1)) || c.behind(at, 1) == "the" && leads.contains(&c.behind(at, 2));
    if c.word(at) == "weekend" && led {
        let past = now.weekday().to_monday_one_offset() < 6 && c.side(at) != Side::Future;
        return Some((at + 1, reckon::whole(now, Unit::Weekend, if past { -1 } else { 0 })?));
    }
    let (after, by) = c.longest(at, WORDS.steps)?;
    let (end, month) = month(c, after).filter(|_| by != 0 || c.piece(after).is_some_and(|piece| piece.capital()))?;
    // "The upcoming Jan. 9 election" has its day.
    c.digits(end).is_none().then_some(())?;
    let side = [Side::Past, Side::Unsaid, Side::Future][(by.signum() + 1) as usize];
    let year = (by == 0).then_some(Year::Full(now.year()));
    Some((end, Reading::Point(Point { month: Some(month), year, side, ..Point::default() })))
}

/// Whether a weekday is one day: in small letters only where it is written in full; no set, no name.
pub(super) fn weekday_said(c: &Cursor<'_>, at: usize, end: usize, _stepped: bool) -> bool {
    let whole = c.word(at).len() > 5;
    let names = ["times", "herald", "mass", "service", "prayers", "school", "mornings", "afternoons", "evenings", "nights"];
    let of_all = matches!(c.behind(at, 1), "every" | "each" | "good" | "black" | "bloody" | "ash" | "palm" | "other");
    whole && !of_all && !c.is(end, &names)
}

/// A count of units: "3", "three", "a".
pub(super) fn count(c: &Cursor<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some((value, digits)) = c.digits(at) {
        let unit = c.longest(at + 1, UNITS).is_some();
        return (digits <= 3 && (unit || !c.goes_on(at + 1)) && !c.is_tail(at)).then_some((at + 1, value as i32));
    }
    if let Some((end, tens)) = c.longest(at, TENS) {
        let unit = CARDINALS[..9].iter().position(|word| *word == c.word(c.skip(end, &["-"])));
        return Some(unit.map_or((end, tens), |unit| (c.skip(end, &["-"]) + 1, tens + unit as i32 + 1)));
    }
    let words = [("a", 1), ("an", 1), ("a couple of", 2), ("couple of", 2), ("couple", 2), ("a dozen", 12)];
    c.longest(at, &words)
        .or_else(|| CARDINALS.iter().position(|word| *word == c.word(at)).map(|found| (at + 1, found as i32 + 1)))
}
