//! What is known of words beforehand: clusters of words used alike, English word vectors, and places with their countries.
//!
//! The files in `models/` are embedded and read in place: nothing is unpacked when the program starts, and a look-up walks an
//! automaton ([`fst`]) along the letters of the word. `paradero-train` makes them; [`pack`] is their layout.

pub mod clusters;
mod fold;
pub mod pack;
pub mod places;
pub mod vectors;

pub use clusters::{Cluster, Clusters};
pub use fold::folded;
pub use places::{Candidate, Place, PlaceKind, Places};
pub use vectors::{DIMENSIONS, Vectors};

use pack::Pack;
use paradero_model::Lang;
use std::sync::LazyLock;

static ENGLISH: &[u8] = include_bytes!("../../models/lexicon.en.bin");
static SPANISH: &[u8] = include_bytes!("../../models/lexicon.es.bin");
static PLACES: &[u8] = include_bytes!("../../models/places.bin");

/// What is known of the words of one language.
pub struct Lexicon {
    /// Words used alike.
    pub clusters: Clusters,
    /// Vectors of words; Spanish has none.
    pub vectors: Option<Vectors>,
}

impl Lexicon {
    /// The lexicon of `language`.
    ///
    /// # Panics
    /// Never with the files of this crate: a test reads each of them.
    #[must_use]
    pub fn of(language: Lang) -> &'static Self {
        static READ: [LazyLock<Lexicon>; 2] = [
            LazyLock::new(|| Lexicon::read(ENGLISH).expect("the embedded English lexicon is whole")),
            LazyLock::new(|| Lexicon::read(SPANISH).expect("the embedded Spanish lexicon is whole")),
        ];
        match language {
            Lang::En => &READ[0],
            Lang::Es => &READ[1],
        }
    }

    /// Reads the file that `paradero-train` made.
    ///
    /// # Errors
    /// [`pack::Fault`] when it is another kind of file, of another version, or cut short.
    pub fn read(file: &'static [u8]) -> Result<Self, pack::Fault> {
        let pack = Pack::read(file)?;
        let vectors = if pack.has(vectors::WORDS) { Some(Vectors::read(&pack)?) } else { None };
        Ok(Self { clusters: Clusters::read(&pack)?, vectors })
    }
}

/// The places of the world that are known by name.
///
/// # Panics
/// Never with the file of this crate: a test reads it.
#[must_use]
pub fn places() -> &'static Places {
    static READ: LazyLock<Places> =
        LazyLock::new(|| Pack::read(PLACES).and_then(|pack| Places::read(&pack)).expect("the embedded gazetteer is whole"));
    &READ
}
