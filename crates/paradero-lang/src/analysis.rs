//! What analysis finds in a text: spans only, and nothing of detention.
//!
//! ```text
//! Analysis
//! ├─ paragraphs  each with its language; a third language is left alone
//! ├─ sentences   one after the other, each with its words
//! ├─ words       span, part of speech, lemma, form
//! ├─ names       persons, organisations, places; the title before a name apart from it
//! ├─ phrases     noun phrases: head, possessor ("Ruiz's release"), complements ("the deportation of Ruiz to …"), apposition
//! ├─ clauses     one verb group each: voice, tense, negation, modal; its arguments; the clause it hangs on
//! ├─ dates       with their EDTF reading, relative to the day of publication
//! ├─ numbers     with their value and bound, and the phrase they count
//! ├─ quotations  the words inside the marks, who speaks, the cue that says so
//! └─ chains      mentions of one person or group: name, pronoun, possessive, description, empty subject
//! ```
//!
//! Every [`Span`] is in bytes of the text's body; every list is in the order of the text; indexes are into the lists of the same
//! [`Analysis`]. How the lists are found (rules today, trained models later) does not show in the types: a clause's arguments
//! are what a dependency tree would give, whoever finds them. What is *not* here: any word list of acts, any judgement of what
//! matters to a case. Those are the codebook's, in `paradero-draft`.

use crate::Paragraph;
use paradero_grammar::{NameTag, Part, Pos, Relation};
use paradero_model::{Bound, Edtf, Lang, Span};
use std::{borrow::Cow, ops::Range};

/// What was found in one text. See the module's page for the parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The language that most of it is in.
    pub lang: Lang,
    /// Paragraphs, each with its language; one in a third language has no sentences and nothing else.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, headings and list items; they do not overlap and leave out only white space.
    pub sentences: Vec<Sentence>,
    /// Words and punctuation marks; they do not overlap.
    pub words: Vec<Word>,
    /// Names of persons, organisations and places.
    pub names: Vec<Name>,
    /// Noun phrases; one may lie inside another (a complement inside its phrase).
    pub phrases: Vec<Phrase>,
    /// Clauses, one for each verb group; one may lie inside another (a relative clause inside its clause).
    pub clauses: Vec<Clause>,
    /// Dates.
    pub dates: Vec<Date>,
    /// Numbers of persons and things; dates and ages are not among them.
    pub numbers: Vec<Number>,
    /// Quotations.
    pub quotations: Vec<Quotation>,
    /// Chains of mentions.
    pub chains: Vec<Chain>,
}

/// A sentence, a heading, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Its words.
    pub words: Range<usize>,
    /// The paragraph it stands in, an index of [`Analysis::paragraphs`].
    pub paragraph: usize,
    /// Whether it is a heading or label: its own line, without an end mark.
    pub heading: bool,
}

/// A word of the tree, or a punctuation mark: "del" is two words ("de", "el"), as are "don't" ("do", "n't") and "verlo" ("ver", "lo").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands. Words of one written token share its letters out: "del" is `de` + `l`.
    pub span: Span,
    /// The word in full where its span does not show it: "el" of "del". See [`Word::text`].
    pub full: Option<Box<str>>,
    /// Whether it is a written token of its own.
    pub part: Part,
    /// Its part of speech.
    pub pos: Pos,
    /// Its dictionary form, lower-cased (`detuvieron` → `detener`); where none is known, the word lower-cased.
    pub lemma: String,
    /// What its form says; empty for words that do not inflect.
    pub form: Form,
    /// All its features, as CoNLL-U writes them (`Gender=Fem|Number=Sing`). See [`Word::feature`].
    pub features: Cow<'static, str>,
    /// The word it hangs on, an index of [`Analysis::words`] in the same sentence; `None` for the root of the sentence's tree.
    pub head: Option<usize>,
    /// How it hangs there: "nsubj", "obl".
    pub relation: Relation,
    /// Whether it begins or continues a name, as the trained model sees it; [`Analysis::names`] decides.
    pub tag: NameTag,
}

