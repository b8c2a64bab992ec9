//! The page over plain HTTP: every route, every header, what is refused, what is shown and what is hidden.

mod client;
mod site;

use client::Answer;
use paradero::web::{CONTENT_SECURITY_POLICY, ROUTES};
use paradero_model::Lang;
use site::{HOSTILE, MINOR, NAME, Served};

/// One address for every route, from the links that a reader follows.
fn addresses(site: &Served) -> Vec<String> {
    let list = site.get("/");
    let case = list.links("/case/").first().expect("a person in the list").clone();
    let text = site
        .get(&case)
        .links("/text/")
        .first()
        .expect("a report in the case file")
        .split('#')
        .next()
        .expect("an address")
        .to_owned();
    ROUTES
        .iter()
        .map(|route| match *route {
            "/case/{id}" => case.clone(),
            "/text/{id}" => text.clone(),
            fixed => fixed.to_owned(),
        })
        .collect()
}

/// The headers that stand on every answer.
fn guarded(answer: &Answer, what: &str) {
    for (name, value) in [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "deny"),
    ] {
        assert!(answer.has(name, value), "{what} lacks {name}: {value}\n{}", answer.head);
    }
}

#[test]
fn every_route_answers_with_every_header_and_so_do_errors() {
    let site = Served::new("", Lang::En);
    for address in addresses(&site) {
        assert!(!address.contains('{'), "a route without an address in this test: {address}");
        let answer = site.get(&address);
        assert_eq!(answer.status, 200, "{address}");
        guarded(&answer, &address);
    }
    for (method, path, status) in [
        ("GET", "/nowhere", 404),
        ("GET", "/case/00", 404),
        ("GET", "/text/00", 404),
        ("POST", "/", 405),
        ("DELETE", "/case/00", 405),
    ] {
        let answer = site.ask(method, path, &format!("127.0.0.1:{}", site.port));
        assert_eq!(answer.status, status, "{method} {path}");
        guarded(&answer, path);
    }
}

#[test]
fn only_this_machines_own_names_are_answered() {
    let site = Served::new("", Lang::En);
    let port = site.port;
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("LOCALHOST:{port}"), format!("[::1]:{port}")] {
        assert_eq!(site.ask("GET", "/", &host).status, 200, "{host}");
    }
    for host in [
        format!("attacker.example:{port}"),
        "127.0.0.1".to_owned(),
        "localhost:1".to_owned(),
        format!("127.0.0.1:{port}@a.example"),
        String::new(),
    ] {
        let answer = site.ask("GET", "/", &host);
        assert_eq!(answer.status, 421, "{host}");
        assert!(!answer.body.contains(NAME), "{host}");
        guarded(&answer, &host);
    }
    assert_eq!(site.ask("GET", "http://attacker.example/", &format!("127.0.0.1:{port}")).status, 421);
}

/// The tags of a page in order, without the values of their attributes.
fn structure(body: &str) -> Vec<String> {
    let tags = body.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest));
    tags.map(|tag| tag.split('"').step_by(2).collect::<Vec<_>>().join("\"")).collect()
}

#[test]
fn words_from_outside_are_never_markup() {
    let (hostile, harmless) = (Served::new(HOSTILE, Lang::En), Served::new("zorro", Lang::En));
    let pages = |site: &Served, search: &str| {
        let mut walked = addresses(site);
        walked.extend([format!("/?q={search}"), format!("/nowhere{search}?lang={search}")]);
        walked
    };
    let search = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for (bad, good) in pages(&hostile, search).iter().zip(pages(&harmless, "zorro")) {
        for shown in ["", "protected=show"] {
            let joint = if bad.contains('?') { '&' } else { '?' };
            let (answer, model) = (hostile.get(&format!("{bad}{joint}{shown}")), harmless.get(&format!("{good}{joint}{shown}")));
            assert_eq!(structure(&answer.body), structure(&model.body), "{bad} has other markup than {good}");
            assert!(!answer.body.contains("<script") && !answer.body.contains("<img"), "{bad}");
        }
    }
    let case = hostile.get(&hostile.get("/").links("/case/")[0]);
    assert!(case.body.contains("&#60;script&#62;alert(1)&#60;/script&#62;"), "the words are shown as words");
    assert!(case.body.contains("<bdi>"), "and isolated");
}

#[test]
fn what_is_protected_is_hidden_until_it_is_asked_for_on_the_page_itself() {
    let site = Served::new("", Lang::En);
    let case = site.get("/").links("/case/")[0].clone();
    let texts: Vec<String> =
        site.get(&case).links("/text/").iter().map(|link| link.split('?').next().expect("a path").to_owned()).collect();
    let mut told = 0;
    for path in texts.iter().chain([&case]) {
        let joint = if path.contains('?') { '&' } else { '?' };
        let hidden = site.get(path);
        assert!(!hidden.body.to_lowercase().contains("lesbian"), "{path} tells what is protected");
        assert!(hidden.body.contains("protected=show"), "{path} does not offer to show it");
        let shown = site.get(&format!("{path}{joint}protected=show"));
        told += usize::from(shown.body.contains("lesbian"));
        for link in shown.links("/").iter().filter(|link| !link.contains(path.split('?').next().expect("a path"))) {
            assert!(!link.contains("protected"), "{path} shows it on {link} as well");
        }
    }
    assert!(told >= 2, "asked for, it is shown in the case file and in the text");
}

