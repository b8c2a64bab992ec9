//! What this is, and the words it uses.

use super::{frame::Frame, shown};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use paradero_model::Modality;
use paradero_publish::terms::Phrase;

#[derive(Template)]
#[template(path = "about.html")]
struct About<'a> {
    f: &'a Frame,
    title: String,
}

/// The page.
pub async fn page(frame: Frame) -> Response {
    shown(StatusCode::OK, &About { f: &frame, title: frame.say(Phrase::About).to_owned() })
}
