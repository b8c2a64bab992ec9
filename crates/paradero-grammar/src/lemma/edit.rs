//! How a form becomes its lemma: another ending, another vowel in the stem, another case of the letters.

/// What becomes of the case of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// All letters are small.
    Lower,
    /// The letters that stay keep their case; new ones are small.
    Keep,
    /// The first letter is large, the others small.
    Title,
}

/// What becomes of the last vowels of the stem, as Spanish verbs change them under stress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// Nothing.
    None,
    /// "cuelg-" is "colg-".
    UeO,
    /// "cierr-" is "cerr-".
    IeE,
    /// "pid-" is "ped-".
    IE,
    /// "durm-" is "dorm-".
    UO,
    /// "envíe" is "enviar", "actúa" is "actuar": the accent goes.
    Plain,
}

impl Shift {
    /// All of them; the place in this list is the code in the file.
    pub const ALL: [Self; 6] = [Self::None, Self::UeO, Self::IeE, Self::IE, Self::UO, Self::Plain];

    /// The stem with its last vowels changed; `None` where they are others.
    #[must_use]
    pub fn apply(self, stem: &str) -> Option<String> {
        if self == Self::None {
            return Some(stem.to_owned());
        }
        let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ü');
        if self == Self::Plain {
            let (at, last) = stem.char_indices().rfind(|(_, letter)| vowel(*letter))?;
            let bare = match last {
                'í' => "i",
                'ú' => "u",
                _ => return None,
            };
            return Some([&stem[..at], bare, &stem[at + last.len_utf8()..]].concat());
        }
        let end = stem.char_indices().rfind(|(_, letter)| vowel(*letter)).map(|(at, letter)| at + letter.len_utf8())?;
        let start = stem[..end].char_indices().rev().take_while(|(_, letter)| vowel(*letter)).last().map(|(at, _)| at)?;
        // "qui-", "guie-": the u belongs to the consonant.
        let start = if stem[..end].len() - start > 1 && stem[start..].starts_with('u') && stem[..start].ends_with(['q', 'g']) {
            start + 1
        } else {
            start
        };
        let (from, to) = match self {
            Self::UeO => ("ue", "o"),
            Self::IeE => ("ie", "e"),
            Self::IE => ("i", "e"),
            _ => ("u", "o"),
        };
        (&stem[start..end] == from).then(|| [&stem[..start], to, &stem[end..]].concat())
    }
}

/// A way to make a lemma from a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// The case of its letters.
    pub case: Case,
    /// The change of its stem.
    pub shift: Shift,
    /// The ending that goes, in small letters.
    pub from: String,
    /// The ending that comes.
    pub to: String,
}

impl Edit {
    /// The edit that leaves a form in small letters as it is.
    #[must_use]
    pub fn none(case: Case) -> Self {
        Self { case, shift: Shift::None, from: String::new(), to: String::new() }
    }

    /// The lemma that it makes of `form`, whose small letters are `lower`; `None` where it does not fit or nothing would be left.
    #[must_use]
    pub fn apply(&self, form: &str, lower: &str) -> Option<String> {
        let stem = lower.strip_suffix(self.from.as_str())?;
        let small = || Some(self.shift.apply(stem)? + &self.to);
        let made = match self.case {
            Case::Lower => small()?,
            Case::Keep => {
                if form.chars().count() != lower.chars().count() || self.shift != Shift::None {
                    return None;
                }
                let kept: String = form.chars().take(stem.chars().count()).collect();
                kept + &self.to
            }
            Case::Title => {
                let small = small()?;
                let mut letters = small.chars();
                letters.next()?.to_uppercase().chain(letters).collect()
            }
        };
        (!made.is_empty()).then_some(made)
    }

    /// The edit that makes `lemma` of `form` and touches the fewest letters at its end; `None` where there is none.
    #[must_use]
    pub fn between(form: &str, lemma: &str) -> Option<Self> {
        let (lower, small) = (form.to_lowercase(), lemma.to_lowercase());
        let mut found: Option<Self> = None;
        for shift in Shift::ALL {
            for case in [Case::Lower, Case::Keep, Case::Title] {
                // The longest ending that stays first.
                for (start, _) in lower.char_indices().chain([(lower.len(), ' ')]).collect::<Vec<_>>().into_iter().rev() {
                    let Some(stem) = shift.apply(&lower[..start]) else { continue };
                    let Some(to) = small.strip_prefix(stem.as_str()) else { continue };
                    let edit = Self { case, shift, from: lower[start..].to_owned(), to: to.to_owned() };
                    if edit.apply(form, &lower).as_deref() == Some(lemma) {
                        let touched = |edit: &Self| edit.from.chars().count() + edit.to.chars().count();
                        if found.as_ref().is_none_or(|best| touched(&edit) + 1 < touched(best)) {
                            found = Some(edit);
                        }
                        break;
                    }
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edit_between_a_form_and_its_lemma_makes_the_lemma() {
        for (form, lemma) in [
            ("detenidas", "detener"),
            ("Cuelga", "colgar"),
            ("GOVERNMENT", "government"),
            ("Americans", "American"),
            ("durmió", "dormir"),
            ("pidieron", "pedir"),
            ("envía", "enviar"),
            ("siguió", "seguir"),
            ("es", "ser"),
            ("CARACAS", "Caracas"),
            ("went", "go"),
            ("quiere", "querer"),
            ("juega", "jugar"),
        ] {
            let edit = Edit::between(form, lemma).expect(form);
            assert_eq!(edit.apply(form, &form.to_lowercase()).as_deref(), Some(lemma), "{edit:?}");
        }
    }

    #[test]
    fn a_change_of_the_stem_is_told_from_the_ending() {
        let edit = Edit::between("cuelga", "colgar").expect("an edit");
        assert_eq!((edit.shift, edit.from.as_str(), edit.to.as_str()), (Shift::UeO, "a", "ar"));
        assert_eq!(edit.apply("muestra", "muestra").as_deref(), Some("mostrar"));
        assert_eq!(edit.apply("canta", "canta"), None);
        assert_eq!(Shift::IE.apply("sigu"), None);
        assert_eq!(Shift::UeO.apply("quem"), None);
    }

    #[test]
    fn a_form_whose_small_letters_are_more_keeps_no_case() {
        assert_eq!(Edit::none(Case::Keep).apply("İzmir", &"İzmir".to_lowercase()), None);
    }
}
