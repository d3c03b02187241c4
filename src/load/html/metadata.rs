//! What the head of a page tells of its article.

use dom_query::{Document, NodeRef};

use super::json_ld::{self, Hints, Story};
use crate::briefing::{Article, CleanText};
use crate::load::calendar::month;
use crate::load::metadata::{self, Field};
use crate::load::paragraphs::{same, single_spaced};
use crate::load::{date_line, fragment, markup};

/// Names of `meta` elements, those to be trusted most first.
const METAS: &[(&str, Field)] = &[
    ("og:title", Field::Title),
    ("twitter:title", Field::Title),
    ("parsely-title", Field::Title),
    ("dc.title", Field::Title),
    ("dcterms.title", Field::Title),
    ("headline", Field::Title),
    ("og:description", Field::Standfirst),
    ("description", Field::Standfirst),
    ("twitter:description", Field::Standfirst),
    ("author", Field::Byline),
    ("byl", Field::Byline),
    ("article:author", Field::Byline),
    ("parsely-author", Field::Byline),
    ("sailthru.author", Field::Byline),
    ("dc.creator", Field::Byline),
    ("dcterms.creator", Field::Byline),
    ("citation_author", Field::Byline),
    ("og:site_name", Field::Source),
    ("application-name", Field::Source),
    ("dc.publisher", Field::Source),
    ("article:published_time", Field::Published),
    ("og:published_time", Field::Published),
    ("datepublished", Field::Published),
    ("date.published", Field::Published),
    ("parsely-pub-date", Field::Published),
    ("sailthru.date", Field::Published),
    ("pubdate", Field::Published),
    ("publishdate", Field::Published),
    ("publish-date", Field::Published),
    ("published_at", Field::Published),
    ("cxenseparse:recs:publishtime", Field::Published),
    ("dc.date.issued", Field::Published),
    ("dc.date", Field::Published),
    ("dcterms.created", Field::Published),
    ("dcterms.date", Field::Published),
    ("citation_publication_date", Field::Published),
    ("date", Field::Published),
    ("article:modified_time", Field::Published),
    ("og:url", Field::Url),
    ("og:locale", Field::Language),
    ("content-language", Field::Language),
];

/// What the elements of a page tell, beside its structured data.
#[derive(Debug, Default)]
struct Head {
    metas: Vec<(String, String)>,
    title: String,
    headings: Vec<String>,
    canonical: Option<String>,
    times: Vec<String>,
    published: Option<String>,
    authors: Vec<String>,
    language: Option<String>,
    data: Vec<String>,
}

/// What a page tells of its article that is no field of it.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The body as the page has it for programs.
    pub(super) body: Option<String>,
    /// One must pay to read all of it.
    pub(super) must_be_paid: bool,
}

/// How many of each thing are looked at.
const MOST: usize = 200;

/// Puts what `document` tells into the fields of `article` that are still empty; gives what else it tells.
pub(super) fn read(document: &Document, page: &str, article: &mut Article) -> Told {
    let head = look(document);
    let story = json_ld::story(&head.data, &head.hints()).unwrap_or_default();
    let Story {
        title,
        description,
        authors,
        publisher,
        url,
        published,
        modified,
        language,
        body,
        must_be_paid,
    } = story;
    let source = publisher.or_else(|| head.meta("og:site_name"));
    let title = title
        .or_else(|| head.first(Field::Title))
        .or_else(|| head.headline());
    let title = title.map(|title| without_site(&title, source.as_deref(), &head.headings));
    let byline = (!authors.is_empty()).then(|| authors.join(", "));
    let told = [
        (Field::Title, title),
        (Field::Standfirst, description),
        (Field::Byline, byline),
        (Field::Source, source),
        (Field::Url, head.canonical.clone().or(url)),
        (Field::Language, head.language.clone().or(language)),
    ];
    for (field, words) in told {
        if let Some(words) = words {
            fill(article, field, &words);
        }
    }
    let dates = [
        published,
        head.date(),
        head.published.clone(),
        head.times.first().cloned(),
        modified,
    ];
    article.published = article.published.or_else(|| {
        dates
            .into_iter()
            .flatten()
            .find_map(|words| date_line::published(&words))
    });
    for (name, field) in METAS
        .iter()
        .filter(|(_, field)| !matches!(field, Field::Published | Field::Title))
    {
        if let Some(words) = head.meta(name) {
            fill(article, *field, &words);
        }
    }
    fill(article, Field::Byline, &head.authors.join(", "));
    if article.url.is_none()
        && let Some(url) = saved_from(page)
    {
        fill(article, Field::Url, url);
    }
    Told { body, must_be_paid }
}

