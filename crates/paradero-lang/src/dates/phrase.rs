//! The phrases of both languages around a date: since and until, between and from-to, one or the other, about, probably.
//!
//! A language brings its [`Words`] and its own way to say a day, a month or "last week".

use super::{
    anaphoric,
    cursor::Cursor,
    nth, numeric, offsets, parts,
    pieces::Kind,
    reading::{Point, Reading, Side, Year},
    words::{self, Edge, Words},
};
use jiff::ToSpan;

/// The date that begins at `at`, settled to its year, and where it ends.
pub(super) fn read(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    if c.piece(at)?.kind == Kind::Break {
        return None;
    }
    let words = words::of(c.lang);
    // "Fines de 1981 o principios de 1982": each of the two is about so.
    let blurred = || matches!(c.longest(at, words.edges), Some((_, Edge::About))).then(|| pair(c, words, at)).flatten();
    let (end, reading) = range(c, words, at).or_else(blurred).or_else(|| edged(c, words, at, 0)).or_else(|| one(c, words, at))?;
    let (end, reading) = trailing(c, words, end, reading);
    let said = c.side(at);
    let settle = |point: Point| {
        let side = if point.side == Side::Unsaid { said } else { point.side };
        let point = Point { year: point.year.or_else(|| c.told_year(at, Point { side, ..point })), ..point };
        c.now.settle(Point { side, ..point })
    };
    if let Reading::Interval(Some(first), Some(last)) = reading {
        return Some((end, in_order(settle(first)?, last, settle)?));
    }
    Some((end, reading.map(settle)?))
}

/// "From November to February", "from next Monday to Friday": the last is the next one after the first, and of what is to come it
/// may go on already.
fn in_order(first: Point, last: Point, settle: impl Fn(Point) -> Option<Point>) -> Option<Reading> {
    let mut first = first;
    if let (Some(Year::Full(year)), None, Some(month)) = (first.year, last.year, last.month)
        && first.month.is_some()
    {
        let next = (Some(month), last.day) < (first.month, first.day.filter(|_| last.day.is_some()));
        let ahead =
            first.side == Side::Future && settle(last).and_then(|last| last.year) < Some(Year::Full(year + i16::from(next)));
        let year = year - i16::from(ahead);
        first.year = Some(Year::Full(year));
        let last = Point { year: Some(Year::Full(year + i16::from(next))), ..last };
        return Some(Reading::Interval(Some(first), Some(last)));
    }
    let placed = last.side != Side::Unsaid;
    let mut last = settle(last)?;
    if let (Some(_), Some(to), Some(weekday), Some(wanted)) = (first.exact(), last.exact(), last.weekday, first.weekday)
        && placed
    {
        // "Between Wednesday and Friday of next week".
        let back = (weekday - wanted).rem_euclid(7);
        first = Point { weekday: first.weekday, ..Point::day(to.checked_sub(i32::from(back).days()).ok()?) };
    }
    if let (Some(from), Some(to), Some(weekday)) = (first.exact(), last.exact(), last.weekday)
        && to < from
    {
        let ahead = (weekday - from.weekday().to_monday_one_offset()).rem_euclid(7);
        last = Point { weekday: Some(weekday), ..Point::day(from.checked_add(i32::from(ahead).days()).ok()?) };
    }
    Some(Reading::Interval(Some(first), Some(last)))
}

/// "2018 or later", "3 de mayo en adelante": what stands behind a date and bounds it.
fn trailing(c: &Cursor<'_>, words: &Words, end: usize, reading: Reading) -> (usize, Reading) {
    let Reading::Point(point) = reading else { return (end, reading) };
    match c.longest(end, words.trailing) {
        // "In 2016 and after the coup" bounds something else.
        Some((after, edge)) if c.piece(after).is_none_or(|next| next.kind != Kind::Word) => match edge {
            Edge::From => (after, Reading::Interval(Some(point), None)),
            Edge::Until => (after, Reading::Interval(None, Some(point))),
            Edge::About | Edge::Doubtful => (end, reading),
        },
        _ => (end, reading),
    }
}

