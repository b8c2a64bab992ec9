//! The way back through one sentence: what each number should change to lower the loss.

use super::{
    data::{Example, UNKNOWN},
    forward::{Forward, Hidden, Weights, columns, head_side, relations},
    layout::Layout,
    recipe::Recipe,
};
use paradero_grammar::{
    kernels::{multiply_add, outer_add, scaled_add, softmax},
    network::{NAME_CLASSES, VECTOR, bucket},
};

/// Changes asked for by a number of sentences.
#[derive(Clone, Debug, Default)]
pub struct Gradient {
    /// Of the matrices.
    pub dense: Vec<f32>,
    /// Of rows of features: the row, and which of [`Gradient::words`] it gets.
    pub rows: Vec<(u32, u32)>,
    /// One change for each word seen, `embed` wide.
    pub words: Vec<f32>,
    /// The loss.
    pub loss: f64,
}

/// Cross-entropy of one row of scores against `answer`, times `weight`; leaves the scores' gradient in their place.
fn against(scores: &mut [f32], answer: u16, weight: f32) -> f64 {
    if answer == UNKNOWN {
        scores.fill(0.0);
        return 0.0;
    }
    let right = scores[answer as usize];
    let log_sum = softmax(scores);
    scores[answer as usize] -= 1.0;
    for score in scores.iter_mut() {
        *score *= weight;
    }
    f64::from((log_sum - right) * weight)
}

/// Adds the gradient of a sentence to `g`.
pub fn backward(
    weights: &Weights,
    layout: &Layout,
    recipe: &Recipe,
    example: &Example,
    hidden: &Hidden,
    mut f: Forward,
    g: &mut Gradient,
) {
    let w = &weights.dense;
    let words = f.words;
    let (embed, width, half) = (recipe.embed, 2 * recipe.half, recipe.half);
    let count = super::layout::hidden(recipe);
    let mut d_hidden = vec![0.0; words * count];

    // Tags.
    let tag = columns(&f.hidden, count, 0, recipe.tag);
    let mut d_tag = vec![0.0; words * recipe.tag];
    for (scores, answers, matrix, bias) in [
        (&mut f.pos, &example.pos, &layout.pos, &layout.pos_bias),
        (&mut f.bundles, &example.bundles, &layout.bundle, &layout.bundle_bias),
    ] {
        let classes = bias.len();
        for (row, answer) in scores.chunks_exact_mut(classes).zip(answers) {
            g.loss += against(row, *answer, recipe.tag_weight);
        }
        product_back(&weights.turned, g, matrix.clone(), bias.clone(), &tag, scores, &mut d_tag, recipe.tag, classes);
    }
    put_columns(&mut d_hidden, &d_tag, count, 0, recipe.tag);

    // Names.
    let name_start = count - recipe.name;
    let name = columns(&f.hidden, count, name_start, recipe.name);
    for (row, answer) in f.names.chunks_exact_mut(NAME_CLASSES).zip(&example.names) {
        g.loss += against(row, *answer, recipe.name_weight);
    }
    let mut d_name = vec![0.0; words * recipe.name];
    product_back(
        &weights.turned,
        g,
        layout.name.clone(),
        layout.name_bias.clone(),
        &name,
        &f.names,
        &mut d_name,
        recipe.name,
        NAME_CLASSES,
    );
    put_columns(&mut d_hidden, &d_name, count, name_start, recipe.name);

    if example.tree {
        relations_back(weights, layout, recipe, example, &f, g, &mut d_hidden);
        arcs_back(weights, layout, recipe, example, &mut f, g, &mut d_hidden);
    }

    // Hidden units: what was masked or cut off passes nothing back.
    for (d, unit) in d_hidden.iter_mut().zip(&hidden.units) {
        *d *= unit;
    }
    let label = recipe.tag + 2 * recipe.arc..recipe.tag + 2 * recipe.arc + 2 * recipe.label;
    for (d, unit) in d_hidden.chunks_exact_mut(count).zip(f.hidden.chunks_exact(count)) {
        for at in (0..label.start).chain(label.end..count) {
            if unit[at] <= 0.0 {
                d[at] = 0.0;
            }
        }
    }
    let mut d_out = vec![0.0; words * width];
    product_back(
        &weights.turned,
        g,
        layout.hidden.clone(),
        layout.hidden_bias.clone(),
        &f.last,
        &d_hidden,
        &mut d_out,
        width,
        count,
    );
    mask_rows(&mut d_out, &hidden.layers[recipe.layers]);

    // Recurrent layers.
    for (number, layer) in layout.recurrent.iter().enumerate().rev() {
        let pass = &f.passes[number];
        let mut d_gates = vec![0.0; words * 3 * width];
        let mut d_in = vec![0.0; words * width];
        scan_back(w, layer, pass, &d_out, &mut d_gates, &mut d_in, g, half);
        outer_add(&mut g.dense[layer.weights.clone()], &pass.input, &d_gates, width, 3 * width);
        multiply_add(&mut d_in, &d_gates, &weights.turned[layer.weights.clone()], 3 * width, width);
        mask_rows(&mut d_in, &hidden.layers[number]);
        d_out = d_in;
    }

    // The dense layer and the features.
    for (d, unit) in d_out.iter_mut().zip(&f.dense) {
        if *unit <= 0.0 {
            *d = 0.0;
        }
    }
    let mut d_summed = vec![0.0; words * embed];
    product_back(
        &weights.turned,
        g,
        layout.input.clone(),
        layout.input_bias.clone(),
        &f.summed,
        &d_out,
        &mut d_summed,
        embed,
        width,
    );
    for (d, seen) in d_summed.iter_mut().zip(&hidden.input) {
        *d *= seen;
    }
    let first = (g.words.len() / embed) as u32;
    for (at, d) in d_summed.chunks_exact(embed).enumerate() {
        g.rows.extend(hidden.rows[at].iter().map(|row| (*row, first + at as u32)));
        if let Some(vector) = &example.vectors[at] {
            outer_add(&mut g.dense[layout.vectors.clone()], vector, d, VECTOR, embed);
        }
    }
    g.words.extend_from_slice(&d_summed);
}

