//! So many days, weeks, months or years before or after a day: "three days ago", "hace un mes y 12 días", "two weeks after May 3",
//! "within 10 days", "dos días después", "for 3 days from Monday".
//!
//! Days are exact; what is counted in weeks is about that day, in months about that month, in years about that year.

use super::{
    cursor::Cursor,
    numeric,
    reading::{Point, Reading, Side, Year},
    reckon::{self, Unit},
    words::{Lead, Trail, Words},
};
use jiff::{Span, ToSpan, civil::Date};

/// So many units, of several kinds at once where the words say so.
#[derive(Clone, Copy)]
struct Amount {
    years: i32,
    months: i32,
    days: i32,
    business: i32,
    /// The finest of its units, which tells how exact it is.
    finest: Unit,
    /// Said to be about so many.
    rough: bool,
    /// Whether it counts several kinds of units.
    several: bool,
}

/// The date at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (start, lead) = c.longest(at, words.leads).map_or((at, None), |(end, lead)| (end, Some(lead)));
    let (end, amount) = amount(c, words, start)?;
    let trail = c.longest(end, words.trails);
    if let Some((after, trail @ (Trail::After | Trail::Before | Trail::Starting))) = trail
        && let Some(found) = anchored(c, words, after, lead, amount, trail)
    {
        return Some(found);
    }
    match (lead, trail) {
        (_, Some((end, trail @ (Trail::Later | Trail::Earlier)))) if lead.is_none() => {
            let sign = if trail == Trail::Later { 1 } else { -1 };
            Some((end, Reading::Point(amount.from(c.nearby(at)?, sign)?)))
        }
        (Some(Lead::Less | Lead::Within), Some((end, Trail::Ahead))) => {
            let now = c.now.day?;
            Some((end, Reading::days(now, amount.moved(now, 1)?)))
        }
        (Some(Lead::More), Some((end, Trail::Ahead))) => {
            Some((end, Reading::Interval(Some(amount.from(Point::day(c.now.day?), 1)?), None)))
        }
        // "More than a month ago" is said of about a month.
        (lead, Some((end, Trail::Ago))) if lead != Some(Lead::Less) => {
            let amount = Amount { rough: amount.rough || lead == Some(Lead::More), ..amount };
            Some((end, Reading::Point(amount.from(Point::day(c.now.day?), -1)?)))
        }
        (None | Some(Lead::In | Lead::Ahead), Some((end, Trail::Ahead))) => {
            Some((end, Reading::Point(amount.from(Point::day(c.now.day?), 1)?)))
        }
        (Some(Lead::Ago), _) => Some((end, Reading::Point(amount.from(Point::day(c.now.day?), -1)?))),
        // "Dentro de diez días" is said of the ten days and of what ends them.
        (Some(Lead::Ahead), _) => {
            let now = c.now.day?;
            Some((end, Reading::days(now, amount.moved(now, 1)?)))
        }
        // "In three weeks" is to come only where the sentence says so: "in three weeks he lost ten kilos".
        (Some(Lead::In), _) if c.side(at) == Side::Future => Some((end, Reading::Point(amount.from(Point::day(c.now.day?), 1)?))),
        (Some(Lead::Within), None) if c.side(at) == Side::Future => {
            let now = c.now.day?;
            Some((end, Reading::days(now, amount.moved(now, 1)?)))
        }
        _ => None,
    }
}

/// A weekday beside what is counted: "Friday two weeks ago", "in three weeks on Friday", "el martes de hace dos semanas".
pub(super) fn weekday(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let before = c.longest(at, words.weekdays);
    let start = before.map_or(at, |(end, _)| c.skip(c.skip(end, &[","]), &["de"]));
    let (start, lead) = c.longest(start, words.leads).map_or((start, None), |(end, lead)| (end, Some(lead)));
    let (end, amount) = amount(c, words, start)?;
    let now = || c.now.day;
    let (end, date) = match (lead, c.longest(end, words.trails)) {
        (_, Some((end, Trail::Ago))) => (end, amount.moved(now()?, -1)?),
        (_, Some((end, Trail::Ahead))) => (end, amount.moved(now()?, 1)?),
        (_, Some((end, trail @ (Trail::After | Trail::Before)))) => {
            let (end, base) = anchor(c, words, end)?;
            (end, amount.moved(base.exact()?, if trail == Trail::After { 1 } else { -1 })?)
        }
        (Some(Lead::Ago), _) => (end, amount.moved(now()?, -1)?),
        (Some(Lead::Ahead | Lead::In), _) => (end, amount.moved(now()?, 1)?),
        _ => return None,
    };
    let (end, weekday) = match before {
        Some((_, weekday)) => (end, weekday),
        None => c.longest(c.is(end, &["on", "el"]).then_some(end + 1)?, words.weekdays)?,
    };
    let to = i32::from(weekday) - i32::from(date.weekday().to_monday_one_offset());
    Some((end, Reading::Point(Point::day(date.checked_add(to.days()).ok()?))))
}

