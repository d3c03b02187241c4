//! Plain text → [`Article`]: the lines at its head and end that are no prose are taken for what they tell, the rest is
//! the body. A line that may be a sentence of the story stays in the body.

use crate::briefing::{Article, CleanText};
use crate::load::dateline::{self, Dateline};
use crate::load::metadata::{self, Fact, Field};
use crate::load::paragraphs::{self, Line, WholeWords, is_finished, letters, same};

/// How many lines at the head are looked at.
const HEAD_LINES: usize = 24;

/// How many lines at the end are looked at.
const TAIL_LINES: usize = 4;

/// How many paragraphs may stand before the last line of metadata at the head: headline, standfirst, and one more.
const LEAD: usize = 3;

/// A longer paragraph is part of the story, wherever it stands; in words.
const LONGEST_LEAD: usize = 80;

/// The longest name under a headline where nothing else stands there, which could be a standfirst; in words.
const LONGEST_NAME: usize = 4;

/// The longest headline, in words.
const LONGEST_TITLE: usize = 25;

/// The longest headline where nothing but its form tells that it is one, in words.
const LONGEST_BARE_TITLE: usize = 18;

/// Reads `text` into the fields of `article` that are still empty, and its body.
pub(super) fn read(text: &str, article: &mut Article) {
    let lines = paragraphs::lines(text);
    let width = paragraphs::cut_width(&lines);
    let (lines, of_tail) = without_tail(&lines);
    let items = items(lines, width, text);
    let mut facts = Vec::new();
    place(items, &mut facts, article);
    // What the head tells comes first.
    facts.extend(of_tail);
    metadata::apply(facts, article);
    drop_echo(article);
}

/// Reads paragraphs that another format has taken apart, in the same way.
pub(super) fn read_paragraphs(paragraphs: Vec<String>, article: &mut Article) {
    let items = paragraphs
        .into_iter()
        .enumerate()
        .map(|(place, paragraph)| {
            let facts = (place < HEAD_LINES).then(|| metadata::read(&paragraph)).flatten();
            Item {
                words: paragraph,
                after_blank: true,
                facts,
            }
        })
        .collect();
    let mut facts = Vec::new();
    place(items, &mut facts, article);
    metadata::apply(facts, article);
    drop_echo(article);
}

/// A paragraph, or a line of metadata with what it tells.
struct Item {
    words: String,
    after_blank: bool,
    facts: Option<Vec<Fact>>,
}

impl Item {
    fn is_prose(&self) -> bool {
        self.facts.is_none()
    }
}

/// `lines` without the labelled metadata at their end, and what that tells.
fn without_tail<'l, 't>(lines: &'l [Line<'t>]) -> (&'l [Line<'t>], Vec<Fact>) {
    let mut rest = lines;
    let mut facts = Vec::new();
    while facts.len() < TAIL_LINES
        && let [before @ .., last] = rest
        && !before.is_empty()
        && let Some(fact) = metadata::read_labelled(last.words).filter(may_end)
    {
        facts.push(fact);
        rest = before;
    }
    (rest, facts)
}

/// Whether an article may end with `fact`: a headline or a standfirst never does, and "Summary: …" is a paragraph there.
fn may_end(fact: &Fact) -> bool {
    match fact {
        Fact::Date(_) => true,
        Fact::Words(field, _) => matches!(field, Field::Url | Field::Source | Field::Byline),
    }
}

/// Lines → paragraphs and lines of metadata, in order; metadata is looked for at the head alone.
fn items(lines: &[Line<'_>], width: Option<usize>, text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut prose: &[Line<'_>] = &[];
    let mut rest = lines;
    let mut seen = 0;
    let known = WholeWords::of(text);
    let flush = |prose: &[Line<'_>], items: &mut Vec<Item>| {
        let mut after_blank = prose.first().is_some_and(|line| line.after_blank);
        let blank_between = prose.iter().skip(1).any(|line| line.after_blank);
        for words in paragraphs::paragraphs(prose, width, &known) {
            items.push(Item {
                words,
                after_blank,
                facts: None,
            });
            after_blank = blank_between;
        }
    };
    while seen < HEAD_LINES
        && let [line, after @ ..] = rest.get(prose.len()..).unwrap_or_default()
    {
        seen += 1;
        if let Some(facts) = metadata::read(line.words) {
            flush(prose, &mut items);
            items.push(Item {
                words: paragraphs::single_spaced(line.words),
                after_blank: line.after_blank,
                facts: Some(facts),
            });
            rest = after;
            prose = &[];
        } else {
            prose = rest.get(..=prose.len()).unwrap_or_default();
        }
    }
    flush(rest, &mut items);
    items
}

