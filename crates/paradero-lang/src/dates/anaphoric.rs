//! What counts from the date before in the text: "since then", "that same day", "the next day", "al día siguiente", "la víspera".

use super::{
    cursor::Cursor,
    pieces::Kind,
    reading::{Point, Reading},
    words::Words,
};
use jiff::ToSpan;

/// The date at `at`, and where it ends; nothing where no date stands near enough before it.
pub(super) fn read(c: &Cursor<'_>, words: &Words, at: usize) -> Option<(usize, Reading)> {
    let context = c.nearby(at)?;
    if let Some((end, ())) = c.longest(at, words.since_then) {
        // "Since" alone ends its clause: "held since."
        let closes = end > at + 1 || c.piece(end).is_none_or(|next| next.kind == Kind::Break || c.is(end, &[".", ",", ";"]));
        return closes.then_some((end, Reading::Interval(Some(context), None)));
    }
    let (end, by) = c.longest(at, words.same)?;
    (!c.is(end, &["yesterday", "tomorrow"])).then_some(())?;
    Some((end, Reading::Point(Point::day(context.exact()?.checked_add(by.days()).ok()?))))
}
