//! The codebook: for each act, attribute, allegation and origin, the words of each language and which role stands where.

/// The words and roles that drafting goes by, read from data files.
#[derive(Clone, Debug)]
pub struct Codebook {}

impl Codebook {
    /// The codebook that ships with the project.
    #[must_use]
    pub fn built_in() -> Self {
        Self {}
    }

    /// The codebook's version, for the record of who drafted what.
    #[must_use]
    pub fn version(&self) -> &str {
        "1"
    }
}
