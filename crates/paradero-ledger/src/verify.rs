//! Verifying: everything recomputed from the bytes on disk, by code that shares nothing with the code that wrote them.
//!
//! The entry is cut up, the HMAC computed and the tree hashed by `plain`, so that a fault of the writing code cannot hide in the
//! checking code. Broken things are found and named, never a reason to stop.

use crate::{
    error::Error,
    fault::{Fault, Verified, Wrong},
    plain::{covered, cut, hmac, named, peaks, root, stands},
    store::{self, Ledger},
    views::{self, View},
};
use paradero_model::{Event, Hash, SourceId, Text, TextId};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

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