/// "since …", "until …", "about …", "probably …", one inside another: "since about March".
fn edged(c: &Cursor<'_>, words: &Words, at: usize, depth: u8) -> Option<(usize, Reading)> {
    let (after, edge) = c.longest(at, words.edges)?;
    // "Fin de semana" is no end of a week.
    c.longest(at, words.units).is_none().then_some(())?;
    let inside = skip_small(c, words, after);
    // "Since about March", but no "from since March".
    let bounds = matches!(edge, Edge::From | Edge::Until);
    let blurs = |at| !bounds || c.longest(at, words.edges).is_some_and(|(_, edge)| matches!(edge, Edge::About | Edge::Doubtful));
    let inner = |at| (depth < 3 && blurs(at)).then(|| edged(c, words, at, depth + 1)).flatten();
    let (end, reading) = inner(after)
        .or_else(|| inner(inside))
        .or_else(|| {
            // "Since 3 May" is no range, but "probably between 3 and 5 May" is.
            if matches!(edge, Edge::About | Edge::Doubtful) { range(c, words, inside) } else { None }
        })
        .or_else(|| one(c, words, inside))
        // "A fines de año", "by the end of the month": those that go on.
        .or_else(|| if edge == Edge::About { nth::this(c, words, inside) } else { None })?;
    if bounds && matches!(reading, Reading::Interval(None, _) | Reading::Interval(_, None)) {
        return None;
    }
    let reading = match edge {
        Edge::From => Reading::Interval(Some(reading.first()?), None),
        Edge::Until => Reading::Interval(None, Some(reading.last()?)),
        // Of whole weeks the bounds are no exact days any more.
        Edge::About => reading.map(|point| Some(point.about()))?,
        Edge::Doubtful => reading.map(|point| Some(Point { doubtful: true, ..point }))?,
    };
    Some((end, reading))
}

fn skip_small(c: &Cursor<'_>, words: &Words, at: usize) -> usize {
    c.skip(c.skip(at, words.small), words.small)
}

/// "between A and B", "from A to B", "3 to 5 May", "A – B".
fn range(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let opened = |open: &[&str], close: &[&str], needed: bool| {
        let inside = if c.is(at, open) {
            at + 1
        } else if needed {
            return None;
        } else {
            at
        };
        let (middle, first) = end_point(c, words, skip_small(c, words, inside))?;
        let after = c.is(middle, close).then(|| skip_small(c, words, c.skip(middle + 1, &["including", "el"])))?;
        let (end, last) = second(c, words, after, first)?;
        // "From April to June in 2017".
        let year = if first.year.is_none() && last.year.is_none() && last.month.is_some() && c.is(end, words.of) {
            c.year(end + 1)
        } else {
            None
        };
        let (end, last) = year.map_or((end, last), |(end, year)| (end, Point { year: Some(year), ..last }));
        Some((end, Reading::Interval(Some(inherit(first, last)?), Some(complete(last, first)?))))
    };
    // "From 2014-2018".
    if (c.is(at, words.from) || c.is(at, words.between))
        && let Some(found) = numeric::years(c, c.skip(at + 1, &["ano", "el", "the"]))
    {
        return Some(found);
    }
    opened(words.between, words.and, true)
        .or_else(|| opened(words.between, &["-", "~"], true))
        .or_else(|| opened(words.from, words.to, true))
        .or_else(|| opened(words.from, &["-"], false))
        .or_else(|| months(c, words, at))
        .or_else(|| bare_range(c, words, at))
}

/// "Jan-Feb 2017", "enero a marzo de 2024", "from Sep to Nov": two months, of one year or opened by "from".
fn months(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let opened = c.is(at, words.from) || c.is(at, words.between);
    let (middle, first) = (words.month)(c, if opened { at + 1 } else { at })?;
    let to = c.is(middle, words.to) || opened && c.is(middle, words.and);
    let (end, last) = to.then(|| (words.month)(c, middle + 1))??;
    let of = c.skip(c.skip(end, &[","]), words.of);
    let (end, year) = c.year(of).map_or((end, None), |(end, year)| (end, Some(year)));
    (opened || year.is_some()).then_some(())?;
    let first_year = match year {
        Some(Year::Full(year)) => Some(Year::Full(year - i16::from(first > last))),
        year => year,
    };
    let month = |month, year| Some(Point { month: Some(month), year, ..Point::default() });
    Some((end, Reading::Interval(month(first, first_year), month(last, year))))
}

/// "now", "la fecha": the day of publication, as the end of a range.
fn present(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Point)> {
    let (end, ()) = c.longest(at, words.present)?;
    // "Fecha" alone is the name of a field.
    (c.is(at, &["now", "present", "current", "ahora"]) || c.is(at.wrapping_sub(1), words.the)).then_some(())?;
    Some((end, Point::day(c.now.day?)))
}

/// Without "from", a range is one only where its first part cannot stand alone: "3 al 5 de mayo", "May 3 to May 5".
fn bare_range(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (middle, first) = end_point(c, words, at)?;
    let after = c.is(middle, words.to).then(|| skip_small(c, words, middle + 1))?;
    let whole = |at| match numeric::read_tail(c, at, true) {
        Some((end, Reading::Point(point))) if point.exact().is_some() => Some((end, point)),
        _ => None,
    };
    let (end, last) = whole(after).or_else(|| end_point(c, words, after))?;
    (first.day.is_some() == last.day.is_some()).then_some(())?;
    Some((end, Reading::Interval(Some(inherit(first, last)?), Some(complete(last, first)?))))
}

