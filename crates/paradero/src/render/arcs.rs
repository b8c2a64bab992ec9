//! Arcs of a dependency tree, drawn down the left side of a sentence's words in box characters.
//!
//! Each word that others hang on has a line of its own beside them, as far out as its subtree is high; a word's arrow comes from the line
//! of the word it hangs on. The root is the word without an arrow.
//!
//! ```text
//!   ┌───→ The
//! ┌─┼───→ lawyer
//! │ │ ┌─→ of
//! │ └─┴─→ Ana
//! ├────── slept
//! └─────→ .
//! ```

/// Up, down, left and right, a bit each.
const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// What is drawn before each word, all of one width. `heads` says on which word each hangs; `None`, or a word that is not there or the
/// word itself, makes it a root. `wide` gives each line two columns in place of one.
///
/// Takes time and room in proportion to the number of words times the height of the tree, at most the square of the longest sentence.
#[must_use]
pub fn arcs(heads: &[Option<usize>], wide: bool) -> Vec<String> {
    let heads: Vec<Option<usize>> =
        heads.iter().enumerate().map(|(at, head)| head.filter(|head| *head < heads.len() && *head != at)).collect();
    let lines = lines(&heads);
    let columns = lines.iter().map(|line| line.column).max().unwrap_or(0);
    // Column 0 stands next to the words, so cells are counted from the right.
    let mut cells = vec![vec![0_u8; columns]; heads.len()];
    for line in lines.iter().filter(|line| line.column > 0) {
        for row in cells.iter_mut().enumerate().take(line.last + 1).skip(line.first) {
            let (at, row) = row;
            row[line.column - 1] |= if at > line.first { UP } else { 0 } | if at < line.last { DOWN } else { 0 };
        }
    }
    let mut crossed = vec![vec![false; columns]; heads.len()];
    for (at, row) in cells.iter_mut().enumerate() {
        let from = match heads[at] {
            Some(head) => lines[head].column,
            None => lines[at].column,
        };
        for column in (1..=from).rev() {
            let cell = &mut row[column - 1];
            let own = column == from || column == lines[at].column;
            crossed[at][column - 1] = !own && *cell & (UP | DOWN) != 0;
            *cell |= RIGHT | if column < from { LEFT } else { 0 };
        }
    }
    cells
        .iter()
        .zip(&crossed)
        .zip(&heads)
        .map(|((row, crossed), head)| {
            let mut drawn = String::new();
            for (cell, crossed) in row.iter().zip(crossed).rev() {
                drawn.push(if *crossed { '╪' } else { sign(*cell) });
                if wide {
                    drawn.push(if cell & RIGHT != 0 { '─' } else { ' ' });
                }
            }
            let drawn_to = row.first().is_some_and(|cell| cell & RIGHT != 0);
            drawn.push(match (head, drawn_to) {
                (Some(_), _) => '→',
                (None, true) => '─',
                (None, false) => ' ',
            });
            drawn
        })
        .collect()
}

/// The line of one word's dependents: its column, counted from the words outward and 0 where nothing hangs on it, and its rows.
#[derive(Clone, Copy, Debug)]
struct Line {
    column: usize,
    first: usize,
    last: usize,
}

/// The line of each word. In a tree without crossing arcs the column is the height of the word's subtree, and no two lines meet; where
/// arcs cross, a line moves outward until it is alone in its column.
fn lines(heads: &[Option<usize>]) -> Vec<Line> {
    let mut lines: Vec<Line> = (0..heads.len()).map(|at| Line { column: 0, first: at, last: at }).collect();
    for (at, head) in heads.iter().enumerate() {
        if let Some(head) = head {
            lines[*head].first = lines[*head].first.min(at);
            lines[*head].last = lines[*head].last.max(at);
        }
    }
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    for at in leaves_first(heads) {
        let line = lines[at];
        if line.first < line.last {
            let meets = |(first, last): &(usize, usize)| *first <= line.last && line.first <= *last;
            let mut column = line.column.max(1);
            while taken.get(column - 1).is_some_and(|others| others.iter().any(meets)) {
                column += 1;
            }
            taken.resize(taken.len().max(column), Vec::new());
            taken[column - 1].push((line.first, line.last));
            lines[at].column = column;
        }
        if let Some(head) = heads[at] {
            lines[head].column = lines[head].column.max(lines[at].column + 1);
        }
    }
    lines
}

