//! Dates that may be vague: EDTF (ISO 8601-2), with the earliest and the latest day they allow.

use serde::{Deserialize, Serialize, de};
use std::fmt;

/// A date in EDTF, checked: `2025-03-15`, `2025-03`, `2024-05~`, `2025-03-15/2025-03-16`, `../2025-07-18`, `XXXX-07-18`.
///
/// It is kept as written and never made narrower. Parsing and bounds are `edtf-core`'s (levels 0 to 2).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Edtf(String);

/// One calendar day (proleptic Gregorian). Ordered as the calendar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day {
    /// Astronomical year.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Edtf {
    /// The date written so, or `None` where that is no EDTF.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        edtf_core::is_valid(text).then(|| Self(text.to_owned()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first day it allows; `None` where it has no beginning (`../2025`) or none can be told (a day without a year).
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.bound(|bounds| bounds.earliest)
    }

    /// The last day it allows; `None` where it has no end (`2025/..`) or none can be told.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.bound(|bounds| bounds.latest)
    }

    /// Whether no year is known (`XXXX-07-18`).
    #[must_use]
    pub fn lacks_year(&self) -> bool {
        self.0.starts_with("XXXX")
    }

    /// Whether it is one exact day, neither approximate nor uncertain.
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        self.earliest().is_some() && self.earliest() == self.latest() && !self.0.contains(['~', '?', '%'])
    }

    fn bound(&self, side: impl Fn(edtf_core::Bounds) -> edtf_core::Bound) -> Option<Day> {
        if self.lacks_year() {
            return None;
        }
        match side(edtf_core::Edtf::parse(&self.0).ok()?.bounds()) {
            edtf_core::Bound::Date(date) => Some(Day { year: date.year, month: date.month, day: date.day }),
            _ => None,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Edtf {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not an EDTF date"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_never_narrower_than_the_words() {
        let bounds = |text: &str| {
            let date = Edtf::parse(text).expect(text);
            (date.earliest().map(|day| day.to_string()), date.latest().map(|day| day.to_string()))
        };
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(bounds("2025-03"), (day("2025-03-01"), day("2025-03-31")));
        assert_eq!(bounds("2024-05~"), (day("2024-05-01"), day("2024-05-31")));
        assert_eq!(bounds("../2025-07-18"), (None, day("2025-07-18")));
        assert_eq!(bounds("2025-03-11/.."), (day("2025-03-11"), None));
        assert_eq!(bounds("XXXX-07-18"), (None, None));
        assert!(Edtf::parse("2025-02-30").is_none());
        assert!(Edtf::parse("on Friday").is_none());
    }
}
