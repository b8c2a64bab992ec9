//! A plain HTTP client, so that a test sees every byte that the site answers with.

use crate::site::Served;
use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

/// What the site answered.
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Header lines, lower case.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Answer {
    /// Whether a header is there with exactly this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.head.lines().any(|line| line == format!("{name}: {value}").to_lowercase())
    }

    /// The addresses that links of the body lead to, which begin so.
    pub fn links(&self, beginning: &str) -> Vec<String> {
        let parts = self.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        parts.filter(|link| link.starts_with(beginning)).map(|link| link.replace("&#38;", "&")).collect()
    }
}

impl Served {
    /// Asks for a path as a browser on this machine does.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &format!("127.0.0.1:{}", self.port))
    }

    /// Asks with a method and for a host.
    pub fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Answer { status, head: head.to_lowercase().replace("\r\n", "\n"), body: body.to_owned() }
    }
}
