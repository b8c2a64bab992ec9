//! The sizes of a network and how it is trained.

/// Everything that training depends on beside its data: the same recipe and data give the same bytes.
#[derive(Clone, Debug)]
pub struct Recipe {
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
    /// Times every sentence is seen.
    pub epochs: usize,
    /// Words to a step of the optimiser.
    pub batch: usize,
    /// Rate of learning at its highest.
    pub rate: f32,
    /// Share of the summed features that is hidden.
    pub drop_input: f32,
    /// Share of single features that is hidden.
    pub drop_feature: f32,
    /// Share of the units between layers that is hidden, the same for all words of a sentence.
    pub drop_layer: f32,
    /// Share of hidden units before the decisions that is hidden.
    pub drop_hidden: f32,
    /// A feature is kept where this many words of the training part have it.
    pub rare: usize,
    /// What the name tags weigh in the loss, beside 1 for an arc and for a relation.
    pub name_weight: f32,
    /// What the parts of speech and features weigh.
    pub tag_weight: f32,
    /// What chance starts from.
    pub seed: u64,
    /// Threads to compute on; the result does not depend on it.
    pub threads: usize,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            embed: 128,
            half: 96,
            layers: 3,
            tag: 96,
            arc: 96,
            label: 96,
            name: 64,
            epochs: 24,
            batch: 300,
            rate: 0.002,
            drop_input: 0.15,
            drop_feature: 0.1,
            drop_layer: 0.25,
            drop_hidden: 0.25,
            rare: 2,
            name_weight: 2.0,
            tag_weight: 0.6,
            seed: 1,
            threads: 2,
        }
    }
}

impl Recipe {
    /// Sets one value by its name; `Err` says which names there are.
    ///
    /// # Errors
    /// For a name that is none of the fields, and for a value that is no number.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let whole = || value.parse::<usize>().map_err(|_| format!("{name}={value}: write a whole number"));
        let part = || value.parse::<f32>().map_err(|_| format!("{name}={value}: write a number"));
        match name {
            "embed" => self.embed = whole()?,
            "half" => self.half = whole()?,
            "layers" => self.layers = whole()?,
            "tag" => self.tag = whole()?,
            "arc" => self.arc = whole()?,
            "label" => self.label = whole()?,
            "name" => self.name = whole()?,
            "epochs" => self.epochs = whole()?,
            "batch" => self.batch = whole()?,
            "rate" => self.rate = part()?,
            "drop_input" => self.drop_input = part()?,
            "drop_feature" => self.drop_feature = part()?,
            "drop_layer" => self.drop_layer = part()?,
            "drop_hidden" => self.drop_hidden = part()?,
            "rare" => self.rare = whole()?,
            "name_weight" => self.name_weight = part()?,
            "tag_weight" => self.tag_weight = part()?,
            "seed" => self.seed = whole()? as u64,
            "threads" => self.threads = whole()?.max(1),
            _ => {
                return Err(format!(
                    "{name}: no such value; there are embed, half, layers, tag, arc, label, name, epochs, batch, rate, drop_input, drop_feature, drop_layer, drop_hidden, rare, name_weight, tag_weight, seed, threads"
                ));
            }
        }
        Ok(())
    }
}
