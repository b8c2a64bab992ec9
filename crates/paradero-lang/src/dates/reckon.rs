//! Reckons on the calendar: which year is meant, the last Tuesday, the week before, the quarter, working days.

use super::reading::{Point, Reading, Side, Year};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use paradero_model::{Day, Edtf};

/// How many days ahead a day without a year may lie and still be of this year: a report names what comes next week or next
/// month, but the twelfth of December in a report of January is past.
const AHEAD: i32 = 45;

/// What relative dates count from.
#[derive(Clone, Copy, Default)]
pub(super) struct Now {
    /// The day of publication, where it is one exact day.
    pub day: Option<Date>,
    /// The last day it may be, from which years are counted.
    pub latest: Option<Date>,
}

/// A unit that dates are counted in, the finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// Monday to Friday.
    BusinessDay,
    Day,
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Friday of a week.
    Workweek,
    /// Two weeks.
    Fortnight,
    Month,
    /// So many months that divide the year: a quarter has 3.
    Term(u8),
    Year,
    Decade,
    Century,
}

impl Now {
    /// What `published` lets be counted from.
    pub fn new(published: Option<&Edtf>) -> Self {
        let civil = |day: Day| Date::new(i16::try_from(day.year).ok()?, day.month as i8, day.day as i8).ok();
        let latest = published.and_then(Edtf::latest).and_then(civil);
        Self { day: latest.filter(|_| published.is_some_and(Edtf::is_one_day)), latest }
    }

    /// What one exact day lets be counted from.
    pub fn of(day: Date) -> Self {
        Self { day: Some(day), latest: Some(day) }
    }

    /// The point with the year (or month) that its words leave to the day of publication. Without one it stays as it is.
    pub fn settle(self, point: Point) -> Option<Point> {
        let Some(now) = self.latest.filter(|_| point.year.is_none()) else { return Some(point) };
        match (point.month, point.day) {
            (Some(month), Some(day)) => Some(match year_of_day(now, month, day, point.weekday, point.side) {
                Some(year) => Point { year: Some(Year::Full(year)), ..point },
                None => point,
            }),
            (Some(month), None) => {
                // Seasons have no months here, and in either half of the year others: the year is all that is lost.
                let this = now.month() as u8;
                let year = match point.side {
                    _ if month > 12 => now.year(),
                    Side::Past if month >= this => now.year() - 1,
                    Side::Future if month < this => now.year() + 1,
                    Side::Unsaid if month > this => now.year() - 1,
                    _ => now.year(),
                };
                Some(Point { year: Some(Year::Full(year)), ..point })
            }
            (None, Some(day)) => {
                let today = self.day?;
                if let Some(weekday) = point.weekday {
                    return day_of_weekday(today, day, weekday).map(Point::day);
                }
                let month = match point.side {
                    Side::Future if (day as i8) < today.day() => today.checked_add(1.month()).ok()?,
                    Side::Future => today,
                    _ if day as i8 > today.day() => today.checked_sub(1.month()).ok()?,
                    _ => today,
                };
                Some(Point { day: Some(day), rough: point.rough, doubtful: point.doubtful, ..Point::month(month) })
            }
            (None, None) => None,
        }
    }
}

/// The year of a day and month: the one whose weekday fits, if a weekday is said; else that of publication, or the one before
/// where the day would lie too far ahead.
fn year_of_day(now: Date, month: u8, day: u8, weekday: Option<i8>, side: Side) -> Option<i16> {
    let in_year = |year: i16| Date::new(year, month as i8, day as i8).ok();
    let ahead = |date: Date| date.since(now).map_or(i32::MAX, |span| span.get_days());
    let limit = match side {
        Side::Unsaid => AHEAD,
        Side::Past => -1,
        Side::Future => 400,
    };
    let mut years: Vec<Date> =
        (now.year() - 4..=now.year() + 1).filter_map(in_year).filter(|date| ahead(*date) <= limit).collect();
    // A weekday that fits only a year long ago is a mistake about the weekday.
    let fits = |date: &Date| date.year() + 1 >= now.year() && Some(date.weekday().to_monday_one_offset()) == weekday;
    if years.iter().any(fits) {
        years.retain(fits);
    }
    if side == Side::Future
        && let Some(coming) = years.iter().find(|date| ahead(**date) >= 0)
    {
        return Some(coming.year());
    }
    years.last().map(|date| date.year())
}

/// "Friday the 22nd": the day nearest to `now` on which both fit, no more than some months away.
fn day_of_weekday(now: Date, day: u8, weekday: i8) -> Option<Date> {
    let months = (-7..=2).filter_map(|by: i32| now.first_of_month().checked_add(by.months()).ok());
    let days = months.filter_map(|month| Date::new(month.year(), month.month(), day as i8).ok());
    days.filter(|date| date.weekday().to_monday_one_offset() == weekday)
        .min_by_key(|date| date.since(now).map_or(i32::MAX, |span| span.get_days().abs()))
}

/// "The first Friday of July", "el último domingo de mayo" (-1) of a settled month.
pub(super) fn nth(month: Point, nth: i8, weekday: i8) -> Option<Point> {
    let first = Point { day: Some(1), ..month }.exact()?;
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Some(Point::day(first.nth_weekday_of_month(nth, weekday).ok()?))
}

/// The latest `weekday` (Monday is 1) on or before `now`, or the next one after it.
pub(super) fn weekday(now: Date, weekday: i8, side: Side) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    match side {
        Side::Unsaid if now.weekday() == weekday => Some(now),
        Side::Future => now.nth_weekday(1, weekday).ok(),
        _ => now.nth_weekday(-1, weekday).ok(),
    }
}

