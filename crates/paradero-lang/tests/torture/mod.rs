//! What holds of the analysis of any text whatever; [`hostile`] has texts made to break it. Used by the tests beside and by the fuzz
//! target in `fuzz/`.

// Each of them uses the part it needs.
#![allow(dead_code)]

pub mod hostile;

use paradero_lang::{Analysis, Paragraph, analyse, conllu};
use paradero_model::{About, ByteMap, Lang, SourceId, Span, Text};

/// The most words that one sentence may have.
pub const LONGEST: usize = paradero_lang::LONGEST_SENTENCE;

/// Analyses `body`, said to be in the language or in none.
pub fn analysed(body: &str, declared: Option<Lang>) -> Analysis {
    let about = About { lang: declared, ..About::default() };
    analyse(&Text::new(SourceId::of(b"torture"), 0, "torture/1", body.to_owned(), ByteMap::verbatim(0, body.len()), about))
}

/// Everything that is asked of one text, as a fuzzer asks it.
pub fn check(body: &str) {
    for declared in [None, Some(Lang::En), Some(Lang::Es)] {
        let found = analysed(body, declared);
        let faults = faults(body, &found);
        assert!(faults.is_empty(), "{declared:?} {body:?}: {faults:#?}");
    }
}

/// What is wrong with an analysis of `body`: nothing, ever.
pub fn faults(body: &str, found: &Analysis) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ask = |holds: bool, what: &str| {
        if !holds && faults.len() < 20 {
            faults.push(what.to_owned());
        }
    };
    ask(spans(found).all(|span| span.of(body).is_some()), "a span does not fit the text");
    let apart = |a: Span, b: Span| a.end() <= b.start();
    ask(found.paragraphs.windows(2).all(|pair| apart(pair[0].span, pair[1].span)), "paragraphs overlap");
    ask(found.sentences.windows(2).all(|pair| apart(pair[0].span, pair[1].span)), "sentences overlap");
    ask(found.words.windows(2).all(|pair| apart(pair[0].span, pair[1].span)), "words overlap");
    ask(found.names.windows(2).all(|pair| apart(pair[0].span, pair[1].span)), "names overlap");
    let mut next = 0;
    for (at, sentence) in found.sentences.iter().enumerate() {
        ask(sentence.words.start == next && sentence.words.end > next, "sentences do not share the words out");
        next = sentence.words.end;
        ask(sentence.words.len() <= LONGEST, "a sentence is too long");
        let paragraph = found.paragraphs.get(sentence.paragraph);
        ask(paragraph.is_some_and(|one| one.span.contains(sentence.span) && one.lang.is_some()), "a sentence is in no paragraph");
        let words = found.words.get(sentence.words.clone()).unwrap_or_default();
        ask(words.iter().all(|word| sentence.span.contains(word.span)), "a word is outside its sentence");
        ask(is_tree(sentence.words.start, words.iter().map(|word| word.head)), "a sentence is no tree");
        ask(found.lang_of(at) == paragraph.and_then(|one| one.lang).unwrap_or(found.lang), "a sentence has another language");
    }
    ask(next == found.words.len(), "words are in no sentence");
    let left_out = |one: &Paragraph| {
        let inside = found.words_in(one.span).map(|word| word.span.len()).sum::<usize>();
        body[one.span.range()].chars().filter(|c| !c.is_whitespace()).map(char::len_utf8).sum::<usize>() > inside
    };
    ask(!found.paragraphs.iter().any(|one| one.lang.is_some() && left_out(one)), "letters are in no word");
    let (words, sentences) = (found.words.len(), found.sentences.len());
    ask(found.phrases.iter().all(|one| one.sentence < sentences && one.head < words), "a phrase points nowhere");
    ask(
        found.phrases.iter().all(|one| one.apposition.is_none_or(|other| other < found.phrases.len())),
        "an apposition points nowhere",
    );
    ask(
        found.clauses.iter().all(|one| {
            one.sentence < sentences
                && one.group.contains(&one.head)
                && one.group.end <= words
                && one.governor.is_none_or(|other| other < found.clauses.len())
                && one.arguments.iter().all(|argument| argument.head < words)
        }),
        "a clause points nowhere",
    );
    ask(found.chains.iter().all(|chain| !chain.mentions.is_empty()), "a chain is empty");
    // What is found grows with the text and no faster.
    ask(words <= body.chars().count(), "more words than characters");
    ask(sentences <= words, "more sentences than words");
    let all = counts(found);
    // A phrase may have every later noun of its sentence as a complement; everything else is a few for each word.
    let most = |kind: &str| if kind == "complements" { LONGEST * words } else { 4 * words };
    ask(all.iter().all(|(kind, count)| *count <= most(kind)), &format!("more is found than {words} words can hold: {all:?}"));
    if !faults.is_empty() {
        // What points nowhere cannot be printed.
        return faults;
    }
    let printed = conllu(body, found);
    let mut rows = printed.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    if rows.any(|row| row.split('\t').count() != 10) {
        faults.push("a row of CoNLL-U has not ten columns".to_owned());
    }
    faults
}

