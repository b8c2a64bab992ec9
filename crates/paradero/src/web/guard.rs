//! Stands before every route: refuses requests that were not made for this page, and puts the headers on every answer.
//!
//! The list of hosts is what keeps a page on the web from reading this one by pointing its own name at this machine (DNS rebinding).

use super::{frame::Frame, message};
use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use paradero_model::Lang;
use paradero_publish::terms::Phrase;

/// What a page may load and do: its own style sheet, its own image, its own search form; nothing else, and no script at all.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of every answer, errors among them.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Lets a request through to its route, or answers it.
pub async fn stand(port: u16, lang: Lang, request: Request, next: Next) -> Response {
    let refused = |status, title, text| message(status, Frame::new(request.uri(), lang), title, text);
    let mut response = if !is_ours(&request, port) {
        refused(StatusCode::MISDIRECTED_REQUEST, Phrase::WrongHost, Phrase::WrongHostHint)
    } else if request.method() != Method::GET && request.method() != Method::HEAD {
        refused(StatusCode::METHOD_NOT_ALLOWED, Phrase::MethodNotAllowed, Phrase::NotFoundHint)
    } else {
        next.run(request).await
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a request names this machine and this port, once, as it is served. A browser leaves out port 80.
fn is_ours(request: &Request, port: u16) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let named = hosts.next().and_then(|host| host.to_str().ok());
    let ours = |host: &str| {
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|name| host.eq_ignore_ascii_case(&format!("{name}:{port}")) || (port == 80 && host.eq_ignore_ascii_case(name)))
    };
    let in_line = request.uri().authority().is_none_or(|authority| ours(authority.as_str()));
    hosts.next().is_none() && named.is_some_and(ours) && in_line
}