impl Word {
    /// The word as written, or in full where its span does not show it: "el" for the "l" of "del". `body` is the text's body.
    #[must_use]
    pub fn text<'a>(&'a self, body: &'a str) -> &'a str {
        self.full.as_deref().or_else(|| self.span.of(body)).unwrap_or("")
    }

    /// The value of one of its features: `word.feature("Number") == Some("Plur")`.
    #[must_use]
    pub fn feature(&self, name: &str) -> Option<&str> {
        self.features.split('|').find_map(|one| one.strip_prefix(name)?.strip_prefix('='))
    }
}

/// What a word's form says (UD features), each unknown where the form does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Form {
    /// Grammatical or natural gender.
    pub gender: Option<Gender>,
    /// Whether more than one.
    pub plural: Option<bool>,
    /// 1, 2 or 3.
    pub person: Option<u8>,
    /// Of a verb: which of its forms.
    pub verb: Option<VerbForm>,
    /// Of a finite verb: its tense and mood, as far as drafting needs them apart.
    pub tense: Option<Tense>,
}

/// Gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Gender {
    Masculine,
    Feminine,
}

/// Forms of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum VerbForm {
    Finite,
    Infinitive,
    /// Past participle: "released", "liberado".
    Participle,
    /// "-ing" and "-ndo".
    Gerund,
}

/// Tense and mood, told apart as far as the modality of a statement needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    /// Past, simple or perfect, and imperfect.
    Past,
    /// Present.
    Present,
    /// Future: "will be released", "será liberado", "va a ser liberado".
    Future,
    /// Conditional: "would be released", "sería liberado", and the conditional of rumour, "habría sido liberado".
    Conditional,
    /// Subjunctive: "que liberen", "liberaran".
    Subjunctive,
    /// Imperative: "liberen a Ana".
    Imperative,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name alone: "Delia Okafor", not "Rep. Delia Okafor".
    pub span: Span,
    /// Of what.
    pub kind: NameKind,
    /// The title, role or profession that stands right before or after as part of the naming: "Rep.", "Secretary of State",
    /// "su abogada", "Human Rights Campaign President".
    pub title: Option<Span>,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A natural person.
    Person,
    /// An organisation, authority, company, medium, gang.
    Organisation,
    /// A place, from a country to a prison.
    Place,
    /// Anything else with a name: an event, a law, a ship.
    Other,
}

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// From the determiner to the last complement with "of"/"de", with what "and" joins to it and the apposition between commas. A
    /// complement with another preposition may hang on the verb as well ("arrested two men in Laredo"): it stands in
    /// [`Phrase::complements`] but outside the span.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The head noun or name (a word). A role and the name right after it are one phrase ("Venezuelan makeup artist Ana Ruiz", "la
    /// abogada Ana Ruiz"), and the head is the name: its last word in English, its first in Spanish.
    pub head: usize,
    /// Whose it is: "Ruiz’s", "his", "su" (the possessor's words without the mark of possession).
    pub possessor: Option<Span>,
    /// What follows with a preposition: "of Ruiz", "to El Salvador", "de su hijo".
    pub complements: Vec<Complement>,
    /// Another phrase that names the same, set beside it with or without a comma: "His lawyer, Lucía Paz"; an index of [`Analysis::phrases`].
    pub apposition: Option<usize>,
}

/// A preposition and what it governs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complement {
    /// The preposition, lower-cased and whole: "of", "to", "according to", "de", "a", "con destino a"; of "del" and "al" the preposition alone.
    pub preposition: String,
    /// What it governs, without the preposition.
    pub span: Span,
    /// The head of what it governs (a word).
    pub head: usize,
}

