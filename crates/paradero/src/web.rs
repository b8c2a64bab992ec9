//! The page on this machine (its routes and templates come with the next change).

use paradero_case::{People, Record};
use paradero_model::Lang;

/// What the page shows.
#[derive(Debug)]
pub struct Site {
    /// The record.
    pub record: Record,
    /// The people of it.
    pub people: People,
}

impl Site {
    /// The site of a record.
    #[must_use]
    pub fn new(record: Record, people: People) -> Self {
        Self { record, people }
    }
}

/// Serves the site until the process ends.
///
/// # Errors
/// Where the listener fails.
pub fn run(_site: Site, _listener: std::net::TcpListener, _lang: Lang) -> std::io::Result<()> {
    Ok(())
}
