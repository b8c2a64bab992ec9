//! What each command prints, in both languages, for people and for programs.

mod program;

use program::{Folder, REPORT};

fn opened() -> Folder {
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    folder.run(&["open", "report.txt", "--no-serve"]).well();
    folder
}

#[test]
fn the_same_bytes_twice_are_one_source_with_two_captures() {
    let folder = opened();
    folder.write("copy.txt", REPORT);
    let again = folder.run(&["open", "copy.txt", "--no-serve"]).well();
    assert!(again.contains("1 source was already recorded"), "{again}");
    assert!(folder.run(&["verify"]).well().contains(" 1 sources,"), "one source");
}

#[test]
fn verify_answers_in_one_line_and_finds_a_changed_byte() {
    let folder = opened();
    let answer = folder.run(&["verify"]).well();
    assert_eq!(answer.lines().count(), 1, "{answer}");
    assert!(answer.contains("entries verified") && answer.contains("root "), "{answer}");
    let path = folder.path().join("record.paradero");
    let mut bytes = std::fs::read(&path).expect("the store");
    let at = bytes.windows(7).rposition(|window| window == b"Quillay").expect("the name stands in a payload");
    bytes[at] = b'q';
    std::fs::write(&path, bytes).expect("written");
    let ran = folder.run(&["verify"]);
    assert_eq!(ran.code, 3, "out {} err {}", ran.out, ran.err);
    assert!(ran.err.contains("does not verify"), "{}", ran.err);
}

#[test]
fn a_case_file_is_found_by_part_of_a_name_without_accents() {
    let folder = opened();
    let case = folder.run(&["case", "quillay"]).well();
    assert!(case.starts_with("# Marta Quillay Osorno"), "{case}");
    assert!(case.contains("2 May 2025") && case.contains("“"), "{case}");
    assert!(case.contains("## Not recorded"), "{case}");
    let nobody = folder.run(&["case", "Nadie"]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.err.contains("nobody of that name"), "{}", nobody.err);
}

#[test]
fn piped_output_has_no_colours_and_a_forced_terminal_has() {
    let folder = opened();
    assert!(!folder.run(&["people"]).well().contains('\u{1b}'));
    let forced = folder.command(&["people"]).env("CLICOLOR_FORCE", "1").output().expect("runs");
    assert!(String::from_utf8_lossy(&forced.stdout).contains('\u{1b}'), "colours where they are wanted");
    let none = folder.command(&["people"]).env("NO_COLOR", "1").output().expect("runs");
    assert!(!String::from_utf8_lossy(&none.stdout).contains('\u{1b}'), "NO_COLOR is obeyed");
}

#[test]
fn everything_a_person_reads_is_in_the_language_asked_for() {
    let folder = opened();
    let english = folder.run(&["case", "1"]).well();
    let spanish = folder.run(&["case", "1", "--lang", "es"]).well();
    assert!(english.contains("## Chronology") && spanish.contains("## Cronología"), "{spanish}");
    let locale = folder.command(&["people"]).env("LC_ALL", "es_VE.UTF-8").output().expect("runs");
    assert!(String::from_utf8_lossy(&locale.stdout).contains("Personas de los casos"));
    for command in [
        &["--help"][..],
        &["open", "--help"],
        &["read", "--help"],
        &["case", "--help"],
        &["judge", "--help"],
        &["publish", "--help"],
        &["people", "--help"],
        &["verify", "--help"],
    ] {
        let help = |lang: &str| folder.run(&[command, &["--lang", lang]].concat()).well();
        let (english, spanish) = (help("en"), help("es"));
        assert!(english.contains("Usage: paradero") && english.contains("Examples:"), "{english}");
        assert!(spanish.contains("Uso: paradero") && spanish.contains("Ejemplos:"), "{spanish}");
        for word in ["Usage", "Options", "Print", "[default", "[possible"] {
            assert!(!spanish.contains(word), "{word} in {spanish}");
        }
    }
}

#[test]
fn drafts_as_jsonl_hold_their_words_where_they_say() {
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    let lines = folder.run(&["read", "report.txt", "--format", "jsonl"]).well();
    let characters: Vec<char> = REPORT.chars().collect();
    assert!(lines.lines().count() >= 3, "{lines}");
    for line in lines.lines() {
        let one: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let place = |key: &str| usize::try_from(one[key].as_u64().expect("a number")).expect("fits");
        let words: String = characters[place("start")..place("end")].iter().collect();
        assert_eq!(one["words"], serde_json::Value::from(words), "{line}");
        assert_eq!(one["report"], "report.txt");
    }
    assert!(!folder.path().join("record.paradero").exists(), "reading keeps nothing");
}

