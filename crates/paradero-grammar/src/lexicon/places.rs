//! Places known by name: countries, their first-level parts, cities and towns, each name with the places that bear it.

use super::{
    fold,
    pack::{Fault, Pack},
};

/// Folded names and the number of their list.
pub const NAMES: [u8; 4] = *b"plnm";
/// Where each list of candidates begins, a u32 each and one more for the end, counted in candidates.
pub const LISTS: [u8; 4] = *b"pllt";
/// Candidates, 4 bytes each: two letters of the country, the kind, the class of its population.
pub const CANDIDATES: [u8; 4] = *b"plcd";
/// The longest name that is looked for, in bytes of its folded form.
const LONGEST: usize = 80;

/// What kind of place a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A country or territory with an ISO 3166-1 code.
    Country,
    /// A state, department or province.
    Part,
    /// A city, town or village.
    City,
}

/// One place that bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Its country's ISO 3166-1 code of two capital letters.
    pub country: [u8; 2],
    /// How many people live there, as the power of two below the number: 20 is between one and two million. 0 where it is not known.
    pub class: u8,
}

impl Candidate {
    /// Its country's code as text.
    #[must_use]
    pub fn country(&self) -> &str {
        std::str::from_utf8(&self.country).unwrap_or_default()
    }
}

/// A name found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// How many bytes of the text the name takes.
    pub length: usize,
    list: &'static [[u8; 4]],
}

impl Place {
    /// The places that bear the name, the best known first; never empty. At most one of each kind and country.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate> + '_ {
        self.list.iter().filter_map(|bytes| candidate(*bytes))
    }

    /// The country of all places of that name that matter: those at least an eighth as populous as the best known. `None` where two
    /// countries have such places.
    #[must_use]
    pub fn country(&self) -> Option<[u8; 2]> {
        let best = self.candidates().next()?;
        if best.kind == PlaceKind::Country {
            return Some(best.country);
        }
        let rival = self.candidates().any(|other| other.country != best.country && other.class + 3 >= best.class);
        (!rival).then_some(best.country)
    }
}

/// The gazetteer.
pub struct Places {
    names: fst::Map<&'static [u8]>,
    lists: &'static [[u8; 4]],
    candidates: &'static [[u8; 4]],
}

impl Places {
    /// Reads it from the sections [`NAMES`], [`LISTS`] and [`CANDIDATES`].
    ///
    /// # Errors
    /// [`Fault::Section`] when one is missing or broken.
    pub fn read(pack: &Pack) -> Result<Self, Fault> {
        let chunks = |tag| match pack.section(tag)?.as_chunks::<4>() {
            (chunks, []) => Ok(chunks),
            _ => Err(Fault::Section(tag)),
        };
        Ok(Self { names: pack.map(NAMES)?, lists: chunks(LISTS)?, candidates: chunks(CANDIDATES)? })
    }