/// Sorts head from body and fills the article.
fn place(mut items: Vec<Item>, facts: &mut Vec<Fact>, article: &mut Article) {
    items.retain(|item| !is_rule(&item.words));
    let items = without_told(items, article);
    let head = head_length(&items);
    let mut lead: Vec<Item> = Vec::new();
    let mut body: Vec<Item> = Vec::new();
    for (place, item) in items.into_iter().enumerate() {
        match item.facts {
            Some(told) if place < head => facts.extend(told),
            _ if place < head => lead.push(item),
            // Metadata in the middle of a story is a line of the story.
            _ => body.push(Item { facts: None, ..item }),
        }
    }
    let has_head = head > 0;
    let signed = sign(&mut body, &mut lead, article);
    if body.is_empty() {
        body = lead;
    } else if has_head || signed {
        let left = assign(lead, article);
        body.splice(0..0, left);
    }
    let told_title = facts
        .iter()
        .any(|fact| matches!(fact, Fact::Words(Field::Title, _)));
    let no_title = article.title.is_none() && article.standfirst.is_none() && !told_title;
    if no_title && has_bare_title(&body) {
        article.title = Some(CleanText::line(&body.remove(0).words));
    }
    let paragraphs: Vec<&str> = body.iter().map(|item| item.words.as_str()).collect();
    article.text = CleanText::new(&paragraphs.join("\n\n"));
}

/// How many paragraphs at the head may be headline and standfirst once more.
const TOLD_AGAIN: usize = 8;

/// `items` without the headline and the standfirst that are known already, unless there is nothing else. A standfirst that
/// is a whole sentence may be the first of the story: it stays, and [`drop_echo`] drops the standfirst.
fn without_told(mut items: Vec<Item>, article: &Article) -> Vec<Item> {
    let is_told = |item: &Item| {
        let is = |told: &Option<CleanText>| told.as_ref().is_some_and(|told| same(told, &item.words));
        is(&article.title) || (is(&article.standfirst) && !is_sentence(&item.words))
    };
    let mut again: Vec<bool> = items.iter().take(TOLD_AGAIN).map(is_told).collect();
    if again.len() == items.len() && again.iter().all(|is_told| *is_told) {
        again.pop();
    }
    let mut again = again.into_iter();
    items.retain(|_| !again.next().unwrap_or_default());
    items
}

/// Whether `words` end as a sentence does, in whatever language.
fn is_sentence(words: &str) -> bool {
    is_finished(words) || words.ends_with(['。', '！', '？', '।', '؟'])
}

/// How many letters of a standfirst are looked for, and in how many of the article.
const ECHO: usize = 40;
const WHERE: usize = 2000;

/// Drops a standfirst that is the beginning of the article.
fn drop_echo(article: &mut Article) {
    let Some(standfirst) = &article.standfirst else {
        return;
    };
    // The last word of a long one may be cut off.
    let is_long = standfirst.len() > 2 * ECHO;
    let cut = standfirst.rsplit_once(' ').filter(|_| is_long);
    let letters_of = |words: &str| letters(words).collect::<String>();
    let told = letters_of(cut.map_or(standfirst.as_str(), |(whole, _)| whole));
    let sought = told.get(told.ceil_char_boundary(told.len().saturating_sub(ECHO))..);
    let sought = sought.unwrap_or_default();
    let start = article
        .text
        .get(..article.text.floor_char_boundary(WHERE))
        .unwrap_or_default();
    let is_echo = if sought.len() < ECHO {
        // A few words may stand anywhere by chance, and differ in a sign that matters.
        start
            .split("\n\n")
            .any(|paragraph| paragraph == standfirst.as_str())
    } else {
        letters_of(start).contains(sought)
    };
    if is_echo {
        article.standfirst = None;
    }
}

/// How many items belong to the head: up to the last line of metadata that has no more than a headline and a standfirst
/// before it.
fn head_length(items: &[Item]) -> usize {
    let (mut prose, mut sentences) = (0, 0);
    let mut head = 0;
    for (place, item) in items.iter().enumerate() {
        if !item.is_prose() {
            head = place + 1;
            continue;
        }
        prose += 1;
        // One standfirst may end as a sentence does; the second that does so is the story.
        sentences += usize::from(is_finished(&item.words));
        let story = prose > LEAD || sentences > 1 || item.words.split_whitespace().count() > LONGEST_LEAD;
        if story || dateline::read(&item.words).is_some() {
            break;
        }
    }
    head
}

/// Takes the dateline off the paragraph that has it; what stands before that paragraph joins the lead. Tells whether
/// there was one.
fn sign(body: &mut Vec<Item>, lead: &mut Vec<Item>, article: &mut Article) -> bool {
    let has_dateline = |item: &Item| dateline::read(&item.words).is_some();
    let Some(place) = body.iter().take(LEAD).position(has_dateline) else {
        return false;
    };
    // Several paragraphs that begin so are a transcript or a list, no datelines.
    if body.iter().filter(|item| has_dateline(item)).count() > 1 {
        return false;
    }
    lead.extend(body.drain(..place));
    let Some(first) = body.first_mut() else {
        return false;
    };
    if let Some(Dateline {
        words,
        agency,
        date,
        prose,
    }) = dateline::read(&first.words)
    {
        article.dateline.get_or_insert_with(|| CleanText::line(words));
        if let Some(agency) = agency {
            article.source.get_or_insert_with(|| CleanText::line(agency));
        }
        article.published = article.published.or(date.map(Into::into));
        first.words = prose.to_owned();
    }
    true
}

