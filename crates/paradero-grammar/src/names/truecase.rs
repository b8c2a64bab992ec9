//! Capitals-only lines as they would stand in running text: "MADRE DE RUIZ PIDE AYUDA" is read as "Madre de Ruiz pide ayuda".
//!
//! A tagger learns names by their capitals, and in a headline in capitals everything is one. Each word of such a line gets the case it
//! has in the rest of the text, else the case it usually has in the language, else a capital: what nobody knows is most often a name.
//! Only what the model sees changes, never the text: words keep their places.

use std::collections::HashMap;
use std::ops::Range;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// "detained".
    Lower,
    /// "Ruiz", "McKay".
    Capital,
    /// "SEBIN", "U.S.".
    Upper,
}

impl Case {
    /// The case of `form`; `None` for what has no letters with a case. A single capital letter counts as [`Case::Upper`].
    #[must_use]
    pub fn of(form: &str) -> Option<Self> {
        let mut cased = form.chars().filter(|letter| letter.is_uppercase() || letter.is_lowercase());
        let first = cased.next()?;
        if first.is_lowercase() {
            return Some(Self::Lower);
        }
        Some(if cased.any(char::is_lowercase) { Self::Capital } else { Self::Upper })
    }

    /// `form` written so.
    #[must_use]
    pub fn write(self, form: &str) -> String {
        match self {
            Self::Lower => form.to_lowercase(),
            Self::Upper => form.to_string(),
            Self::Capital => {
                let mut capital = true;
                let mut out = String::with_capacity(form.len());
                for letter in form.chars() {
                    if capital {
                        out.push(letter);
                    } else {
                        out.extend(letter.to_lowercase());
                    }
                    // "MARÍA-JOSÉ", "O'NEILL": a capital behind every joint.
                    capital = !letter.is_alphanumeric();
                }
                out
            }
        }
    }
}

/// The words of capitals-only stretches with the form that the model should see, as indexes of `words`; empty for most texts.
/// `sentences` are ranges of `words`; `usual` is the usual case of a word, given lower-cased, where the language knows it.
#[must_use]
pub fn truecase(words: &[&str], sentences: &[Range<usize>], usual: impl Fn(&str) -> Option<Case>) -> Vec<(usize, Box<str>)> {
    let loud: Vec<Stretch> = sentences.iter().flat_map(|sentence| stretches(words, sentence.clone())).collect();
    if loud.is_empty() {
        return Vec::new();
    }
    let told = told(words, sentences, &loud);
    let mut restored = Vec::new();
    for Stretch { words: stretch, opens } in loud {
        let cases: Vec<Option<Case>> = words[stretch.clone()]
            .iter()
            .map(|word| {
                Case::of(word).filter(|case| *case == Case::Upper)?;
                let lower = word.to_lowercase();
                told.get(lower.as_str()).copied().or_else(|| usual(&lower))
            })
            .collect();
        // A row of acronyms is not loud: some word must be one that is not usually in capitals.
        if !cases.iter().any(|case| matches!(case, Some(Case::Lower))) && stretch.len() < 4 {
            continue;
        }
        for (at, case) in stretch.clone().zip(cases) {
            let word = words[at];
            if Case::of(word) != Some(Case::Upper) {
                continue;
            }
            let unknown = if word.contains('.') || word.chars().count() == 1 { Case::Upper } else { Case::Capital };
            let mut case = case.unwrap_or(unknown);
            if case == Case::Lower && opens && at == stretch.start {
                case = Case::Capital;
            }
            let form = case.write(word);
            if form != word {
                restored.push((at, form.into_boxed_str()));
            }
        }
    }
    restored
}

/// Words in capitals only.
struct Stretch {
    words: Range<usize>,
    /// Whether a sentence begins with it.
    opens: bool,
}

