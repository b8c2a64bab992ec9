//! The closed lists of tags: parts of speech, relations of Universal Dependencies, name tags.

use std::fmt;

/// Makes an enum of tags with the spelling of each.
macro_rules! tags {
    ($(#[$meta:meta])* $name:ident: $($variant:ident = $spelling:literal),+ $(,)?) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// All of them, in the order of their codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As it is written.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $spelling),+ }
            }

            /// The tag that is written so.
            #[must_use]
            pub fn of(spelling: &str) -> Option<Self> {
                match spelling { $($spelling => Some(Self::$variant),)+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

tags! {
    /// Parts of speech: the Universal Dependencies set.
    Pos:
    Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ", Noun = "NOUN", Num = "NUM",
    Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT", Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
}

tags! {
    /// The 37 universal relations (<https://universaldependencies.org/u/dep/>).
    Universal:
    Acl = "acl", Advcl = "advcl", Advmod = "advmod", Amod = "amod", Appos = "appos", Aux = "aux", Case = "case", Cc = "cc",
    Ccomp = "ccomp", Clf = "clf", Compound = "compound", Conj = "conj", Cop = "cop", Csubj = "csubj", Dep = "dep", Det = "det",
    Discourse = "discourse", Dislocated = "dislocated", Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith",
    Iobj = "iobj", List = "list", Mark = "mark", Nmod = "nmod", Nsubj = "nsubj", Nummod = "nummod", Obj = "obj", Obl = "obl",
    Orphan = "orphan", Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root", Vocative = "vocative",
    Xcomp = "xcomp",
}

/// How a word hangs on its head: one of the universal relations, and the subtype some treebanks add ("nsubj:pass").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Relation {
    /// The universal relation.
    pub universal: Universal,
    /// What follows the colon, or empty: "pass" of "nsubj:pass".
    pub subtype: &'static str,
}

/// The subtypes that are kept; others are dropped when a relation is read.
const SUBTYPES: [&str; 20] = [
    "pass", "relcl", "poss", "agent", "prt", "unmarked", "desc", "outer", "predet", "preconj", "pv", "impers", "name", "arg",
    "tmod", "npmod", "foreign", "lvc", "mod", "nn",
];

impl Relation {
    /// The root's.
    pub const ROOT: Self = Self { universal: Universal::Root, subtype: "" };

    /// The relation written so: "nsubj", "nsubj:pass". An unknown subtype is dropped; `None` for an unknown relation.
    #[must_use]
    pub fn of(spelling: &str) -> Option<Self> {
        let (universal, subtype) = spelling.split_once(':').unwrap_or((spelling, ""));
        let subtype = SUBTYPES.iter().find(|known| **known == subtype).copied().unwrap_or("");
        Some(Self { universal: Universal::of(universal)?, subtype })
    }

    /// Whether it is this universal relation, whatever its subtype.
    #[must_use]
    pub fn is(self, universal: Universal) -> bool {
        self.universal == universal
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.universal.as_str())?;
        if !self.subtype.is_empty() {
            write!(f, ":{}", self.subtype)?;
        }
        Ok(())
    }
}

tags! {
    /// Whether a word begins or continues a name, and of what.
    NameTag:
    Outside = "O", BeginPerson = "B-PER", InPerson = "I-PER", BeginPlace = "B-LOC", InPlace = "I-LOC", BeginOrganisation = "B-ORG",
    InOrganisation = "I-ORG", BeginOther = "B-MISC", InOther = "I-MISC",
}
