//! Parts of a longer time that are not counted: "later this year", "lo que va del mes", quarters and halves as offices write them
//! ("Q3 2016", "2019-H2"), and centuries.

use super::{
    cursor::Cursor,
    nth,
    reading::{Point, Reading, Year},
    words::Words,
};
use jiff::civil::Date;
use paradero_model::Lang;

/// A part of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// From its first day to that of publication.
    Gone,
    /// From the day of publication to its last day.
    Left,
}

const ENGLISH: &[(&str, Part)] =
    &[("earlier", Part::Gone), ("later", Part::Left), ("rest", Part::Left), ("remainder", Part::Left), ("remaining", Part::Left)];

const SPANISH: &[(&str, Part)] = &[
    ("lo que va", Part::Gone),
    ("mas temprano", Part::Gone),
    ("mas tarde", Part::Left),
    ("resto", Part::Left),
    ("lo que queda", Part::Left),
    ("lo que resta", Part::Left),
];

/// What begins a part in `lang`, a code or a century.
pub(super) fn phrases(lang: Lang) -> impl Iterator<Item = &'static str> {
    let table = if lang == Lang::En { ENGLISH } else { SPANISH };
    table.iter().map(|(phrase, _)| *phrase).chain(["q", "h", "t", "s", "siglo"])
}

/// The part of a time that begins at `at`, and where it ends.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    century(c, at).or_else(|| coded(c, words, at)).or_else(|| gone_or_left(c, words, at))
}

fn gone_or_left(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let (table, mine): (_, &[&str]) = match c.lang {
        Lang::En => (ENGLISH, &["my", "our", "his", "her", "their"]),
        Lang::Es => (SPANISH, &["mi", "su"]),
    };
    // "The year to date".
    if let (Lang::En, Some((after, whole))) = (c.lang, nth::this(c, words, at))
        && let Some(end) = c.phrase(after, "to date")
    {
        return Some((end, Reading::days(first_day(&whole)?, c.now.day?)));
    }
    let (after, part) = c.longest(at, table)?;
    let inside = c.skip(c.skip(after, words.of), words.the);
    let (end, whole) = nth::this(c, words, c.skip(inside, mine)).or_else(|| (words.point)(c, inside))?;
    let today = c.now.day?;
    let reading = match part {
        Part::Gone => Reading::days(first_day(&whole)?, today),
        Part::Left => Reading::days(today, last_day(&whole)?),
    };
    Some((end, reading))
}

/// "Q3 2016", "2016 Q3", "2019-H2": only with their year.
fn coded(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let code = |at: usize| {
        let months: u8 = match (c.word(at), c.lang) {
            ("q", _) | ("t", Lang::Es) => 3,
            ("h", Lang::En) | ("s", Lang::Es) => 6,
            _ => return None,
        };
        let (number, _) = c.digits(at + 1).filter(|(_, digits)| *digits == 1 && c.glued(at + 1) && !c.goes_on(at + 2))?;
        let last = number as u8 * months;
        (1..=12).contains(&last).then(|| (at + 2, (last + 1 - months, last)))
    };
    let year = |at: usize| {
        c.year(at).or_else(|| {
            // "2016H2": the year goes on.
            let (year, digits) = c.digits(at).filter(|_| code(at + 1).is_some())?;
            (digits == 4 && (1900..2100).contains(&year)).then_some((at + 1, Year::Full(year as i16)))
        })
    };
    let of = |at: usize| c.skip(c.skip(at, &["-", "/", ",", "of", "de", "del"]), &["in"]);
    let (end, (first, last), year) = match code(at) {
        Some((after, months)) => {
            let whole = |at| {
                nth::container(c, words, at).and_then(|(end, whole)| Some((end, whole.year.filter(|_| whole.month.is_none())?)))
            };
            let (end, year) = year(of(after)).or_else(|| whole(c.skip(after, words.of)))?;
            (end, months, year)
        }
        None => {
            let (after, year) = year(at)?;
            let (end, months) = code(of(after))?;
            (end, months, year)
        }
    };
    let month = |month| Some(Point { year: Some(year), month: Some(month), ..Point::default() });
    Some((end, Reading::Interval(month(first), month(last))))
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
pub(super) fn century(c: &Cursor<'_>, at: usize) -> Option<(usize, Reading)> {
    let reading = |century: i16| Reading::Point(Point { year: Some(Year::Century(century)), ..Point::default() });
    if let Some(after) = c.phrase(at, "siglo") {
        let romans = [("xv", 14), ("xvi", 15), ("xvii", 16), ("xviii", 17), ("xix", 18), ("xx", 19), ("xxi", 20)];
        return c.longest(after, &romans).map(|(end, century)| (end, reading(century)));
    }
    let (number, digits) = c.digits(at)?;
    let end = c.is(at + 1, &["th", "st"]).then(|| c.phrase(at + 2, "century"))??;
    (digits == 2 && (15..=21).contains(&number)).then(|| (end, reading(number as i16 - 1)))
}