/// A verb group with what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The smallest stretch that holds the verb group and its arguments, without the conjunction that opens it and without final
    /// punctuation. The subject is in it where only adverbs and its own complements lie between; not where another verb does ("Ana,
    /// who was held, **said**"), nor in what "and" joins ("was freed and **returned**"). A relative clause begins at "who"/"que"; a
    /// participle after its noun takes the noun in ("**men deported to Cuba**"), one before it the words from the participle to the
    /// noun ("10 **imprisoned activists**"). What stands before the subject ("On Monday, in Laredo, …") is an argument outside the span.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The verb group, auxiliaries and negation included: "should never have been imprisoned", "se lo llevaron", "to be released",
    /// "remains detained", "permanecen recluidos", "va a ser liberado".
    pub group: Range<usize>,
    /// The word of the group that carries the meaning: "imprisoned", "llevaron".
    pub head: usize,
    /// Who acts on whom.
    pub voice: Voice,
    /// Whether the group is finite, or a bare participle, infinitive or gerund.
    pub form: VerbForm,
    /// Tense and mood of the group as a whole.
    pub tense: Option<Tense>,
    /// The word that negates it: "not", "never", "no", "nunca", "sin". "No longer" is no negation: it was so until then.
    pub negation: Option<usize>,
    /// The modal verb of the group: "should", "may", "podría", "deber".
    pub modal: Option<usize>,
    /// Whether it asks.
    pub question: bool,
    /// Subject, objects and what follows with a preposition, in the order of the text.
    pub arguments: Vec<Argument>,
    /// How it hangs on another clause or phrase.
    pub link: Link,
    /// The clause it hangs on, an index of [`Analysis::clauses`]: for "the ministry said that he was freed", that of "said".
    pub governor: Option<usize>,
}

/// Who acts on whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// "They deported him."
    Active,
    /// "He was deported", "deported to …".
    Passive,
    /// Spanish with "se": "se lo llevaron", "se desconoce su paradero", "se presentó una denuncia".
    Reflexive,
}

/// How a clause hangs on what stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// On nothing: the main clause, or one joined to it by "and".
    Main,
    /// What is said, thought, feared, ordered: "said **that he was freed**", "ordenó **liberarlo**".
    Complement,
    /// "who was deported", "que lo custodia", "deported to …" after a noun. Its subject argument is the phrase it describes.
    Relative,
    /// "while he was held", "tras ser detenido", "citing persecution". An unspoken subject is that of its governor.
    Adverbial,
}

/// One thing that hangs on a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// What it is to the verb.
    pub role: Role,
    /// The words, without the preposition. Of an unspoken subject that another clause speaks ("has been released and **returned**"),
    /// the words there; of a Spanish null subject, the verb group itself.
    pub span: Span,
    /// The head (a word).
    pub head: usize,
    /// For [`Role::Oblique`], the preposition as in [`Complement::preposition`]; `None` for what has none: a time ("last week", "el
    /// martes"), "there", "home".
    pub preposition: Option<String>,
}

/// What an argument is to its verb, as it stands on the surface: in a passive the subject is the one acted upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Subject. Of an infinitive, gerund or participle, who does it or whom it happens to, where that is spoken elsewhere: "ordered
    /// **him** to leave", "**Ana** fled, citing threats". A participle alone is passive, so its subject is the one acted upon.
    Subject,
    /// Direct object, also with the Spanish "a" of persons, and object pronouns: "lo", "him".
    Object,
    /// Indirect object: "le", "told **her**".
    Indirect,
    /// Agent of a passive: "by the police", "por la policía".
    Agent,
    /// Predicate noun or adjective: "is **a lawyer**".
    Predicate,
    /// With a preposition.
    Oblique,
}

/// A date with its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The words of the date, with the preposition that changes its meaning ("since 2021", "hasta el viernes") but without a mere "on" or "el".
    pub span: Span,
    /// What it says, never narrower than the words.
    pub edtf: Edtf,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number with the words that bound it: "at least 27", "más de 400", "hundreds".
    pub span: Span,
    /// Its value; `None` for "hundreds", "decenas".
    pub value: Option<u64>,
    /// How it bounds the count.
    pub bound: Bound,
    /// What it counts, without the number: "other Venezuelan migrants", "trabajadores".
    pub of: Option<Span>,
    /// Whether what it counts are persons.
    pub persons: bool,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With the marks.
    pub span: Span,
    /// Without the marks.
    pub inside: Span,
    /// The words that name or describe the speaker, where the text says who speaks: "said **his lawyer, Lucía Paz**".
    pub speaker: Option<Span>,
    /// The words that say that it is speech, speaker included: "she said", "afirmó Brizuán", "According to the letter".
    pub cue: Option<Span>,
}

