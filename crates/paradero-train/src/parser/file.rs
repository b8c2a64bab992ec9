//! The file of a trained network.

use super::Network;
use paradero_grammar::{
    features::Key,
    lexicon::pack::{Fault, Input},
    network::{self, Sizes, Trained},
};

impl Network {
    /// Its file, made from `inputs`.
    ///
    /// # Errors
    /// [`Fault`] when a part is too long for the file's layout.
    pub fn file(&self, inputs: &[Input]) -> Result<Vec<u8>, Fault> {
        let recipe = &self.recipe;
        let (embed, half, layers, tag, arc, label, name) =
            (recipe.embed, recipe.half, recipe.layers, recipe.tag, recipe.arc, recipe.label, recipe.name);
        // Rows were given out in the order of the keys.
        let mut keys: Vec<(u32, Key)> = self.inventory.rows.iter().map(|(key, row)| (*row, *key)).collect();
        keys.sort_unstable();
        let keys: Vec<Key> = keys.into_iter().map(|(_, key)| key).collect();
        network::write(
            inputs,
            &Trained {
                sizes: Sizes { embed, half, layers, tag, arc, label, name },
                dense: &self.weights.dense,
                keys: &keys,
                rows: &self.weights.rows,
                bundles: &self.inventory.bundles,
                relations: &self.inventory.relations,
            },
        )
    }
}
