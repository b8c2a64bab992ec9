//! How right a network is on sentences kept apart, on their own words.

use super::{Example, Network, Sample, UNKNOWN, forward, nothing_hidden, relations};
use paradero_grammar::{NameTag, decode, kernels::highest, lexicon::Lexicon};

/// Shares of words that are right, and names.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Words with a tree.
    pub words: usize,
    /// Part of speech.
    pub pos: f64,
    /// Part of speech and features.
    pub bundles: f64,
    /// Head.
    pub heads: f64,
    /// Head and universal relation.
    pub labelled: f64,
    /// F1 of names, span and kind, over persons, places and organisations.
    pub names: f64,
}

/// Measures `network` on `samples`, read with the mark of `treebank`, or none.
#[must_use]
pub fn evaluate(network: &Network, samples: &[Sample], treebank: Option<&str>, lexicon: &Lexicon) -> Figures {
    let threads = network.recipe.threads.max(1);
    let counts: Vec<[usize; 8]> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || {
                    let mut counts = [0; 8];
                    for sample in samples.iter().skip(thread).step_by(threads) {
                        let example = network.inventory.example(sample, treebank.unwrap_or(""), lexicon);
                        count(network, sample, &example, treebank.map(|_| example.mark), &mut counts);
                    }
                    counts
                })
            })
            .collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
    });
    let sum = |at: usize| counts.iter().map(|counts| counts[at]).sum::<usize>() as f64;
    let words = sum(0).max(1.0);
    Figures {
        words: sum(0) as usize,
        pos: 100.0 * sum(1) / words,
        bundles: 100.0 * sum(2) / words,
        heads: 100.0 * sum(3) / words,
        labelled: 100.0 * sum(4) / words,
        names: 100.0 * 2.0 * sum(5) / (sum(6) + sum(7)).max(1.0),
    }
}

fn count(network: &Network, sample: &Sample, example: &Example, mark: Option<u32>, counts: &mut [usize; 8]) {
    let f = forward(&network.weights, &network.layout, &network.recipe, example, &nothing_hidden(example, mark));
    if let Some(tree) = &sample.tree {
        let heads = decode::tree(&f.arcs, f.words);
        let (_, labels) = relations(&network.weights, &network.layout, &network.recipe, &f, &heads);
        let classes = network.inventory.relations.len();
        for (at, word) in tree.reading.words.iter().enumerate() {
            let pos = highest(&f.pos[at * network.layout.pos_bias.len()..][..network.layout.pos_bias.len()]);
            let bundles = network.layout.bundle_bias.len();
            let bundle = highest(&f.bundles[at * bundles..][..bundles]);
            let head = word.head.map_or(0, |head| head + 1) == heads[at];
            let relation = network.inventory.relations[highest(&labels[at * classes..][..classes])];
            counts[0] += 1;
            counts[1] += usize::from(pos == word.pos as usize);
            counts[2] += usize::from(example.bundles[at] != UNKNOWN && bundle == example.bundles[at] as usize);
            counts[3] += usize::from(head);
            counts[4] += usize::from(head && relation.universal == word.relation.universal);
        }
    }
    if let Some(names) = &sample.names {
        let found = spans(&decode::names(&f.names));
        let gold: Vec<NameTag> = names.iter().map(|tag| tag.unwrap_or(NameTag::Outside)).collect();
        let known =
            |span: &(usize, usize, NameTag)| span.2 != NameTag::BeginOther && names[span.0..span.1].iter().all(Option::is_some);
        let gold: Vec<_> = spans(&gold).into_iter().filter(known).collect();
        let found: Vec<_> = found.into_iter().filter(known).collect();
        counts[5] += found.iter().filter(|span| gold.contains(span)).count();
        counts[6] += found.len();
        counts[7] += gold.len();
    }
}

/// Names as (first word, one past the last, tag of the first).
fn spans(tags: &[NameTag]) -> Vec<(usize, usize, NameTag)> {
    let mut spans: Vec<(usize, usize, NameTag)> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let code = *tag as usize;
        if code % 2 == 1 {
            spans.push((at, at + 1, *tag));
        } else if code > 0
            && let Some(last) = spans.last_mut().filter(|last| last.1 == at)
        {
            last.1 = at + 1;
        }
    }
    spans
}
