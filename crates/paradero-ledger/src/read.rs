//! Reading the record back: every event checked against its commitment, its entry and the root, and asked at the door again.

use crate::{
    door::{self, Recorded},
    error::{Error, ErrorKind},
    leaf::{Leaf, commitment},
    store::Ledger,
    tree::{self, Tree},
    views::{self, View},
};
use paradero_model::{Event, SourceId, StatementId, Text, TextId};
use rusqlite::{Connection, OptionalExtension as _};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError},
};

impl Ledger {
    /// Every event, in order, with its index.
    ///
    /// # Errors
    /// `Corrupt` where an event is not the one that was committed to, or could never have come in, or the entries do not make the
    /// recorded root; `Storage`.
    pub fn events(&self) -> Result<Vec<(u64, Event)>, Error> {
        let mut tree = Tree::default();
        let mut seen = Seen::default();
        let mut events = Vec::new();
        each_entry(&self.conn, |idx, entry, event| {
            tree.push(tree::leaf(entry));
            let index = u64::try_from(idx).map_err(|_| ErrorKind::Corrupt { at: None })?;
            if door::refusal(&event, &seen)?.is_some() {
                return Err(Error::corrupt(index));
            }
            seen.add(&event);
            events.push((index, event));
            Ok(())
        })?;
        if tree == self.tree()? { Ok(events) } else { Err(ErrorKind::Corrupt { at: None }.into()) }
    }

    /// The bytes of a source, checked against its id; `None` where it was never recorded.
    ///
    /// # Errors
    /// `Corrupt` where the bytes are gone or not those that were recorded; `Storage`.
    pub fn source(&self, id: SourceId) -> Result<Option<Vec<u8>>, Error> {
        let Some(idx) = views::find(&self.conn, View::Source, id.0)? else { return Ok(None) };
        let bytes: Option<Vec<u8>> =
            self.conn.prepare_cached("SELECT bytes FROM source WHERE idx = ?1")?.query_row([idx], |row| row.get(0)).optional()?;
        bytes.filter(|bytes| SourceId::of(bytes) == id).map(Some).ok_or_else(|| Error::corrupt(idx.unsigned_abs()))
    }

    /// A text, checked; `None` where it was never recorded.
    ///
    /// # Errors
    /// `Corrupt` where the text is not the one that was recorded; `Storage`.
    pub fn text(&self, id: TextId) -> Result<Option<Arc<Text>>, Error> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = last.as_ref().filter(|text| text.id() == id) {
            return Ok(Some(Arc::clone(text)));
        }
        let Some(idx) = views::find(&self.conn, View::Text, id.0)? else { return Ok(None) };
        match event(&self.conn, idx)? {
            Event::Read { text, .. } if text.id() == id => {
                let text = Arc::new(*text);
                *last = Some(Arc::clone(&text));
                Ok(Some(text))
            }
            _ => Err(Error::corrupt(idx.unsigned_abs())),
        }
    }

    /// Whether the source is recorded.
    ///
    /// # Errors
    /// `Storage`.
    pub fn has_source(&self, id: SourceId) -> Result<bool, Error> {
        Ok(views::find(&self.conn, View::Source, id.0)?.is_some())
    }

    /// Whether the text is recorded.
    ///
    /// # Errors
    /// `Storage`.
    pub fn has_text(&self, id: TextId) -> Result<bool, Error> {
        Ok(views::find(&self.conn, View::Text, id.0)?.is_some())
    }

    /// Whether the statement is recorded.
    ///
    /// # Errors
    /// `Storage`.
    pub fn has_statement(&self, id: StatementId) -> Result<bool, Error> {
        Ok(views::find(&self.conn, View::Statement, id.0)?.is_some())
    }
}

impl Recorded for Ledger {
    fn has_source(&self, id: SourceId) -> Result<bool, Error> {
        Self::has_source(self, id)
    }

    fn text(&self, id: TextId) -> Result<Option<Arc<Text>>, Error> {
        Self::text(self, id)
    }
}

/// What has come in so far, in memory.
#[derive(Default)]
pub(crate) struct Seen {
    sources: HashSet<SourceId>,
    texts: HashMap<TextId, Arc<Text>>,
}

impl Seen {
    pub(crate) fn add(&mut self, event: &Event) {
        match event {
            Event::Captured(capture) => {
                self.sources.insert(capture.source);
            }
            Event::Read { text, .. } => {
                self.texts.entry(text.id()).or_insert_with(|| Arc::new(text.as_ref().clone()));
            }
            _ => {}
        }
    }
}

impl Recorded for Seen {
    fn has_source(&self, id: SourceId) -> Result<bool, Error> {
        Ok(self.sources.contains(&id))
    }

    fn text(&self, id: TextId) -> Result<Option<Arc<Text>>, Error> {
        Ok(self.texts.get(&id).cloned())
    }
}

/// Hands every event to `take`, in order, each checked against its commitment.
pub(crate) fn each(conn: &Connection, mut take: impl FnMut(i64, &Event) -> Result<(), Error>) -> Result<(), Error> {
    each_entry(conn, |idx, _, event| take(idx, &event))
}

/// As [`each`], with the bytes of the entry.
fn each_entry(conn: &Connection, mut take: impl FnMut(i64, &[u8], Event) -> Result<(), Error>) -> Result<(), Error> {
    let mut statement = conn.prepare(
        "SELECT entry.idx, entry.bytes, entry.leaf, payload.nonce, payload.bytes FROM entry LEFT JOIN payload USING (idx) ORDER BY entry.idx",
    )?;
    let mut rows = statement.query([])?;
    let mut next = 0;
    while let Some(row) = rows.next()? {
        let idx: i64 = row.get(0)?;
        let parts = (row.get_ref(1)?.as_blob(), row.get_ref(2)?.as_blob(), row.get_ref(3)?.as_blob(), row.get_ref(4)?.as_blob());
        let (Ok(entry), Ok(leaf), Ok(nonce), Ok(payload)) = parts else { return Err(Error::corrupt(idx.unsigned_abs())) };
        let event = (idx == next).then(|| checked(entry, leaf, nonce, payload)).flatten();
        take(idx, entry, event.ok_or_else(|| Error::corrupt(next.unsigned_abs()))?)?;
        next += 1;
    }
    Ok(())
}

/// The event of one entry.
fn event(conn: &Connection, idx: i64) -> Result<Event, Error> {
    let found = conn
        .prepare_cached("SELECT entry.bytes, entry.leaf, payload.nonce, payload.bytes FROM entry JOIN payload USING (idx) WHERE entry.idx = ?1")?
        .query_row([idx], |row| {
            Ok(checked(row.get_ref(0)?.as_blob()?, row.get_ref(1)?.as_blob()?, row.get_ref(2)?.as_blob()?, row.get_ref(3)?.as_blob()?))
        })
        .optional()?;
    found.flatten().ok_or_else(|| Error::corrupt(idx.unsigned_abs()))
}

/// The event of a payload, where it is the one the entry commits to.
fn checked(entry: &[u8], leaf: &[u8], nonce: &[u8], payload: &[u8]) -> Option<Event> {
    let parsed = Leaf::parse(entry)?;
    let committed = nonce.len() == 32 && commitment(nonce, payload) == Some(parsed.commitment) && tree::leaf(entry).0 == leaf;
    let event: Event = serde_json::from_slice(payload).ok()?;
    (committed && event.kind() == parsed.kind).then_some(event)
}
