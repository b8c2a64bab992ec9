//! From scores to a tree and to names: the best there is, whole.

use crate::{NameTag, kernels, network::NAME_CLASSES};

/// The tree with the highest sum of arc scores, one word alone hanging on the root (Chu and Liu 1965, Edmonds 1967).
///
/// `scores` is `words × (words + 1)`: the score of head `h` for word `d` is `scores[d * (words + 1) + h]`, where head 0 is the root and
/// head `h` the word `h - 1`. Gives the head of each word in the same count.
#[must_use]
pub fn tree(scores: &[f32], words: usize) -> Vec<usize> {
    let width = words + 1;
    let greedy: Vec<usize> = (0..words).map(|word| best_head(&scores[word * width..(word + 1) * width], word + 1)).collect();
    let roots = greedy.iter().filter(|head| **head == 0).count();
    if roots == 1 && find_cycle(&greedy, words).is_none() {
        return greedy;
    }
    // Which word is the root: as the best tree with any number of roots has it, and of several the one that pays most for it.
    let free = spanning(scores, words);
    let roots: Vec<usize> = (0..words).filter(|word| free[*word] == 0).collect();
    if roots.len() == 1 {
        return free;
    }
    // Each root held alone in turn costs a whole tree more, so only the three likeliest are tried.
    let mut candidates = roots;
    let gain = |word: usize| {
        let row = &scores[word * width..(word + 1) * width];
        row[0] - row[1..].iter().copied().fold(f32::NEG_INFINITY, f32::max)
    };
    candidates.sort_by(|a, b| gain(*b).total_cmp(&gain(*a)));
    candidates.truncate(3);
    let mut best: Option<(f32, Vec<usize>)> = None;
    for root in candidates {
        let mut held = scores.to_vec();
        for word in 0..words {
            held[word * width] = if word == root { 1e6 } else { -1e6 };
        }
        let heads = spanning(&held, words);
        let sum: f32 = heads.iter().enumerate().map(|(word, head)| scores[word * width + head]).sum();
        if best.as_ref().is_none_or(|(most, _)| sum > *most) {
            best = Some((sum, heads));
        }
    }
    best.map_or(free, |(_, heads)| heads)
}

/// The best head of a word by its row of scores; never itself.
fn best_head(row: &[f32], itself: usize) -> usize {
    let mut best = 0;
    for (head, score) in row.iter().enumerate() {
        if head != itself && *score > row[best] {
            best = head;
        }
    }
    best
}

/// A cycle among heads (0 the root), as the words on it, or `None`.
fn find_cycle(heads: &[usize], words: usize) -> Option<Vec<usize>> {
    let mut seen = vec![0usize; words + 1];
    for start in 1..=words {
        let mut at = start;
        while at != 0 && seen[at] == 0 {
            seen[at] = start;
            at = heads[at - 1];
        }
        if at != 0 && seen[at] == start {
            let mut cycle = vec![at];
            let mut next = heads[at - 1];
            while next != at {
                cycle.push(next);
                next = heads[next - 1];
            }
            return Some(cycle);
        }
    }
    None
}

/// The best spanning tree from the root, any number of words on the root: heads of the words. Same table as [`tree`].
fn spanning(scores: &[f32], words: usize) -> Vec<usize> {
    let size = words + 1;
    let mut table = vec![f32::NEG_INFINITY; size * size];
    for d in 1..size {
        for h in 0..size {
            if h != d {
                table[d * size + h] = scores[(d - 1) * size + h];
            }
        }
    }
    contract(&table, size).split_off(1)
}

/// Heads of all nodes of a dense graph (`table[d * size + h]`, node 0 the root): takes the best head of each, makes one node of a cycle
/// among them, solves what is left and opens the cycle where an arc enters it. As deep as there are cycles, at most half the nodes.
fn contract(table: &[f32], size: usize) -> Vec<usize> {
    let mut heads = vec![0; size];
    for d in 1..size {
        heads[d] = best_head(&table[d * size..(d + 1) * size], d);
    }
    let Some(cycle) = find_cycle(&heads[1..], size - 1) else { return heads };
    let mut on_cycle = vec![false; size];
    for node in &cycle {
        on_cycle[*node] = true;
    }
    // What is left keeps its order; the cycle's node comes last.
    let left: Vec<usize> = (0..size).filter(|node| !on_cycle[*node]).collect();
    let smaller = left.len() + 1;
    let whole = left.len();
    let mut reduced = vec![f32::NEG_INFINITY; smaller * smaller];
    let mut leaves_from = vec![0; smaller];
    let mut enters_at = vec![0; smaller];
    for (new, &node) in left.iter().enumerate() {
        for (other_new, &other) in left.iter().enumerate() {
            reduced[new * smaller + other_new] = table[node * size + other];
        }
        for &member in &cycle {
            let out = table[node * size + member];
            if out > reduced[new * smaller + whole] {
                reduced[new * smaller + whole] = out;
                leaves_from[new] = member;
            }
            let gain = table[member * size + node] - table[member * size + heads[member]];
            if gain > reduced[whole * smaller + new] {
                reduced[whole * smaller + new] = gain;
                enters_at[new] = member;
            }
        }
    }
    let solved = contract(&reduced, smaller);
    for (new, &node) in left.iter().enumerate().skip(1) {
        heads[node] = if solved[new] == whole { leaves_from[new] } else { left[solved[new]] };
    }
    let entry = solved[whole];
    heads[enters_at[entry]] = left[entry];
    heads
}

