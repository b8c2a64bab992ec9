//! The one way in: records are asked at the door, committed to, added to the tree and put on disk, all of them or none.

use crate::{
    door::{self, Recorded},
    entry::{Entry, commitment},
    error::{Error, ErrorKind, Refusal},
    read::Seen,
    store::Ledger,
    tree, views,
};
use paradero_model::{Event, Moment, Receipt, SourceId, Text, TextId};
use std::sync::Arc;

/// One thing to record: an event, and with the first capture of a source the bytes of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// What happened.
    pub event: Event,
    /// The source's bytes, with [`Event::Captured`] alone; a source that is recorded already may come without.
    pub bytes: Option<&'a [u8]>,
}

impl From<Event> for Record<'_> {
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
    /// Records everything in `records`, in order, in one transaction, at the time `at` that the caller claims.
    ///
    /// When it returns the receipts, the records are on disk (written and synced): neither a crash nor a power cut loses them.
    /// Where it returns an error none of them is recorded.
    ///
    /// # Errors
    /// `Refused` where a record may not come in (see [`Refusal`]); `Corrupt` where what it builds on is damaged; `Storage` where the
    /// disk fails.
    pub fn append(&mut self, records: &[Record<'_>], at: Moment) -> Result<Vec<Receipt>, Error> {
        #[cfg(test)]
        self.finish_late()?;
        let payloads = self.ask_at_the_door(records)?;
        let tx = self.conn.unchecked_transaction()?;
        let mut tree = self.tree()?;
        let mut receipts = Vec::with_capacity(records.len());
        for (record, payload) in records.iter().zip(&payloads) {
            let index = tree.size();
            let idx = i64::try_from(index).map_err(Error::storage)?;
            let mut nonce = [0; 32];
            let mut object = [0; 16];
            getrandom::fill(&mut nonce).and_then(|()| getrandom::fill(&mut object)).map_err(Error::storage)?;
            let commitment = commitment(&nonce, payload).ok_or_else(|| Error::storage("no commitment"))?;
            #[cfg(test)]
            let commitment = if self.planted == Planted::OtherPayload { paradero_model::Hash([0; 32]) } else { commitment };
            let entry = Entry { kind: record.event.kind().to_owned(), object, at, commitment }.bytes();
            let leaf = tree::leaf(&entry);
            tx.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3)")?.execute((idx, &entry, leaf.0))?;
            tx.prepare_cached("INSERT INTO payload VALUES (?1, ?2, ?3)")?.execute((idx, nonce, payload))?;
            if let (Event::Captured(capture), Some(bytes)) = (&record.event, record.bytes)
                && !self.has_source(capture.source)?
            {
                tx.prepare_cached("INSERT INTO source VALUES (?1, ?2)")?.execute((idx, bytes))?;
            }
            views::add(&tx, idx, &record.event)?;
            tree.push(leaf);
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
    fn ask_at_the_door(&self, records: &[Record<'_>]) -> Result<Vec<Vec<u8>>, Error> {
        let mut coming = Coming { ledger: self, seen: Seen::default() };
        let mut payloads = Vec::with_capacity(records.len());
        for (number, record) in records.iter().enumerate() {
            let refused = |why| Error::from(ErrorKind::Refused { record: number, why });
            if let Some(why) = coming.refusal(record)? {
                return Err(refused(why));
            }
            let payload = serde_json::to_vec(&record.event).map_err(|_| refused(Refusal::Unreadable))?;
            // What is acknowledged must be readable for ever: read it once now.
            let again: Option<Event> = serde_json::from_slice(&payload).ok();
            if again.as_ref() != Some(&record.event) {
                return Err(refused(Refusal::Unreadable));
            }
            coming.seen.add(&record.event);
            payloads.push(payload);
        }
        Ok(payloads)
    }

    #[cfg(test)]
    fn finish_late(&self) -> Result<(), Error> {
        if !self.conn.is_autocommit() {
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
    fn refusal(&self, record: &Record<'_>) -> Result<Option<Refusal>, Error> {
        match (&record.event, record.bytes) {
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