/// Mentions of one person or one group; or, where a pronoun takes it up, of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The mentions, in the order of the text.
    pub mentions: Vec<Mention>,
    /// The fullest name among them; `None` where the chain has no name.
    pub name: Option<Span>,
    /// 1 or 2 where every mention says "I" or "you", so that the text does not tell who it is; else 3.
    pub person: u8,
    /// Whether it is several persons.
    pub plural: bool,
    /// Gender, where a mention says it.
    pub gender: Option<Gender>,
}

/// One mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its words; of an empty subject, the verb group.
    pub span: Span,
    /// What it is.
    pub form: MentionForm,
    /// 1, 2 or 3, as its words say; of an empty subject, as its verb says.
    pub person: u8,
    /// Whether its words say more than one; `None` where they leave it open ("su").
    pub plural: Option<bool>,
    /// The gender its words say; of an empty subject, its participle or predicate ("fue detenida").
    pub gender: Option<Gender>,
}

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// A name, full or in part.
    Name,
    /// he, she, they, lo, ella, who.
    Pronoun,
    /// his, her, su: the word alone.
    Possessive,
    /// "the man", "el sindicalista".
    Description,
    /// The unspoken subject of a Spanish verb.
    Empty,
}

impl Analysis {
    /// Sentences and words, and nothing found in them yet.
    #[must_use]
    pub(crate) fn of(lang: Lang, sentences: Vec<Sentence>, words: Vec<Word>) -> Self {
        Self {
            lang,
            paragraphs: Vec::new(),
            sentences,
            words,
            names: Vec::new(),
            phrases: Vec::new(),
            clauses: Vec::new(),
            dates: Vec::new(),
            numbers: Vec::new(),
            quotations: Vec::new(),
            chains: Vec::new(),
        }
    }

    /// The language that a sentence was read in.
    #[must_use]
    pub fn lang_of(&self, sentence: usize) -> Lang {
        let paragraph = self.sentences.get(sentence).and_then(|one| self.paragraphs.get(one.paragraph));
        paragraph.and_then(|one| one.lang).unwrap_or(self.lang)
    }

    /// The chain that a mention at exactly `span` belongs to.
    #[must_use]
    pub fn chain_at(&self, span: Span) -> Option<&Chain> {
        self.chains.iter().find(|chain| chain.mentions.iter().any(|mention| mention.span == span))
    }

    /// The person or group that `span` speaks of: the chain of the mention at exactly `span`; else of the name inside it that stands
    /// first and is not of another inside it ("Nicaraguan pastry cook **Joel Ruiz**", but not "the lawyer of Ana"); else of the
    /// description that begins where it begins. `None` where it speaks of nobody known. Made for arguments of clauses, possessors,
    /// complements and speakers: a possessive inside ("**his** lawyer") never makes it that person.
    #[must_use]
    pub fn person_of(&self, span: Span) -> Option<&Chain> {
        crate::chains::person_of(self, span)
    }

    /// The words that lie wholly inside `span`.
    pub fn words_in(&self, span: Span) -> impl Iterator<Item = &Word> {
        let first = self.words.partition_point(|word| word.span.start() < span.start());
        self.words[first..].iter().take_while(move |word| word.span.end() <= span.end())
    }

    /// The sentence that holds byte `at`.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let found = self.sentences.partition_point(|sentence| sentence.span.end() <= at);
        self.sentences.get(found).filter(|sentence| sentence.span.start() <= at).map(|_| found)
    }
}
