//! Verifying: everything recomputed from the bytes on disk, by code that shares nothing with the code that wrote them.
//!
//! The entry is cut up, the HMAC computed and the tree hashed here a second time, as plainly as their standards write them, so that
//! a fault of the writing code cannot hide in the checking code. Broken things are found and named, never a reason to stop.

use crate::{
    error::Error,
    store::{self, Ledger},
    views::{self, View},
};
use paradero_model::{Event, Hash, SourceId, Statement, Text, TextId};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Entries of the tree.
    pub entries: u64,
    /// Sources whose bytes are there.
    pub sources: u64,
    /// Texts, each counted once.
    pub texts: u64,
    /// Statements, each counted once.
    pub statements: u64,
    /// The root over all entries, as computed here.
    pub root: Hash,
    /// Everything that is not as it was recorded, in the order of the entries. Empty: the record is whole.
    pub faults: Vec<Fault>,
}

/// One thing that is not as it was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The entry, where one is to blame.
    pub index: Option<u64>,
    /// What is wrong.
    pub what: Wrong,
}

/// What can be wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Wrong {
    /// The database cannot be read here, or its inner structure is damaged.
    Unreadable,
    /// The tables or triggers are not those of the format.
    Tables,
    /// The head says another number of entries: some were removed, or added past the tree.
    Size,
    /// The entries do not make the recorded root: one was changed, removed or put in another place.
    Root,
    /// An entry is not there.
    EntryMissing,
    /// An entry is not written as the format says.
    EntryMalformed,
    /// The hash kept beside an entry is not its hash.
    Leaf,
    /// What the entry commits to is not there.
    PayloadMissing,
    /// What is there is not what the entry commits to.
    PayloadChanged,
    /// What the entry commits to is no event that this version can read.
    PayloadMalformed,
    /// The bytes of a source are not there.
    BytesMissing,
    /// The bytes of a source are not those that were captured.
    BytesChanged,
    /// There are bytes that no capture accounts for.
    BytesUnaccounted,
    /// A text is of a source that was not recorded before it, or is not the text that its id names.
    Text,
    /// The words of a statement do not stand in its text, or it is not the statement that its id names.
    Words,
    /// A judgement is about a text that was not recorded before it.
    Judgement,
    /// The views are not what the events give; rebuilding them repairs this.
    Views,
}

impl Verified {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Ledger {
    /// Recomputes the whole record of a closed store from its bytes: entries, commitments, sources, anchors, ids, tree and views.
    ///
    /// That an older, whole copy of the file was put in its place cannot be told from the file alone.
    ///
    /// # Errors
    /// `Missing`, `NotAStore`, `Newer`, `Busy`; `Corrupt` and `Storage` where the database cannot be opened at all. What can be
    /// opened and is wrong is a [`Fault`].
    pub fn verify(path: &Path) -> Result<Verified, Error> {
        store::probe(path)?;
        let conn = store::connect_to_verify(path)?;
        Ok(Check::new(&conn).run())
    }
}

/// The checking, as it goes.
pub(crate) struct Check<'a> {
    conn: &'a Connection,
    faults: Vec<Fault>,
    leaves: Vec<Hash>,
    lengths: HashMap<SourceId, u64>,
    texts: HashMap<TextId, Text>,
    statements: HashSet<Hash>,
    views: BTreeMap<(View, Hash), i64>,
    sources: u64,
}