/// The stretches of `sentence` that are written in capitals only: three or more words of letters in a row, or all of them when there are two.
fn stretches(words: &[&str], sentence: Range<usize>) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut from = sentence.start;
    while from < sentence.end {
        if Case::of(words[from]) != Some(Case::Upper) {
            from += 1;
            continue;
        }
        let quiet = |word: &str| matches!(Case::of(word), Some(Case::Lower | Case::Capital));
        let mut to = from + words[from..sentence.end].iter().take_while(|word| !quiet(word)).count();
        while to > from && Case::of(words[to - 1]).is_none() {
            to -= 1;
        }
        let long = words[from..to].iter().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).count();
        let marks = words[from..to].iter().filter(|word| Case::of(word).is_none()).count();
        let whole = from == sentence.start && words[to..sentence.end].iter().all(|word| Case::of(word).is_none());
        if (long >= 3 && marks <= long) || (long >= 2 && whole) {
            found.push(Stretch { words: from..to, opens: from == sentence.start });
        }
        from = to.max(from + 1);
    }
    found
}

/// The case that the rest of the text gives its words: what stands inside its sentences counts, what opens them does not.
fn told(words: &[&str], sentences: &[Range<usize>], loud: &[Stretch]) -> HashMap<String, Case> {
    let mut counts: HashMap<String, [u32; 3]> = HashMap::new();
    let mut loud = loud.iter().peekable();
    for sentence in sentences {
        let mut opening = true;
        for at in sentence.clone() {
            while loud.next_if(|stretch| stretch.words.end <= at).is_some() {}
            let skipped = loud.peek().is_some_and(|stretch| stretch.words.contains(&at));
            let word = words[at];
            let Some(case) = Case::of(word) else {
                // Behind a quotation mark or a colon a capital says nothing.
                opening |= matches!(word, ":" | "\"" | "“" | "«" | "¿" | "¡" | "‘" | "(" | "-" | "–" | "—");
                continue;
            };
            if !skipped && (!opening || case == Case::Lower) {
                let slot = match case {
                    Case::Lower => 0,
                    Case::Capital => 1,
                    Case::Upper => 2,
                };
                counts.entry(word.to_lowercase()).or_default()[slot] += 1;
            }
            opening = false;
        }
    }
    counts
        .into_iter()
        .map(|(word, [lower, capital, upper])| {
            let case = if lower >= capital.max(upper) {
                Case::Lower
            } else if capital >= upper {
                Case::Capital
            } else {
                Case::Upper
            };
            (word, case)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut sentences = Vec::new();
        let mut start = 0;
        for (at, word) in words.iter().enumerate() {
            if matches!(*word, "." | "|") {
                sentences.push(start..at + 1);
                start = at + 1;
            }
        }
        sentences.push(start..words.len());
        let usual = |word: &str| match word {
            "madre" | "de" | "pide" | "ayuda" | "mother" | "of" | "held" | "by" | "asks" | "for" | "help" => Some(Case::Lower),
            "caracas" => Some(Case::Capital),
            "sebin" | "ice" => Some(Case::Upper),
            _ => None,
        };
        let mut shown: Vec<String> = words.iter().map(ToString::to_string).collect();
        for (at, form) in truecase(&words, &sentences, usual) {
            shown[at] = form.to_string();
        }
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn a_line_in_capitals_gets_the_usual_case_of_its_words() {
        check("MADRE DE TREVIERA PIDE AYUDA EN CARACAS | Llueve .", "Madre de Treviera pide ayuda En Caracas | Llueve .");
    }

    #[test]
    fn what_the_rest_of_the_text_writes_comes_first() {
        check(
            "MOTHER OF PAZ HELD BY ICE | They broke the ice in paz and ice .",
            "Mother of paz held by ice | They broke the ice in paz and ice .",
        );
    }

    #[test]
    fn acronyms_in_a_quiet_sentence_stay() {
        check("The SEBIN and the DGCIM held her .", "The SEBIN and the DGCIM held her .");
        check("Partidos : PSX , PTY y CZU .", "Partidos : PSX , PTY y CZU .");
    }

    #[test]
    fn a_shout_inside_a_sentence_is_lowered() {
        check("She said MOTHER OF TREVIERA ASKS for help .", "She said mother of Treviera asks for help .");
    }

    #[test]
    fn letters_that_change_their_length_are_no_trouble() {
        check("İZMİR DE ẞTRAẞE PIDE AYUDA", "İzmi̇r de ẞtraße pide ayuda");
    }
}
