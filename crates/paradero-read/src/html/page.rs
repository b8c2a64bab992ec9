//! A page as one flat list: elements in the order in which they open, and everything that happens in order.
//!
//! Not the whole algorithm of the HTML standard: end tags that browsers imply are implied (`p`, `li`, cells, `head`), inline
//! elements that are closed in the wrong order change no block, and nothing is moved. Work per tag is bounded by the depth limit.

use super::elements::{closes_paragraph, is_block, is_heading, is_void};
use super::tokens::{Token, tokens};
use crate::limits;
use paradero_model::Span;
use std::collections::HashMap;

/// An element's place in [`Page::nodes`].
pub(crate) type NodeId = usize;

/// One element.
#[derive(Debug)]
pub(crate) struct Node {
    /// Its name, in lower case.
    pub(crate) name: String,
    /// The element around it; the root's is itself.
    pub(crate) parent: NodeId,
    pub(crate) attributes: Vec<(String, String)>,
    /// The first event inside, and one past the last.
    pub(crate) events: (usize, usize),
}

/// What happens, in order.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event {
    Enter(NodeId),
    Leave(NodeId),
    /// Characters inside an element.
    Text(NodeId, Span),
    /// A block border whose element is not kept: beyond the depth limit, or closed without being open.
    Break,
}

/// The flat list. Node 0 is the root around everything.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) nodes: Vec<Node>,
    pub(crate) events: Vec<Event>,
    /// The first tag beyond the limit of depth or of elements.
    pub(crate) too_deep: Option<Span>,
    /// The place where the page breaks off inside a block element.
    pub(crate) broken: Option<Span>,
}

impl Node {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

impl Page {
    /// The page of these characters.
    pub(crate) fn of(text: &str) -> Self {
        let mut maker = Maker::new();
        tokens(text, |token| match token {
            Token::Start { name, attributes, span } => maker.start(name, attributes, span),
            Token::End { name, .. } => maker.end(&name),
            Token::Text(span) => {
                let top = maker.top();
                if maker.muted.is_none() {
                    maker.page.events.push(Event::Text(top, span));
                }
            }
        });
        let open = &maker.stack[1..];
        if open.iter().any(|node| {
            matches!(maker.page.nodes[*node].name.as_str(), "div" | "article" | "table" | "script" | "style" | "title")
        }) {
            maker.page.broken = Some(Span::new(text.len(), text.len()));
        }
        while maker.stack.len() > 1 {
            maker.pop();
        }
        maker.page.nodes[0].events = (0, maker.page.events.len());
        maker.page
    }

    /// The elements around one, innermost first, with itself first; the root is the last.
    pub(crate) fn around(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut next = Some(node);
        std::iter::from_fn(move || {
            let at = next?;
            next = (at != 0).then(|| self.nodes[at].parent);
            Some(at)
        })
    }
}

struct Maker {
    page: Page,
    stack: Vec<NodeId>,
    /// How many elements of a name are open: most searches of the stack need not begin.
    open: HashMap<String, usize>,
    /// Start tags beyond the depth limit that wait for their end tags.
    beyond: usize,
    /// An element beyond the limit whose characters are no words (`script`), until it ends.
    muted: Option<String>,
}

impl Maker {
    fn new() -> Self {
        let root = Node { name: "#root".into(), parent: 0, attributes: Vec::new(), events: (0, 0) };
        let page = Page { nodes: vec![root], events: Vec::new(), too_deep: None, broken: None };
        Self { page, stack: vec![0], open: HashMap::new(), beyond: 0, muted: None }
    }

    fn top(&self) -> NodeId {
        self.stack.last().copied().unwrap_or(0)
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.get(name).is_some_and(|count| *count > 0)
    }