impl<'a> Check<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self {
            conn,
            faults: Vec::new(),
            leaves: Vec::new(),
            lengths: HashMap::new(),
            texts: HashMap::new(),
            statements: HashSet::new(),
            views: BTreeMap::new(),
            sources: 0,
        }
    }

    pub(crate) fn run(mut self) -> Verified {
        self.whole_database();
        self.entries();
        self.sources();
        self.head();
        self.computed();
        self.faults.sort_unstable();
        self.faults.dedup();
        Verified {
            entries: self.leaves.len() as u64,
            sources: self.sources,
            texts: self.texts.len() as u64,
            statements: self.statements.len() as u64,
            root: root(&self.leaves),
            faults: self.faults,
        }
    }

    fn fault(&mut self, index: Option<u64>, what: Wrong) {
        self.faults.push(Fault { index, what });
    }

    /// Notes what could not be read.
    fn readable<T>(&mut self, index: Option<u64>, read: rusqlite::Result<T>) -> Option<T> {
        read.map_err(|_| self.fault(index, Wrong::Unreadable)).ok()
    }

    /// SQLite's own check finds damage between the rows; it says nothing of the rows themselves.
    fn whole_database(&mut self) {
        let said = self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
        if said.as_deref() != Ok("ok") {
            self.fault(None, Wrong::Unreadable);
        }
        let references = self.conn.query_row("PRAGMA foreign_key_check", [], |_| Ok(())).optional();
        if references != Ok(None) {
            self.fault(None, Wrong::Unreadable);
        }
        if store::refuse_other_tables(self.conn).is_err() {
            self.fault(None, Wrong::Tables);
        }
    }

    /// Entry by entry, in the order of the tree.
    fn entries(&mut self) {
        let highest = self.conn.query_row("SELECT max(idx) FROM entry", [], |row| row.get::<_, Option<i64>>(0));
        let Some(highest) = self.readable(None, highest) else { return };
        let rows = self.conn.query_row("SELECT count(*) FROM entry", [], |row| row.get::<_, i64>(0));
        let rows = self.readable(None, rows).unwrap_or_default();
        // Without gaps from 0; the walk below is bounded by the rows that are there, not by what one row claims.
        if highest.map_or(0, |highest| highest.saturating_add(1)) != rows {
            self.fault(None, Wrong::EntryMissing);
        }
        for idx in 0..rows {
            let index = Some(idx.unsigned_abs());
            let row = self.conn.query_row("SELECT bytes, leaf FROM entry WHERE idx = ?1", [idx], |row| {
                Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?))
            });
            let Some(row) = self.readable(index, row.optional()) else { continue };
            let Some((entry, leaf)) = row else {
                self.fault(index, Wrong::EntryMissing);
                continue;
            };
            let hash = Hash::of(&[&[0], entry.as_slice()].concat());
            self.leaves.push(hash);
            if hash.0 != *leaf {
                self.fault(index, Wrong::Leaf);
            }
            match cut(&entry) {
                Some((kind, committed)) => self.payload(idx, &kind, committed),
                None => self.fault(index, Wrong::EntryMalformed),
            }
        }
    }

    /// What an entry commits to.
    fn payload(&mut self, idx: i64, kind: &[u8], committed: [u8; 32]) {
        let index = Some(idx.unsigned_abs());
        let row = self.conn.query_row("SELECT nonce, bytes FROM payload WHERE idx = ?1", [idx], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?))
        });
        let Some(row) = self.readable(index, row.optional()) else { return };
        let Some((nonce, payload)) = row else { return self.fault(index, Wrong::PayloadMissing) };
        if nonce.len() != 32 || hmac(&nonce, &payload) != committed {
            return self.fault(index, Wrong::PayloadChanged);
        }
        match serde_json::from_slice::<Event>(&payload) {
            Ok(event) if event.kind().as_bytes() == kind => self.event(idx, event),
            _ => self.fault(index, Wrong::PayloadMalformed),
        }
    }

    /// What an event claims, against what came before it.
    fn event(&mut self, idx: i64, event: Event) {
        let index = Some(idx.unsigned_abs());
        if let Some((view, id)) = views::row(&event) {
            self.views.entry((view, id)).or_insert(idx);
        }
        match event {
            // The length of a source is the same each time it was got.
            Event::Captured(capture) if *self.lengths.entry(capture.source).or_insert(capture.length) != capture.length => {
                self.fault(index, Wrong::BytesChanged);
            }
            Event::Read { text, .. } => {
                if !self.lengths.contains_key(&text.source()) || !covered(&text) || !named(&text) {
                    self.fault(index, Wrong::Text);
                } else {
                    self.texts.entry(text.id()).or_insert(*text);
                }
            }
            Event::Drafted { statement, .. } => {
                let stands = self.texts.get(&statement.anchor().text()).is_some_and(|text| stands(&statement, text));
                if !stands {
                    self.fault(index, Wrong::Words);
                }
                self.statements.insert(statement.id().0);
            }
            Event::Judged(judgement)
                if ![judgement.a.text, judgement.b.text].iter().all(|text| self.texts.contains_key(text)) =>
            {
                self.fault(index, Wrong::Judgement);
            }
            _ => {}
        }
    }

    /// The bytes of every source, at the first capture of it and nowhere else.
    fn sources(&mut self) {
        let first: BTreeMap<i64, SourceId> = self
            .views
            .iter()
            .filter(|((view, _), _)| *view == View::Source)
            .map(|((_, id), idx)| (*idx, SourceId(*id)))
            .collect();
        for (idx, id) in &first {
            let index = Some(idx.unsigned_abs());
            let bytes =
                self.conn.query_row("SELECT bytes FROM source WHERE idx = ?1", [idx], |row| row.get::<_, Vec<u8>>(0)).optional();
            match self.readable(index, bytes) {
                None => {}
                Some(None) => self.fault(index, Wrong::BytesMissing),
                Some(Some(bytes)) => {
                    self.sources += 1;
                    let same =
                        <[u8; 32]>::from(Sha256::digest(&bytes)) == id.0.0 && self.lengths.get(id) == Some(&(bytes.len() as u64));
                    if !same {
                        self.fault(index, Wrong::BytesChanged);
                    }
                }
            }
        }
        for table in ["source", "payload"] {
            for idx in self.indexes(table) {
                let accounted =
                    if table == "source" { first.contains_key(&idx) } else { (idx.unsigned_abs() as usize) < self.leaves.len() };
                if !accounted {
                    self.fault(Some(idx.unsigned_abs()), Wrong::BytesUnaccounted);
                }
            }
        }
    }

    fn indexes(&mut self, table: &str) -> Vec<i64> {
        let read = self
            .conn
            .prepare(&format!("SELECT idx FROM {table}"))
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>());
        self.readable(None, read).unwrap_or_default()
    }

    /// The head against the tree as its definition makes it.
    fn head(&mut self) {
        let row = self.conn.query_row("SELECT size, root, peaks FROM head", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, Vec<u8>>(2)?))
        });
        let Some((size, recorded, kept)) = self.readable(None, row) else { return };
        if size != self.leaves.len() as i64 {
            self.fault(None, Wrong::Size);
        }
        if recorded != root(&self.leaves).0 || kept != peaks(&self.leaves) {
            self.fault(None, Wrong::Root);
        }
    }

    /// The views against the events.
    fn computed(&mut self) {
        let mut same = matches!(views::size(self.conn), Ok(Some(size)) if size == self.leaves.len() as u64);
        for view in View::ALL {
            let read = self.conn.prepare(view.all()).and_then(|mut statement| {
                statement
                    .query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?)))?
                    .collect::<rusqlite::Result<Vec<(Vec<u8>, i64)>>>()
            });
            let wanted = self.views.iter().filter(|((of, _), _)| *of == view).map(|((_, id), idx)| (id.0.to_vec(), *idx));
            same &= read.is_ok_and(|rows| rows.into_iter().eq(wanted));
        }
        if !same {
            self.fault(None, Wrong::Views);
        }
    }
}