/// The words so that each comes after everything that hangs on it. A word on a circle (no tree has one) comes last.
fn leaves_first(heads: &[Option<usize>]) -> Vec<usize> {
    let mut waiting = vec![0_usize; heads.len()];
    heads.iter().flatten().for_each(|head| waiting[*head] += 1);
    let mut order: Vec<usize> = (0..heads.len()).filter(|at| waiting[*at] == 0).collect();
    let mut next = 0;
    while let Some(at) = order.get(next).copied() {
        next += 1;
        if let Some(head) = heads[at] {
            waiting[head] -= 1;
            if waiting[head] == 0 {
                order.push(head);
            }
        }
    }
    order.extend((0..heads.len()).filter(|at| waiting[*at] > 0));
    order
}

/// The box character with these ends.
fn sign(ends: u8) -> char {
    const SIGNS: [char; 16] = [' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼'];
    SIGNS[usize::from(ends & 15)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(words: &str, heads: &[usize], wide: bool) -> String {
        let heads: Vec<_> = heads.iter().map(|head| head.checked_sub(1)).collect();
        let lines = arcs(&heads, wide);
        lines.iter().zip(words.split(' ')).map(|(line, word)| format!("{line} {word}\n")).collect()
    }

    #[test]
    fn each_word_hangs_on_the_line_of_its_head() {
        let words = "The lawyer of Ana said that he left .";
        let heads = [2, 5, 4, 2, 0, 8, 8, 5, 5];
        assert_eq!(
            format!("\n{}", drawn(words, &heads, true)),
            "
  ┌───→ The
┌─┼───→ lawyer
│ │ ┌─→ of
│ └─┴─→ Ana
├────── said
│   ┌─→ that
│   ├─→ he
├───┴─→ left
└─────→ .
"
        );
        assert_eq!(
            format!("\n{}", drawn(words, &heads, false)),
            "
 ┌─→ The
┌┼─→ lawyer
││┌→ of
│└┴→ Ana
├─── said
│ ┌→ that
│ ├→ he
├─┴→ left
└──→ .
"
        );
    }

    #[test]
    fn arcs_that_cross_are_told_from_arcs_that_meet() {
        // "A hearing is scheduled on the issue today": "on the issue" hangs on "hearing", over the verb.
        let heads = [2, 4, 4, 0, 7, 7, 2, 4];
        assert_eq!(
            format!("\n{}", drawn("A hearing is scheduled on the issue today", &heads, true)),
            "
  ┌───→ A
┌─┼───→ hearing
├─╪───→ is
├─╪──── scheduled
│ │ ┌─→ on
│ │ ├─→ the
│ └─┴─→ issue
└─────→ today
"
        );
    }

    #[test]
    fn one_word_and_no_word_have_nothing_to_draw() {
        assert_eq!(arcs(&[None], true), [" "]);
        assert!(arcs(&[], true).is_empty());
    }

    #[test]
    fn whatever_the_heads_every_line_is_as_wide_and_every_word_with_a_head_has_its_arrow() {
        // Heads made by a fixed rule that also gives circles, several roots and words that are not there.
        for seed in 0..400_usize {
            let heads: Vec<_> = (0..seed % 23)
                .map(|at| Some((at * 7 + seed * 13 + at * at * seed) % 25).filter(|head| *head != seed % 5))
                .collect();
            let drawn = arcs(&heads, seed % 2 == 0);
            assert_eq!(drawn.len(), heads.len());
            assert!(drawn.windows(2).all(|pair| pair[0].chars().count() == pair[1].chars().count()), "{drawn:#?}");
            for (at, (line, head)) in drawn.iter().zip(&heads).enumerate() {
                assert_eq!(line.ends_with('→'), head.is_some_and(|head| head < heads.len() && head != at), "{drawn:#?}");
            }
        }
    }
}
