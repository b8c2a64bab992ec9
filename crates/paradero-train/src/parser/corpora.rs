//! From files of treebanks and of names to sentences to learn from.

use super::{Corpus, Sample};
use paradero_grammar::{NameTag, conllu};
use std::collections::HashMap;

/// Sentences of names, one token a line: number, word, tag; a blank line between sentences.
#[must_use]
pub fn read_names(file: &str) -> Vec<(Vec<String>, Vec<NameTag>)> {
    let mut sentences = Vec::new();
    let (mut forms, mut tags) = (Vec::new(), Vec::new());
    for line in file.lines().chain(std::iter::once("")) {
        let mut columns = line.split('\t');
        if let (Some(_), Some(form), Some(tag)) = (columns.next(), columns.next(), columns.next()) {
            forms.push(form.to_string());
            tags.push(NameTag::of(tag.trim()).unwrap_or(NameTag::Outside));
        } else if !forms.is_empty() {
            sentences.push((std::mem::take(&mut forms), std::mem::take(&mut tags)));
        }
    }
    sentences
}

/// A treebank with the names of `names` laid over the sentences of the same letters. Where `typed_in_part`, a name of no kind in
/// particular (MISC) may be of any, so nothing is learnt from it. What of `names` fits no sentence is added with its names alone.
#[must_use]
pub fn treebank(name: &str, file: &str, names: Option<&str>, typed_in_part: bool) -> Corpus {
    let known = |tag: NameTag| (!typed_in_part || !matches!(tag, NameTag::BeginOther | NameTag::InOther)).then_some(tag);
    let mut named: HashMap<String, Vec<(usize, NameTag)>> = HashMap::new();
    let mut alone: HashMap<String, Sample> = HashMap::new();
    let mut order = Vec::new();
    for (forms, tags) in names.map(read_names).unwrap_or_default() {
        let letters: String = forms.concat().chars().filter(|letter| *letter != '_').collect();
        let mut at = 0;
        let ends = forms
            .iter()
            .zip(&tags)
            .map(|(form, tag)| {
                at += form.chars().filter(|letter| *letter != '_').count();
                (at, *tag)
            })
            .collect();
        named.insert(letters.clone(), ends);
        order.push(letters.clone());
        alone.insert(letters, Sample { names: Some(tags.into_iter().map(known).collect()), forms, tree: None });
    }
    let mut sentences = Vec::new();
    for tree in conllu::read(file) {
        let forms: Vec<String> = tree.reading.words.iter().map(|word| word.form(&tree.text).to_string()).collect();
        let letters: String = forms.concat().chars().filter(|letter| *letter != '_').collect();
        let mut tags = None;
        if let Some(ends) = named.get(&letters) {
            alone.remove(&letters);
            tags = Some(laid_over(&forms, ends).into_iter().map(known).collect());
        }
        sentences.push(Sample { forms, names: tags, tree: Some(tree) });
    }
    sentences.extend(order.iter().filter_map(|letters| alone.remove(letters)));
    Corpus { name: name.to_string(), sentences }
}

/// Names alone.
#[must_use]
pub fn names_alone(name: &str, file: &str) -> Corpus {
    let sentences = read_names(file)
        .into_iter()
        .map(|(forms, tags)| Sample { forms, tree: None, names: Some(tags.into_iter().map(Some).collect()) })
        .collect();
    Corpus { name: name.to_string(), sentences }
}

/// The tags of `forms`, given where tagged pieces of the same letters end (in letters) and their tags.
fn laid_over(forms: &[String], ends: &[(usize, NameTag)]) -> Vec<NameTag> {
    let mut at = 0;
    let mut last_piece = usize::MAX;
    forms
        .iter()
        .map(|form| {
            // The piece that holds the form's first letter.
            let piece = ends.partition_point(|(end, _)| *end <= at).min(ends.len().saturating_sub(1));
            at += form.chars().filter(|letter| *letter != '_').count();
            let tag = ends.get(piece).map_or(NameTag::Outside, |(_, tag)| *tag);
            // A later word of one tagged piece goes on with its name.
            let again = piece == last_piece;
            last_piece = piece;
            match (again, tag) {
                (true, NameTag::BeginPerson) => NameTag::InPerson,
                (true, NameTag::BeginPlace) => NameTag::InPlace,
                (true, NameTag::BeginOrganisation) => NameTag::InOrganisation,
                (true, NameTag::BeginOther) => NameTag::InOther,
                _ => tag,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_laid_over_a_sentence_cut_otherwise() {
        let tree = "1\tAna\tAna\tPROPN\t_\t_\t3\tnsubj\t_\t_\n2\tRuiz\tRuiz\tPROPN\t_\t_\t1\tflat\t_\t_\n3\tsaw\tsee\tVERB\t_\t_\t0\troot\t_\t_\n4\tal\tal\tPROPN\t_\t_\t3\tobj\t_\t_\n5\t-\t-\tPUNCT\t_\t_\t4\tpunct\t_\t_\n6\tAni\tAni\tPROPN\t_\t_\t4\tflat\t_\t_\n\n";
        let names = "1\tAna\tB-PER\n2\tRuiz\tI-PER\n3\tsaw\tO\n4\tal-Ani\tB-PER\n\n1\tBogotá\tB-LOC\n\n";
        let corpus = treebank("x", tree, Some(names), false);
        let tags: Vec<_> =
            corpus.sentences[0].names.clone().unwrap_or_default().into_iter().flatten().map(NameTag::as_str).collect();
        assert_eq!(tags, ["B-PER", "I-PER", "O", "B-PER", "I-PER", "I-PER"]);
        assert_eq!(corpus.sentences.len(), 2);
    }
}
