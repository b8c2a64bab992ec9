//! A trained network as it lies in its file, ready to read sentences.

use std::ops::Range;

use super::{BUCKETS, NAME_CLASSES, VECTOR};
use crate::{
    Pos, Relation,
    features::{self, Key},
    lexicon::pack::{self, Input, Pack, Section},
    packed::Packed,
};

const SIZES: [u8; 4] = *b"size";
const DENSE: [u8; 4] = *b"mats";
const KEYS: [u8; 4] = *b"keys";
const ROWS: [u8; 4] = *b"rows";
const SCALES: [u8; 4] = *b"scal";
const BUNDLES: [u8; 4] = *b"bund";
const RELATIONS: [u8; 4] = *b"rela";

/// Widths of a network's layers; see the page of [`super`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Width of a word's features summed.
    pub embed: usize,
    /// Width of one direction of a recurrent layer.
    pub half: usize,
    /// Recurrent layers.
    pub layers: usize,
    /// Hidden units before the tags.
    pub tag: usize,
    /// Hidden units of each side of an arc.
    pub arc: usize,
    /// Hidden units before the relation.
    pub label: usize,
    /// Hidden units before the name tags.
    pub name: usize,
}

impl Sizes {
    /// Hidden units of all decisions together.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.tag + 2 * self.arc + 2 * self.label + self.name
    }
}

/// Why a file is no network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no file of this kind, or cut short.
    Pack(pack::Fault),
    /// Its parts do not fit together.
    Shape,
}

impl From<pack::Fault> for Fault {
    fn from(fault: pack::Fault) -> Self {
        Self::Pack(fault)
    }
}

/// One recurrent layer.
pub(super) struct Layer {
    pub weights: Packed,
    pub terms: [Vec<f32>; 4],
}

/// A matrix and what is added to its products.
pub(super) struct Affine {
    pub matrix: Packed,
    pub bias: Vec<f32>,
}

/// A trained network.
pub struct Network {
    pub(super) sizes: Sizes,
    pub(super) vectors: Packed,
    pub(super) input: Affine,
    pub(super) layers: Vec<Layer>,
    pub(super) hidden: Affine,
    pub(super) pos: Affine,
    pub(super) bundle: Affine,
    pub(super) root: Vec<f32>,
    pub(super) arc: Affine,
    pub(super) distance: Vec<f32>,
    pub(super) label_distance: Vec<f32>,
    pub(super) label: Affine,
    pub(super) name: Affine,
    keys: &'static [[u8; 8]],
    rows: &'static [u8],
    scales: Vec<f32>,
    pub(super) unseen: Option<usize>,
    /// Rows of the treebanks' marks, each with its weight.
    pub(super) marks: Vec<(usize, f32)>,
    /// Part of speech and features of each bundle.
    pub(super) bundles: Vec<(Pos, &'static str)>,
    pub(super) relations: Vec<Relation>,
}

impl Network {
    /// Reads the file that `paradero-train` made. `habits` are treebanks whose habits are followed, each with its weight.
    ///
    /// # Errors
    /// [`Fault`] when it is another kind of file, of another version, cut short, or of parts that do not fit together.
    pub fn read(file: &'static [u8], habits: &[(&str, f32)]) -> Result<Self, Fault> {
        let pack = Pack::read(file)?;
        let numbers = |tag| -> Result<Vec<f32>, Fault> {
            Ok(pack.section(tag)?.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
        };
        let text = |tag| -> Result<&'static str, Fault> { std::str::from_utf8(pack.section(tag)?).map_err(|_| Fault::Shape) };
        let sizes: Vec<usize> =
            pack.section(SIZES)?.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes) as usize).collect();
        let [embed, half, layers, tag, arc, label, name] = sizes[..] else { return Err(Fault::Shape) };
        if [embed, half, tag, arc, label, name].iter().any(|size| !(1..=128).contains(size)) || layers > 8 {
            return Err(Fault::Shape);
        }
        let sizes = Sizes { embed, half, layers, tag, arc, label, name };
        let bundles = text(BUNDLES)?
            .lines()
            .map(|line| line.split_once('\t').and_then(|(pos, features)| Some((Pos::of(pos)?, features))).ok_or(Fault::Shape))
            .collect::<Result<Vec<_>, _>>()?;
        let relations =
            text(RELATIONS)?.lines().map(|line| Relation::of(line).ok_or(Fault::Shape)).collect::<Result<Vec<_>, _>>()?;
        let dense = numbers(DENSE)?;
        let mut rest = &dense[..];
        let mut take = |count: usize| -> Result<Vec<f32>, Fault> {
            let (part, later) = rest.split_at_checked(count).ok_or(Fault::Shape)?;
            rest = later;
            Ok(part.to_vec())
        };
        let width = 2 * half;
        let vectors = Packed::new(&take(VECTOR * embed)?, VECTOR, embed);
        let input = Affine { matrix: Packed::new(&take(embed * width)?, embed, width), bias: take(width)? };
        let mut recurrent = Vec::new();
        for _ in 0..layers {
            recurrent.push(Layer {
                weights: Packed::new(&take(width * 3 * width)?, width, 3 * width),
                terms: [take(width)?, take(width)?, take(width)?, take(width)?],
            });
        }
        let hidden =
            Affine { matrix: Packed::new(&take(width * sizes.hidden())?, width, sizes.hidden()), bias: take(sizes.hidden())? };
        let pos = Affine { matrix: Packed::new(&take(tag * Pos::ALL.len())?, tag, Pos::ALL.len()), bias: take(Pos::ALL.len())? };
        let bundle = Affine { matrix: Packed::new(&take(tag * bundles.len())?, tag, bundles.len()), bias: take(bundles.len())? };
        let root = take(arc)?;
        let arc = Affine { matrix: Packed::new(&take(arc * arc)?, arc, arc), bias: take(arc)? };
        let distance = take(BUCKETS)?;
        let label_distance = take(BUCKETS * label)?;
        let label =
            Affine { matrix: Packed::new(&take(label * relations.len())?, label, relations.len()), bias: take(relations.len())? };
        let name = Affine { matrix: Packed::new(&take(name * NAME_CLASSES)?, name, NAME_CLASSES), bias: take(NAME_CLASSES)? };
        let (keys, more) = pack.section(KEYS)?.as_chunks::<8>();
        let rows = pack.section(ROWS)?;
        let scales = numbers(SCALES)?;
        if !rest.is_empty()
            || !more.is_empty()
            || scales.len() != keys.len()
            || rows.len() != keys.len() * embed
            || relations.is_empty()
        {
            return Err(Fault::Shape);
        }
        let mut network = Self {
            sizes,
            vectors,
            input,
            layers: recurrent,
            hidden,
            pos,
            bundle,
            root,
            arc,
            distance,
            label_distance,
            label,
            name,
            keys,
            rows,
            scales,
            unseen: None,
            marks: Vec::new(),
            bundles,
            relations,
        };
        network.unseen = network.row(features::UNSEEN);
        network.marks = habits.iter().filter_map(|(name, weight)| Some((network.row(features::mark(name))?, *weight))).collect();
        Ok(network)
    }

