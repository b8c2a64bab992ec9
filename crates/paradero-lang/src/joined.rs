//! One analysis of a text in several languages, from those of its stretches.

use crate::{
    Analysis, Argument, Chain, Clause, Complement, Date, Mention, Name, Number, Paragraph, Phrase, Quotation, Sentence, Word,
    language,
};
use paradero_model::{Lang, Span};
use std::collections::HashMap;

/// Analyses each stretch of neighbouring paragraphs in one language by `read` and joins what comes back; a third language is left
/// alone. What is found in one stretch never points into another, but chains of one full name are one chain.
pub(crate) fn analyse(body: &str, declared: Option<Lang>, mut read: impl FnMut(&str, Lang) -> Analysis) -> Analysis {
    let paragraphs = language::paragraphs(body, declared);
    let lang = language::most(&paragraphs).or(declared).unwrap_or(Lang::En);
    let mut whole = Analysis::of(lang, Vec::new(), Vec::new());
    for stretch in stretches(&paragraphs) {
        if let Some(lang) = stretch.lang {
            whole.append(read(&body[stretch.span.range()], lang), stretch.span.start());
        }
    }
    for sentence in &mut whole.sentences {
        sentence.paragraph = paragraphs.partition_point(|one| one.span.end() <= sentence.span.start());
    }
    join_chains(body, &mut whole);
    whole.paragraphs = paragraphs;
    whole
}

/// Neighbouring paragraphs of one language as one.
fn stretches(paragraphs: &[Paragraph]) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    for one in paragraphs {
        match found.last_mut() {
            Some(last) if last.lang == one.lang => last.span = Span::new(last.span.start(), one.span.end()),
            _ => found.push(*one),
        }
    }
    found
}

/// Chains of the same name of several words become one: the first takes the mentions of the later ones.
fn join_chains(body: &str, whole: &mut Analysis) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut chains: Vec<Chain> = Vec::with_capacity(whole.chains.len());
    let mut joined = false;
    for chain in std::mem::take(&mut whole.chains) {
        let name = chain.name.and_then(|span| span.of(body)).map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        match name.filter(|name| name.contains(' ')) {
            Some(name) => match first.get(&name) {
                Some(at) => {
                    joined = true;
                    chains[*at].mentions.extend(chain.mentions);
                }
                None => {
                    first.insert(name, chains.len());
                    chains.push(chain);
                }
            },
            None => chains.push(chain),
        }
    }
    if joined {
        chains.iter_mut().for_each(|chain| chain.mentions.sort_by_key(|mention| mention.span));
    }
    whole.chains = chains;
}

impl Analysis {
    /// Adds what was found in the stretch of the text that begins at byte `at`.
    fn append(&mut self, part: Self, at: usize) {
        let Self { lang: _, paragraphs: _, sentences, words, names, phrases, clauses, dates, numbers, quotations, chains } = part;
        let span = |span: Span| Span::new(span.start() + at, span.end() + at);
        let (word, sentence, phrase, clause) = (self.words.len(), self.sentences.len(), self.phrases.len(), self.clauses.len());
        self.sentences.extend(sentences.into_iter().map(|one| Sentence {
            span: span(one.span),
            words: one.words.start + word..one.words.end + word,
            ..one
        }));
        self.words.extend(words.into_iter().map(|one| Word {
            span: span(one.span),
            head: one.head.map(|head| head + word),
            ..one
        }));
        self.names.extend(names.into_iter().map(|one| Name { span: span(one.span), title: one.title.map(span), ..one }));
        self.phrases.extend(
            phrases.into_iter().map(|one| Phrase {
                span: span(one.span),
                sentence: one.sentence + sentence,
                head: one.head + word,
                possessor: one.possessor.map(span),
                complements: one
                    .complements
                    .into_iter()
                    .map(|one| Complement { span: span(one.span), head: one.head + word, ..one })
                    .collect(),
                apposition: one.apposition.map(|other| other + phrase),
            }),
        );
        self.clauses.extend(clauses.into_iter().map(|one| Clause {
            span: span(one.span),
            sentence: one.sentence + sentence,
            group: one.group.start + word..one.group.end + word,
            head: one.head + word,
            negation: one.negation.map(|at| at + word),
            modal: one.modal.map(|at| at + word),
            arguments:
                one.arguments.into_iter().map(|one| Argument { span: span(one.span), head: one.head + word, ..one }).collect(),
            governor: one.governor.map(|other| other + clause),
            ..one
        }));
        self.dates.extend(dates.into_iter().map(|one| Date { span: span(one.span), ..one }));
        self.numbers.extend(numbers.into_iter().map(|one| Number { span: span(one.span), of: one.of.map(span), ..one }));
        self.quotations.extend(quotations.into_iter().map(|one| Quotation {
            span: span(one.span),
            inside: span(one.inside),
            speaker: one.speaker.map(span),
            cue: one.cue.map(span),
        }));
        self.chains.extend(chains.into_iter().map(|one| Chain {
            mentions: one.mentions.into_iter().map(|one| Mention { span: span(one.span), ..one }).collect(),
            name: one.name.map(span),
            ..one
        }));
    }
}