/// Puts `words` where nothing is yet, if they are fit for it.
fn fill(article: &mut Article, field: Field, words: &str) {
    let words = plain(words);
    let words = words.as_str();
    let fits = match field {
        Field::Byline => {
            let names = names_in(words);
            let is_nobody = NOBODY.contains(&names.to_lowercase().as_str());
            if !is_nobody && !words.contains("://") && names.len() < LONGEST_BYLINE {
                metadata::fill(article, field, names);
            }
            return;
        }
        Field::Language => {
            words.len() <= 12 && words.starts_with(|letter: char| letter.is_ascii_alphabetic())
        }
        _ => !words.is_empty(),
    };
    if !fits {
        return;
    }
    match field {
        Field::Language => metadata::fill(article, field, &words.replace('_', "-")),
        _ => metadata::fill(article, field, words),
    }
}

/// What programs call whoever put a page on a site, in lower case.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "webmaster",
    "wpadmin",
    "root",
    "editor",
    "superuser",
    "-",
];

/// The longest byline, in bytes.
const LONGEST_BYLINE: usize = 200;

/// The names in `words`, without "By" before them and an account, a post or a date after them.
fn names_in(words: &str) -> &str {
    let words = words
        .strip_prefix("By ")
        .or_else(|| words.strip_prefix("by "))
        .unwrap_or(words);
    let end = [" | ", " • ", " · ", " @", " / "]
        .into_iter()
        .filter_map(|mark| words.find(mark))
        .min();
    let names = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
    let Some(number) = names.find(|character: char| character.is_ascii_digit()) else {
        return names.trim();
    };
    // The month goes with its day.
    let before = names.get(..number).unwrap_or_default().trim_end();
    let (start, last) = before.rsplit_once(' ').unwrap_or(("", before));
    if month(last).is_some() {
        start.trim()
    } else {
        before.trim_end_matches([',', '-', '–', '—', ' '])
    }
}

/// `words` with the entities that were written twice over read, and no tags.
fn plain(words: &str) -> String {
    if !words.contains(['<', '&']) {
        return words.trim().to_owned();
    }
    Document::fragment(super::prefilter::safe(words).html)
        .text()
        .trim()
        .to_owned()
}

fn look(document: &Document) -> Head {
    let mut head = Head::default();
    let mut authors = Vec::new();
    for node in document.root().descendants_it() {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "html" => head.language = node.attr("lang").map(|tag| tag.to_string()),
            "meta" => head.add_meta(&node),
            "title" if head.title.is_empty() => head.title = words(&node),
            "h1" if head.headings.len() < MOST => head.headings.push(words(&node)),
            "link" if has(&node, "rel", "canonical") && head.canonical.is_none() => {
                head.canonical = node.attr("href").map(|url| url.to_string());
            }
            "time" => head.add_time(&node),
            "script" if has(&node, "type", "ld+json") && head.data.len() < MOST => {
                head.data.push(node.text().to_string());
            }
            _ if authors.len() < MOST
                && (has(&node, "rel", "author") || has(&node, "itemprop", "author")) =>
            {
                authors.push(node);
            }
            _ => {}
        }
    }
    head.authors = together(&authors);
    head
}

/// How far above the first author the others are looked for, and how long, in letters, what holds them all may be.
const STEPS: usize = 3;
const LONGEST_TOGETHER: usize = 200;

