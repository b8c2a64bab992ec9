//! What an analysis answers about the trees of its words, on trees written out by hand.

use paradero_grammar::conllu;
use paradero_lang::{Analysis, analyse_reading};
use paradero_model::{About, ByteMap, Hash, Lang, SourceId, Text};

/// The analysis of one sentence of a treebank.
fn read(file: &str) -> (String, Analysis) {
    let one = conllu::read(file).remove(0);
    let about = About { lang: Some(Lang::Es), ..About::default() };
    let text = Text::new(SourceId(Hash([0; 32])), 0, "test/1", one.text.clone(), ByteMap::verbatim(0, one.text.len()), about);
    let found = analyse_reading(&text, one.reading);
    (one.text, found)
}

/// "La hermana de Ana fue detenida", every word with its head and relation.
const SENTENCE: &str = "1\tLa\tel\tDET\t_\tGender=Fem|Number=Sing\t2\tdet\t_\t_
2\thermana\thermana\tNOUN\t_\tGender=Fem|Number=Sing\t6\tnsubj\t_\t_
3\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
4\tAna\tAna\tPROPN\t_\t_\t2\tnmod\t_\t_
5\tfue\tser\tAUX\t_\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t6\taux\t_\t_
6\tdetenida\tdetener\tVERB\t_\tGender=Fem|Number=Sing|Tense=Past|VerbForm=Part\t0\troot\t_\t_

";

#[test]
fn children_path_and_subtree_follow_the_tree() {
    let (body, found) = read(SENTENCE);
    let text = |words: Vec<usize>| words.iter().map(|&at| found.words[at].text(&body)).collect::<Vec<_>>();
    assert_eq!(text(found.children(5).collect()), ["hermana", "fue"]);
    assert_eq!(text(found.path(3).collect()), ["hermana", "detenida"]);
    assert_eq!(found.subtree(1).of(&body), Some("La hermana de Ana"));
    assert_eq!(found.subtree(5).of(&body), Some("La hermana de Ana fue detenida"));
    assert_eq!(found.subtree(2).of(&body), Some("de"));
    assert_eq!((found.children(99).count(), found.path(99).count()), (0, 0));
}

#[test]
fn a_clause_is_read_off_the_tree() {
    let (body, found) = read(SENTENCE);
    let clause = &found.clauses[0];
    let arguments: Vec<_> = clause.arguments.iter().map(|one| (one.role, one.span.of(&body).unwrap_or("?"))).collect();
    assert_eq!(arguments, [(paradero_lang::Role::Subject, "La hermana de Ana")]);
    assert_eq!(clause.voice, paradero_lang::Voice::Passive);
}

#[test]
fn a_circle_and_a_head_elsewhere_harm_nothing() {
    let circle = SENTENCE.replace("\t0\troot", "\t2\tnmod").replace("\t4\tcase", "\t44\tcase");
    let (_, found) = read(&circle);
    for at in 0..found.words.len() {
        assert!(found.path(at).count() <= found.words.len());
        assert!(found.subtree(at).contains(found.words[at].span));
    }
}

#[test]
fn a_tree_as_deep_as_its_sentence_is_long_overflows_nothing() {
    let deep: String = (1..=4_000)
        .map(|at| format!("{at}\tcasa\tcasa\tNOUN\t_\t_\t{}\t{}\t_\t_\n", at - 1, if at == 1 { "root" } else { "nmod" }))
        .collect();
    let (body, found) = read(&format!("{deep}\n"));
    assert_eq!(found.subtree(0).of(&body).map(str::len), Some(body.len()));
    assert_eq!(found.path(3_999).count(), 3_999);
}