    /// The bundles of a part of speech.
    pub(super) fn bundles_of(&self, pos: Pos) -> Range<usize> {
        let start = self.bundles.partition_point(|(of, _)| *of < pos);
        start..self.bundles.partition_point(|(of, _)| *of <= pos)
    }

    /// The row of a feature, where training kept it.
    pub(super) fn row(&self, key: Key) -> Option<usize> {
        self.keys.binary_search_by(|known| u64::from_le_bytes(*known).cmp(&key)).ok()
    }

    /// Adds a feature's row, `weight` times, to `sum`.
    pub(super) fn add_row(&self, row: usize, weight: f32, sum: &mut [f32]) {
        let scale = self.scales[row] * weight;
        let values = &self.rows[row * self.sizes.embed..(row + 1) * self.sizes.embed];
        for (sum, value) in sum.iter_mut().zip(values) {
            *sum += f32::from(value.cast_signed()) * scale;
        }
    }
}

/// What training hands over to be written.
pub struct Trained<'a> {
    /// Widths.
    pub sizes: Sizes,
    /// All matrices in the order that [`Network::read`] takes them.
    pub dense: &'a [f32],
    /// Keys of the rows, ascending.
    pub keys: &'a [Key],
    /// The rows, `embed` wide.
    pub rows: &'a [f32],
    /// Part of speech and features of each bundle.
    pub bundles: &'a [(Pos, String)],
    /// Relations.
    pub relations: &'a [Relation],
}

/// The file of a trained network: rows as one byte a number with a scale for each row, matrices as they are.
///
/// # Errors
/// [`pack::Fault`] when a part is too long for the file's layout.
pub fn write(inputs: &[Input], trained: &Trained) -> Result<Vec<u8>, pack::Fault> {
    let Sizes { embed, half, layers, tag, arc, label, name } = trained.sizes;
    let sizes: Vec<u8> =
        [embed, half, layers, tag, arc, label, name].iter().flat_map(|size| (*size as u32).to_le_bytes()).collect();
    let floats = |values: &[f32]| -> Vec<u8> { values.iter().flat_map(|value| value.to_le_bytes()).collect() };
    let mut rows = Vec::with_capacity(trained.rows.len());
    let mut scales = Vec::new();
    for row in trained.rows.chunks_exact(embed) {
        let scale = row.iter().fold(0f32, |most, value| most.max(value.abs())) / 127.0;
        scales.push(scale);
        rows.extend(row.iter().map(|value| if scale > 0.0 { ((value / scale).round() as i8).cast_unsigned() } else { 0 }));
    }
    let lines = |lines: Vec<String>| lines.join("\n").into_bytes();
    let sections: Vec<Section> = vec![
        (SIZES, sizes),
        (DENSE, floats(trained.dense)),
        (KEYS, trained.keys.iter().flat_map(|key| key.to_le_bytes()).collect()),
        (ROWS, rows),
        (SCALES, floats(&scales)),
        (BUNDLES, lines(trained.bundles.iter().map(|(pos, features)| format!("{pos}\t{features}")).collect())),
        (RELATIONS, lines(trained.relations.iter().map(ToString::to_string).collect())),
    ];
    pack::write(inputs, &sections)
}
