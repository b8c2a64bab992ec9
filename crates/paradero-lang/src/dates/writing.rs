//! Writes a reading as EDTF (ISO 8601-2), and refuses what no calendar has.

use super::reading::{Point, Reading, Year};
use jiff::civil::Date;
use paradero_model::Edtf;

/// The reading in EDTF; `None` where a point is no date ("31 June") or the interval runs backwards.
pub(super) fn write(reading: &Reading) -> Option<Edtf> {
    let text = match reading {
        Reading::Point(only) => point(only)?,
        Reading::Interval(first, last) => {
            if let (Some(first), Some(last)) = (first, last)
                && runs_backwards(order(first), order(last))
            {
                return None;
            }
            format!("{}/{}", side(first.as_ref())?, side(last.as_ref())?)
        }
        Reading::Either(first, second) => format!("[{},{}]", point(first)?, point(second)?),
        Reading::Both(first, second) => format!("{{{},{}}}", point(first)?, point(second)?),
    };
    Edtf::parse(&text)
}

fn side(side: Option<&Point>) -> Option<String> {
    side.map_or(Some("..".to_owned()), point)
}

/// Whether the first begins after the last; what either leaves open speaks against nothing.
fn runs_backwards(first: (Option<i16>, Option<u8>, Option<u8>), last: (Option<i16>, Option<u8>, Option<u8>)) -> bool {
    if first.0 != last.0 || first.1.is_none() || last.1.is_none() {
        return first.0 > last.0;
    }
    if first.1 != last.1 || first.2.is_none() || last.2.is_none() {
        return first.1 > last.1;
    }
    first.2 > last.2
}

/// Enough of a point to see that an interval does not run backwards; what is open counts as the least.
fn order(point: &Point) -> (Option<i16>, Option<u8>, Option<u8>) {
    let year = match point.year {
        Some(Year::Full(year)) => Some(year),
        Some(Year::Decade(decade)) => Some(decade * 10),
        Some(Year::Century(century)) => Some(century * 100),
        None => None,
    };
    (year, point.month.filter(|&month| month <= 12), point.day)
}

fn point(point: &Point) -> Option<String> {
    let mut text = match point.year {
        Some(Year::Full(year)) => format!("{year:04}"),
        Some(Year::Decade(decade)) => format!("{decade:03}X"),
        Some(Year::Century(century)) => format!("{century:02}XX"),
        None => "XXXX".to_owned(),
    };
    match (point.month, point.day) {
        (Some(month), Some(day)) => {
            // A day without a year is checked against a leap year, which has them all.
            let year = if let Some(Year::Full(year)) = point.year { year } else { 2024 };
            Date::new(year, month as i8, day as i8).ok()?;
            text += &format!("-{month:02}-{day:02}");
        }
        (Some(month), None) => text += &format!("-{month:02}"),
        (None, Some(_)) => return None,
        (None, None) if point.year.is_none() => return None,
        (None, None) => {}
    }
    text += match (point.rough, point.doubtful) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_no_calendar_has_is_not_written() {
        let june_31 = Point { month: Some(6), day: Some(31), ..Point::year(2025) };
        assert_eq!(write(&Reading::Point(june_31)), None);
        assert_eq!(write(&Reading::Interval(Some(Point::year(2025)), Some(Point::year(2021)))), None);
        let leap = Point { month: Some(2), day: Some(29), ..Point::default() };
        assert_eq!(write(&Reading::Point(leap)).map(|edtf| edtf.to_string()), Some("XXXX-02-29".to_owned()));
    }
}
