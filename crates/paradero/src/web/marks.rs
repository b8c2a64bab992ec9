//! A text cut into pieces where marks begin and end, so that marks that overlap are shown rightly.

use paradero_model::Span;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// One paragraph of a text, or one line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph<'a> {
    /// Its pieces, in order; together they are the paragraph.
    pub pieces: Vec<Piece<'a>>,
    /// Whether it goes on from the line before, in a text whose paragraphs are parted by empty lines.
    pub goes_on: bool,
}

/// A stretch of text over which nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words; empty where they are withheld.
    pub words: &'a str,
    /// Whether they are withheld.
    pub withheld: bool,
    /// The numbers of the statements whose words these are.
    pub of: Vec<usize>,
    /// Those whose words begin here.
    pub begins: Vec<usize>,
    /// Those whose words end here.
    pub ends: Vec<usize>,
}

/// Cuts `body`. `marks` are the spans of the statements numbered from 1; `None` is a statement that is not marked. `withheld` are ranges
/// in order that do not overlap. Spans that do not fit the body are passed over.
pub fn cut<'a>(body: &'a str, marks: &[Option<Span>], withheld: &[Range<usize>]) -> Vec<Paragraph<'a>> {
    let fits = |span: &Span| !span.is_empty() && span.of(body).is_some();
    let mut begin: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut end: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, span) in (1..).zip(marks).filter_map(|(number, span)| Some((number, span.filter(fits)?))) {
        begin.entry(span.start()).or_default().push(number);
        end.entry(span.end()).or_default().push(number);
    }
    let mut cuts: BTreeSet<usize> = BTreeSet::from([0, body.len()]);
    cuts.extend(begin.keys().chain(end.keys()));
    cuts.extend(withheld.iter().flat_map(|range| [range.start, range.end]).filter(|at| body.is_char_boundary(*at)));
    cuts.extend(body.match_indices('\n').flat_map(|(at, _)| [at, at + 1]));
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut hidden = withheld.iter().peekable();
    let mut paragraphs = vec![Paragraph { pieces: Vec::new(), goes_on: false }];
    let parted = body.contains("\n\n");
    let mut open: BTreeSet<usize> = BTreeSet::new();
    // What begins in a line break or inside a withheld range is carried to the next piece that is shown.
    let mut carried: Vec<usize> = Vec::new();
    for pair in cuts.windows(2) {
        let (start, stop) = (pair[0], pair[1]);
        let begins = begin.get(&start).into_iter().flatten().copied();
        carried.extend(begins.clone());
        open.extend(begins);
        let ends: Vec<usize> = end.get(&stop).cloned().unwrap_or_default();
        while hidden.next_if(|range| range.end <= start).is_some() {}
        let inside = hidden.peek().filter(|range| range.start <= start && stop <= range.end);
        let again = inside.is_some_and(|range| range.start < start);
        let of = open.iter().copied().collect();
        open.retain(|number| !ends.contains(number));
        let line_break = &body[start..stop] == "\n";
        if line_break || again {
            if let Some(last) = paragraphs.last_mut().and_then(|paragraph| paragraph.pieces.last_mut()) {
                last.ends.extend(ends);
            }
            if line_break {
                let goes_on = parted && !body[..start].ends_with('\n') && !body[stop..].starts_with('\n');
                paragraphs.push(Paragraph { pieces: Vec::new(), goes_on });
            }
            continue;
        }
        let words = if inside.is_some() { "" } else { &body[start..stop] };
        let piece = Piece { words, withheld: inside.is_some(), of, begins: std::mem::take(&mut carried), ends };
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.pieces.push(piece);
        }
    }
    paragraphs.retain(|paragraph| paragraph.pieces.iter().any(|piece| piece.withheld || !piece.words.trim().is_empty()));
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str, marks: &[(usize, usize)], withheld: &[Range<usize>]) -> Vec<Vec<(String, Vec<usize>)>> {
        let marks: Vec<_> = marks.iter().map(|(start, end)| Some(Span::new(*start, *end))).collect();
        let piece = |piece: &Piece<'_>| (if piece.withheld { "‹›".to_owned() } else { piece.words.to_owned() }, piece.of.clone());
        cut(body, &marks, withheld).iter().map(|paragraph| paragraph.pieces.iter().map(piece).collect()).collect()
    }

    #[test]
    fn marks_that_overlap_are_cut_into_pieces_and_no_word_is_lost() {
        let pieces = shown("abcdef", &[(0, 4), (2, 6), (2, 3)], &[]);
        let expected: Vec<(String, Vec<usize>)> = [("ab", vec![1]), ("c", vec![1, 2, 3]), ("d", vec![1, 2]), ("ef", vec![2])]
            .map(|(words, of)| (words.to_owned(), of))
            .into();
        assert_eq!(pieces, [expected]);
    }

    #[test]
    fn a_mark_over_two_paragraphs_stands_in_both() {
        let pieces = shown("one\n\ntwo", &[(0, 8)], &[]);
        assert_eq!(pieces, [vec![("one".to_owned(), vec![1])], vec![("two".to_owned(), vec![1])]]);
    }

    #[test]
    fn the_lines_of_one_paragraph_hang_together() {
        let goes_on = |body: &str| cut(body, &[], &[]).iter().map(|paragraph| paragraph.goes_on).collect::<Vec<_>>();
        assert_eq!(goes_on("one\n\ntwo\nthree\n\nfour"), [false, false, true, false]);
        assert_eq!(goes_on("one\ntwo"), [false, false], "without empty lines every line is a paragraph");
    }

    #[test]
    fn what_is_withheld_is_one_token_however_many_marks_cross_it() {
        let pieces = shown("a gay man freed", &[(2, 9), (4, 15)], std::slice::from_ref(&(2..5)));
        assert_eq!(pieces[0][1], ("‹›".to_owned(), vec![1]));
        assert_eq!(pieces[0][2], (" man".to_owned(), vec![1, 2]));
        assert_eq!(pieces[0].iter().filter(|(words, _)| words == "‹›").count(), 1);
        let cut = cut("a gay man freed", &[Some(Span::new(4, 15))], std::slice::from_ref(&(2..5)));
        assert_eq!(cut[0].pieces[2].begins, [1]);
    }

    #[test]
    fn spans_that_do_not_fit_are_passed_over() {
        assert_eq!(shown("é", &[(1, 2), (0, 9)], &[]), [vec![("é".to_owned(), vec![])]]);
    }
}
