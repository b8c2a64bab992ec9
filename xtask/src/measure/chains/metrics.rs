//! MUC, B³ and CEAFe: how alike two partitions of mentions are, each from its definition, summed over documents as one corpus.
//!
//! A mention is a number; the key and the answer may hold mentions that the other does not ("twinless" ones), which count against
//! recall or precision like any other. Nothing is added or taken away for them (Pradhan and others, 2014, "Scoring coreference
//! partitions of predicted mentions"). The CoNLL figure is the mean of the three F1.

use std::collections::{HashMap, HashSet};

/// A partition: each list is the mentions of one entity.
pub type Clusters = Vec<Vec<usize>>;

/// What was found of what was there, and what was right of what was said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ratio {
    recalled: f64,
    there: f64,
    right: f64,
    said: f64,
}

impl Ratio {
    /// Recall, in 0 to 1.
    pub fn recall(self) -> f64 {
        if self.there > 0.0 { self.recalled / self.there } else { 0.0 }
    }

    /// Precision, in 0 to 1.
    pub fn precision(self) -> f64 {
        if self.said > 0.0 { self.right / self.said } else { 0.0 }
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (recall, precision) = (self.recall(), self.precision());
        if recall + precision > 0.0 { 2.0 * recall * precision / (recall + precision) } else { 0.0 }
    }

    fn add(&mut self, other: Self) {
        self.recalled += other.recalled;
        self.there += other.there;
        self.right += other.right;
        self.said += other.said;
    }
}

/// The three measures over the documents added so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measures {
    /// Links (Vilain and others, 1995).
    pub muc: Ratio,
    /// Mentions (Bagga and Baldwin, 1998).
    pub b3: Ratio,
    /// Entities, with the similarity φ4 (Luo, 2005).
    pub ceafe: Ratio,
}

impl Measures {
    /// Adds a document: its true entities and those found.
    pub fn add(&mut self, key: &Clusters, answer: &Clusters) {
        let (recalled, there) = links(key, answer);
        let (right, said) = links(answer, key);
        self.muc.add(Ratio { recalled, there, right, said });
        let (recalled, there) = shares(key, answer);
        let (right, said) = shares(answer, key);
        self.b3.add(Ratio { recalled, there, right, said });
        let alike = alignment(key, answer);
        self.ceafe.add(Ratio { recalled: alike, there: key.len() as f64, right: alike, said: answer.len() as f64 });
    }

    /// The mean of the three F1.
    pub fn conll(&self) -> f64 {
        (self.muc.f1() + self.b3.f1() + self.ceafe.f1()) / 3.0
    }
}

fn owners(clusters: &Clusters) -> HashMap<usize, usize> {
    clusters.iter().enumerate().flat_map(|(at, cluster)| cluster.iter().map(move |&mention| (mention, at))).collect()
}

/// MUC of one side: of the links that hold each cluster together, those the other side keeps.
fn links(clusters: &Clusters, other: &Clusters) -> (f64, f64) {
    let owners = owners(other);
    let (mut kept, mut all) = (0, 0);
    for cluster in clusters.iter().filter(|cluster| !cluster.is_empty()) {
        let joined: HashSet<usize> = cluster.iter().filter_map(|mention| owners.get(mention).copied()).collect();
        let alone = cluster.iter().filter(|mention| !owners.contains_key(mention)).count();
        kept += cluster.len() - joined.len() - alone;
        all += cluster.len() - 1;
    }
    (kept as f64, all as f64)
}

/// B³ of one side: for each mention, the share of its cluster that it has on the other side too.
fn shares(clusters: &Clusters, other: &Clusters) -> (f64, f64) {
    let owners = owners(other);
    let mut sum = 0.0;
    for cluster in clusters {
        let mut common: HashMap<usize, usize> = HashMap::new();
        for owner in cluster.iter().filter_map(|mention| owners.get(mention)) {
            *common.entry(*owner).or_default() += 1;
        }
        sum += common.values().map(|&count| (count * count) as f64).sum::<f64>() / cluster.len().max(1) as f64;
    }
    (sum, clusters.iter().map(Vec::len).sum::<usize>() as f64)
}

