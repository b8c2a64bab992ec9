//! Cuts a text into words, digits and marks, folded so that phrases can be compared: small letters, no accents.
//!
//! A line break inside a phrase is white space like any other; an empty line is a piece of its own, which no phrase crosses.

/// One word, one run of digits, one mark, or an empty line.
pub(super) struct Piece<'a> {
    /// First byte in the body.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// As it stands in the body.
    pub raw: &'a str,
    /// In small letters and without accents.
    pub folded: String,
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it is the first of its line.
    pub opens_line: bool,
}

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// ASCII digits.
    Digits,
    /// One character of anything else.
    Mark,
    /// An empty line.
    Break,
}

impl Piece<'_> {
    /// Whether it opens with a capital letter.
    pub fn capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The pieces of `body`, in its order.
pub(super) fn cut(body: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(body.len() / 5);
    let mut spaced = false;
    let mut line = true;
    let mut at = 0;
    while let Some(first) = body[at..].chars().next() {
        let kind = kind(first);
        let end = match kind {
            _ if first.is_whitespace() => run(body, at, char::is_whitespace),
            Kind::Word => run(body, at, |c| self::kind(c) == Kind::Word),
            Kind::Digits => run(body, at, |c| c.is_ascii_digit()),
            _ => at + first.len_utf8(),
        };
        let raw = &body[at..end];
        if first.is_whitespace() {
            spaced = true;
            line |= raw.contains('\n');
            if raw.matches('\n').count() > 1 {
                pieces.push(Piece { start: at, end, raw, folded: String::new(), kind: Kind::Break, spaced, opens_line: true });
            }
        } else {
            let folded = if kind == Kind::Digits { raw.to_owned() } else { fold(raw) };
            pieces.push(Piece { start: at, end, raw, folded, kind, spaced, opens_line: line });
            (spaced, line) = (false, false);
        }
        at = end;
    }
    pieces
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digits,
        // The marks of ordinals are letters to Unicode.
        'º' | 'ª' => Kind::Mark,
        c if c.is_alphabetic() => Kind::Word,
        // Accents that stand apart from their letter.
        '\u{300}'..='\u{36f}' => Kind::Word,
        _ => Kind::Mark,
    }
}

fn run(body: &str, at: usize, keep: impl Fn(char) -> bool) -> usize {
    body[at..].char_indices().find(|&(_, c)| !keep(c)).map_or(body.len(), |(offset, _)| at + offset)
}

fn fold(raw: &str) -> String {
    raw.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(|c| match c {
            'á' | 'à' => 'a',
            'é' | 'è' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            '’' | 'ʼ' => '\'',
            '–' | '—' | '‑' | '‐' => '-',
            'º' | '°' | 'ª' => 'º',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_is_white_space_and_an_empty_line_a_piece() {
        let kinds: Vec<_> = cut("July\n18th\n\nÑandú").iter().map(|piece| (piece.folded.clone(), piece.spaced)).collect();
        let piece = |folded: &str, spaced| (folded.to_owned(), spaced);
        assert_eq!(kinds, [piece("july", false), piece("18", true), piece("th", false), piece("", true), piece("nandu", true)]);
    }
}