/// The second of two; a bare day may bring the year of both: "June 24 or 26, 1976".
fn second(c: &Cursor<'_>, words: &Words, at: usize, first: Point) -> Option<(usize, Point)> {
    let (end, last) = end_point(c, words, at)?;
    if last.month.is_none()
        && first.year.is_none()
        && first.month.is_some()
        && let Some((end, year)) = c.year(c.skip(end, &[","]))
    {
        return Some((end, Point { month: first.month, year: Some(year), ..last }));
    }
    Some((end, last))
}

/// One end of a range or a pair: a point, or a bare day.
fn end_point(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Point)> {
    let about = c.longest(at, words.edges).filter(|(_, edge)| *edge == Edge::About);
    let inside = about.map_or(at, |(end, _)| skip_small(c, words, end));
    let (end, point) = match numeric::read(c, inside).or_else(|| nth::read(c, words, inside)).or_else(|| (words.point)(c, inside))
    {
        Some((end, Reading::Point(point))) => (end, point),
        Some(_) => return None,
        None => match (words.day)(c, inside) {
            Some((end, day)) => (end, Point { day: Some(day), ..Point::default() }),
            None => present(c, words, inside)?,
        },
    };
    Some((end, if about.is_some() { point.about() } else { point }))
}

/// The first of two takes the month and year it lacks from the second; the year before, where its month is the later.
fn inherit(first: Point, last: Point) -> Option<Point> {
    if first.month.is_none() && first.day.is_some() {
        last.day?;
        let weekdays = first.weekday.is_some() && last.weekday.is_some();
        (weekdays || last.month.is_some()).then_some(())?;
        // "From the 27th to the 3rd of April": of the month before.
        let month = last.month.map(|month| if first.day > last.day { (month + 10) % 12 + 1 } else { month });
        let year = match last.year {
            Some(Year::Full(year)) if month > last.month => Some(Year::Full(year - 1)),
            year => year,
        };
        return Some(Point { month, year, ..first });
    }
    Some(match (first.year, last.year) {
        (None, Some(Year::Full(year))) if last.month.is_some() => {
            Point { year: Some(Year::Full(year - i16::from(first.month > last.month))), ..first }
        }
        (None, year) => Point { year, ..first },
        _ => first,
    })
}

/// The second of two takes the month it lacks from the first ("from May 3 to 5"), and a year.
fn complete(last: Point, first: Point) -> Option<Point> {
    Some(if last.month.is_none() && last.day.is_some() {
        first.day?;
        // "From April 27 to the 3rd."
        let month = first.month.map(|month| if last.day < first.day { month % 12 + 1 } else { month });
        let year = match first.year {
            Some(Year::Full(year)) if month < first.month => Some(Year::Full(year + 1)),
            year => year,
        };
        Point { month, year, ..last }
    } else if last.year.is_none() {
        match first.year {
            Some(Year::Full(year)) => Point { year: Some(Year::Full(year + i16::from(last.month < first.month))), ..last },
            other => Point { year: other, ..last },
        }
    } else {
        last
    })
}

/// A single date, or one of two: "24 o 26 de junio", "on May 3 or 4".
fn one(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    anaphoric::read(c, words, at)
        .or_else(|| nth::read(c, words, at))
        .or_else(|| offsets::weekday(c, words, at))
        .or_else(|| offsets::read(c, words, at))
        .or_else(|| parts::read(c, words, at))
        .or_else(|| pair(c, words, at))
        .or_else(|| numeric::read(c, at))
        .or_else(|| (words.point)(c, at))
}

fn pair(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (middle, first) = end_point(c, words, at)?;
    let either = c.is(middle, words.or);
    (either || c.is(middle, words.and)).then_some(())?;
    let (end, last) = second(c, words, skip_small(c, words, middle + 1), first)?;
    // "In 2021 and 2022" and "May 3 and June 5" are two dates; what lacks its month or shares a year is not one by itself.
    let lacking = |point: &Point| point.month.is_none() && point.day.is_some();
    let shared = first.year.is_none() && last.year.is_some() && last.month.is_some() && first.day.is_some() == last.day.is_some();
    (shared || either && first.day.is_some() == last.day.is_some() || lacking(&first) != lacking(&last)).then_some(())?;
    let (first, last) = (inherit(first, last)?, complete(last, first)?);
    Some((end, if either { Reading::Either(first, last) } else { Reading::Both(first, last) }))
}
