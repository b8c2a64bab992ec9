//! Debian's chromium, headless, driven over its DevTools protocol: one page, asked and answered in turn.
//!
//! The WebSocket is written here, by RFC 6455 and no more than this one trusted peer on this machine needs: a client crate brings twenty
//! others (a second `rand`, `digest`, `getrandom`), a DevTools crate a hundred and twenty, for sixty lines of test code.

use serde_json::{Value, json};
use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

const PROGRAM: &str = "/usr/bin/chromium";
const PATIENCE: Duration = Duration::from_secs(60);

/// A headless browser with one page.
pub struct Browser {
    child: Child,
    socket: TcpStream,
    asked: u64,
    /// Everything the page told since it was last asked for, requests and complaints among it.
    told: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts the browser. Without one the test fails: a page that was not seen in a browser is not tested.
    pub fn start() -> Self {
        assert!(
            Path::new(PROGRAM).exists(),
            "{PROGRAM} is not there: run `cargo xtask test`, which installs it, or install Debian's package `chromium`"
        );
        let profile = tempfile::tempdir().expect("a folder for the browser");
        let child = Command::new(PROGRAM)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the browser starts");
        let file = profile.path().join("DevToolsActivePort");
        let port: u16 = patiently(|| std::fs::read_to_string(&file).ok()?.lines().next()?.parse().ok());
        let list = patiently(|| listed(port).filter(|list| list.contains("\"page\"")));
        let pages: Value = serde_json::from_str(list.split_once("\r\n\r\n").expect("a body").1).expect("a list of pages");
        let page = pages.as_array().into_iter().flatten().find(|page| page["type"] == "page").expect("a page");
        let address = page["webSocketDebuggerUrl"].as_str().expect("an address");
        let path = address.splitn(4, '/').nth(3).expect("a path");
        let socket = joined(port, path);
        let mut browser = Self { child, socket, asked: 0, told: Vec::new(), _profile: profile };
        for domain in ["Page", "Network", "Log", "Runtime"] {
            browser.ask(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Gives the page this width, in CSS pixels.
    pub fn width(&mut self, width: u32) {
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}),
        );
    }

    /// Opens an address and waits until it is loaded.
    pub fn open(&mut self, address: &str) {
        self.told.clear();
        self.ask("Page.navigate", json!({ "url": address }));
        self.loaded();
    }

    /// Follows the first link that the selector finds, as a reader does, and waits until the page is loaded.
    pub fn follow(&mut self, selector: &str) {
        self.told.clear();
        let found = self.value(&format!(
            "(() => {{ const link = document.querySelector({selector:?}); if (link) link.click(); return !!link; }})()"
        ));
        assert_eq!(found, json!(true), "no link {selector} on {}", self.value("location.href"));
        self.loaded();
    }

    /// The value of an expression in the page.
    pub fn value(&mut self, expression: &str) -> Value {
        self.ask("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }))["result"]["value"].clone()
    }

    /// The text of the page as a reader sees it.
    pub fn text(&mut self) -> String {
        self.value("document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    /// The addresses asked for while the page was opened.
    pub fn requests(&self) -> Vec<String> {
        let sent = self.told.iter().filter(|one| one["method"] == "Network.requestWillBeSent");
        sent.filter_map(|one| one["params"]["request"]["url"].as_str().map(str::to_owned)).collect()
    }

    /// What the browser complained of while the page was opened: refusals by the policy, errors, dialogs.
    pub fn complaints(&self) -> Vec<String> {
        let complaint = |one: &&Value| {
            let method = one["method"].as_str().unwrap_or_default();
            method == "Log.entryAdded" || method == "Runtime.exceptionThrown" || method == "Page.javascriptDialogOpening"
        };
        self.told.iter().filter(complaint).map(ToString::to_string).collect()
    }

    fn loaded(&mut self) {
        while !self.told.iter().any(|one| one["method"] == "Page.loadEventFired") {
            let next = self.receive();
            self.told.push(next);
        }
    }

    /// Asks and waits for the answer; what is told meanwhile is kept.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "id": id, "method": method, "params": params }).to_string());
        loop {
            let next = self.receive();
            if next["id"] == id {
                assert!(next["error"].is_null(), "{method}: {}", next["error"]);
                return next["result"].clone();
            }
            self.told.push(next);
        }
    }

    /// One text frame. Frames of a client are masked; a mask of zeros leaves the words as they are.
    fn send(&mut self, words: &str) {
        let mut frame = vec![0x81];
        match u16::try_from(words.len()) {
            Ok(length) if length < 126 => frame.push(0x80 | u8::try_from(length).expect("below 126")),
            Ok(length) => frame.extend([&[0x80 | 126][..], &length.to_be_bytes()].concat()),
            Err(_) => frame.extend([&[0x80 | 127][..], &(words.len() as u64).to_be_bytes()].concat()),
        }
        frame.extend([0; 4]);
        frame.extend(words.as_bytes());
        self.socket.write_all(&frame).expect("sent to the browser");
    }

    /// The next message, whole.
    fn receive(&mut self) -> Value {
        let mut message = Vec::new();
        loop {
            let [first, second] = self.bytes::<2>();
            let length = match second & 0x7f {
                126 => u64::from(u16::from_be_bytes(self.bytes())),
                127 => u64::from_be_bytes(self.bytes()),
                short => u64::from(short),
            };
            let mut part = vec![0; usize::try_from(length).expect("it fits")];
            self.socket.read_exact(&mut part).expect("the browser answers");
            message.extend(part);
            if first & 0x80 != 0 {
                return serde_json::from_slice(&message).expect("the browser speaks JSON");
            }
        }
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.socket.read_exact(&mut bytes).expect("the browser answers");
        bytes
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn patiently<T>(mut attempt: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(done) = attempt() {
            return done;
        }
        assert!(begun.elapsed() < PATIENCE, "the browser did not get ready");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The browser's list of pages, with the head of the answer.
fn listed(port: u16) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_millis(500))).ok()?;
    write!(stream, "GET /json/list HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").ok()?;
    let mut answer = Vec::new();
    // The browser may keep the line open: what came before the time was up is the answer.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).ok()
}

/// The WebSocket of a page.
fn joined(port: u16, path: &str) -> TcpStream {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("the browser listens");
    socket.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    let key = "cGFyYWRlcm8gcGFyYWRlcm8=";
    write!(
        socket,
        "GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    .expect("sent");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        socket.read_exact(&mut byte).expect("the browser answers");
        head.push(byte[0]);
    }
    assert!(head.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&head));
    socket
}