#[cfg(test)]
mod tests {
    use crate::{Analysis, analyse};
    use paradero_model::{About, ByteMap, Lang, SourceId, Span, Text};

    const EN: &str = "Two guards took Marta Quillay Osorno, a tailor, to Laredo on May 2, 2025. \u{201c}She was not told why,\u{201d} said her lawyer.";
    const ES: &str = "Dos guardias llevaron a Marta Quillay Osorno a Tula el 3 de mayo de 2025. \u{201c}No le dijeron por qué\u{201d}, dijo su abogada.";
    const PT: &str =
        "Dois guardas levaram Marta Quillay Osorno para a prisão, e ninguém lhe disse por que não podia ver os filhos.";

    fn read(body: &str) -> Analysis {
        let map = ByteMap::verbatim(0, body.len());
        analyse(&Text::new(SourceId::of(body.as_bytes()), 0, "test/1", body.to_owned(), map, About::default()))
    }

    /// Everything that was found, in words.
    fn told(body: &str, found: &Analysis) -> Vec<String> {
        let words = |span: Span| span.of(body).unwrap_or("?").to_owned();
        let head = |at: usize| words(found.words[at].span);
        let mut told = Vec::new();
        for one in &found.sentences {
            told.push(format!("sentence {} {:?}", words(one.span), one.words.clone().map(head).collect::<Vec<_>>()));
        }
        told.extend(found.words.iter().map(|one| format!("word {} {:?}", words(one.span), one.head.map(head))));
        told.extend(found.names.iter().map(|one| format!("name {} {:?}", words(one.span), one.title.map(words))));
        for one in &found.phrases {
            let rest: Vec<_> = one.complements.iter().map(|one| (words(one.span), head(one.head))).collect();
            let apposition = one.apposition.map(|at| words(found.phrases[at].span));
            told.push(format!("phrase {} {} {rest:?} {apposition:?}", words(one.span), head(one.head)));
        }
        for one in &found.clauses {
            let rest: Vec<_> = one.arguments.iter().map(|one| (words(one.span), head(one.head))).collect();
            let governor = one.governor.map(|at| words(found.clauses[at].span));
            told.push(format!(
                "clause {} {} {:?} {rest:?} {governor:?}",
                words(one.span),
                head(one.head),
                one.group.clone().map(head).collect::<Vec<_>>()
            ));
        }
        told.extend(found.dates.iter().map(|one| format!("date {} {}", words(one.span), one.edtf)));
        told.extend(found.numbers.iter().map(|one| format!("number {} {:?}", words(one.span), one.of.map(words))));
        told.extend(
            found
                .quotations
                .iter()
                .map(|one| format!("quotation {} {:?} {:?}", words(one.inside), one.speaker.map(words), one.cue.map(words))),
        );
        told
    }

    #[test]
    fn stretches_in_two_languages_are_read_as_if_alone_and_a_third_is_left_alone() {
        let body = format!("{EN}\n\n{PT}\n\n{ES}\n");
        let whole = read(&body);
        assert_eq!(whole.paragraphs.iter().map(|one| one.lang).collect::<Vec<_>>(), [Some(Lang::En), None, Some(Lang::Es)]);
        let mut alone = [told(EN, &read(EN)), told(ES, &read(ES))].concat();
        let mut joined = told(&body, &whole);
        alone.sort();
        joined.sort();
        assert_eq!(joined, alone);
        assert!(joined.iter().any(|one| one.starts_with("name Marta Quillay Osorno")), "{joined:#?}");
        assert!(whole.words.iter().all(|word| !whole.paragraphs[1].span.contains(word.span)));
        assert_eq!(whole.sentences.iter().map(|one| one.paragraph).collect::<std::collections::BTreeSet<_>>(), [0, 2].into());
        assert_eq!((whole.lang_of(0), whole.lang_of(whole.sentences.len() - 1)), (Lang::En, Lang::Es));
    }

    #[test]
    fn a_full_name_in_two_languages_is_one_chain() {
        let body = format!("{EN}\n\n{ES}");
        let named: Vec<_> = read(&body)
            .chains
            .into_iter()
            .filter(|chain| chain.name.is_some_and(|name| name.of(&body) == Some("Marta Quillay Osorno")))
            .collect();
        assert_eq!(named.len(), 1, "{named:#?}");
        assert!(named[0].mentions.iter().any(|mention| mention.span.start() > EN.len()));
        assert!(named[0].mentions.windows(2).all(|pair| pair[0].span < pair[1].span));
    }
}
