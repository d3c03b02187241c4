//! IPTC `NewsML-G2`: a news item, or a message of several. Its text is XHTML, NITF or plain.

use roxmltree::{Document, Node, ParsingOptions};

use super::{read_body, standing};
use crate::briefing::{Article, CleanText, Format, Written};
use crate::load::found::Found;
use crate::load::gate::{Gate, of_windows};
use crate::load::metadata::without_by;
use crate::load::{Loaded, date_line, decode, fragment, xml};

/// The most nodes of one file: one for each 20 bytes of the largest that is read.
const MOST_NODES: u32 = 3_000_000;

/// Elements that hold the text alone, the most certain first.
const BODIES: &[&str] = &["body.content", "body"];

/// Reads the items of text in a file.
pub(in crate::load) fn read_newsml(bytes: &[u8], found: &mut Found<'_>) {
    let mut source = xml::text(bytes).into_owned();
    let mut gate = Gate::default();
    gate.pass([&mut source]);
    let source = decode::clean(&source);
    if let Some(reason) = xml::refusal(&source) {
        return found.bad(&format!("this NewsML is damaged: {reason}; have it sent again"));
    }
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(&source, options) {
        Ok(document) => document,
        Err(error) => {
            return found.bad(&format!("this NewsML is damaged: {error}; have it sent again"));
        }
    };
    let root = document.root_element();
    if root.has_tag_name_of("newsItem") {
        let mut article = article(root, &source, found.blank(Format::NewsMl));
        article.notes.extend(gate.notes());
        let written = Written::default();
        return found.only(Ok(Loaded { article, written }));
    }
    // Only where items belong, so that none stands in another and every node is looked at for one item.
    let sets = root.children().filter(|node| node.has_tag_name_of("itemSet"));
    let items = sets
        .flat_map(|set| set.children())
        .filter(|node| node.has_tag_name_of("newsItem"));
    for item in items.filter(|item| is_text(*item)) {
        if found.is_full() {
            return;
        }
        let mut article = article(item, &source, found.blank(Format::NewsMl));
        // Of all items of the file: where in it each character stood is not known any more.
        article.notes.extend(gate.notes());
        found.entry(item.attribute("guid").unwrap_or_default(), article);
    }
}

/// Asking a node for its name, whatever the namespace: agencies differ in what they declare.
trait Named {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// Whether an item is text, and no picture, graphic or recording.
fn is_text(item: Node<'_, '_>) -> bool {
    let class = first(item, "itemClass").and_then(term);
    class.is_none_or(|class| ["text", "composite"].contains(&standing::last_part(class)))
}

/// A term of a list, by whichever of its names is there.
fn term<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let names = ["qcode", "uri", "literal"].into_iter();
    names
        .filter_map(|name| node.attribute(name))
        .find(|name| !name.trim().is_empty())
}

/// The first element called `name` in `node`, in the order of the file.
fn first<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|node| node.has_tag_name_of(name))
}

/// The words in the first element called `name`.
fn words(node: Node<'_, '_>, name: &str) -> Option<CleanText> {
    let node = first(node, name)?;
    let parts: Vec<&str> = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|text| text.text())
        .collect();
    let words: String = parts.join(" ").chars().map(of_windows).collect();
    let line = CleanText::line(&words);
    (!line.is_empty()).then_some(line)
}

/// What something or somebody is called: by its name in words, else its literal, else the end of its code.
fn called(node: Node<'_, '_>, name: &str) -> Option<CleanText> {
    let node = first(node, name)?;
    if let Some(named) = words(node, "name") {
        return Some(named);
    }
    let code = node.attribute("literal").or_else(|| node.attribute("qcode"));
    let code = code.map(|code| code.rsplit(':').next().unwrap_or(code));
    code.map(CleanText::line)
        .or_else(|| words(node, node.tag_name().name()))
}

fn article(item: Node<'_, '_>, source: &str, mut article: Article) -> Article {
    let status = first(item, "pubStatus").and_then(term);
    let embargoed = first(item, "embargoed").map(|embargo| embargo.text().unwrap_or_default());
    article.notice = standing::notice(status, embargoed);
    let meta = first(item, "contentMeta").unwrap_or(item);
    article.title = words(meta, "headline").or_else(|| words(item, "title"));
    article.standfirst = words(meta, "description");
    let by = words(meta, "by").map(|by| CleanText::line(without_by(&by)));
    article.byline = by.or_else(|| called(meta, "creator"));
    article.dateline = words(meta, "dateline");
    article.source = called(meta, "infoSource").or_else(|| called(item, "provider"));
    article.language = first(meta, "language")
        .and_then(|language| language.attribute("tag"))
        .map(CleanText::line);
    article.published = ["contentCreated", "versionCreated", "firstCreated"]
        .iter()
        .filter_map(|name| words(item, name))
        .find_map(|moment| date_line::published(&moment));
    read_content(item, source, &mut article);
    article
}

/// Reads the first content that has words.
fn read_content(item: Node<'_, '_>, source: &str, article: &mut Article) {
    let Some(set) = first(item, "contentSet") else {
        return;
    };
    for content in set.children().filter(Node::is_element) {
        if content.has_tag_name_of("inlineXML") {
            let body = BODIES
                .iter()
                .find_map(|name| first(content, name))
                .unwrap_or(content);
            let inner = source.get(body.range()).unwrap_or_default();
            fragment::read(inner, article);
        } else if content.has_tag_name_of("inlineData") {
            let kind = content.attribute("contenttype").unwrap_or("text/plain");
            read_body(content.text().unwrap_or_default(), kind, article);
        }
        if !article.text.is_empty() {
            return;
        }
    }
}
