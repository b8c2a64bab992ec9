//! Parts of a year, month or week: "the third quarter of 2016", "la primera quincena de mayo", "later this year", and centuries.

use super::{
    cursor::Cursor,
    phrase::Words,
    reading::{Point, Reading, Year},
};
use jiff::civil::Date;
use paradero_model::Lang;

/// A part of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Of a year, 1 to 4.
    Quarter(u8),
    /// Of a year or a month, 1 or 2.
    Half(u8),
    /// From its first day to that of publication.
    Gone,
    /// From the day of publication to its last day.
    Left,
}

const ENGLISH: &[(&str, Part)] = &[
    ("first quarter", Part::Quarter(1)),
    ("second quarter", Part::Quarter(2)),
    ("third quarter", Part::Quarter(3)),
    ("fourth quarter", Part::Quarter(4)),
    ("last quarter", Part::Quarter(4)),
    ("q 1", Part::Quarter(1)),
    ("q 2", Part::Quarter(2)),
    ("q 3", Part::Quarter(3)),
    ("q 4", Part::Quarter(4)),
    ("first half", Part::Half(1)),
    ("second half", Part::Half(2)),
    ("h 1", Part::Half(1)),
    ("h 2", Part::Half(2)),
    ("earlier", Part::Gone),
    ("later", Part::Left),
    ("rest", Part::Left),
    ("remainder", Part::Left),
];

const SPANISH: &[(&str, Part)] = &[
    ("primer trimestre", Part::Quarter(1)),
    ("segundo trimestre", Part::Quarter(2)),
    ("tercer trimestre", Part::Quarter(3)),
    ("cuarto trimestre", Part::Quarter(4)),
    ("ultimo trimestre", Part::Quarter(4)),
    ("primer semestre", Part::Half(1)),
    ("segundo semestre", Part::Half(2)),
    ("primera mitad", Part::Half(1)),
    ("segunda mitad", Part::Half(2)),
    ("primera quincena", Part::Half(1)),
    ("segunda quincena", Part::Half(2)),
    ("lo que va", Part::Gone),
    ("resto", Part::Left),
    ("lo que queda", Part::Left),
    ("lo que resta", Part::Left),
];

/// The part of a time that begins at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (table, small): (_, &[&str]) = match c.lang {
        Lang::En => (ENGLISH, &["of", "in", "the"]),
        Lang::Es => (SPANISH, &["de", "del", "el", "la"]),
    };
    if let Some(found) = century(c, at) {
        return Some(found);
    }
    let (after, part) = c.longest(at, table)?;
    let inside = c.skip(c.skip(after, small), small);
    let (end, whole) = this(c, inside).or_else(|| (words.point)(c, inside))?;
    let reading = match (part, whole) {
        (Part::Quarter(_) | Part::Half(_), Reading::Point(point)) => part_of(part, point)?,
        (Part::Gone, whole) => Reading::days(first_day(&whole)?, c.now.day?),
        (Part::Left, whole) => Reading::days(c.now.day?, last_day(&whole)?),
        _ => return None,
    };
    Some((end, reading))
}

/// "of the month", "del año": after a part, the one that is going on.
fn this(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    use super::reckon::{Unit, whole};
    let units = [
        ("week", Unit::Week),
        ("month", Unit::Month),
        ("year", Unit::Year),
        ("semana", Unit::Week),
        ("mes", Unit::Month),
        ("ano", Unit::Year),
    ];
    let (end, unit) = c.longest(at, &units)?;
    (c.longest(end, &[("pasado", ()), ("pasada", ()), ("que viene", ()), ("proximo", ()), ("anterior", ())]).is_none())
        .then_some(())?;
    let year = unit == Unit::Year && c.year(end).is_some();
    (!year).then(|| whole(c.now.day?, unit, 0)).flatten().map(|reading| (end, reading))
}

fn part_of(part: Part, point: Point) -> Option<Reading> {
    let months = |first, last| {
        let month = |month| Point { month: Some(month), ..point };
        Reading::Interval(Some(month(first)), Some(month(last)))
    };
    match (part, point) {
        (Part::Quarter(quarter), Point { month: None, year: Some(Year::Full(_)), .. }) => {
            Some(months(quarter * 3 - 2, quarter * 3))
        }
        (Part::Half(half), Point { month: None, year: Some(Year::Full(_)), .. }) => Some(months(half * 6 - 5, half * 6)),
        // The days of a month without a year are not told apart; that it is about the month is still true.
        (Part::Half(half), Point { month: Some(_), day: None, year: Some(Year::Full(_)), .. }) => {
            let first = Point { day: Some(1), ..point }.exact()?;
            let (from, to) = if half == 1 { (1, 15) } else { (16, first.days_in_month()) };
            Some(Reading::days(
                Date::new(first.year(), first.month(), from).ok()?,
                Date::new(first.year(), first.month(), to).ok()?,
            ))
        }
        (Part::Half(_), Point { month: Some(1..=12), day: None, .. }) => Some(Reading::Point(point.about())),
        _ => None,
    }
}

fn first_day(whole: &Reading) -> Option<Date> {
    let point = whole.first()?;
    Point { month: point.month.or(Some(1)), day: point.day.or(Some(1)), ..point }.exact()
}

fn last_day(whole: &Reading) -> Option<Date> {
    let point = whole.last()?;
    let month = Point { month: point.month.or(Some(12)), day: Some(1), ..point }.exact()?;
    point.exact().or_else(|| Some(month.last_of_month()))
}

/// "the 20th century", "siglo XX".
fn century(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let reading = |century: i16| Reading::Point(Point { year: Some(Year::Century(century)), ..Point::default() });
    if let Some(after) = c.phrase(at, "siglo") {
        let romans = [("xv", 14), ("xvi", 15), ("xvii", 16), ("xviii", 17), ("xix", 18), ("xx", 19), ("xxi", 20)];
        return c.longest(after, &romans).map(|(end, century)| (end, reading(century)));
    }
    let (number, digits) = c.digits(at)?;
    let end = c.is(at + 1, &["th", "st"]).then(|| c.phrase(at + 2, "century"))??;
    (digits == 2 && (15..=21).contains(&number)).then(|| (end, reading(number as i16 - 1)))
}
