//! Brown clusters: each word's place in a binary tree of words used alike (Brown et al. 1992). The first steps of a path group words
//! coarsely (nouns of persons, say), the whole path finely (first names, ranks).

use super::pack::{Fault, Pack};

/// Words and the number of their cluster.
pub const WORDS: [u8; 4] = *b"clus";
/// Paths of the clusters, a u32 each, the first step in the highest bit.
pub const PATHS: [u8; 4] = *b"path";

/// The place of a word in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The cluster's number, below [`Clusters::count`].
    pub number: u16,
    path: u32,
    depth: u32,
}

impl Cluster {
    /// The whole path as `0` and `1`, filled up with `0` to the depth of the tree.
    #[must_use]
    pub fn bits(self) -> String {
        (0..self.depth).map(|step| if self.path << step >> 31 == 1 { '1' } else { '0' }).collect()
    }

    /// The first `steps` steps of the path, at most 32, as a number: `prefix(4)` is below 16.
    #[must_use]
    pub fn prefix(self, steps: u32) -> u32 {
        if steps == 0 { 0 } else { self.path >> (32 - steps.min(32)) }
    }
}

/// The clusters of one language.
pub struct Clusters {
    words: fst::Map<&'static [u8]>,
    paths: &'static [[u8; 4]],
    depth: u32,
}

impl Clusters {
    /// Reads them from the sections [`WORDS`] and [`PATHS`].
    ///
    /// # Errors
    /// [`Fault::Section`] when one is missing or broken.
    pub fn read(pack: &Pack) -> Result<Self, Fault> {
        let (paths, rest) = pack.section(PATHS)?.as_chunks::<4>();
        if !rest.is_empty() || paths.len() > usize::from(u16::MAX) {
            return Err(Fault::Section(PATHS));
        }
        let shortest = paths.iter().map(|path| u32::from_le_bytes(*path).trailing_zeros()).min().unwrap_or(32);
        Ok(Self { words: pack.map(WORDS)?, paths, depth: 32 - shortest })
    }

    /// How many clusters there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.paths.len()
    }

    /// Whether `form` is known just as it is written.
    #[must_use]
    pub fn has(&self, form: &str) -> bool {
        self.words.contains_key(form)
    }

    /// The cluster of `form` as it is written, else of the form in lower case.
    #[must_use]
    pub fn get(&self, form: &str) -> Option<Cluster> {
        let number = self.words.get(form).or_else(|| self.words.get(form.to_lowercase()))?;
        let path = u32::from_le_bytes(*self.paths.get(usize::try_from(number).ok()?)?);
        Some(Cluster { number: u16::try_from(number).ok()?, path, depth: self.depth })
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use paradero_model::Lang;

    #[test]
    fn words_used_alike_share_a_path() {
        for (lang, [one, other, third]) in [(Lang::En, ["Monday", "Tuesday", "the"]), (Lang::Es, ["lunes", "martes", "que"])] {
            let clusters = &Lexicon::of(lang).clusters;
            let prefix = |word| clusters.get(word).expect(word).prefix(8);
            assert_eq!(prefix(one), prefix(other), "{one} {other}");
            assert_ne!(prefix(one), prefix(third), "{one} {third}");
        }
    }

    #[test]
    fn a_form_that_is_not_known_as_written_is_looked_up_in_lower_case() {
        let clusters = &Lexicon::of(Lang::En).clusters;
        assert_eq!(clusters.get("dEtAiNeD"), clusters.get("detained"));
        assert!(clusters.get("detained").is_some());
        assert_eq!(clusters.get("xqzzv"), None);
        assert_eq!(clusters.get(""), None);
    }

    #[test]
    fn numbers_of_clusters_stay_below_their_count() {
        for lang in Lang::ALL {
            let clusters = &Lexicon::of(lang).clusters;
            for word in ["a", "de", "the", "no", "Caracas", "2019"] {
                assert!(clusters.get(word).is_none_or(|found| usize::from(found.number) < clusters.count()));
            }
            assert!(clusters.count() > 500);
        }
    }
}
