//! Which writings can be of one name: parts of a fuller one, initials, the same but for an article, an acronym.

/// Lower-cased, without accents and marks.
pub(super) fn fold(word: &str) -> String {
    word.to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' => Some('a'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'í' | 'ì' | 'î' | 'ï' => Some('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' => Some('o'),
            'ú' | 'ù' | 'û' | 'ü' => Some('u'),
            'ñ' => Some('n'),
            'ç' => Some('c'),
            '.' | '“' | '”' | '"' | '«' | '»' | '\u{301}' | '\u{303}' => None,
            c => Some(c),
        })
        .collect()
}

/// The parts of a person's name that tell it apart, folded.
pub(super) fn parts(name: &str) -> Vec<String> {
    name.split_whitespace()
        .map(fold)
        .filter(|part| {
            !part.is_empty()
                && !matches!(
                    part.as_str(),
                    "de" | "del" | "la" | "las" | "los" | "y" | "van" | "von" | "al" | "el" | "jr" | "bin"
                )
        })
        .collect()
}

/// Whether a shorter writing can be of the fuller name: its parts in order, an initial for a part; the first name only where the other has it.
pub(super) fn part_of(short: &[String], full: &[String]) -> bool {
    if short.len() > full.len() || short.is_empty() {
        return false;
    }
    let mut from = 0;
    let mut whole = false;
    for part in short {
        let initial = part.chars().count() == 1;
        let Some(at) = full[from..].iter().position(|other| {
            other == part
                || initial && other.starts_with(part.as_str())
                || other.chars().count() == 1 && part.starts_with(other.as_str())
        }) else {
            return false;
        };
        whole |= !initial && full[from + at] == *part;
        from += at + 1;
    }
    whole
}

/// A name of an organisation, place or thing, as it is compared.
pub(super) struct Writing {
    /// Without an opening article, folded.
    pub(super) key: String,
    /// The first letters of its great words, folded, where they are at least three.
    pub(super) acronym: Option<String>,
}

impl Writing {
    pub(super) fn of(name: &str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        let article = |word: &&str| matches!(word.to_lowercase().as_str(), "the" | "el" | "la" | "los" | "las");
        let words = if words.len() > 1 && words.first().is_some_and(article) { &words[1..] } else { &words[..] };
        let key = words.iter().map(|word| fold(word)).collect::<Vec<_>>().join(" ");
        let great: String = words.iter().filter_map(|word| word.chars().next().filter(|first| first.is_uppercase())).collect();
        let acronym = (words.len() >= 3 && great.chars().count() >= 3).then(|| fold(&great));
        Self { key, acronym }
    }
}
