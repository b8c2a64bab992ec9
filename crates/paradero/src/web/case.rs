//! A person's case file: the release of it that a page may show, with every number leading to its words in the report.

use super::{Shown, frame::Frame, not_found, shown};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use paradero_publish::{
    html, redact_traced,
    terms::{Phrase, Term as _},
};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "case.html")]
struct Case<'a> {
    f: &'a Frame,
    title: String,
    /// Whole markup of the publisher's own template, which escapes every value.
    article: String,
    refused: Option<&'static str>,
    /// The person's number in the list: what tells one hidden name from another.
    number: usize,
    minor: bool,
}

/// The page of the case file at `id`.
pub async fn page(State(state): State<Arc<Shown>>, Path(id): Path<String>, frame: Frame) -> Response {
    let site = &state.site;
    let Some((number, case)) = site.case(&id) else { return not_found(frame).await };
    let minor = case.head.minor.is_some();
    let page = match redact_traced(case, &site.policy(frame.open)) {
        Ok((release, trace)) => {
            let address =
                |text: String, at: String, anchor: String| format!("/text/{text}?lang={}{at}{anchor}", frame.lang.code());
            let statement = |number| {
                trace.statement(number).map_or_else(
                    || format!("#w{number}"),
                    |(id, text)| match site.number(id) {
                        Some(n) => address(text.to_string(), format!("&at={n}"), format!("#s{n}")),
                        None => address(text.to_string(), String::new(), String::new()),
                    },
                )
            };
            let report = |number| trace.report(number).map(|text| address(text.to_string(), String::new(), String::new()));
            let name = |number| {
                let text = trace.report(number).and_then(|id| site.record.text(id))?;
                site.file_name(text).map(|name| site.mask(&name, frame.open))
            };
            let links = html::Links { statement: &statement, report: &report, name: &name };
            let title = frame.plain(&site.mask(&case.head.name, frame.open));
            Case { f: &frame, title, article: html::article(&release, frame.lang, &links), refused: None, number, minor }
        }
        Err(refused) => {
            let title = frame.say(Phrase::CaseFile).to_owned();
            Case { f: &frame, title, article: String::new(), refused: Some(refused.rule.say(frame.lang)), number, minor }
        }
    };
    shown(StatusCode::OK, &page)
}
