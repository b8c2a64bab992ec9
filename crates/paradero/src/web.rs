//! The page on this machine: who is in the record, their case files, and the texts with the anchored words marked.
//!
//! [`Site`] holds what is shown, computed once. [`run`] serves it on a loopback listener until the user stops it. Every route is in
//! [`routes`]; [`guard`] stands before all of them (the address asked for, the headers of every answer). Nothing is changed by any
//! request, nothing is fetched, no script is sent, and a source's markup is never rendered: only our text of it, escaped.

mod about;
mod case;
mod frame;
mod guard;
mod list;
mod marks;
mod pairs;
mod report;
mod site;

pub use guard::CONTENT_SECURITY_POLICY;
pub use site::Site;

use axum::{
    Router,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use frame::Frame;
use paradero_model::Lang;
use paradero_publish::terms::Phrase;
use std::{net::TcpListener, sync::Arc};

/// Every route of the page, for the router and for the test that walks them.
pub const ROUTES: [&str; 6] = ["/", "/about", "/case/{id}", "/text/{id}", "/style.css", "/icon.svg"];

const ICON: &str = include_str!("../templates/icon.svg");

/// What every handler gets.
struct Shown {
    site: Site,
    lang: Lang,
}

/// Serves the site on `listener` until the user stops the program. `lang` is the language of a request that names none.
///
/// # Errors
/// Where the listener fails, or is bound to more than this machine.
pub fn run(site: Site, listener: TcpListener, lang: Lang) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        tokio::select! {
            served = serve(site, listener, lang) => served,
            stopped = tokio::signal::ctrl_c() => stopped,
        }
    })
}

/// As [`run`], inside a runtime that is already there.
///
/// # Errors
/// Where the listener fails, or is bound to more than this machine.
pub async fn serve(site: Site, listener: TcpListener, lang: Lang) -> std::io::Result<()> {
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        return Err(std::io::Error::new(
            std::io::ErrorKind::InvalidInput,
            "the page is for this machine only: bind a loopback address",
        ));
    }
    listener.set_nonblocking(true)?;
    axum::serve(tokio::net::TcpListener::from_std(listener)?, routes(site, address.port(), lang)).await
}

/// The routes of the page for the port that it is served on.
pub fn routes(site: Site, port: u16, lang: Lang) -> Router {
    let shown = Arc::new(Shown { site, lang });
    Router::new()
        .route(ROUTES[0], get(list::page))
        .route(ROUTES[1], get(about::page))
        .route(ROUTES[2], get(case::page))
        .route(ROUTES[3], get(report::page))
        .route(ROUTES[4], get(|| async { file("text/css; charset=utf-8", paradero_publish::html::STYLE) }))
        .route(ROUTES[5], get(|| async { file("image/svg+xml", ICON) }))
        .fallback(not_found)
        .with_state(shown)
        .layer(axum::middleware::from_fn(move |request, next| guard::stand(port, lang, request, next)))
}

fn file(kind: &'static str, body: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], body).into_response()
}

/// A rendered page. A template that cannot be written is a fault of ours, said plainly.
fn shown(status: StatusCode, page: &impl askama::Template) -> Response {
    match page.render() {
        Ok(body) => (status, Html(body)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn not_found(frame: Frame) -> Response {
    message(StatusCode::NOT_FOUND, frame, Phrase::NotFound, Phrase::NotFoundHint)
}

fn message(status: StatusCode, frame: Frame, title: Phrase, text: Phrase) -> Response {
    let (title, text) = (frame.say(title).to_owned(), frame.say(text));
    shown(status, &frame::Message { f: &frame.lost(), title, text })
}
