//! Documents of GUM with their entities: the text as a reader sees it, the words with their trees, and who is who.
//!
//! The text is what the treebank says of it: sentences by `SpaceAfter`, a blank line where a paragraph (`newpar`) begins. Who speaks a
//! turn of a conversation (`# speaker`) stands in a comment and not in the text, so no reader of the text can know it. The entities
//! are the brackets of `Entity=` in MISC: several may open and close on one token, one may lie inside another, go on over several
//! lines and, as `3[1/2]`, have parts; of those the first part that holds the head is the mention. Bridging and split antecedents
//! are other columns of MISC and are not read.

use paradero_grammar::{Pos, Reading, conllu};
use paradero_model::Span;
use std::collections::HashMap;
use std::ops::Range;

/// A document.
#[derive(Debug, Default)]
pub struct Document {
    /// The text.
    pub body: String,
    /// Its sentences and words, over the body.
    pub reading: Reading,
    /// For each sentence, the paragraph it stands in.
    pub paragraphs: Vec<usize>,
    /// Mentions, in the order of their starts; the longer first.
    pub mentions: Vec<Gold>,
}

/// A mention of an entity.
#[derive(Debug)]
pub struct Gold {
    /// Its words.
    pub span: Span,
    /// The word that heads it.
    pub head: usize,
    /// The entity, within the document.
    pub entity: usize,
    /// What kind of words it is.
    pub kind: GoldKind,
}

/// What kind of words a mention is, by its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoldKind {
    /// A personal, possessive or reflexive pronoun (`PronType=Prs`).
    Pronoun,
    /// A proper noun.
    Name,
    /// Anything else.
    Other,
}

/// The documents of a treebank file.
pub fn read(treebank: &str) -> Vec<Document> {
    let mut documents: Vec<Annotated> = Vec::new();
    for sentence in conllu::read(treebank) {
        if documents.is_empty() || sentence.comments.iter().any(|line| line.starts_with("newdoc")) {
            documents.push(Annotated::default());
        }
        documents.last_mut().into_iter().for_each(|document| document.add(&sentence));
    }
    let whole = |mut one: Annotated| {
        one.document.mentions = mentions(&one.document.reading, one.closed);
        one.document
    };
    documents.into_iter().map(whole).collect()
}

/// A document that is being read, with its brackets.
#[derive(Default)]
struct Annotated {
    document: Document,
    entities: HashMap<String, usize>,
    open: Vec<Open>,
    /// The parts of each mention: entity, part, words.
    closed: Vec<(usize, usize, Range<usize>)>,
}

impl Annotated {
    fn add(&mut self, sentence: &conllu::Annotated) {
        let Document { body, reading, paragraphs, .. } = &mut self.document;
        let before = paragraphs.last().copied();
        let gap = match before {
            None => "",
            Some(_) if sentence.opens_paragraph => "\n\n",
            Some(_) => " ",
        };
        body.push_str(gap);
        paragraphs.push(before.map_or(0, |paragraph| paragraph + usize::from(sentence.opens_paragraph)));
        let (bytes, words) = (body.len(), reading.words.len());
        body.push_str(&sentence.text);
        let moved = |span: Span| Span::new(span.start() + bytes, span.end() + bytes);
        for (word, misc) in sentence.reading.words.iter().zip(&sentence.misc) {
            let mut word = word.clone();
            word.span = moved(word.span);
            word.head = word.head.map(|head| head + words);
            reading.words.push(word);
            let marks = misc.split('|').find_map(|part| part.strip_prefix("Entity=")).unwrap_or("");
            brackets(marks, reading.words.len() - 1, &mut self.entities, &mut self.open, &mut self.closed);
        }
        for one in &sentence.reading.sentences {
            let words = one.words.start + words..one.words.end + words;
            reading.sentences.push(paradero_grammar::Sentence { span: moved(one.span), words, cut: one.cut });
        }
    }
}

/// An entity whose bracket is open.
struct Open {
    name: String,
    part: usize,
    from: usize,
}