#[test]
fn a_minor_is_named_on_no_page_until_it_is_asked_for() {
    let site = Served::new("", Lang::En);
    let list = site.get("/");
    let mut walked = list.links("/case/");
    walked.extend(
        walked
            .clone()
            .iter()
            .flat_map(|case| site.get(case).links("/text/"))
            .map(|link| link.split('#').next().unwrap_or_default().to_owned()),
    );
    walked.push("/".to_owned());
    walked.push("/?q=leo".to_owned());
    assert!(walked.len() > 6, "{walked:?}");
    for path in walked {
        let page = site.get(&path).body;
        for part in MINOR.split(' ').filter(|part| !path.contains("q=") || *part != "Leo") {
            assert!(!page.contains(part), "{path} names the child: {part}");
        }
    }
    assert!(list.body.contains("a minor"));
    assert!(site.get("/?protected=show").body.contains(MINOR));
    let child = list
        .links("/case/")
        .into_iter()
        .find(|link| site.get(link).body.contains("was a minor"))
        .expect("a case file that is withheld");
    assert!(site.get(&format!("{child}&protected=show")).body.contains(MINOR));
}

#[test]
fn the_language_is_kept_from_page_to_page() {
    let site = Served::new("", Lang::Es);
    let list = site.get("/");
    assert!(list.body.contains("<html lang=\"es\">") && list.body.contains("Personas del caso"));
    let english = site.get("/?lang=en");
    for link in english.links("/case/").iter().chain(&english.links("/about")) {
        assert!(link.contains("lang=en"), "{link}");
        let page = site.get(link);
        assert!(page.body.contains("<html lang=\"en\">"), "{link}");
        assert!(page.links("/text/").iter().all(|link| link.contains("lang=en")), "{link}");
    }
    assert!(site.get("/nowhere").body.contains("No encontrado"));
    assert!(site.get("/nowhere?lang=en").body.contains("Not found"));
}

#[test]
fn a_case_file_shows_both_dates_the_doubt_the_allegation_with_its_answer_and_what_is_missing() {
    let site = Served::new("", Lang::En);
    let case = site.get(&site.get("/").links("/case/")[0]);
    for words in [
        NAME,
        "3 March 2025",
        "5 March 2025",
        "Where reports disagree",
        "alleged",
        "a gang member",
        "a crown tattoo",
        "I bake bread",
        "Refusal to acknowledge custody",
        "2 reports",
        "independent origin",
        "Not recorded",
        "Courier",
    ] {
        assert!(case.body.contains(words), "the case file lacks {words}");
    }
}

#[test]
fn every_value_leads_to_its_words_in_the_text() {
    let site = Served::new("", Lang::En);
    let case = site.get(&site.get("/").links("/case/")[0]);
    let links: Vec<String> = case.links("/text/").into_iter().filter(|link| link.contains("at=")).collect();
    assert!(links.len() > 10, "{links:?}");
    for link in links {
        let (address, anchor) = link.split_once('#').expect("an anchor");
        let text = site.get(address);
        assert!(text.body.contains(&format!("id=\"{anchor}\"")), "{link} leads nowhere");
        assert!(text.body.contains("<mark class=\"here"), "{link} marks nothing");
    }
}

#[test]
fn names_are_found_without_case_or_accents_and_nothing_else_is() {
    let site = Served::new("", Lang::En);
    assert!(site.get("/?q=brusco%20ILDA").body.contains(NAME));
    let none = site.get("/?q=nobody");
    assert!(!none.body.contains(NAME) && none.body.contains("No name contains these words"));
}

#[test]
fn the_list_says_who_it_is_where_they_are_and_which_outlet_says_so() {
    let site = Served::new("", Lang::En);
    let list = site.get("/").body;
    let rows: Vec<&str> = list.split("<li>").filter(|row| row.contains("class=\"name\"")).collect();
    let row = rows.iter().find(|row| row.contains(NAME)).expect("the person of the case");
    for words in ["<bdi>34</bdi>", "Freed", "as of July 2025", "Whereabouts", "Courier", "Diario"] {
        assert!(row.contains(words), "the line lacks {words}: {row}");
    }
    let child = rows.iter().find(|row| row.contains("a minor")).expect("the child, unnamed");
    let number = child.split("class=\"no\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a number");
    assert!(!child.contains("<bdi>15</bdi>"), "the age of a hidden minor is hidden as well");
    let link = child.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    assert!(site.get(link).body.contains(&format!("Case file {number}")), "the case file tells itself apart by the same number");
}
