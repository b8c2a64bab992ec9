//! Dates, read to EDTF (ISO 8601-2), never narrower than the words.
//!
//! ```text
//! body ─ pieces ─► cursor ─ phrase (english · spanish · numeric) ─► reading ─ reckon ─► writing ─► Edtf
//! ```
//! [`pieces`] cuts the body into words, digits and marks, so that nothing here depends on how the text is cut into tokens;
//! [`starters`] passes by what no date begins with; [`phrase`] reads what both languages share (since and until, ranges, about,
//! probably) with the [`words`] of each. One date is read by [`anaphoric`] ("since then"), [`nth`] ("the third week of July"),
//! [`offsets`] ("two weeks after May 3"), [`parts`] ("later this year"), [`numeric`] (digits), and by [`english`] and [`spanish`],
//! which bring their own days and months and share [`steps`] ("last week"), [`weekdays`], [`holidays`] and [`month_names`];
//! [`numbered`] tells numbers that are no dates. [`reckon`] finds the year that is meant; [`writing`] writes EDTF.
//!
//! | words | written |
//! |---|---|
//! | since, after (desde, a partir de, tras) | `X/..` |
//! | until, by, before (hasta, antes de) | `../X` |
//! | between A and B, from A to B, last week, within ten days | `A/B` |
//! | the third week of a month or year | `A~/B~` |
//! | early, mid, late, about; so many weeks, months or years ago | the day, month or year with `~` |
//! | probably, presumably | `?` |
//! | the third quarter, the first half, later this year | the interval of its months or days |
//! | A or B (of days) | `[A,B]` |
//! | a day without a year, nothing to count from | `XXXX-07-18` |
//!
//! Where the text says no day of publication, that of its dateline stands in.
//!
//! Deliberately absent: times of day, ages, durations, and every relative date of a text that does not say when it was published.

mod anaphoric;
mod cursor;
mod dateline;
mod english;
mod holidays;
mod month_names;
mod nth;
mod numbered;
mod numeric;
mod offsets;
mod parts;
mod phrase;
mod pieces;
mod reading;
mod reckon;
mod spanish;
mod starters;
mod steps;
mod weekdays;
mod words;
mod writing;
mod year_words;

use crate::{Analysis, Date};
use paradero_model::{Edtf, Lang, Span};
use reading::{Point, Reading};

/// The dates of the text; relative ones count from `published`.
pub(crate) fn find(body: &str, found: &Analysis, published: Option<&Edtf>) -> Vec<Date> {
    read(body, found.lang, published)
}

fn read(body: &str, lang: Lang, published: Option<&Edtf>) -> Vec<Date> {
    let mut c = cursor::Cursor { pieces: pieces::cut(body), lang, now: reckon::Now::new(published), context: None };
    if published.is_none()
        && let Some(day) = dateline::read(&c)
    {
        c.now = reckon::Now::of(day);
    }
    let mut dates = Vec::new();
    let mut at = 0;
    while at < c.pieces.len() {
        if !starters::may_begin(&c, at) {
            at += 1;
            continue;
        }
        let read = phrase::read(&c, at).and_then(|(end, reading)| Some((end, reading, writing::write(&reading)?)));
        let Some((end, reading, edtf)) = read.filter(|(end, ..)| *end > at) else {
            at += 1;
            continue;
        };
        let span = Span::new(c.pieces[at].start, c.pieces[end - 1].end);
        if !c.of_telling(at)
            && let Some(point) = counted_from(&reading)
        {
            c.context = Some((span.end(), point));
        }
        dates.push(Date { span, edtf });
        at = end;
    }
    dates
}

/// What "two days later" after this date counts from.
fn counted_from(reading: &Reading) -> Option<Point> {
    match *reading {
        Reading::Point(point) => Some(point),
        Reading::Interval(first, last) => last.or(first),
        Reading::Either(..) | Reading::Both(..) => None,
    }
    .filter(|point| point.year.is_some() && !point.rough)
}

#[cfg(test)]
mod tests;
