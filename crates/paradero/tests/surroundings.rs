//! Bad input and bad surroundings: each is a sentence that says what to do, a documented exit code, and nothing written.

mod program;

use program::{Folder, REPORT, Ran};
use std::{io::Write as _, net::TcpListener, process::Stdio};

/// The run failed with `code`, said `sentence` and what to do, and left the folder as it was.
fn refused(folder: &Folder, arguments: &[&str], code: i32, sentence: &str) -> Ran {
    let before = folder.everything();
    let ran = folder.run(arguments);
    assert_eq!(ran.code, code, "{arguments:?}\nout: {}\nerr: {}", ran.out, ran.err);
    assert!(ran.err.contains(sentence), "{arguments:?} said: {}", ran.err);
    assert!(ran.err.contains("→"), "{arguments:?} does not say what to do: {}", ran.err);
    assert_eq!(folder.everything(), before, "{arguments:?} wrote something");
    ran
}

#[test]
fn what_is_not_there_is_named() {
    let folder = Folder::new();
    refused(&folder, &["open", "nowhere.html", "--no-serve"], 1, "there is no file or folder nowhere.html");
    refused(&folder, &["open", "*.html", "--no-serve"], 1, "no file matches *.html");
    refused(&folder, &["read", "nowhere.html"], 1, "there is no file or folder");
}

#[test]
fn folders_without_reports_are_told_apart_from_empty_ones() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("empty")).expect("folder");
    refused(&folder, &["open", "empty", "--no-serve"], 1, "holds no files");
    folder.write("pictures/a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    refused(&folder, &["open", "pictures", "--no-serve"], 1, "no report could be read");
}

#[test]
fn a_named_file_that_holds_no_text_is_refused_and_nothing_beside_it_is_recorded() {
    let folder = Folder::new();
    folder.write("good.txt", REPORT);
    folder.write("empty.txt", "");
    folder.write("program.bin", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0");
    refused(&folder, &["open", "good.txt", "empty.txt", "--no-serve"], 1, "empty.txt cannot be read");
    refused(&folder, &["open", "program.bin", "--no-serve"], 1, "program.bin cannot be read");
}

#[test]
fn a_folder_passes_over_what_it_cannot_read_and_says_so() {
    let folder = Folder::new();
    folder.write("in/good.txt", REPORT);
    folder.write("in/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    let ran = folder.run(&["open", "in", "--no-serve"]);
    assert!(ran.err.contains("note: in/picture.png"), "{}", ran.err);
    assert!(ran.well().contains("recorded 1 new source"));
}

#[test]
fn a_store_that_is_not_ours_or_newer_is_left_as_it_is() {
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    folder.write("notes.paradero", "my notes, not a store, but long enough to look like a file with something in it");
    refused(
        &folder,
        &["open", "report.txt", "--no-serve", "--store", "notes.paradero"],
        2,
        "is there, but it is no Paradero store",
    );
    refused(&folder, &["verify", "--store", "notes.paradero"], 2, "is there, but it is no Paradero store");
    refused(
        &folder,
        &["open", "report.txt", "--no-serve", "--store", "nowhere/new.paradero"],
        1,
        "the folder of nowhere/new.paradero",
    );
    folder.run(&["open", "report.txt", "--no-serve", "--store", "new.paradero"]).well();
    // The format's version stands in bytes 60 to 63 of the file (SQLite's user version).
    let path = folder.path().join("new.paradero");
    let mut bytes = std::fs::read(&path).expect("the store");
    bytes[60..64].copy_from_slice(&77_u32.to_be_bytes());
    std::fs::write(&path, bytes).expect("written");
    refused(&folder, &["people", "--store", "new.paradero"], 2, "made by a newer Paradero (format 77)");
    refused(&folder, &["open", "report.txt", "--no-serve", "--store", "new.paradero"], 2, "newer");
}

#[test]
fn commands_that_need_a_store_say_how_to_make_one() {
    let folder = Folder::new();
    for arguments in [&["people"][..], &["case", "Ana"], &["verify"], &["open"], &["publish", "Ana", "--to", "out"]] {
        refused(&folder, arguments, 1, "there is no store record.paradero here");
    }
}

#[test]
fn a_port_in_use_is_said_and_what_was_read_is_recorded() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port().to_string();
    let folder = Folder::new();
    folder.write("report.txt", REPORT);
    let ran = folder.run(&["open", "report.txt", "--port", &port]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains(&format!("port {port} on this machine is in use")) && ran.err.contains('→'), "{}", ran.err);
    assert!(folder.run(&["people"]).well().contains("Marta Quillay Osorno"));
}

#[test]
fn a_mistyped_line_is_answered_in_the_readers_language() {
    let folder = Folder::new();
    refused(&folder, &["opne"], 1, "there is no command opne");
    refused(&folder, &["people", "--colour"], 1, "there is no option --colour");
    refused(&folder, &["read", "x", "--format", "xml"], 1, "xml is no value");
    refused(&folder, &["--lang", "es", "people", "--colour"], 1, "no existe la opción --colour");
    refused(&folder, &[], 1, "no command was given");
}

#[test]
fn standard_input_is_a_source_like_any_other() {
    let folder = Folder::new();
    let mut child = folder
        .command(&["open", "-", "--no-serve"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    child.stdin.take().expect("its input").write_all(REPORT.as_bytes()).expect("written");
    let out = Ran::of(child.wait_with_output().expect("ends")).well();
    assert!(out.contains("Marta Quillay Osorno"), "{out}");
}
