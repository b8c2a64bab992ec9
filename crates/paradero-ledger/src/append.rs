//! The one way in: entries are asked at the door, committed to, added to the tree and put on disk, all of them or none.

use crate::{
    door::{self, Recorded},
    error::{Error, ErrorKind, Refusal},
    leaf::{Leaf, commitment},
    read::Seen,
    store::Ledger,
    tree, views,
};
use paradero_model::{Event, Moment, Receipt, SourceId, Text, TextId};
use std::sync::Arc;

/// One thing to record: an event, and with the first capture of a source the bytes of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What happened.
    pub event: Event,
    /// The source's bytes, with [`Event::Captured`] alone; a source that is recorded already may come without.
    pub bytes: Option<&'a [u8]>,
}

impl From<Event> for Entry<'_> {
    fn from(event: Event) -> Self {
        Self { event, bytes: None }
    }
}

/// Faults planted for the harnesses: each must find its own, or it proves nothing.
#[cfg(test)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Planted {
    /// None: the program as it is.
    Nothing,
    /// The receipt is given before the commit.
    AcknowledgedTooEarly,
    /// Words are not asked whether they stand in the text.
    DoorOpen,
    /// The entry commits to another payload.
    OtherPayload,
}

impl Ledger {
    /// Records everything in `entries`, in order, in one transaction, at the time `at` that the caller claims.
    ///
    /// When it returns the receipts, the entries are on disk (written and synced): neither a crash nor a power cut loses them.
    /// Where it returns an error none of them is recorded.
    ///
    /// # Errors
    /// `Refused` where an entry may not come in (see [`Refusal`]); `Corrupt` where what it builds on is damaged; `Storage` where the
    /// disk fails.
    pub fn append(&mut self, entries: &[Entry<'_>], at: Moment) -> Result<Vec<Receipt>, Error> {
        #[cfg(test)]
        self.finish_late()?;
        let payloads = self.ask_at_the_door(entries)?;
        let tx = self.conn.unchecked_transaction()?;
        let mut tree = self.tree()?;
        let mut receipts = Vec::with_capacity(entries.len());
        for (entry, payload) in entries.iter().zip(&payloads) {
            let index = tree.size();
            let idx = i64::try_from(index).map_err(Error::storage)?;
            let mut nonce = [0; 32];
            let mut object = [0; 16];
            getrandom::fill(&mut nonce).and_then(|()| getrandom::fill(&mut object)).map_err(Error::storage)?;
            let commitment = commitment(&nonce, payload).ok_or_else(|| Error::storage("no commitment"))?;
            #[cfg(test)]
            let commitment = if self.planted == Planted::OtherPayload { paradero_model::Hash([0; 32]) } else { commitment };
            let leaf = Leaf { kind: entry.event.kind().to_owned(), object, at, commitment }.bytes();
            let hash = tree::leaf(&leaf);
            tx.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3)")?.execute((idx, &leaf, hash.0))?;
            tx.prepare_cached("INSERT INTO payload VALUES (?1, ?2, ?3)")?.execute((idx, nonce, payload))?;
            if let (Event::Captured(capture), Some(bytes)) = (&entry.event, entry.bytes)
                && !self.has_source(capture.source)?
            {
                tx.prepare_cached("INSERT INTO source VALUES (?1, ?2)")?.execute((idx, bytes))?;
            }
            views::add(&tx, idx, &entry.event)?;
            tree.push(hash);
            receipts.push(Receipt { index });
        }
        let size = i64::try_from(tree.size()).map_err(Error::storage)?;
        tx.execute("UPDATE head SET size = ?1, root = ?2, peaks = ?3", (size, tree.root().0, tree.peaks()))?;
        views::note(&tx, size)?;
        #[cfg(test)]
        if self.planted == Planted::AcknowledgedTooEarly {
            std::mem::forget(tx);
            return Ok(receipts);
        }
        tx.commit()?;
        Ok(receipts)
    }

    /// The payload of every record, or the first refusal.
    fn ask_at_the_door(&self, entries: &[Entry<'_>]) -> Result<Vec<Vec<u8>>, Error> {
        let mut coming = Coming { ledger: self, seen: Seen::default() };
        let mut payloads = Vec::with_capacity(entries.len());
        for (number, entry) in entries.iter().enumerate() {
            let refused = |why| Error::from(ErrorKind::Refused { entry: number, why });
            if let Some(why) = coming.refusal(entry)? {
                return Err(refused(why));
            }
            let payload = serde_json::to_vec(&entry.event).map_err(|_| refused(Refusal::Unreadable))?;
            // What is acknowledged must be readable for ever: read it once now.
            let again: Option<Event> = serde_json::from_slice(&payload).ok();
            if again.as_ref() != Some(&entry.event) {
                return Err(refused(Refusal::Unreadable));
            }
            coming.seen.add(&entry.event);
            payloads.push(payload);
        }
        Ok(payloads)
    }

    #[cfg(test)]
    fn finish_late(&self) -> Result<(), Error> {
        if self.planted == Planted::AcknowledgedTooEarly && !self.conn.is_autocommit() {
            std::thread::sleep(std::time::Duration::from_millis(10));
            self.conn.execute_batch("COMMIT")?;
        }
        Ok(())
    }
}

/// What is recorded, and what comes before in the same append.
struct Coming<'a> {
    ledger: &'a Ledger,
    seen: Seen,
}

impl Coming<'_> {
    fn refusal(&self, entry: &Entry<'_>) -> Result<Option<Refusal>, Error> {
        match (&entry.event, entry.bytes) {
            (Event::Captured(capture), Some(bytes)) => {
                let same = SourceId::of(bytes) == capture.source && bytes.len() as u64 == capture.length;
                Ok((!same).then_some(Refusal::BytesDiffer))
            }
            (Event::Captured(capture), None) => Ok((!self.has_source(capture.source)?).then_some(Refusal::BytesMissing)),
            (_, Some(_)) => Ok(Some(Refusal::BytesUnwanted)),
            #[cfg(test)]
            (Event::Drafted { .. }, None) if self.ledger.planted == Planted::DoorOpen => Ok(None),
            (event, None) => door::refusal(event, self),
        }
    }
}

impl Recorded for Coming<'_> {
    fn has_source(&self, id: SourceId) -> Result<bool, Error> {
        Ok(self.seen.has_source(id)? || self.ledger.has_source(id)?)
    }

    fn text(&self, id: TextId) -> Result<Option<Arc<Text>>, Error> {
        match self.seen.text(id)? {
            Some(text) => Ok(Some(text)),
            None => self.ledger.text(id),
        }
    }
}
