//! What the words of a date say, before it is written: as much of year, month and day as they give, and nothing more.

use jiff::civil::Date;

/// A point on the calendar, as far as the words say it. What is `None` the words leave open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub year: Option<Year>,
    /// 1 to 12; 21 to 24 are spring, summer, autumn and winter, as in EDTF.
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// Of a day said with its weekday: Monday is 1. It tells which year is meant where the words do not.
    pub weekday: Option<i8>,
    /// Said to be about so.
    pub rough: bool,
    /// Said to be probably so.
    pub doubtful: bool,
    /// Said to lie before the month of publication, or after it.
    pub side: Side,
}

/// On which side of the publication the words say a date lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    /// They do not say.
    #[default]
    Unsaid,
    /// "last May", "mayo pasado".
    Past,
    /// "next May", "will be tried in May".
    Future,
}

/// A year, or the digits of it that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Year {
    /// 1976.
    Full(i16),
    /// 197 for the seventies.
    Decade(i16),
    /// 19 for the twentieth century.
    Century(i16),
}

/// A whole date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// One day, month, year or decade.
    Point(Point),
    /// From the first to the second; `None` is open.
    Interval(Option<Point>, Option<Point>),
    /// One of the two.
    Either(Point, Point),
    /// Both.
    Both(Point, Point),
}

impl Point {
    /// One exact day.
    pub fn day(date: Date) -> Self {
        Self { day: Some(date.day() as u8), ..Self::month(date) }
    }

    /// The month that holds `date`.
    pub fn month(date: Date) -> Self {
        Self { month: Some(date.month() as u8), ..Self::year(date.year()) }
    }

    /// A year.
    pub fn year(year: i16) -> Self {
        Self { year: Some(Year::Full(year)), ..Self::default() }
    }

    /// The same, said to be about so.
    pub fn about(self) -> Self {
        Self { rough: true, ..self }
    }

    /// The exact day, where it is one.
    pub fn exact(&self) -> Option<Date> {
        match (self.year, self.month, self.day) {
            (Some(Year::Full(year)), Some(month), Some(day)) => Date::new(year, month as i8, day as i8).ok(),
            _ => None,
        }
    }
}

impl Reading {
    /// From `first` to `last`, both in it.
    pub fn days(first: Date, last: Date) -> Self {
        Self::Interval(Some(Point::day(first)), Some(Point::day(last)))
    }

    /// The same with every point changed by `change`; `None` where one cannot be.
    pub fn map(self, mut change: impl FnMut(Point) -> Option<Point>) -> Option<Self> {
        Some(match self {
            Self::Point(point) => Self::Point(change(point)?),
            Self::Interval(first, last) => Self::Interval(
                match first {
                    Some(first) => Some(change(first)?),
                    None => None,
                },
                match last {
                    Some(last) => Some(change(last)?),
                    None => None,
                },
            ),
            Self::Either(first, second) => Self::Either(change(first)?, change(second)?),
            Self::Both(first, second) => Self::Both(change(first)?, change(second)?),
        })
    }

    /// Its first point.
    pub fn first(&self) -> Option<Point> {
        match *self {
            Self::Point(point) | Self::Either(point, _) | Self::Both(point, _) => Some(point),
            Self::Interval(first, _) => first,
        }
    }

    /// Its last point.
    pub fn last(&self) -> Option<Point> {
        match *self {
            Self::Point(point) | Self::Either(_, point) | Self::Both(_, point) => Some(point),
            Self::Interval(_, last) => last,
        }
    }
}