/// Makes headline, standfirst and byline of the paragraphs before the metadata or the dateline; gives back what is none
/// of these.
fn assign(mut lead: Vec<Item>, article: &mut Article) -> Vec<Item> {
    // Some papers leave out the "By".
    let is_alone = lead.len() == 1;
    let may_be_signed = |words: &str| {
        let is_name = article.title.is_some() && words.split_whitespace().count() <= LONGEST_NAME;
        (!is_alone || is_name) && metadata::is_signature(words)
    };
    if let Some(signature) = lead.pop_if(|item| may_be_signed(&item.words)) {
        article
            .byline
            .get_or_insert_with(|| CleanText::line(metadata::without_foreign_by(&signature.words)));
    }
    let mut left = Vec::new();
    if let [slug, headline, ..] = lead.as_slice()
        && is_slug(&slug.words)
        && is_title(&headline.words, LONGEST_TITLE)
    {
        let slug = lead.remove(0);
        article.notes.push(CleanText::line(&format!(
            "The name that the agency gave the story was left out: {}.",
            slug.words
        )));
    }
    // "Analysis", "World news": what stands over a headline.
    let has_kicker = lead.len() == LEAD
        && lead
            .get(1)
            .is_some_and(|item| is_title(&item.words, LONGEST_TITLE));
    if has_kicker {
        left.push(lead.remove(0));
    }
    let mut lead = lead.into_iter().peekable();
    if article.title.is_none()
        && let Some(item) = lead.next_if(|item| is_title(&item.words, LONGEST_TITLE))
    {
        article.title = Some(CleanText::line(&item.words));
    }
    if article.standfirst.is_none()
        && lead.len() == 1
        && let Some(item) = lead
            .next_if(|item| item.words.split_whitespace().count() <= LONGEST_LEAD && has_words(&item.words))
    {
        article.standfirst = Some(CleanText::line(&item.words));
    }
    left.extend(lead);
    left
}

/// Whether there is more in `words` than numbers: a day that may be another ("07/10/2025") is no standfirst.
fn has_words(words: &str) -> bool {
    words.contains(char::is_alphabetic)
}

/// Whether the first paragraph is a headline by its form alone: short, unfinished, with a story after it.
fn has_bare_title(body: &[Item]) -> bool {
    let [first, second, ..] = body else {
        return false;
    };
    let words = first.words.as_str();
    let asks = words.ends_with(['?', '!']);
    let opens_otherwise =
        words.starts_with(char::is_lowercase) || words.starts_with(['-', '•', '*', '—', '–']);
    let is_speech = words.starts_with(['"', '“']) && words.ends_with(['"', '”']);
    let is_transcript = is_label(words) && is_label(&second.words);
    let has_shape =
        is_title(words.trim_end_matches(['?', '!']), LONGEST_BARE_TITLE) && (!asks || second.after_blank);
    let story_follows = is_finished(&second.words) && second.words.split_whitespace().count() >= 6;
    has_shape && story_follows && !opens_otherwise && !is_speech && !is_transcript
}

/// Whether `words` begin as a line of a transcript does: "HOLM — …", "Q: …".
fn is_label(words: &str) -> bool {
    let first = words.split([':', '—', '–']).next().unwrap_or_default().trim();
    first.len() < words.len() && !first.is_empty() && !first.contains(char::is_lowercase)
}

fn is_title(words: &str, longest: usize) -> bool {
    let count = words.split_whitespace().count();
    let stops = words
        .trim_end_matches(['"', '\'', '”', '’', ')'])
        .ends_with(['.', ':', ';', ',', '…']);
    (1..=longest).contains(&count) && !stops
}

/// Whether `words` are what a wire calls a story: "BC-MELLBY-FLOOD/ (URGENT)".
fn is_slug(words: &str) -> bool {
    let name = words.split_whitespace().next().unwrap_or_default();
    let parts = name.split(['-', '/']).filter(|part| !part.is_empty()).count();
    parts > 1
        && words.split_whitespace().count() <= 4
        && name.contains(char::is_uppercase)
        && !words.contains(char::is_lowercase)
}

/// Whether `words` are a line drawn across: "____", "* * *".
fn is_rule(words: &str) -> bool {
    words
        .chars()
        .all(|character| matches!(character, '_' | '-' | '*' | '=' | '~' | '–' | '—' | ' '))
}
