//! The raw text of a treebank file, as the raw texts of CoNLL 2018 were made: what a program is given that must find everything itself.
//!
//! Each sentence stands as its `# text` says (or, where that is missing or has other letters, as its tokens and `SpaceAfter=No` say). A space
//! follows it unless its last token says `SpaceAfter=No`; where `# newpar` or `# newdoc` opens the next one, an empty line follows.
//! A file without such marks (GSD) is one paragraph. Unlike those texts, lines are not broken at 80 letters: reports are not, either.

/// Prints the raw text of the file that the arguments name; false where it cannot be read.
pub fn run(arguments: &[String]) -> bool {
    let Some(path) = arguments.iter().skip_while(|argument| *argument != "--treebank").nth(1) else {
        eprintln!("usage: cargo xtask measure raw --treebank FILE.conllu");
        return false;
    };
    match std::fs::read_to_string(path) {
        Ok(file) => {
            print!("{}", text(&file));
            true
        }
        Err(cause) => {
            eprintln!("measure raw: {path} could not be read: {cause}");
            false
        }
    }
}

/// The raw text of a CoNLL-U file.
pub fn text(file: &str) -> String {
    let mut raw = String::new();
    let mut open = Open::default();
    for line in file.lines().chain(std::iter::once("")) {
        if let Some(comment) = line.strip_prefix('#').map(str::trim_start) {
            open.boundary |= ["newpar", "newdoc"].iter().any(|mark| comment.starts_with(mark));
            if let Some(text) = comment.strip_prefix("text = ") {
                open.said = text.trim().to_owned();
            }
        } else if line.trim().is_empty() {
            if !open.built.is_empty() {
                std::mem::take(&mut open).close(&mut raw);
            }
        } else {
            open.token(line);
        }
    }
    raw.truncate(raw.trim_end().len());
    raw.push('\n');
    raw
}

/// The sentence being read.
#[derive(Default)]
struct Open {
    said: String,
    built: String,
    boundary: bool,
    /// The last word of the multiword token that was read.
    within: usize,
}

impl Open {
    fn token(&mut self, line: &str) {
        let columns: Vec<&str> = line.split('\t').collect();
        if columns.len() < 10 || columns[0].contains('.') {
            return;
        }
        match columns[0].split_once('-') {
            Some((_, last)) => self.within = last.parse().unwrap_or(0),
            None if columns[0].parse().is_ok_and(|number: usize| number <= self.within) => return,
            None => {}
        }
        self.built.push_str(columns[1]);
        if !columns[9].split('|').any(|one| one == "SpaceAfter=No") {
            self.built.push(' ');
        }
    }

    fn close(self, raw: &mut String) {
        if self.boundary && !raw.is_empty() {
            raw.truncate(raw.trim_end().len());
            raw.push_str("\n\n");
        }
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        let spaced = self.built.ends_with(' ');
        raw.push_str(if letters(&self.said) == letters(&self.built) { &self.said } else { self.built.trim_end() });
        if spaced {
            raw.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(comments: &str, tokens: &[&str]) -> String {
        let mut file = comments.to_owned();
        for (at, token) in tokens.iter().enumerate() {
            let (form, misc) = token.strip_suffix('<').map_or((*token, "_"), |form| (form, "SpaceAfter=No"));
            file += &format!("{}\t{form}\t_\tX\t_\t_\t0\troot\t_\t{misc}\n", at + 1);
        }
        file + "\n"
    }

    #[test]
    fn sentences_of_a_paragraph_are_joined_as_their_last_token_says() {
        let file = [
            sentence("# newdoc id = a\n# newpar\n# text = Ana salió.\n", &["Ana", "salió<", "."]),
            sentence("# text = «Volvió.»\n", &["«<", "Volvió<", ".<", "»<"]),
            sentence("# text = Luego no.\n", &["Luego", "no<", "."]),
            sentence("# newpar\n# text = Fin\n", &["Fin"]),
        ];
        assert_eq!(text(&file.concat()), "Ana salió. «Volvió.»Luego no.\n\nFin\n");
    }

    #[test]
    fn a_sentence_without_its_text_is_made_of_its_tokens() {
        let file = "# text = Otra cosa.\n1-2\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\tX\t_\t_\t0\troot\t_\t_\n2\tel\t_\tX\t_\t_\t1\tdet\t_\t_\n2.1\tx\t_\tX\t_\t_\t_\t_\t_\t_\n3\tbar\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n4\t.\t_\tX\t_\t_\t1\tpunct\t_\t_\n\n";
        assert_eq!(text(file), "del bar.\n");
    }
}