/// The way back through `scores = inputs · matrix + bias`.
#[allow(clippy::too_many_arguments, reason = "one product has this many sides")]
fn product_back(
    turned: &[f32],
    g: &mut Gradient,
    matrix: std::ops::Range<usize>,
    bias: std::ops::Range<usize>,
    inputs: &[f32],
    d_scores: &[f32],
    d_inputs: &mut [f32],
    inner: usize,
    classes: usize,
) {
    outer_add(&mut g.dense[matrix.clone()], inputs, d_scores, inner, classes);
    for row in d_scores.chunks_exact(classes) {
        scaled_add(&mut g.dense[bias.clone()], 1.0, row);
    }
    multiply_add(d_inputs, d_scores, &turned[matrix], classes, inner);
}

/// Arcs: each word chooses its head.
fn arcs_back(
    weights: &Weights,
    layout: &Layout,
    recipe: &Recipe,
    example: &Example,
    f: &mut Forward,
    g: &mut Gradient,
    d_hidden: &mut [f32],
) {
    let w = &weights.dense;
    let words = f.words;
    let count = super::layout::hidden(recipe);
    let arc = recipe.arc;
    for (row, head) in f.arcs.chunks_exact_mut(words + 1).zip(&example.heads) {
        g.loss += against(row, *head, 1.0);
    }
    let distance = layout.distance.start;
    for (d, row) in f.arcs.chunks_exact(words + 1).enumerate() {
        for (h, change) in row.iter().enumerate() {
            if h != d + 1 {
                g.dense[distance + bucket(d + 1, h)] += change;
            }
        }
    }
    let heads = head_side(&columns(&f.hidden, count, recipe.tag + arc, arc), &w[layout.root.clone()]);
    let mut d_queries = vec![0.0; words * arc];
    multiply_add(&mut d_queries, &f.arcs, &heads, words + 1, arc);
    let mut d_heads = vec![0.0; (words + 1) * arc];
    outer_add(&mut d_heads, &f.arcs, &f.queries, words + 1, arc);
    scaled_add(&mut g.dense[layout.root.clone()], 1.0, &d_heads[..arc]);
    put_columns(d_hidden, &d_heads[arc..], count, recipe.tag + arc, arc);
    let dependents = columns(&f.hidden, count, recipe.tag, arc);
    let mut d_dependents = vec![0.0; words * arc];
    product_back(
        &weights.turned,
        g,
        layout.arc.clone(),
        layout.arc_bias.clone(),
        &dependents,
        &d_queries,
        &mut d_dependents,
        arc,
        arc,
    );
    put_columns(d_hidden, &d_dependents, count, recipe.tag, arc);
}

