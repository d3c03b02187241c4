//! What the head of a page tells of its article.

use dom_query::{Document, NodeRef};

use super::headline::Headings;
use super::json_ld::{self, Hints, Story};
use super::nodes::{has, words_within};
use super::times::{Dates, Times};
use super::{people, saved};
use crate::briefing::{Article, CleanText};
use crate::load::metadata::{self, Field};
use crate::load::paragraphs::single_spaced;
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
    ("og:url", Field::Url),
    ("og:locale", Field::Language),
    ("content-language", Field::Language),
];

/// Those that tell when the article was last changed.
const CHANGES: &[&str] = &["article:modified_time", "og:updated_time"];

/// What the elements of a page tell, beside its structured data.
#[derive(Debug, Default)]
struct Head {
    metas: Vec<(String, String)>,
    title: String,
    headings: Headings,
    canonical: Option<String>,
    dates: Dates,
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
    /// It says that it is an article.
    pub(super) is_article: bool,
    /// Dates to take where nothing else tells one.
    pub(super) dates: Vec<String>,
}

/// How many of each thing are looked at.
const MOST: usize = 200;

/// The longest title of a page, in bytes.
const LONGEST_TITLE: usize = 1000;

/// Puts what `document` tells into the fields of `article` that are still empty; gives what else it tells.
pub(super) fn read(document: &Document, page: &str, article: &mut Article) -> Told {
    let mut head = look(document);
    let story = json_ld::story(&head.data, &head.hints());
    let is_article = story.is_some() || head.says_article();
    let story = story.unwrap_or_default();
    head.add_sites(&story, saved::address(page));
    article.published = article.published.or_else(|| {
        let told = story.published.clone().into_iter().chain(head.date());
        let mut dates = told.chain(head.dates.own.iter().cloned());
        dates.find_map(|words| date_line::published(&words))
    });
    let mut dates = std::mem::take(&mut head.dates.changed);
    dates.extend(story.modified.clone());
    dates.extend(CHANGES.iter().filter_map(|name| head.meta(name)));
    dates.append(&mut head.dates.others);
    article.made = article.made.or_else(|| saved::day(page));
    let told = Told {
        body: story.body.clone(),
        must_be_paid: story.must_be_paid,
        is_article,
        dates,
    };
    fill_with(story, &head, article);
    if article.url.is_none()
        && let Some(url) = saved::address(page)
    {
        fill(article, Field::Url, url);
    }
    let archived = article.url.as_deref().and_then(saved::archived);
    if let Some((day, original)) = archived.map(|(day, original)| (day, CleanText::line(original))) {
        article.made = article.made.or(Some(day));
        article.url = Some(original);
    }
    told
}

/// Puts what structured data and elements tell into the fields that are still empty.
fn fill_with(story: Story, head: &Head, article: &mut Article) {
    let title = story
        .title
        .filter(|title| !head.headings.is_site(title))
        .or_else(|| {
            head.first(Field::Title)
                .filter(|title| !head.headings.is_site(title))
        })
        .map(|title| head.headings.without_site(&title))
        .or_else(|| head.headings.headline(&head.title));
    let byline = (!story.authors.is_empty()).then(|| story.authors.join(", "));
    let told = [
        (Field::Title, title),
        (Field::Standfirst, story.description),
        (Field::Byline, byline),
        (
            Field::Source,
            story.publisher.or_else(|| head.meta("og:site_name")),
        ),
        (Field::Url, head.canonical.clone().or(story.url)),
        (Field::Language, head.language.clone().or(story.language)),
    ];
    for (field, words) in told {
        if let Some(words) = words {
            fill(article, field, &words);
        }
    }
    for (name, field) in METAS
        .iter()
        .filter(|(_, field)| !matches!(field, Field::Published | Field::Title))
    {
        if let Some(words) = head.meta(name) {
            fill(article, *field, &words);
        }
    }
    fill(article, Field::Byline, &head.authors.join(", "));
}

/// Puts `words` where nothing is yet, if they are fit for it.
fn fill(article: &mut Article, field: Field, words: &str) {
    let words = plain(words);
    let words = words.as_str();
    let fits = match field {
        Field::Byline => {
            if let Some(names) = people::names_of_field(words) {
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
    let mut times = Times::default();
    for node in document.root().descendants_it() {
        let Some(name) = node.node_name() else {
            let is_data = node.parent().is_some_and(|parent| parent.has_name("script"));
            if node.is_text() && !is_data {
                times.pass_text(node.text().trim().len());
            }
            continue;
        };
        if head.headings.look(&node, &name) {
            times.pass_headline(&node);
        }
        match &*name {
            "html" => head.language = node.attr("lang").map(|tag| tag.to_string()),
            "meta" => head.add_meta(&node),
            "title" if head.title.is_empty() => head.title = words_within(&node, LONGEST_TITLE),
            "link" if has(&node, "rel", "canonical") && head.canonical.is_none() => {
                head.canonical = node.attr("href").map(|url| url.to_string());
            }
            "time" => times.add(node),
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
    head.authors = people::together(&authors);
    head.dates = times.dates();
    head
}

impl Head {
    /// By what the story of the page is known among others.
    fn hints(&self) -> Hints {
        let address = self.meta("og:url");
        let title = self.first(Field::Title);
        let titles = self.headings.first().chain(title.as_deref());
        Hints::new(
            self.canonical.as_deref().into_iter().chain(address.as_deref()),
            titles.chain(Some(self.title.as_str())),
        )
    }

    /// Notes what the site is called, and where it is.
    fn add_sites(&mut self, story: &Story, saved_from: Option<&str>) {
        let names = [
            story.publisher.clone(),
            self.meta("og:site_name"),
            self.meta("application-name"),
        ];
        for name in names.into_iter().flatten() {
            self.headings.add_site(&name);
        }
        let address = self.canonical.clone().or_else(|| self.meta("og:url"));
        for address in [address.as_deref(), story.url.as_deref(), saved_from] {
            self.headings.add_host(address.unwrap_or_default());
        }
    }

    /// Whether its metas say that the page is an article.
    fn says_article(&self) -> bool {
        let is_article = |(name, content): &(String, String)| {
            name.starts_with("article:") || (name == "og:type" && content == "article")
        };
        self.metas.iter().any(is_article)
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