/// The whole unit `by` steps from the one that holds `now`: -1 is the last one.
pub(super) fn whole(now: Date, unit: Unit, by: i32) -> Option<Reading> {
    let monday = |weeks: i32| {
        let monday = now.checked_sub(i32::from(now.weekday().to_monday_zero_offset()).days()).ok()?;
        monday.checked_add(weeks.weeks()).ok()
    };
    let days = |first: Date, more: i32| Some(Reading::days(first, first.checked_add(more.days()).ok()?));
    let decades = |of: i32| i16::try_from(i32::from(now.year()).div_euclid(of) + by).ok();
    match unit {
        Unit::Day => Some(Reading::Point(Point::day(now.checked_add(by.days()).ok()?))),
        Unit::BusinessDay => Some(Reading::Point(Point::day(business_days(now, by)?))),
        Unit::Week => days(monday(by)?, 6),
        Unit::Weekend => days(monday(by)?.checked_add(5.days()).ok()?, 1),
        Unit::Workweek => days(monday(by)?, 4),
        Unit::Fortnight => days(monday(by * 2)?, 13),
        Unit::Month => Some(Reading::Point(Point::month(now.first_of_month().checked_add(by.months()).ok()?))),
        Unit::Term(length) => {
            let term = i32::from(now.month() - 1) / i32::from(length) + by;
            let first = now.first_of_year().checked_add((term * i32::from(length)).months()).ok()?;
            let last = first.checked_add((i32::from(length) - 1).months()).ok()?;
            Some(Reading::Interval(Some(Point::month(first)), Some(Point::month(last))))
        }
        Unit::Year => Some(Reading::Point(Point::year(now.first_of_year().checked_add(by.years()).ok()?.year()))),
        Unit::Decade => Some(Reading::Point(Point { year: Some(Year::Decade(decades(10)?)), ..Point::default() })),
        Unit::Century => Some(Reading::Point(Point { year: Some(Year::Century(decades(100)?)), ..Point::default() })),
    }
}

/// So many working days after `from`, or before it; holidays are not known.
pub(super) fn business_days(from: Date, by: i32) -> Option<Date> {
    (by.abs() <= 99).then_some(())?;
    let mut date = from;
    for _ in 0..by.abs() {
        date = date.checked_add(by.signum().days()).ok()?;
        while date.weekday().to_monday_one_offset() > 5 {
            date = date.checked_add(by.signum().days()).ok()?;
        }
    }
    Some(date)
}

/// The last (or the coming) so many units, up to (or from) `now`; terms of months are whole ones.
pub(super) fn stretch(now: Date, unit: Unit, by: i32) -> Option<Reading> {
    let other = match unit {
        Unit::Day => now.checked_add(by.days()),
        Unit::BusinessDay => Ok(business_days(now, by)?),
        Unit::Week | Unit::Weekend | Unit::Workweek => now.checked_add(by.weeks()),
        Unit::Fortnight => now.checked_add((by * 2).weeks()),
        Unit::Month => now.checked_add(by.months()),
        Unit::Term(_) => {
            let (first, last) = (whole(now, unit, by.min(by.signum()))?, whole(now, unit, by.max(by.signum()))?);
            return Some(Reading::Interval(first.first(), last.last()));
        }
        Unit::Year => now.checked_add(by.years()),
        Unit::Decade => now.checked_add((by * 10).years()),
        Unit::Century => now.checked_add((by * 100).years()),
    }
    .ok()?;
    // What is to come begins with the next day.
    Some(if by > 0 { Reading::days(now.tomorrow().ok()?, other) } else { Reading::days(other, now) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn settled(month: u8, day: Option<u8>, weekday: Option<i8>, side: Side) -> Option<i16> {
        let published = Edtf::parse("2025-01-10");
        let point = Point { month: Some(month), day, weekday, side, ..Point::default() };
        match Now::new(published.as_ref()).settle(point)?.year? {
            Year::Full(year) => Some(year),
            Year::Decade(_) | Year::Century(_) => None,
        }
    }

    #[test]
    fn a_day_far_ahead_is_of_the_year_before() {
        assert_eq!(settled(12, Some(12), None, Side::Unsaid), Some(2024));
        assert_eq!(settled(2, Some(3), None, Side::Unsaid), Some(2025));
        assert_eq!(settled(4, None, None, Side::Unsaid), Some(2024));
        assert_eq!(settled(4, None, None, Side::Future), Some(2025));
    }

    #[test]
    fn a_weekday_tells_the_year() {
        assert_eq!(settled(1, Some(12), Some(5), Side::Unsaid), Some(2024));
    }

    #[test]
    fn a_day_that_few_years_have_is_found() {
        assert_eq!(settled(2, Some(29), None, Side::Unsaid), Some(2024));
    }

    #[test]
    fn friday_said_on_a_friday_is_that_day_and_last_friday_the_one_before() {
        let friday = date(2025, 7, 18);
        assert_eq!(weekday(friday, 5, Side::Unsaid), Some(friday));
        assert_eq!(weekday(friday, 5, Side::Past), Some(date(2025, 7, 11)));
        assert_eq!(weekday(friday, 2, Side::Unsaid), Some(date(2025, 7, 15)));
    }

    #[test]
    fn a_week_runs_from_monday() {
        assert_eq!(whole(date(2025, 7, 20), Unit::Week, -1), Some(Reading::days(date(2025, 7, 7), date(2025, 7, 13))));
    }
}