    /// The longest name of a place that `text` begins with and that ends where a word ends. It begins with a capital letter or a digit;
    /// case and accents do not count otherwise, and what stands between its words ("Port-au-Prince") does not either.
    #[must_use]
    pub fn longest(&self, text: &str) -> Option<Place> {
        if !text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) {
            return None;
        }
        let automaton = self.names.as_fst();
        let (mut node, mut value, mut taken) = (automaton.root(), 0, 0);
        let mut found = None;
        let mut gap = false;
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if fold::is_gap(letter) {
                // A break in the text ends a name, and so does anything wider than a hyphen, a full stop and a space.
                let wide = text[..at].chars().rev().take_while(|before| fold::is_gap(*before)).count() >= 2;
                if wide || matches!(letter, '\n' | ',' | ';' | ':' | '(' | ')' | '"' | '“' | '”' | '«' | '»' | '!' | '?') {
                    break;
                }
                gap = true;
                continue;
            }
            let mut alive = true;
            let mut step = |folded: char| {
                let mut bytes = [0; 4];
                for byte in folded.encode_utf8(&mut bytes).bytes() {
                    taken += 1;
                    match node.find_input(byte).filter(|_| alive && taken <= LONGEST) {
                        Some(index) => {
                            let transition = node.transition(index);
                            value += transition.out.value();
                            node = automaton.node(transition.addr);
                        }
                        None => alive = false,
                    }
                }
            };
            if std::mem::take(&mut gap) {
                step(' ');
            }
            fold::fold(letter, &mut step);
            if !alive {
                break;
            }
            let ends = letters.peek().is_none_or(|(_, next)| fold::is_gap(*next));
            if ends && node.is_final() {
                found = Some((at + letter.len_utf8(), value + node.final_output().value()));
            }
        }
        let (length, list) = found?;
        let list = self.list(usize::try_from(list).ok()?).filter(|list| !list.is_empty())?;
        Some(Place { length, list })
    }

    /// The places whose whole name is `name`.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Place> {
        self.longest(name).filter(|place| name[place.length..].chars().all(fold::is_gap))
    }

    fn list(&self, number: usize) -> Option<&'static [[u8; 4]]> {
        let bound = |at: usize| self.lists.get(at).map(|bytes| u32::from_le_bytes(*bytes) as usize);
        self.candidates.get(bound(number)?..bound(number + 1)?)
    }
}

fn candidate([first, second, kind, class]: [u8; 4]) -> Option<Candidate> {
    let kind = match kind {
        0 => PlaceKind::Country,
        1 => PlaceKind::Part,
        2 => PlaceKind::City,
        _ => return None,
    };
    Some(Candidate { kind, country: [first, second], class })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::places;

    fn found(text: &str) -> Option<(&str, PlaceKind, Option<[u8; 2]>)> {
        let place = places().longest(text)?;
        Some((&text[..place.length], place.candidates().next()?.kind, place.country()))
    }

    #[test]
    fn the_longest_name_is_found_whatever_its_accents() {
        assert_eq!(found("Port-au-Prince, Haiti"), Some(("Port-au-Prince", PlaceKind::City, Some(*b"HT"))));
        assert_eq!(found("Bogotá fue"), Some(("Bogotá", PlaceKind::City, Some(*b"CO"))));
        assert_eq!(found("BOGOTA"), Some(("BOGOTA", PlaceKind::City, Some(*b"CO"))));
        assert_eq!(found("New York City police"), Some(("New York City", PlaceKind::City, Some(*b"US"))));
    }

    #[test]
    fn countries_have_their_names_of_both_languages() {
        for (name, code) in
            [("Germany", b"DE"), ("Alemania", b"DE"), ("El Salvador", b"SV"), ("Estados Unidos", b"US"), ("Perú", b"PE")]
        {
            assert_eq!(found(name), Some((name, PlaceKind::Country, Some(*code))), "{name}");
        }
    }

    #[test]
    fn parts_of_countries_are_known() {
        assert_eq!(found("Zulia."), Some(("Zulia", PlaceKind::Part, Some(*b"VE"))));
        assert_eq!(found("Chiapas"), Some(("Chiapas", PlaceKind::Part, Some(*b"MX"))));
    }

    #[test]
    fn a_name_of_places_in_several_countries_has_no_country() {
        assert_eq!(found("San José").map(|(_, _, country)| country), Some(None));
    }

    #[test]
    fn lower_case_words_and_cut_words_are_no_places() {
        assert_eq!(found("caracas").map(|(name, ..)| name), None);
        assert_ne!(found("Caracasian").map(|(name, ..)| name), Some("Caracas"));
        assert_eq!(found("").map(|(name, ..)| name), None);
        assert_eq!(found("🙂 Caracas").map(|(name, ..)| name), None);
        assert!(places().named("Caracas").is_some() && places().named("Caracas police").is_none());
    }

    #[test]
    fn any_text_is_looked_through_without_harm() {
        for text in ["San\nJosé", "A\u{301}\u{301}", "S", "San ", "New  York", "L'Aquila", "K\u{130}"] {
            assert!(places().longest(text).is_none_or(|place| text.is_char_boundary(place.length)), "{text}");
        }
    }
}