/// The first of `authors` that has a name, and who stands beside it.
fn together(authors: &[NodeRef<'_>]) -> Vec<String> {
    let mut named = authors.iter().filter(|author| !words(author).is_empty());
    let Some(first) = named.next() else {
        return Vec::new();
    };
    let around = first
        .ancestors_it(Some(STEPS))
        .take_while(|around| around.normalized_char_count() <= LONGEST_TOGETHER)
        .last();
    let mut names = vec![words(first)];
    let Some(around) = around else { return names };
    for author in named {
        let is_beside = author.ancestors_it(Some(STEPS)).any(|node| node.id == around.id);
        let name = words(author);
        // One element may hold another for the same person.
        if is_beside && !names.iter().any(|known| known.contains(&name)) {
            names.push(name);
        }
    }
    names
}

impl Head {
    /// By what the story of the page is known among others.
    fn hints(&self) -> Hints {
        let titles = self.headings.iter().cloned().chain(self.first(Field::Title));
        Hints {
            addresses: self
                .canonical
                .iter()
                .cloned()
                .chain(self.meta("og:url"))
                .collect(),
            titles: titles.chain(Some(self.title.clone())).collect(),
        }
    }

    fn add_meta(&mut self, node: &NodeRef<'_>) {
        let name = ["property", "name", "itemprop", "http-equiv"]
            .into_iter()
            .find_map(|attribute| node.attr(attribute));
        if self.metas.len() < MOST
            && let (Some(name), Some(content)) = (name, node.attr("content"))
        {
            self.metas.push((name.to_lowercase(), content.trim().to_owned()));
        }
    }

    fn add_time(&mut self, node: &NodeRef<'_>) {
        if self.times.len() >= MOST {
            return;
        }
        let told = node
            .attr("datetime")
            .map_or_else(|| words(node), |datetime| datetime.to_string());
        if self.published.is_none() && (has(node, "itemprop", "datePublished") || node.has_attr("pubdate")) {
            self.published = Some(told.clone());
        }
        self.times.push(told);
    }

    fn meta(&self, name: &str) -> Option<String> {
        let found = self
            .metas
            .iter()
            .find(|(known, content)| known == name && !content.is_empty());
        found.map(|(_, content)| content.clone())
    }

    fn first(&self, wanted: Field) -> Option<String> {
        METAS
            .iter()
            .filter(|(_, field)| *field == wanted)
            .find_map(|(name, _)| self.meta(name))
    }

    /// The first `meta` with a date that can be read.
    fn date(&self) -> Option<String> {
        let metas = METAS.iter().filter(|(_, field)| *field == Field::Published);
        metas
            .filter_map(|(name, _)| self.meta(name))
            .find(|words| date_line::published(words).is_some())
    }

    /// The only heading of the first level, else the title of the window.
    fn headline(&self) -> Option<String> {
        let [heading] = self.headings.as_slice() else {
            return Some(self.title.clone()).filter(|title| !title.is_empty());
        };
        Some(heading.clone())
            .filter(|heading| !heading.is_empty())
            .or_else(|| Some(self.title.clone()))
    }
}

fn words(node: &NodeRef<'_>) -> String {
    single_spaced(&node.text())
}

fn has(node: &NodeRef<'_>, attribute: &str, value: &str) -> bool {
    node.attr(attribute).is_some_and(|found| found.contains(value))
}

/// What parts a headline from the name of the site.
const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " » ", " :: "];

/// `title` without the name of the site at its end or, as on some, at its beginning.
fn without_site(title: &str, site: Option<&str>, headings: &[String]) -> String {
    let is_site = |words: &str| site.is_some_and(|site| same(words, site));
    let is_heading = |words: &str| headings.iter().any(|heading| same(words, heading));
    for separator in SEPARATORS {
        let parted = [title.rsplit_once(separator), title.split_once(separator)];
        for (first, last) in parted.into_iter().flatten() {
            for (headline, rest) in [(first.trim(), last.trim()), (last.trim(), first.trim())] {
                if !headline.is_empty() && (is_site(rest) || is_heading(headline)) {
                    return headline.to_owned();
                }
            }
        }
    }
    title.to_owned()
}

/// The address that a browser wrote into the page when it saved it.
fn saved_from(page: &str) -> Option<&str> {
    let start = page.get(..page.floor_char_boundary(4096))?;
    let mark = ["saved from url=", "url: ", "source: "]
        .into_iter()
        .find_map(|mark| {
            let place = start.find(mark)?;
            start
                .get(..place)?
                .contains("<!--")
                .then(|| start.get(place + mark.len()..))
                .flatten()
        })?;
    let address = mark.trim_start_matches(|character: char| {
        character == '(' || character == ')' || character.is_ascii_digit()
    });
    address
        .split(|character: char| character.is_whitespace() || character == '"')
        .next()
        .filter(|url| url.starts_with("http"))
}

/// The body as programs are given it, in paragraphs.
pub(super) fn paragraphs(body: &str) -> Vec<String> {
    if markup::has_markup(body) {
        return fragment::paragraphs(body);
    }
    let lines = CleanText::new(body);
    lines
        .lines()
        .map(single_spaced)
        .filter(|line| !line.is_empty())
        .collect()
}
