//! The day in a dateline: "LA PAZ, March 21, 2025 (Wire) --", "Masaya, 31 de julio de 2025.-".
//!
//! Where nothing beside the text says when it was published, what "yesterday" counts from is the day that its head says.

use super::{
    cursor::Cursor,
    phrase,
    pieces::Kind,
    reading::{Reading, Year},
};
use jiff::civil::Date;

/// How far down, in bytes, a dateline may stand.
const HEAD: usize = 600;

/// The whole day that stands in a dateline near the head of the text.
pub(super) fn read(c: &Cursor<'_>) -> Option<Date> {
    let heads = c.pieces.iter().enumerate().take_while(|(_, piece)| piece.start < HEAD);
    heads.filter(|(_, piece)| matches!(piece.kind, Kind::Digits | Kind::Word)).find_map(|(at, _)| {
        // A place of a few words may stand before it on its line, and nothing else; a mark or the end of the line closes it.
        let opening = (0..8).find(|back| at.checked_sub(*back).is_some_and(|at| c.pieces[at].opens_line))?;
        let led = opening == 0 || c.behind(at, 1) == "," || c.behind(at, 2) == "," && c.behind(at, 1) == "a";
        led.then_some(())?;
        let (end, Reading::Point(point)) = phrase::read(c, at)? else { return None };
        let closes = c.piece(end).is_none_or(|next| next.opens_line || matches!(next.folded.as_str(), "(" | "-" | "." | "/"));
        let said = matches!(point.year, Some(Year::Full(_))) && point.weekday.is_none();
        point.exact().filter(|_| closes && said)
    })
}