/// The kind and the commitment of an entry: five parts, each after its length in eight bytes.
fn cut(entry: &[u8]) -> Option<(Vec<u8>, [u8; 32])> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < entry.len() {
        let length = usize::try_from(u64::from_be_bytes(entry.get(at..at + 8)?.try_into().ok()?)).ok()?;
        parts.push(entry.get(at + 8..(at + 8).checked_add(length)?)?);
        at += 8 + length;
    }
    let [domain, kind, object, time, commitment] = parts.as_slice() else { return None };
    let fits = *domain == b"paradero/entry/v1" && object.len() == 16 && time.len() == 8;
    fits.then_some((kind.to_vec(), (*commitment).try_into().ok()?))
}

/// HMAC-SHA-256 as RFC 2104 writes it, for a key no longer than a block of 64 bytes.
fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut inner = [0x36; 64].to_vec();
    let mut outer = [0x5c; 64].to_vec();
    for (at, byte) in key.iter().enumerate().take(64) {
        inner[at] ^= byte;
        outer[at] ^= byte;
    }
    inner.extend_from_slice(message);
    outer.extend_from_slice(&Sha256::digest(&inner));
    Sha256::digest(&outer).into()
}

/// MTH of RFC 6962, 2.1, over leaves already hashed: split at the largest power of two below their number.
pub(crate) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash(Sha256::digest([]).into()),
        [leaf] => *leaf,
        _ => {
            let split = 1 << (leaves.len() - 1).ilog2();
            Hash::of(&[&[1], root(&leaves[..split]).0.as_slice(), root(&leaves[split..]).0.as_slice()].concat())
        }
    }
}

/// The roots of the perfect subtrees that the leaves fall into, from the left.
fn peaks(leaves: &[Hash]) -> Vec<u8> {
    let mut rest = leaves;
    let mut out = Vec::new();
    while !rest.is_empty() {
        let (subtree, after) = rest.split_at(1 << rest.len().ilog2());
        out.extend_from_slice(&root(subtree).0);
        rest = after;
    }
    out
}

/// Whether the map leads from every byte of the text back to the source.
fn covered(text: &Text) -> bool {
    let pieces = text.map().pieces();
    let ends = pieces.iter().map(|piece| piece.text.end());
    let joined = pieces.iter().map(|piece| piece.text.start()).eq(std::iter::once(0).chain(ends).take(pieces.len()));
    joined
        && text.map().length() == text.body().len()
        && pieces.iter().all(|piece| !piece.verbatim || piece.text.len() == piece.source.len())
}

/// Whether the text is the one that its id names. Only asked of a text that is covered.
fn named(text: &Text) -> bool {
    let again =
        Text::new(text.source(), text.entry(), text.reader(), text.body().to_owned(), text.map().clone(), text.about.clone());
    again == *text
}

/// Whether the words stand in the text, byte for byte, and the statement is the one that its id names.
fn stands(statement: &Statement, text: &Text) -> bool {
    let anchor = statement.anchor();
    let words = text.body().as_bytes().get(anchor.span().start()..anchor.span().end());
    let same = !anchor.words().is_empty() && words == Some(anchor.words().as_bytes());
    same && Statement::new(text, anchor.span(), statement.claim().clone(), statement.rule())
        .is_some_and(|again| again.id() == statement.id())
}
