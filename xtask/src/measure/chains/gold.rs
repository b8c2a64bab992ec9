//! Documents of GUM with their entities: the text as a reader sees it, the tokens with their trees, and who is who.
//!
//! The text is what the treebank says of it: sentences by `SpaceAfter`, a blank line where a paragraph (`newpar`) begins. Who speaks a
//! turn of a conversation (`# speaker`) stands in a comment and not in the text, so no reader of the text can know it. The entities
//! are the brackets of `Entity=` in MISC: several may open and close on one token, one may lie inside another, go on over several
//! lines and, as `3[1/2]`, have parts; of those the first part that holds the head is the mention. Bridging and split antecedents
//! are other columns of MISC and are not read.

use std::collections::HashMap;

/// A document.
#[derive(Debug, Default)]
pub struct Document {
    /// The text.
    pub body: String,
    /// Words, not multiword tokens and not empty nodes.
    pub tokens: Vec<Token>,
    /// Mentions, in the order of their starts; the longer first.
    pub mentions: Vec<Gold>,
}

/// A word of the treebank.
#[derive(Debug, Default)]
pub struct Token {
    /// Bytes of the body; words of one multiword token that cannot be told apart share its bytes.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// Universal part of speech.
    pub upos: String,
    /// `Name=Value|…`, or `_`.
    pub features: String,
    /// The token it hangs on, an index of the document's; `None` for a root.
    pub head: Option<usize>,
}

/// A mention of an entity.
#[derive(Debug)]
pub struct Gold {
    /// Bytes of the body.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// The token that heads it.
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
pub fn read(conllu: &str) -> Vec<Document> {
    conllu.split("# newdoc id = ").skip(1).map(document).collect()
}

/// An entity whose bracket is open.
struct Open {
    name: String,
    part: usize,
    from: usize,
}

fn document(block: &str) -> Document {
    let mut read = Document::default();
    let mut entities: HashMap<String, usize> = HashMap::new();
    let mut open: Vec<Open> = Vec::new();
    // The parts of each mention: entity, part, tokens.
    let mut closed: Vec<(usize, usize, std::ops::Range<usize>)> = Vec::new();
    let (mut paragraph, mut glued) = (true, true);
    let mut lines = Lines::default();
    for line in block.lines().skip(1) {
        if line.starts_with("# newpar") {
            paragraph = true;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, _, features, head, _, _, misc] = columns[..] else {
            lines.end_sentence(&mut read);
            continue;
        };
        if id.contains('.') {
            continue;
        }
        let first = !lines.inside;
        if first {
            let gap = if read.body.is_empty() {
                ""
            } else if paragraph {
                "\n\n"
            } else {
                " "
            };
            read.body.push_str(gap);
            (paragraph, glued) = (false, true);
            lines.begin_sentence(read.tokens.len());
        }
        let spaced = !misc.split('|').any(|part| part == "SpaceAfter=No");
        if let Some((_, to)) = id.split_once('-') {
            lines.multiword(&mut read.body, form, to, &mut glued, spaced);
            continue;
        }
        let (start, end) = lines.place(&mut read.body, id, form, &mut glued, spaced);
        lines.heads.push(head.parse().unwrap_or(0));
        read.tokens.push(Token { start, end, upos: upos.to_owned(), features: features.to_owned(), head: None });
        let at = read.tokens.len() - 1;
        let marks = misc.split('|').find_map(|part| part.strip_prefix("Entity=")).unwrap_or("");
        brackets(marks, at, &mut entities, &mut open, &mut closed);
    }
    lines.end_sentence(&mut read);
    read.mentions = mentions(&read.tokens, closed);
    read
}

/// Reads the brackets of one token: `(1-person-…`, `2)`, `(3-place-…-Quito)`, `(4[1/2]-…`.
fn brackets(
    marks: &str,
    at: usize,
    entities: &mut HashMap<String, usize>,
    open: &mut Vec<Open>,
    closed: &mut Vec<(usize, usize, std::ops::Range<usize>)>,
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

fn mentions(tokens: &[Token], closed: Vec<(usize, usize, std::ops::Range<usize>)>) -> Vec<Gold> {
    let mut mentions: Vec<Gold> = closed
        .into_iter()
        // Later parts of a mention say nothing that the first does not: one mention, one head.
        .filter(|(_, part, _)| *part == 1)
        .map(|(entity, _, range)| {
            let head = range.clone().find(|&at| tokens[at].head.is_none_or(|head| !range.contains(&head))).unwrap_or(range.start);
            let personal = tokens[head].features.split('|').any(|feature| feature == "PronType=Prs");
            let kind = match tokens[head].upos.as_str() {
                "PRON" if personal => GoldKind::Pronoun,
                "PROPN" => GoldKind::Name,
                _ => GoldKind::Other,
            };
            Gold { start: tokens[range.start].start, end: tokens[range.end - 1].end, head, entity, kind }
        })
        .collect();
    mentions.sort_by_key(|mention| (mention.start, std::cmp::Reverse(mention.end)));
    mentions
}

/// The sentence that is being read: its heads wait until all its tokens are there.
#[derive(Default)]
struct Lines {
    inside: bool,
    first: usize,
    heads: Vec<usize>,
    /// The multiword token that is open: its last word, its bytes, and how far its words have been placed.
    whole: Option<(String, usize, usize, usize)>,
}

impl Lines {
    fn begin_sentence(&mut self, first: usize) {
        *self = Self { inside: true, first, ..Self::default() };
    }

    fn end_sentence(&mut self, read: &mut Document) {
        if !self.inside {
            return;
        }
        for (at, head) in self.heads.drain(..).enumerate() {
            read.tokens[self.first + at].head = head.checked_sub(1).map(|head| self.first + head);
        }
        self.inside = false;
    }

    fn multiword(&mut self, body: &mut String, form: &str, to: &str, glued: &mut bool, spaced: bool) {
        let start = write(body, form, glued, spaced);
        self.whole = Some((to.to_owned(), start, start + form.len(), start));
    }

    /// Where a word stands: in its multiword token, else behind what was written.
    fn place(&mut self, body: &mut String, id: &str, form: &str, glued: &mut bool, spaced: bool) -> (usize, usize) {
        let Some((last, start, end, from)) = self.whole.take() else {
            let start = write(body, form, glued, spaced);
            return (start, start + form.len());
        };
        let here = body[from..end].starts_with(form).then_some((from, from + form.len()));
        if last != id {
            self.whole = Some((last, start, end, here.map_or(from, |(_, end)| end)));
        }
        here.unwrap_or((start, end))
    }
}

fn write(body: &mut String, form: &str, glued: &mut bool, spaced: bool) -> usize {
    if !*glued {
        body.push(' ');
    }
    *glued = !spaced;
    body.push_str(form);
    body.len() - form.len()
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
            .map(|mention| (&document.body[mention.start..mention.end], mention.entity, mention.kind))
            .collect();
        let expected = [
            ("Ana Ruiz", 0, GoldKind::Name),
            ("her lawyer", 2 - 1, GoldKind::Other),
            ("her", 0, GoldKind::Pronoun),
            ("She", 1, GoldKind::Pronoun),
            ("young", 2, GoldKind::Other),
        ];
        assert_eq!(found, expected);
        assert_eq!(document.tokens[6].head, Some(8));
    }
}
