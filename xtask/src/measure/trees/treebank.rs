//! Reads a CoNLL-U file for scoring: its letters without white space, and where sentences, tokens and words stand in them.
//!
//! Words of a multiword token all stand where the token stands, as the scoring of CoNLL 2018 has it.

use std::ops::Range;

/// A file to be compared with another over the same letters.
#[derive(Debug, Default)]
pub struct Treebank {
    /// The forms of all tokens, one after the other, without white space.
    pub letters: Vec<char>,
    /// Where each sentence stands in the letters.
    pub sentences: Vec<Range<usize>>,
    /// Where each token stands.
    pub tokens: Vec<Range<usize>>,
    /// The words.
    pub words: Vec<Word>,
}

/// A word, with what is scored of it.
#[derive(Debug, Default)]
pub struct Word {
    /// Where its token stands in the letters.
    pub span: Range<usize>,
    /// Whether its token has several words.
    pub multiword: bool,
    /// Lower-cased.
    pub form: String,
    /// Part of speech.
    pub pos: String,
    /// Features of the universal list, sorted.
    pub features: String,
    /// Dictionary form; "_" for none.
    pub lemma: String,
    /// The word it hangs on, an index of [`Treebank::words`]; `None` for a root.
    pub head: Option<usize>,
    /// Relation without its subtype.
    pub relation: String,
}

/// The features that CoNLL 2018 scores (UFeats).
const FEATURES: [&str; 21] = [
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
    "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
];

/// Reads a file; a fault names its line.
pub fn read(file: &str) -> Result<Treebank, String> {
    let mut found = Treebank::default();
    let mut open = Open::default();
    for (number, line) in file.lines().chain(std::iter::once("")).enumerate() {
        let fault = |what: &str| format!("line {}: {what}", number + 1);
        if line.starts_with('#') {
            continue;
        }
        if line.trim().is_empty() {
            open.close(&mut found).map_err(|what| fault(&what))?;
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        if columns.len() != 10 {
            return Err(fault("a word has ten columns"));
        }
        if columns[0].contains('.') {
            continue;
        }
        if let Some((first, last)) = columns[0].split_once('-') {
            let (Ok(first), Ok(last)) = (first.parse::<usize>(), last.parse::<usize>()) else {
                return Err(fault("a multiword token has numbers like 3-4"));
            };
            if first != open.heads.len() + 1 || last < first || !open.within.is_empty() {
                return Err(fault("a multiword token stands before its words"));
            }
            open.multiword = found.token(columns[1]);
            open.within = first..last + 1;
        } else {
            let expected = open.heads.len() + 1;
            if columns[0].parse() != Ok(expected) {
                return Err(fault(&format!("the word's number is not {expected}")));
            }
            let head = columns[6].parse().map_err(|_| fault("the head is no number"))?;
            let multiword = open.within.contains(&expected);
            let span = if multiword { open.multiword.clone() } else { found.token(columns[1]) };
            if expected + 1 >= open.within.end {
                open.within = 0..0;
            }
            open.heads.push(head);
            found.words.push(word(&columns, span, multiword));
        }
    }
    Ok(found)
}

/// The sentence being read.
#[derive(Default)]
struct Open {
    start: usize,
    heads: Vec<usize>,
    multiword: Range<usize>,
    /// The numbers of the words still to come of a multiword token.
    within: Range<usize>,
}

impl Open {
    fn close(&mut self, found: &mut Treebank) -> Result<(), String> {
        if self.heads.is_empty() {
            return Ok(());
        }
        let first = found.words.len() - self.heads.len();
        for (at, head) in self.heads.iter().enumerate() {
            if *head > self.heads.len() {
                return Err(format!("the sentence has no word {head} to be a head"));
            }
            found.words[first + at].head = head.checked_sub(1).map(|head| first + head);
        }
        found.sentences.push(self.start..found.letters.len());
        *self = Self { start: found.letters.len(), ..Self::default() };
        Ok(())
    }
}

impl Treebank {
    /// Adds the letters of a token; where they stand.
    fn token(&mut self, form: &str) -> Range<usize> {
        let start = self.letters.len();
        self.letters.extend(form.chars().filter(|letter| !letter.is_whitespace()));
        self.tokens.push(start..self.letters.len());
        start..self.letters.len()
    }
}

fn word(columns: &[&str], span: Range<usize>, multiword: bool) -> Word {
    let known = |feature: &&str| FEATURES.contains(&feature.split('=').next().unwrap_or_default());
    let mut features: Vec<&str> = columns[5].split('|').filter(known).collect();
    features.sort_unstable();
    Word {
        span,
        multiword,
        form: columns[1].to_lowercase(),
        pos: columns[3].to_owned(),
        features: features.join("|"),
        lemma: columns[2].to_owned(),
        head: None,
        relation: columns[7].split(':').next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_multiword_token_stand_where_it_stands() {
        let file = "# text = Sale del bar.\n1\tSale\tsalir\tVERB\t_\tTense=Pres|Made=Up|Mood=Ind\t0\troot\t_\t_\n2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_\n3\tel\tel\tDET\t_\t_\t4\tdet\t_\t_\n4\tbar\tbar\tNOUN\t_\t_\t1\tobl:arg\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n";
        let read = read(file).expect("well formed");
        assert_eq!(read.letters.iter().collect::<String>(), "Saledelbar.");
        assert_eq!(read.tokens, [0..4, 4..7, 7..10, 10..11]);
        let spans: Vec<_> = read.words.iter().map(|word| (word.span.clone(), word.multiword)).collect();
        assert_eq!(spans, [(0..4, false), (4..7, true), (4..7, true), (7..10, false), (10..11, false)]);
        assert_eq!(read.words[0].features, "Mood=Ind|Tense=Pres");
        assert_eq!((read.words[3].head, read.words[3].relation.as_str()), (Some(0), "obl"));
        assert_eq!(read.sentences, vec![0..11]);
    }

    #[test]
    fn what_is_malformed_is_refused_with_its_line() {
        for (file, line) in [
            ("1\tSale\t_\n", "line 1"),
            ("1\tSale\t_\tVERB\t_\t_\t7\troot\t_\t_\n\n", "line 2"),
            ("2\tSale\t_\tVERB\t_\t_\t0\troot\t_\t_\n", "line 1"),
            ("1\tSale\t_\tVERB\t_\t_\tx\troot\t_\t_\n", "line 1"),
        ] {
            let fault = read(file).expect_err(file);
            assert!(fault.starts_with(line), "{fault}");
        }
    }
}