/// Reads the brackets of one token: `(1-person-…`, `2)`, `(3-place-…-Quito)`, `(4[1/2]-…`.
fn brackets(
    marks: &str,
    at: usize,
    entities: &mut HashMap<String, usize>,
    open: &mut Vec<Open>,
    closed: &mut Vec<(usize, usize, Range<usize>)>,
) {
    let mut rest = marks;
    while !rest.is_empty() {
        let opens = rest.starts_with('(');
        let inner = rest.trim_start_matches('(');
        let stop = inner.find(['(', ')']).unwrap_or(inner.len());
        let label = inner[..stop].split('-').next().unwrap_or("");
        let (name, part) = match label.split_once('[') {
            Some((name, part)) => (name, part.split('/').next().and_then(|part| part.parse().ok()).unwrap_or(1)),
            None => (label, 1),
        };
        if opens {
            open.push(Open { name: name.to_owned(), part, from: at });
        }
        let closes = inner[stop..].starts_with(')');
        if closes && let Some(place) = open.iter().rposition(|open| open.name == name && open.part == part) {
            let Open { name, part, from } = open.remove(place);
            let next = entities.len();
            closed.push((*entities.entry(name).or_insert(next), part, from..at + 1));
        }
        rest = &inner[stop + usize::from(closes)..];
    }
}

fn mentions(reading: &Reading, closed: Vec<(usize, usize, Range<usize>)>) -> Vec<Gold> {
    let words = &reading.words;
    let mut mentions: Vec<Gold> = closed
        .into_iter()
        // Later parts of a mention say nothing that the first does not: one mention, one head.
        .filter(|(_, part, _)| *part == 1)
        .map(|(entity, _, range)| {
            let head = range.clone().find(|&at| words[at].head.is_none_or(|head| !range.contains(&head))).unwrap_or(range.start);
            let kind = match words[head].pos {
                Pos::Pron if words[head].feature("PronType") == Some("Prs") => GoldKind::Pronoun,
                Pos::Propn => GoldKind::Name,
                _ => GoldKind::Other,
            };
            Gold { span: words[range.start].span.to(words[range.end - 1].span), head, entity, kind }
        })
        .collect();
    mentions.sort_by_key(|mention| (mention.span.start(), std::cmp::Reverse(mention.span.end())));
    mentions
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Two invented sentences: nested and joined brackets, a multiword token, a mention in two parts.
    pub const INVENTED: &str = "# newdoc id = GUM_news_invented\n# newpar\n# sent_id = 1\n\
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-s-cf1-1-coref\n\
2\tRuiz\tRuiz\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)\n\
3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n\
4\ther\ther\tPRON\tPRP$\tPoss=Yes|PronType=Prs\t5\tnmod:poss\t_\tEntity=(2-person-new-s-cf2-2-coref(1-person-giv-s-cf1-1-ana)\n\
5\tlawyer\tlawyer\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No\n\
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n# newpar\n# sent_id = 2\n\
1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\t_\n\
1\tShe\tshe\tPRON\tPRP\tPronType=Prs\t3\tnsubj\t_\tEntity=(2-person-giv-s-cf1-1-ana)\n\
2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_\n\
3\tyoung\tyoung\tADJ\tJJ\t_\t0\troot\t_\tEntity=(3[1/2]-abstract-new-s-cf1-1-sgl)\n\
4\tand\tand\tCCONJ\tCC\t_\t5\tcc\t_\t_\n\
5\tkind\tkind\tADJ\tJJ\t_\t3\tconj\t_\tEntity=3[2/2])|SpaceAfter=No\n\
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";

    #[test]
    fn a_document_has_its_text_and_its_mentions() {
        let read = super::read(INVENTED);
        let [document] = &read[..] else { panic!("one document") };
        assert_eq!(document.body, "Ana Ruiz met her lawyer.\n\nShe's young and kind.");
        let found: Vec<(&str, usize, GoldKind)> = document
            .mentions
            .iter()
            .map(|mention| (&document.body[mention.span.range()], mention.entity, mention.kind))
            .collect();
        let expected = [
            ("Ana Ruiz", 0, GoldKind::Name),
            ("her lawyer", 2 - 1, GoldKind::Other),
            ("her", 0, GoldKind::Pronoun),
            ("She", 1, GoldKind::Pronoun),
            ("young", 2, GoldKind::Other),
        ];
        assert_eq!(found, expected);
        assert_eq!(document.paragraphs, [0, 1]);
        assert_eq!(document.reading.words[6].head, Some(8));
    }
}
