//! The program: the only part of Paradero that knows the clock, the terminal, the file system and the page.
//!
//! [`pipeline`] is the whole flow on one screen. Around it: [`capture`] gets the bytes, [`command`] is one file for each thing that can be
//! asked, [`cli`] reads the asking, [`render`] and [`jsonl`] say the answer, [`web`] shows it, [`words`] holds the sentences in both
//! languages, and [`fault`] what is said when it cannot be done.

pub mod capture;
pub mod cli;
pub mod command;
pub mod fault;
pub mod jsonl;
pub mod pipeline;
pub mod render;
pub mod stages;
pub mod web;
pub mod words;