/// Relations to the true heads.
fn relations_back(
    weights: &Weights,
    layout: &Layout,
    recipe: &Recipe,
    example: &Example,
    f: &Forward,
    g: &mut Gradient,
    d_hidden: &mut [f32],
) {
    let count = super::layout::hidden(recipe);
    let (start, label) = (recipe.tag + 2 * recipe.arc, recipe.label);
    let heads: Vec<usize> = example.heads.iter().map(|head| if *head == UNKNOWN { 0 } else { *head as usize }).collect();
    let (units, mut scores) = relations(weights, layout, recipe, f, &heads);
    let classes = layout.label_bias.len();
    for (row, answer) in scores.chunks_exact_mut(classes).zip(&example.relations) {
        g.loss += against(row, *answer, 1.0);
    }
    let mut d_units = vec![0.0; units.len()];
    product_back(
        &weights.turned,
        g,
        layout.label.clone(),
        layout.label_bias.clone(),
        &units,
        &scores,
        &mut d_units,
        label,
        classes,
    );
    for (d, (change, unit)) in d_units.chunks_exact_mut(label).zip(units.chunks_exact(label)).enumerate() {
        for (change, unit) in change.iter_mut().zip(unit) {
            if *unit <= 0.0 {
                *change = 0.0;
            }
        }
        scaled_add(&mut d_hidden[d * count + start..d * count + start + label], 1.0, change);
        let place = layout.label_distance.start + bucket(d + 1, heads[d]) * label;
        scaled_add(&mut g.dense[place..place + label], 1.0, change);
        if heads[d] > 0 {
            let at = (heads[d] - 1) * count + start + label;
            scaled_add(&mut d_hidden[at..at + label], 1.0, change);
        }
    }
}

/// The way back through a layer's scan; see `paradero_grammar::network::scan` for the way there.
#[allow(clippy::too_many_arguments, reason = "a scan has this many sides")]
fn scan_back(
    w: &[f32],
    layer: &super::layout::Recurrent,
    pass: &super::forward::Pass,
    d_out: &[f32],
    d_gates: &mut [f32],
    d_in: &mut [f32],
    g: &mut Gradient,
    half: usize,
) {
    let width = 2 * half;
    let words = pass.states.len() / width;
    let nothing = vec![0f32; half];
    let mut terms = vec![0f32; 4 * half];
    for direction in 0..2 {
        let side = direction * half;
        let forget_state = &w[layer.forget_state.start + side..][..half];
        let output_state = &w[layer.output_state.start + side..][..half];
        terms.fill(0.0);
        let (d_forget_state, rest) = terms.split_at_mut(half);
        let (d_output_state, rest) = rest.split_at_mut(half);
        let (d_forget_bias, d_output_bias) = rest.split_at_mut(half);
        let mut d_state = vec![0f32; half];
        for step in (0..words).rev() {
            let at = |step: usize| if direction == 0 { step } else { words - 1 - step };
            let word = at(step);
            let place = word * width + side..word * width + side + half;
            let before = if step == 0 { &nothing[..] } else { &pass.states[at(step - 1) * width + side..][..half] };
            let (gates, d_gates) = (
                &pass.gates[word * 3 * width + direction * 3 * half..][..3 * half],
                &mut d_gates[word * 3 * width + direction * 3 * half..][..3 * half],
            );
            let (value, rest) = gates.split_at(half);
            let (forget, output) = rest.split_at(half);
            let (d_value, rest) = d_gates.split_at_mut(half);
            let (d_forget, d_output) = rest.split_at_mut(half);
            let (input, states, d_out, d_in) =
                (&pass.input[place.clone()], &pass.states[place.clone()], &d_out[place.clone()], &mut d_in[place]);
            pulp::Arch::new().dispatch(
                #[inline(always)]
                || {
                    for unit in 0..half {
                        let (f, r, c) = (forget[unit], output[unit], states[unit]);
                        let d_h = d_out[unit];
                        let d_r = d_h * (c - input[unit]) * r * (1.0 - r);
                        let d_c = d_state[unit] + d_h * r + 0.0;
                        d_in[unit] += d_h * (1.0 - r);
                        let d_f = d_c * (before[unit] - value[unit]) * f * (1.0 - f);
                        d_value[unit] = d_c * (1.0 - f);
                        d_forget[unit] = d_f;
                        d_output[unit] = d_r;
                        d_forget_state[unit] += d_f * before[unit];
                        d_output_state[unit] += d_r * before[unit];
                        d_forget_bias[unit] += d_f;
                        d_output_bias[unit] += d_r;
                        d_state[unit] = d_c * f + d_f * forget_state[unit] + d_r * output_state[unit];
                    }
                },
            );
        }
        for (range, change) in [
            (&layer.forget_state, &*d_forget_state),
            (&layer.output_state, &*d_output_state),
            (&layer.forget_bias, &*d_forget_bias),
            (&layer.output_bias, &*d_output_bias),
        ] {
            scaled_add(&mut g.dense[range.start + side..range.start + side + half], 1.0, change);
        }
    }
}

fn put_columns(table: &mut [f32], part: &[f32], width: usize, start: usize, length: usize) {
    for (row, part) in table.chunks_exact_mut(width).zip(part.chunks_exact(length)) {
        scaled_add(&mut row[start..start + length], 1.0, part);
    }
}

fn mask_rows(values: &mut [f32], mask: &[f32]) {
    for row in values.chunks_exact_mut(mask.len()) {
        for (value, seen) in row.iter_mut().zip(mask) {
            *value *= seen;
        }
    }
}