#[test]
fn a_judgement_is_recorded_and_can_be_taken_back() {
    let folder = Folder::new();
    folder.write("a.txt", "Marta Quillay Osorno was arrested on May 2, 2025 in Laredo.\n");
    folder.write("b.txt", "Marta Quillay was deported to Peru on June 9, 2025.\n");
    folder.run(&["open", "a.txt", "b.txt", "--no-serve"]).well();
    let listed = |folder: &Folder| folder.run(&["people"]).well();
    assert!(
        listed(&folder).contains("  1. ") && listed(&folder).contains("  2. "),
        "a name in part never joins by itself: {}",
        listed(&folder)
    );
    folder.run(&["judge", "same", "1", "2", "--why", "same lawyer in both"]).well();
    assert!(!listed(&folder).contains("  2. "), "{}", listed(&folder));
    assert!(folder.run(&["verify"]).well().contains("entries verified"));
}

#[test]
fn a_release_withholds_what_is_protected_and_is_recorded() {
    let folder = Folder::new();
    folder.write(
        "report.txt",
        "Marta Quillay Osorno, a gay Peruvian tailor, was arrested on May 2, 2025 in Laredo. She has epilepsy.\n",
    );
    folder.run(&["open", "report.txt", "--no-serve"]).well();
    let said = folder.run(&["publish", "Marta Quillay Osorno", "--to", "out"]).well();
    assert!(said.contains("entry"), "{said}");
    let written: Vec<_> =
        folder.everything().into_iter().filter(|(path, _)| path.starts_with(folder.path().join("out"))).collect();
    assert_eq!(written.len(), 2, "JSON and HTML");
    for (path, bytes) in written {
        let text = String::from_utf8(bytes).expect("UTF-8").to_lowercase();
        assert!(text.contains("quillay"), "{path:?}");
        assert!(!text.contains("gay ") && !text.contains("epilep"), "{path:?} lets out what is protected");
    }
    assert!(folder.run(&["case", "Quillay"]).well().contains("‹withheld›"));
    assert!(folder.run(&["verify"]).well().contains("entries verified"));
}

#[test]
fn the_analysis_is_shown_and_its_labels_explained_in_both_languages() {
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    let english = folder.run(&["read", "report.txt", "--show", "analysis"]).well();
    let spanish = folder.run(&["read", "report.txt", "--show", "analysis", "--lang", "es"]).well();
    for word in ["names: Marta Quillay Osorno (person)", "Parts of speech", "PROPN", "2025-05-02"] {
        assert!(english.contains(word), "{word} in {english}");
    }
    for word in ["nombres: Marta Quillay Osorno (persona)", "Clases de palabras", "nombre propio"] {
        assert!(spanish.contains(word), "{word} in {spanish}");
    }
    let wrong = folder.run(&["read", "report.txt", "--show", "analysis", "--format", "jsonl"]);
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("--format conllu"), "{}", wrong.err);
}

#[test]
fn a_third_language_is_left_alone_and_said_and_conllu_holds_every_letter() {
    let folder = Folder::new();
    let body = format!("{REPORT}\nNinguém lhe disse por que foi levada para a prisão, e os filhos não sabiam onde ela estava.\n");
    folder.write("report.txt", &body);
    let ran = folder.run(&["read", "report.txt", "--show", "analysis", "--format", "conllu"]);
    assert!(ran.err.contains("neither English nor Spanish") && ran.err.contains("¶ 3"), "{}", ran.err);
    let out = ran.well();
    assert_eq!(out.matches("# newpar").count(), 3, "{out}");
    let (mut letters, mut inside) = (String::new(), 0_usize);
    for row in out.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = row.split('\t').collect();
        assert_eq!(columns.len(), 10, "{row}");
        match columns[0].split_once('-') {
            Some((first, last)) => {
                inside = last.parse::<usize>().expect("a number") - first.parse::<usize>().expect("a number") + 1;
                letters.push_str(columns[1]);
            }
            None if inside > 0 => inside -= 1,
            None => letters.push_str(columns[1]),
        }
    }
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(bare(&letters), bare(&body));
}