/// Whether each word leads to the one root, heads counted from the word `first`.
fn is_tree(first: usize, heads: impl Iterator<Item = Option<usize>>) -> bool {
    let heads: Vec<Option<usize>> = heads.collect();
    let mut safe = vec![false; heads.len()];
    for start in 0..heads.len() {
        let (mut at, mut steps) = (start, 0);
        while !safe[at] {
            match heads[at] {
                None => safe[at] = true,
                Some(head) => {
                    steps += 1;
                    if head < first || head - first >= heads.len() || steps > heads.len() {
                        return false;
                    }
                    at = head - first;
                }
            }
        }
        let mut back = start;
        while !safe[back] {
            safe[back] = true;
            back = heads[back].map_or(back, |head| head - first);
        }
    }
    heads.iter().filter(|head| head.is_none()).count() == 1
}

/// How many things of each kind were found.
pub fn counts(found: &Analysis) -> [(&'static str, usize); 9] {
    [
        ("names", found.names.len()),
        ("phrases", found.phrases.len()),
        ("complements", found.phrases.iter().map(|one| one.complements.len()).sum()),
        ("clauses", found.clauses.len()),
        ("arguments", found.clauses.iter().map(|one| one.arguments.len()).sum()),
        ("dates", found.dates.len()),
        ("numbers", found.numbers.len()),
        ("quotations", found.quotations.len()),
        ("mentions", found.chains.iter().map(|one| one.mentions.len()).sum()),
    ]
}

/// Every span of an analysis.
fn spans(found: &Analysis) -> impl Iterator<Item = Span> {
    let phrases = found
        .phrases
        .iter()
        .flat_map(|one| [Some(one.span), one.possessor].into_iter().flatten().chain(one.complements.iter().map(|one| one.span)));
    let clauses = found.clauses.iter().flat_map(|one| std::iter::once(one.span).chain(one.arguments.iter().map(|one| one.span)));
    let quotations =
        found.quotations.iter().flat_map(|one| [Some(one.span), Some(one.inside), one.speaker, one.cue].into_iter().flatten());
    let chains = found.chains.iter().flat_map(|one| one.name.into_iter().chain(one.mentions.iter().map(|one| one.span)));
    found
        .paragraphs
        .iter()
        .map(|one| one.span)
        .chain(found.sentences.iter().map(|one| one.span))
        .chain(found.words.iter().map(|one| one.span))
        .chain(found.names.iter().flat_map(|one| std::iter::once(one.span).chain(one.title)))
        .chain(found.dates.iter().map(|one| one.span))
        .chain(found.numbers.iter().flat_map(|one| std::iter::once(one.span).chain(one.of)))
        .chain(phrases)
        .chain(clauses)
        .chain(quotations)
        .chain(chains)
}
