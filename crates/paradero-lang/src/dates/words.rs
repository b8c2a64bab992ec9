//! What a language brings to its dates: its words around them, and its own way to say a day or a month.

use super::{cursor::Cursor, english, reading::Reading, reckon::Unit, spanish};
use paradero_model::Lang;

/// What the words before a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// "since": from it on.
    From,
    /// "until", "before": up to it.
    Until,
    /// "about", "early", "a mediados de": somewhere about it.
    About,
    /// "probably": it, if it is true.
    Doubtful,
}

/// What stands before a count of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// "hace", which alone says that it is past.
    Ago,
    /// "dentro de", which alone says that it is to come, within so long or at its end.
    Ahead,
    /// "in", which says so only where the sentence looks ahead.
    In,
    /// "within": from now on, up to the end of it.
    Within,
    /// "for": a stretch, where the day that it counts from follows.
    For,
    /// "less than".
    Less,
    /// "more than".
    More,
}

/// What stands behind a count of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trail {
    /// "ago", "atrás".
    Ago,
    /// "from now".
    Ahead,
    /// "later", after the date before in the text.
    Later,
    /// "earlier", before the date before in the text.
    Earlier,
    /// "after", and the date it counts from.
    After,
    /// "before", and the date it counts from.
    Before,
    /// "starting", and the first day of the stretch.
    Starting,
}

/// The words of a language around its dates. Phrases are folded, their words parted by one space; the longest that fits is taken.
pub(super) struct Words {
    /// What bounds or blurs a date.
    pub edges: &'static [(&'static str, Edge)],
    /// What bounds the date before it: "or later".
    pub trailing: &'static [(&'static str, Edge)],
    /// What may stand between such words and the date: "el", "on".
    pub small: &'static [&'static str],
    /// "between … and".
    pub between: &'static [&'static str],
    /// "and".
    pub and: &'static [&'static str],
    /// "or".
    pub or: &'static [&'static str],
    /// "from", which alone bounds like "since".
    pub from: &'static [&'static str],
    /// "to", "until".
    pub to: &'static [&'static str],
    /// What ends a range on the day of publication: "now".
    pub present: &'static [(&'static str, ())],
    /// What joins a part to its whole: "of", "de".
    pub of: &'static [&'static str],
    /// Articles.
    pub the: &'static [&'static str],
    /// The units that are counted.
    pub units: &'static [(&'static str, Unit)],
    /// The days of the week; Monday is 1.
    pub weekdays: &'static [(&'static str, i8)],
    /// A month's name.
    pub month: fn(&Cursor<'_>, usize) -> Option<(usize, u8)>,
    /// The seasons, as EDTF numbers them.
    pub seasons: &'static [(&'static str, u8)],
    /// What places a unit before it: -1 the last, 0 this, 1 the next.
    pub steps: &'static [(&'static str, i32)],
    /// The same behind the unit: "pasado", "after next".
    pub steps_after: &'static [(&'static str, i32)],
    /// What the day after "the" or "the same" is, counted from the date before in the text.
    pub same: &'static [(&'static str, i32)],
    /// "since then", from the date before in the text on.
    pub since_then: &'static [(&'static str, ())],
    /// What stands before a count.
    pub leads: &'static [(&'static str, Lead)],
    /// What stands behind a count.
    pub trails: &'static [(&'static str, Trail)],
    /// What blurs a count: "about", "unos".
    pub roughly: &'static [(&'static str, ())],
    /// Ordinals of weeks, months, quarters; -1 is the last.
    pub ordinals: &'static [(&'static str, i8)],
    /// "half", of a month or year.
    pub half: &'static [&'static str],
    /// "the week of", before the day whose week is meant.
    pub week_of: &'static [(&'static str, ())],
    /// What makes two weekdays a range of days and no habit: "**from** Monday to Friday".
    pub weekday_openers: &'static [&'static str],
    /// Whether the weekday from the first piece up to the second is one day: no set ("every Friday"), no name; and whether a step
    /// ("last") stands before it.
    pub weekday_said: fn(&Cursor<'_>, usize, usize, bool) -> bool,
    /// A day, month, year or relative date.
    pub point: fn(&Cursor<'_>, usize) -> Option<(usize, Reading)>,
    /// The bare day of a range or a pair: "**3** al 5 de mayo".
    pub day: fn(&Cursor<'_>, usize) -> Option<(usize, u8)>,
    /// A count of units: "3", "three", "a".
    pub count: fn(&Cursor<'_>, usize) -> Option<(usize, i32)>,
}

/// The words of `lang`.
pub(super) fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &english::WORDS,
        Lang::Es => &spanish::WORDS,
    }
}