    fn start(&mut self, name: String, attributes: Vec<(String, String)>, span: Span) {
        if matches!(name.as_str(), "html" | "body") && self.is_open(&name) {
            return;
        }
        if self.is_open("head")
            && !matches!(
                name.as_str(),
                "meta" | "link" | "title" | "script" | "style" | "base" | "noscript" | "template" | "head"
            )
        {
            self.close("head", &[]);
        }
        if closes_paragraph(&name) {
            self.close("p", &["td", "th", "button", "caption", "object"]);
        }
        match name.as_str() {
            "li" => self.close("li", &["ul", "ol", "menu"]),
            "dt" | "dd" => {
                self.close("dt", &["dl"]);
                self.close("dd", &["dl"]);
            }
            "tr" => self.close("tr", &["table"]),
            "td" | "th" => {
                self.close("td", &["tr", "table"]);
                self.close("th", &["tr", "table"]);
            }
            "thead" | "tbody" | "tfoot" => {
                for part in ["thead", "tbody", "tfoot"] {
                    self.close(part, &["table"]);
                }
            }
            "option" => self.close("option", &["select"]),
            "a" => self.close("a", &["td", "th", "table", "li", "div", "p", "article", "section"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let top = self.page.nodes[self.top()].name.clone();
                if is_heading(&top) {
                    self.pop();
                }
            }
            _ => {}
        }
        let void = is_void(&name);
        let full = self.page.nodes.len() >= limits::ELEMENTS;
        if self.stack.len() >= limits::DEPTH && !void || full {
            self.page.too_deep.get_or_insert(span);
            self.beyond += usize::from(!void);
            if matches!(name.as_str(), "script" | "style" | "noscript" | "textarea" | "title" | "iframe") {
                self.muted = Some(name);
                return;
            }
            if is_block(&name) {
                self.page.events.push(Event::Break);
            }
            return;
        }
        let id = self.page.nodes.len();
        *self.open.entry(name.clone()).or_default() += 1;
        self.page.nodes.push(Node { name, parent: self.top(), attributes, events: (0, 0) });
        self.page.events.push(Event::Enter(id));
        self.page.nodes[id].events.0 = self.page.events.len();
        self.stack.push(id);
        if void {
            self.pop();
        }
    }

    fn end(&mut self, name: &str) {
        if self.muted.as_deref() == Some(name) {
            self.muted = None;
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            if is_block(name) {
                self.page.events.push(Event::Break);
            }
            return;
        }
        if is_void(name) || !self.is_open(name) {
            if is_block(name) || name == "br" {
                self.page.events.push(Event::Break);
            }
            return;
        }
        if is_block(name) || is_heading(name) {
            let table = matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "body" | "html");
            self.close(name, if table { &[] } else { &["td", "th"] });
        } else {
            self.close_inline(name);
        }
    }

    /// Closes the innermost open `name` and all inside it, unless one of `walls` is open inside it.
    fn close(&mut self, name: &str, walls: &[&str]) {
        if !self.is_open(name) {
            return;
        }
        for depth in (1..self.stack.len()).rev() {
            let found = self.page.nodes[self.stack[depth]].name.as_str();
            if found == name {
                while self.stack.len() > depth {
                    self.pop();
                }
                return;
            }
            if walls.contains(&found) {
                return;
            }
        }
    }

    /// Closes an inline element, never across the border of a block.
    fn close_inline(&mut self, name: &str) {
        for depth in (1..self.stack.len()).rev() {
            let found = self.page.nodes[self.stack[depth]].name.as_str();
            if found == name {
                while self.stack.len() > depth {
                    self.pop();
                }
                return;
            }
            if is_block(found) {
                return;
            }
        }
    }

    fn pop(&mut self) {
        if let Some(node) = self.stack.pop() {
            self.page.nodes[node].events.1 = self.page.events.len();
            self.page.events.push(Event::Leave(node));
            if let Some(count) = self.open.get_mut(&self.page.nodes[node].name) {
                *count = count.saturating_sub(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        let page = Page::of(text);
        let mut shape = String::new();
        for event in &page.events {
            match event {
                Event::Enter(node) => shape += &format!("<{}>", page.nodes[*node].name),
                Event::Leave(_) => shape += "/",
                Event::Text(_, span) => shape += span.of(text).unwrap_or("?"),
                Event::Break => shape += "|",
            }
        }
        shape
    }

    #[test]
    fn ends_that_browsers_imply_are_implied() {
        assert_eq!(shape("<p>a<p>b<div>c</div>"), "<p>a/<p>b/<div>c/");
        assert_eq!(shape("<ul><li>a<li>b<ul><li>c</ul></ul>"), "<ul><li>a/<li>b<ul><li>c////");
        assert_eq!(shape("<table><tr><td>a<td>b<tr><td>c</table>"), "<table><tr><td>a/<td>b//<tr><td>c///");
        assert_eq!(shape("<head><title>t</title><p>a"), "<head><title>t//<p>a/");
        assert_eq!(shape("<p><b>a</p>b</b>"), "<p><b>a//b");
    }

    #[test]
    fn depth_is_bounded_and_ends_beyond_it_close_nothing_else() {
        let deep = format!("{}x{}y", "<div>".repeat(2000), "</div>".repeat(2000));
        let page = Page::of(&deep);
        assert!(page.nodes.len() <= crate::limits::DEPTH);
        assert!(page.too_deep.is_some());
        assert!(matches!(page.events.last(), Some(Event::Text(0, _))));
        let script = format!("{}<script>var x</script>y", "<div>".repeat(600));
        assert!(shape(&script).contains('y') && !shape(&script).contains("var"), "what is no word stays unread beyond the limit");
    }
}
