//! Canonical bytes and the ids made from them: one encoding, length-prefixed, domain-separated, versioned, SHA-256.

use serde::{Deserialize, Serialize, de};
use sha2::{Digest as _, Sha256};
use std::{fmt, str::FromStr};

/// A SHA-256 digest; written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The plain SHA-256 of `bytes`, as any other tool computes it (`sha256sum`).
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The first eight hexadecimal digits: enough to tell two apart on a screen, never an identity.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string()[..8].to_owned()
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Hash {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "a hash is 64 hexadecimal digits";
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| wrong)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// Canonical bytes being written, hashed as they come.
///
/// Every part is its length in bytes (eight bytes, big-endian) and then the bytes, so that no two different lists of parts
/// give the same bytes; the first part is the domain and its version (`paradero/statement/v1`). Enum values are written by
/// name, never by number, so that reordering a type changes no id.
pub struct Canon(Sha256);

impl Canon {
    /// Begins the encoding of something of `domain`.
    #[must_use]
    pub fn new(domain: &str) -> Self {
        Self(Sha256::new()).part(domain.as_bytes())
    }

    /// Adds one part.
    #[must_use]
    pub fn part(mut self, bytes: &[u8]) -> Self {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.part(text.as_bytes())
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: u64) -> Self {
        self.part(&number.to_be_bytes())
    }

    /// Adds a text that may be absent: absent and empty differ.
    #[must_use]
    pub fn maybe(self, text: Option<&str>) -> Self {
        match text {
            None => self.part(b"-"),
            Some(text) => self.part(b"+").text(text),
        }
    }

    /// Adds a list: its length, then each text.
    #[must_use]
    pub fn list(self, list: &[String]) -> Self {
        list.iter().fold(self.number(list.len() as u64), |canon, text| canon.text(text))
    }

    /// The digest of all parts.
    #[must_use]
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// Declares an id: a [`Hash`] that cannot be confused with the hash of something else.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $crate::Hash);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}
pub(crate) use id;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_never_changes() {
        let hash = Canon::new("paradero/example/v1").text("Año").number(7).maybe(None).list(&["a".into(), "".into()]).finish();
        assert_eq!(hash.to_string(), GOLDEN);
        assert_eq!(hash.to_string().parse(), Ok(hash));
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let one = Canon::new("d").text("ab").text("c").finish();
        let two = Canon::new("d").text("a").text("bc").finish();
        assert_ne!(one, two);
        assert_ne!(Canon::new("d").maybe(None).finish(), Canon::new("d").maybe(Some("")).finish());
    }

    const GOLDEN: &str = "7f27e88dcfad8ca743b41f20f6bd8a3c96a977d90aac992199fbe200e3e44a02";
}
