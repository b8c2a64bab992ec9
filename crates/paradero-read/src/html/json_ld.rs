//! What a page says about itself in JSON-LD. Often broken: then the few fields that matter are looked for as text.

use serde_json::Value;
use std::collections::HashMap;

/// The fields that matter; each may be unknown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Ld {
    pub(crate) headline: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) url: Option<String>,
}

/// Objects looked at of one page.
const OBJECTS: usize = 10_000;

impl Ld {
    /// Adds what one script says; what is known already stays.
    pub(crate) fn add(&mut self, script: &str) {
        let script = script
            .trim()
            .trim_start_matches("<!--")
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("-->")
            .trim_end_matches("//]]>")
            .trim();
        // A line end inside a string is the most common fault.
        let level = || script.replace(['\n', '\r', '\t'], " ");
        match serde_json::from_str::<Value>(script).or_else(|_| serde_json::from_str(&level())) {
            Ok(value) => self.walk(&value),
            Err(_) => self.scan(script),
        }
    }

    fn walk(&mut self, value: &Value) {
        let mut objects = Vec::new();
        let mut waiting = vec![value];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Object(fields) => {
                    objects.push(fields);
                    waiting.extend(fields.values());
                }
                Value::Array(all) => waiting.extend(all.iter().rev()),
                _ => {}
            }
            if objects.len() > OBJECTS {
                break;
            }
        }
        let by_id: HashMap<&str, &serde_json::Map<String, Value>> = objects
            .iter()
            .filter(|fields| fields.contains_key("name"))
            .filter_map(|fields| Some((fields.get("@id")?.as_str()?, *fields)))
            .collect();
        let kind = |fields: &serde_json::Map<String, Value>, ends: &[&str]| match fields.get("@type") {
            Some(Value::String(kind)) => ends.iter().any(|end| kind.ends_with(end)),
            Some(Value::Array(kinds)) => {
                kinds.iter().filter_map(Value::as_str).any(|kind| ends.iter().any(|end| kind.ends_with(end)))
            }
            _ => false,
        };
        for ends in [&["Article", "BlogPosting", "Report", "Review", "LiveBlogPosting"][..], &["WebPage", "CreativeWork"][..]] {
            for fields in objects.iter().filter(|fields| kind(fields, ends)) {
                let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
                let names = |name: &str| fields.get(name).and_then(|value| names(value, &by_id));
                keep(&mut self.headline, text("headline"));
                keep(&mut self.author, names("author").or_else(|| names("creator")));
                keep(&mut self.publisher, names("publisher"));
                keep(&mut self.published, text("datePublished"));
                keep(&mut self.lang, text("inLanguage"));
                keep(&mut self.url, text("url").or_else(|| text("mainEntityOfPage")).filter(|url| url.starts_with("http")));
            }
        }
    }

    /// Looks for the fields as text.
    fn scan(&mut self, script: &str) {
        let text = |name: &str| -> Option<String> {
            let after =
                script.split_once(&format!("\"{name}\""))?.1.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
            let value = &after[..after.find('"')?];
            (!value.contains('\\')).then(|| value.to_owned())
        };
        keep(&mut self.headline, text("headline"));
        keep(&mut self.published, text("datePublished"));
        keep(&mut self.lang, text("inLanguage"));
    }
}

fn keep(slot: &mut Option<String>, value: Option<String>) {
    if slot.is_none() {
        *slot = value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    }
}

/// The name of a person or an outlet: a string, an object with a name, one that points to such an object, or a list of these.
fn names(value: &Value, by_id: &HashMap<&str, &serde_json::Map<String, Value>>) -> Option<String> {
    let one = |value: &Value| -> Option<String> {
        match value {
            Value::String(name) => Some(name.clone()),
            Value::Object(fields) => {
                let name = fields.get("name").or_else(|| by_id.get(fields.get("@id")?.as_str()?)?.get("name"))?;
                name.as_str().map(str::to_owned)
            }
            _ => None,
        }
    };
    let all: Vec<String> = match value {
        Value::Array(all) => all.iter().filter_map(one).take(20).collect(),
        value => one(value).into_iter().collect(),
    };
    (!all.is_empty()).then(|| all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_is_followed_and_a_broken_script_is_scanned() {
        let mut ld = Ld::default();
        ld.add(
            r##"{"@graph":[{"@type":"Organization","@id":"#o","name":"El Faro Azul"},
            {"@type":["NewsArticle"],"headline":"Uno","author":[{"name":"Ana Ruiz"},{"name":"Leo Paz"}],"publisher":{"@id":"#o"},"datePublished":"2025-01-02"}]}"##,
        );
        assert_eq!(ld.publisher.as_deref(), Some("El Faro Azul"));
        assert_eq!(ld.author.as_deref(), Some("Ana Ruiz, Leo Paz"));
        let mut ld = Ld::default();
        ld.add(r#"{"@type":"NewsArticle","headline":"Uno","datePublished" : "2025-01-02T03:04:05Z",,,"#);
        assert_eq!((ld.headline.as_deref(), ld.published.as_deref()), (Some("Uno"), Some("2025-01-02T03:04:05Z")));
        ld.add(&"[".repeat(100_000));
    }
}