/// The best sequence of name classes that is well formed (Viterbi): `scores` is `words × NAME_CLASSES`.
#[must_use]
pub fn names(scores: &[f32]) -> Vec<NameTag> {
    let words = scores.len() / NAME_CLASSES;
    let mut best = vec![f32::NEG_INFINITY; words * NAME_CLASSES];
    let mut from = vec![0usize; words * NAME_CLASSES];
    for word in 0..words {
        for class in 0..NAME_CLASSES {
            let here = scores[word * NAME_CLASSES + class];
            if word == 0 {
                best[class] = if opens(class) { here } else { f32::NEG_INFINITY };
                continue;
            }
            for before in 0..NAME_CLASSES {
                let so_far = best[(word - 1) * NAME_CLASSES + before];
                let at = word * NAME_CLASSES + class;
                if follows(before, class) && so_far + here > best[at] {
                    best[at] = so_far + here;
                    from[at] = before;
                }
            }
        }
    }
    let mut classes = vec![0; words];
    if let Some(last) = words.checked_sub(1) {
        let row = &best[last * NAME_CLASSES..];
        classes[last] = (0..NAME_CLASSES).filter(|class| closes(*class)).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap_or(0);
        for word in (0..last).rev() {
            classes[word] = from[(word + 1) * NAME_CLASSES + classes[word + 1]];
        }
    }
    classes.into_iter().map(tag).collect()
}

/// Whether a name class may stand first: none, begin or single.
fn opens(class: usize) -> bool {
    class == 0 || matches!((class - 1) % 4, 0 | 3)
}

/// Whether it may stand last: none, end or single.
fn closes(class: usize) -> bool {
    class == 0 || matches!((class - 1) % 4, 2 | 3)
}

/// Whether `next` may follow `class`.
fn follows(class: usize, next: usize) -> bool {
    if closes(class) { opens(next) } else { next != 0 && matches!((next - 1) % 4, 1 | 2) && (next - 1) / 4 == (class - 1) / 4 }
}

/// The tag of a class.
fn tag(class: usize) -> NameTag {
    if class == 0 {
        return NameTag::Outside;
    }
    let begins = matches!((class - 1) % 4, 0 | 3);
    NameTag::ALL[1 + (class - 1) / 4 * 2 + usize::from(!begins)]
}

/// The label with the highest score among those allowed.
#[must_use]
pub fn best(scores: &[f32]) -> usize {
    kernels::highest(scores)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The best tree by trying all assignments of heads.
    fn exhaustive(scores: &[f32], words: usize) -> f32 {
        let width = words + 1;
        let mut best = f32::NEG_INFINITY;
        for code in 0..width.pow(words as u32) {
            let heads: Vec<usize> = (0..words).map(|word| code / width.pow(word as u32) % width).collect();
            let one_root = heads.iter().filter(|head| **head == 0).count() == 1;
            let own = heads.iter().enumerate().any(|(word, head)| *head == word + 1);
            if one_root && !own && find_cycle(&heads, words).is_none() {
                best = best.max(heads.iter().enumerate().map(|(word, head)| scores[word * width + head]).sum());
            }
        }
        best
    }

    #[test]
    fn the_tree_found_is_the_best_of_all_trees() {
        let mut state = 7u64;
        for round in 0..400 {
            let words = 1 + round % 5;
            let width = words + 1;
            let scores: Vec<f32> = (0..words * width)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (state >> 40) as f32 / 1e6
                })
                .collect();
            let heads = tree(&scores, words);
            assert!(find_cycle(&heads, words).is_none(), "{heads:?}");
            assert_eq!(heads.iter().filter(|head| **head == 0).count(), 1);
            let sum: f32 = heads.iter().enumerate().map(|(word, head)| scores[word * width + head]).sum();
            let most = exhaustive(&scores, words);
            // The root is tried for three words alone: nearly always the best.
            assert!(sum <= most + 1e-3 && sum > most - 8.0, "{sum} {most}");
        }
    }

    #[test]
    fn names_are_well_formed_whatever_the_scores() {
        let scores: Vec<f32> = (0..10 * NAME_CLASSES).map(|n| ((n * 7919) % 101) as f32).collect();
        let tags = names(&scores);
        assert_eq!(tags.len(), 10);
        for (at, tag) in tags.iter().enumerate() {
            let code = *tag as usize;
            if code > 0 && code.is_multiple_of(2) {
                assert!(at > 0 && (tags[at - 1] as usize).div_ceil(2) == code / 2, "{tags:?}");
            }
        }
        assert!(names(&[]).is_empty());
    }
}
