//! The nouns of Paradero, in the order in which they come to be.
//!
//! Bytes come in as a [`Source`] with a [`Capture`]; reading makes a [`Text`] with a [`ByteMap`] and [`About`]; words of it are
//! held by an [`Anchor`] on a [`Span`]; a [`Statement`] is one [`Claim`] ([`Act`], [`Attribute`], [`Allegation`], [`Quote`],
//! [`Origin`], [`Count`]) with its anchor; a [`Judgement`] says whether two [`Mention`]s are one person; an [`Event`] is any of
//! these as the ledger records it, answered by a [`Receipt`]. Ids are made by [`Canon`]. Broken input is [`Warned`].
//!
//! This crate holds values only: it knows no disk, clock, network or terminal, and no rule of any language.
//! It deliberately has no type for a person or a case file: those are computed, in `paradero-case`.

mod act;
mod bytemap;
mod canon;
mod claim;
mod edtf;
mod event;
mod judgement;
mod modality;
mod named;
mod source;
mod span;
mod statement;
mod text;
mod warned;

pub use act::{Act, ActCode};
pub use bytemap::{ByteMap, Piece};
pub use canon::{Canon, Hash};
pub use claim::{Allegation, Attribute, Bound, Count, Origin, Property, Quote, Relation};
pub use edtf::{Day, Edtf};
pub use event::{Event, Receipt};
pub use judgement::{Judgement, Mention, Verdict};
pub use modality::Modality;
pub use source::{Capture, Moment, Place, Source, SourceId};
pub use span::{Anchor, Span};
pub use statement::{Claim, Statement, StatementId};
pub use text::{About, Lang, Text, TextId};
pub use warned::{Problem, Warned, Warning};
