//! English dates that count from the day of publication or from the date before them.

use super::month;
use super::words::*;
use crate::dates::{
    cursor::Cursor,
    reading::{Point, Reading, Side},
    reckon::{self, Unit},
};

/// "today", "last night", "on Friday", "last Tuesday", "last week", "this month", "since then".
pub(super) fn relative(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if let Some(found) = anaphoric(c, at) {
        return Some(found);
    }
    let now = c.now.day?;
    let days = [
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
        ("the day after tomorrow", 2),
        ("day after tomorrow", 2),
    ];
    if let Some((end, by)) = c.longest(at, &days) {
        return Some((end, reckon::whole(now, Unit::Day, by)?));
    }
    if c.word(at) == "weekend" && c.behind(at, 1) == "the" && matches!(c.behind(at, 2), "over" | "at" | "during") {
        return Some((at + 1, reckon::whole(now, Unit::Weekend, if now.weekday().to_monday_one_offset() < 6 { -1 } else { 0 })?));
    }
    let steps = [
        ("last", -1),
        ("this past", -1),
        ("current", 0),
        ("the current", 0),
        ("upcoming", 1),
        ("the upcoming", 1),
        ("the past", -1),
        ("past", -1),
        ("previous", -1),
        ("the previous", -1),
        ("this", 0),
        ("next", 1),
        ("the next", 1),
        ("the coming", 1),
    ];
    let step = c.longest(at, &steps);
    let after = step.map_or(at, |(end, _)| end);
    if let Some((end, weekday)) = c.longest(after, WEEKDAYS) {
        let plain = c.piece(after)?.capital()
            && c.word(after).len() > 4
            && !c.is(end, &["times", "herald", "mass", "service", "prayers", "school"]);
        let said = plain && !matches!(c.behind(at, 1), "every" | "each" | "good" | "black" | "bloody" | "ash");
        // "Monday to Friday" are all of them.
        let span = |at: usize| c.longest(at, WEEKDAYS).is_some();
        let all = c.is(end, &["to", "through", "-"]) && span(end + 1)
            || matches!(c.behind(at, 1), "to" | "through" | "-") && at > 1 && span(at - 2);
        let said = said && !all;
        let side = match step {
            Some((_, -1)) => Side::Past,
            Some((_, 1)) => Side::Future,
            // "This Friday" is of this week, come or not.
            Some(_) if c.word(at) == "this" => {
                let ahead = weekday > now.weekday().to_monday_one_offset();
                if ahead { Side::Future } else { Side::Unsaid }
            }
            _ => c.side(at),
        };
        // "Friday last week", "Friday of next week".
        if let Some((end, by)) = c.longest(c.skip(end, &["of"]), &[("last week", -1), ("this week", 0), ("next week", 1)]) {
            let Reading::Interval(Some(monday), _) = reckon::whole(now, Unit::Week, by)? else { return None };
            return Some((end, Reading::Point(reckon::shifted(monday.exact()?, Unit::Day, i32::from(weekday) - 1)?)));
        }
        return said.then_some((end, Reading::Point(Point::day(reckon::weekday(now, weekday, side)?))));
    }
    let (after, by) = step?;
    if let Some((end, month)) = month(c, after).filter(|_| by != 0 || c.piece(after).is_some_and(|piece| piece.capital())) {
        // "The upcoming Jan. 9 election" has its day.
        c.digits(end).is_none().then_some(())?;
        let side = [Side::Past, Side::Unsaid, Side::Future][(by + 1) as usize];
        return Some((end, Reading::Point(Point { month: Some(month), side, ..Point::default() })));
    }
    let (end, unit) = c.longest(after, UNITS)?;
    (unit != Unit::Day && !c.word(end - 1).ends_with('s')).then_some(())?;
    Some((end, reckon::whole(now, unit, by)?))
}

/// What counts from the date before: "since then", "that same day", "the next day", "two days later".
pub(super) fn anaphoric(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let context = c.nearby(at)?;
    if let Some((end, ())) = c.longest(at, &[("since then", ()), ("ever since", ()), ("since", ())]) {
        let closes =
            c.word(end - 1) == "then" || c.piece(end).is_none_or(|piece| matches!(piece.folded.as_str(), "." | "," | ";" | ""));
        return closes.then_some((end, Reading::Interval(Some(context), None)));
    }
    let same = [
        ("that day", 0),
        ("the same day", 0),
        ("that same day", 0),
        ("that night", 0),
        ("the next day", 1),
        ("the day after", 1),
        ("the morning after", 1),
        ("the night after", 1),
        ("the following day", 1),
        ("the following morning", 1),
        ("the next morning", 1),
        ("the following night", 1),
        ("the same night", 0),
        ("the same evening", 0),
        ("that evening", 0),
        ("that morning", 0),
        ("that afternoon", 0),
        ("a day later", 1),
        ("the day before", -1),
    ];
    if let Some((end, by)) = c.longest(at, &same) {
        (!c.is(end, &["yesterday", "tomorrow"])).then_some(())?;
        return Some((end, Reading::Point(reckon::shifted(context.exact()?, Unit::Day, by)?)));
    }
    let (after, number) = count(c, at)?;
    let (after, unit) = c.longest(after, UNITS)?;
    let (end, sign) = c.longest(after, &[("later", 1), ("afterwards", 1), ("earlier", -1), ("before that", -1)])?;
    Some((end, Reading::Point(reckon::shifted(context.exact()?, unit, number * sign)?)))
}

/// "three days ago", "the last two weeks", "two weeks from now".
pub(super) fn counted(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let now = c.now.day?;
    if let Some((after, sign)) =
        c.longest(at, &[("the last", -1), ("the past", -1), ("last", -1), ("past", -1), ("next", 1), ("the next", 1)])
    {
        let (after, number) = count(c, after)?;
        let (end, unit) = c.longest(after, UNITS)?;
        return Some((end, reckon::stretch(now, unit, number * sign)?));
    }
    // "In three weeks" is to come only where the sentence says so: "in three weeks he lost ten kilos".
    if c.word(at) == "in" && c.side(at) == Side::Future {
        let (after, number) = count(c, at + 1)?;
        let (end, unit) = c.longest(after, UNITS)?;
        return Some((end, Reading::Point(reckon::shifted(now, unit, number)?)));
    }
    let (after, number) = count(c, at)?;
    let (after, unit) = c.longest(after, UNITS)?;
    let (end, sign) = c.longest(after, &[("ago", -1), ("back", -1), ("from now", 1), ("from today", 1)])?;
    Some((end, Reading::Point(reckon::shifted(now, unit, number * sign)?)))
}

/// A count of units: "3", "three", "a".
pub(super) fn count(c: &Cursor<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some((value, digits)) = c.digits(at) {
        return (digits <= 3 && !c.goes_on(at + 1) && !c.is_tail(at)).then_some((at + 1, value as i32));
    }
    let words = [("a", 1), ("an", 1), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50)];
    c.longest(at, &words)
        .or_else(|| CARDINALS.iter().position(|word| *word == c.word(at)).map(|found| (at + 1, found as i32 + 1)))
}
