//! The way back agrees with what small changes of each number really do to the loss.

use super::*;

/// A small network, an example of three words, and its loss.
fn setting() -> (Network, Example) {
    let recipe = Recipe { embed: 8, half: 4, layers: 2, tag: 5, arc: 6, label: 5, name: 4, ..Recipe::default() };
    let classes = Classes { pos: 17, bundles: 4, relations: 3 };
    let layout = Layout::new(&recipe, classes);
    let mut dense = layout.begin(&recipe, classes);
    let mut chance = Chance::new(3, 3);
    for value in &mut dense {
        *value += (chance.part() - 0.5) * 0.4;
    }
    let rows = (0..6 * recipe.embed).map(|_| chance.part() * 2.0 - 1.0).collect();
    let vector = std::array::from_fn(|_| chance.part() - 0.5);
    let example = Example {
        rows: vec![vec![0, 1], vec![2, 3], vec![4, 1, 5]],
        seen: vec![5; 3],
        vectors: vec![None, Some(vector), None],
        mark: 0,
        pos: vec![1, 2, 3],
        bundles: vec![0, UNKNOWN, 3],
        heads: vec![2, 0, 2],
        relations: vec![1, 0, 2],
        names: vec![0, 1, 3],
        tree: true,
    };
    let mut weights = Weights { dense, rows, turned: Vec::new() };
    weights.turn(&layout);
    (Network { recipe, layout, weights, inventory: Inventory::default() }, example)
}

fn gradient(network: &Network, example: &Example, hidden: &Hidden) -> Gradient {
    let f = forward(&network.weights, &network.layout, &network.recipe, example, hidden);
    let mut gradient = Gradient { dense: vec![0.0; network.layout.length], ..Gradient::default() };
    backward(&network.weights, &network.layout, &network.recipe, example, hidden, f, &mut gradient);
    gradient
}

#[test]
fn the_way_back_agrees_with_small_changes() {
    let (mut network, example) = setting();
    let mut chance = Chance::new(1, 1);
    let mut hidden = nothing_hidden(&example, None);
    hidden.input = chance.mask(3 * 8, 0.2);
    hidden.layers = (0..3).map(|_| chance.mask(8, 0.2)).collect();
    hidden.units = chance.mask(3 * super::layout::hidden(&network.recipe), 0.2);
    let asked = gradient(&network, &example, &hidden);
    let step = 1e-2;
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for at in 0..network.layout.length {
        let was = network.weights.dense[at];
        network.weights.dense[at] = was + step;
        let more = gradient(&network, &example, &hidden).loss;
        network.weights.dense[at] = was - step;
        let less = gradient(&network, &example, &hidden).loss;
        network.weights.dense[at] = was;
        let true_slope = ((more - less) / f64::from(2.0 * step)) as f32;
        seen += usize::from(true_slope.abs() > 1e-3);
        // A unit that is cut off within the step makes a kink; few do.
        if (true_slope - asked.dense[at]).abs() > 0.02 + 0.05 * true_slope.abs() {
            wrong.push((at, true_slope, asked.dense[at]));
        }
    }
    assert!(seen > network.layout.length / 4, "only {seen} numbers matter");
    assert!(
        wrong.len() < network.layout.length / 50,
        "{} of {}: {:?}",
        wrong.len(),
        network.layout.length,
        &wrong[..wrong.len().min(12)]
    );
    for row in 0..6 {
        for column in 0..8 {
            let at = row * 8 + column;
            let was = network.weights.rows[at];
            network.weights.rows[at] = was + step;
            let more = gradient(&network, &example, &hidden).loss;
            network.weights.rows[at] = was - step;
            let less = gradient(&network, &example, &hidden).loss;
            network.weights.rows[at] = was;
            let true_slope = ((more - less) / f64::from(2.0 * step)) as f32;
            let change: f32 = asked
                .rows
                .iter()
                .filter(|(changed, _)| *changed as usize == row)
                .map(|(_, word)| asked.words[*word as usize * 8 + column])
                .sum();
            assert!(
                (true_slope - change).abs() < 0.05 + 0.1 * true_slope.abs(),
                "row {row} column {column}: {true_slope} {change}"
            );
        }
    }
}