/// CEAFe: the greatest sum of φ4 over pairs of one true entity and one found.
fn alignment(key: &Clusters, answer: &Clusters) -> f64 {
    let owners = owners(answer);
    let (rows, columns) = (key.len(), answer.len());
    let size = rows.max(columns);
    let mut alike = vec![vec![0.0; size]; size];
    for (row, cluster) in key.iter().enumerate() {
        for owner in cluster.iter().filter_map(|mention| owners.get(mention)) {
            alike[row][*owner] += 2.0 / (cluster.len() + answer[*owner].len()) as f64;
        }
    }
    greatest(&alike)
}

/// The greatest sum of one value from each row and column of a square table (Kuhn and Munkres, with potentials).
fn greatest(values: &[Vec<f64>]) -> f64 {
    let size = values.len();
    let (mut rows, mut columns) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    // Column 0 and row 0 stand for "none".
    let mut row_of = vec![0; size + 1];
    let mut way = vec![0; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; size + 1];
        let mut used = vec![false; size + 1];
        while row_of[column] != 0 {
            used[column] = true;
            let from = row_of[column];
            let (mut step, mut next) = (f64::INFINITY, 0);
            for to in (1..=size).filter(|&to| !used[to]) {
                let cost = -values[from - 1][to - 1] - rows[from] - columns[to];
                if cost < least[to] {
                    (least[to], way[to]) = (cost, column);
                }
                if least[to] < step {
                    (step, next) = (least[to], to);
                }
            }
            for to in 0..=size {
                if used[to] {
                    rows[row_of[to]] += step;
                    columns[to] -= step;
                } else {
                    least[to] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    (1..=size).map(|column| values[row_of[column] - 1][column - 1]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-9, "{left} is {right}");
    }

    /// The key {a b c} {d e f g}, the answer {a b} {c d} {f g h i}: the worked example of Pradhan and others (2014).
    fn worked() -> Measures {
        let mut measures = Measures::default();
        measures.add(&vec![vec![1, 2, 3], vec![4, 5, 6, 7]], &vec![vec![1, 2], vec![3, 4], vec![6, 7, 8, 9]]);
        measures
    }

    #[test]
    fn muc_counts_links() {
        near(worked().muc.recall(), 2.0 / 5.0);
        near(worked().muc.precision(), 2.0 / 5.0);
    }

    #[test]
    fn b3_counts_shares_of_mentions() {
        near(worked().b3.recall(), (4.0 / 3.0 + 1.0 / 3.0 + 1.0 / 4.0 + 4.0 / 4.0) / 7.0);
        near(worked().b3.precision(), (4.0 / 2.0 + 1.0 / 2.0 + 1.0 / 2.0 + 4.0 / 4.0) / 8.0);
    }

    #[test]
    fn ceafe_aligns_entities_one_to_one() {
        near(worked().ceafe.recall(), (0.8 + 0.5) / 2.0);
        near(worked().ceafe.precision(), (0.8 + 0.5) / 3.0);
    }

    #[test]
    fn the_best_alignment_is_not_the_greedy_one() {
        // Greedy takes 0.9 and is left with 0.1; 0.8 + 0.7 is more.
        near(greatest(&[vec![0.9, 0.8], vec![0.7, 0.1]]), 1.5);
    }

    #[test]
    fn the_same_partition_scores_one_and_a_planted_fault_costs() {
        let key = vec![vec![1, 2, 3], vec![4, 5]];
        let mut same = Measures::default();
        same.add(&key, &key);
        near(same.conll(), 1.0);
        // Mention 3 given to the wrong entity.
        let mut fault = Measures::default();
        fault.add(&key, &vec![vec![1, 2], vec![3, 4, 5]]);
        near(fault.muc.recall(), 2.0 / 3.0);
        near(fault.muc.precision(), 2.0 / 3.0);
        near(fault.b3.recall(), (5.0 / 3.0 + 2.0) / 5.0);
        near(fault.ceafe.recall(), 0.8);
        assert!(fault.conll() < 0.8);
    }

    #[test]
    fn documents_are_summed_before_they_are_divided() {
        let mut both = worked();
        both.add(&vec![vec![1, 2]], &vec![vec![1, 2]]);
        near(both.muc.recall(), 3.0 / 6.0);
        near(both.ceafe.precision(), 2.3 / 4.0);
    }
}