/// Counted from the date at `at`: "two weeks **after May 3**".
fn anchored(
    c: &Cursor<'_>,
    words: &Words,
    at: usize,
    lead: Option<Lead>,
    amount: Amount,
    trail: Trail,
) -> Option<(usize, Reading)> {
    let (end, base) = anchor(c, words, at)?;
    let sign = if trail == Trail::Before { -1 } else { 1 };
    let reading = match (lead, trail) {
        (Some(Lead::Less | Lead::Within | Lead::For), Trail::After) => {
            let first = base.exact()?;
            Reading::days(first, amount.moved(first, 1)?)
        }
        (Some(Lead::Less), Trail::Before) => {
            let last = base.exact()?;
            Reading::days(amount.moved(last, -1)?, last)
        }
        (Some(Lead::More), Trail::After) => Reading::Interval(Some(amount.from(base, 1)?), None),
        (Some(Lead::More), Trail::Before) => Reading::Interval(None, Some(amount.from(base, -1)?)),
        (_, Trail::Starting) => {
            let first = base.exact()?;
            Reading::days(first, amount.moved(first, 1)?.yesterday().ok()?)
        }
        _ => Reading::Point(amount.from(base, sign)?),
    };
    Some((end, reading))
}

/// A settled day, month or year that something counts from.
pub(super) fn anchor(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Point)> {
    let inside = c.skip(c.skip(at, words.small), words.small);
    let (end, reading) = numeric::read(c, inside).or_else(|| (words.point)(c, inside))?;
    let Reading::Point(point) = reading else { return None };
    let side = if point.side == Side::Unsaid { c.side(at) } else { point.side };
    Some((end, c.now.settle(Point { side, ..point })?))
}

/// Of several kinds of units together, the day so much before or after `now`: "the last **3 months and 2 days**".
pub(super) fn several(c: &Cursor<'_>, words: &Words, at: usize, now: Date, sign: i32) -> Option<(usize, Date)> {
    let (end, amount) = amount(c, words, at).filter(|(_, amount)| amount.several)?;
    // "For the last 3 months, and 2 days ago" are two dates.
    c.longest(end, words.trails).is_none().then_some(())?;
    Some((end, amount.moved(now, sign)?))
}

/// "3 days", "a month and 12 days", "5 years, 1 month and 12 days".
fn amount(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Amount)> {
    let (start, rough) = c.longest(at, words.roughly).map_or((at, false), |(end, ())| (end, true));
    let one = |at: usize| {
        let (after, number) = (words.count)(c, at)?;
        let (end, unit) = c.longest(after, words.units).filter(|(_, unit)| !matches!(unit, Unit::Weekend | Unit::Workweek))?;
        Some((end, number, unit))
    };
    let (mut end, number, unit) = one(start)?;
    let mut amount = Amount { years: 0, months: 0, days: 0, business: 0, finest: unit, rough, several: false };
    amount.add(number, unit);
    for _ in 0..3 {
        let next = c.skip(c.skip(end, &[","]), words.and);
        let Some((after, number, unit)) = one(next) else { break };
        amount.add(number, unit);
        amount.finest = amount.finest.min(unit);
        amount.several = true;
        end = after;
    }
    Some((end, amount))
}

impl Amount {
    fn add(&mut self, number: i32, unit: Unit) {
        match unit {
            Unit::BusinessDay => self.business += number,
            Unit::Day => self.days += number,
            Unit::Week | Unit::Weekend | Unit::Workweek => self.days += number * 7,
            Unit::Fortnight => self.days += number * 14,
            Unit::Month => self.months += number,
            Unit::Term(length) => self.months += number * i32::from(length),
            Unit::Year => self.years += number,
            Unit::Decade => self.years += number * 10,
            Unit::Century => self.years += number * 100,
        }
    }

    /// The day so much after `from` (1) or before it (-1).
    fn moved(self, from: Date, sign: i32) -> Option<Date> {
        let span = Span::new().try_years(self.years * sign).ok()?.try_months(self.months * sign).ok()?;
        let date = from.checked_add(span.try_days(self.days * sign).ok()?).ok()?;
        reckon::business_days(date, self.business * sign)
    }

    /// The point so much after `base` or before it: no finer than its units and than `base`.
    fn from(self, base: Point, sign: i32) -> Option<Point> {
        let (Some(Year::Full(year)), month) = (base.year, base.month.filter(|&month| month <= 12)) else { return None };
        let day = base.day.filter(|_| base.exact().is_some());
        let date = Date::new(year, month.map_or(1, |month| month as i8), day.map_or(1, |day| day as i8)).ok()?;
        let moved = self.moved(date, sign)?;
        let point = match self.finest {
            Unit::BusinessDay | Unit::Day if day.is_some() => Point::day(moved),
            Unit::Week | Unit::Fortnight | Unit::Weekend | Unit::Workweek if day.is_some() => Point::day(moved).about(),
            Unit::Month | Unit::Term(_) if month.is_some() => Point::month(moved).about(),
            Unit::Year | Unit::Decade | Unit::Century => Point::year(moved.year()).about(),
            _ => return None,
        };
        Some(if self.rough || base.rough { point.about() } else { point })
    }
}
