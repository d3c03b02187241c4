//! What a briefing gets wrong, one line a miss. A miss is named by the truth alone, so that its name stays the same while
//! the wrong answer changes.

use briefing::briefing::{Actor, Briefing, CleanText, Origin, Quote, QuoteKind, Section, Span, TimexValue};

use crate::truth::{OneOf, Person, Truth, Utterance, locate, places};

/// One thing that is not as the truth has it.
#[derive(Debug)]
pub struct Miss {
    /// What stands in `known_misses`.
    pub line: String,
    /// What the program says instead.
    pub instead: String,
}

/// Everything that `briefing` gets wrong.
pub fn misses(truth: &Truth, briefing: &Briefing) -> Vec<Miss> {
    let mut found = Misses(Vec::new());
    found.article(truth, briefing);
    found.written(truth, briefing);
    found.speech(truth, briefing);
    found.reported(truth, briefing);
    found.unreported(truth, briefing);
    found.actors(truth, briefing);
    found.dates(truth, briefing);
    found.0
}

struct Misses(Vec<Miss>);

impl Misses {
    fn add(&mut self, what: &str, words: &str, instead: impl Into<String>) {
        self.0.push(Miss {
            line: format!("{what}: {words}"),
            instead: instead.into(),
        });
    }

    fn article(&mut self, truth: &Truth, briefing: &Briefing) {
        let article = &briefing.article;
        let published = article.published.map(|published| published.date.to_string());
        let said = |field: &Option<CleanText>| field.as_ref().map(ToString::to_string);
        for (what, expected, actual) in [
            ("title", &truth.title, said(&article.title)),
            ("standfirst", &truth.standfirst, said(&article.standfirst)),
            ("byline", &truth.byline, said(&article.byline)),
            ("source", &truth.source, said(&article.source)),
            ("published", &truth.published, published),
        ] {
            if let Some(expected) = expected
                && actual.as_ref() != Some(expected)
            {
                self.add(what, expected, format!("{actual:?}"));
            }
        }
        let text = article.text.trim();
        if !text.starts_with(&truth.first_words) {
            self.add("first words", &truth.first_words, head(text));
        }
        if !text.ends_with(&truth.last_words) {
            let last = text.lines().next_back().unwrap_or_default();
            self.add("last words", &truth.last_words, last);
        }
    }

    fn written(&mut self, truth: &Truth, briefing: &Briefing) {
        let Some(written) = &truth.written else { return };
        self.section("summary", written.summary, &briefing.summary);
        self.section("actors", written.actors, &briefing.actors);
        self.section("quotes", written.quotes, &briefing.quotes);
        self.section("timeline", written.timeline, &briefing.timeline);
        for quote in &briefing.quotes.items {
            let tied =
                matches!(quote.parts.as_slice(), [part] if part.of(&briefing.article.text) == &*quote.text);
            if !tied {
                self.add("not tied to the text", &quote.text, format!("{:?}", quote.parts));
            }
        }
        for actor in &briefing.actors.items {
            if actor.mentions.is_empty() {
                self.add("not tied to the text", &actor.name, "no mentions");
            }
        }
    }

    fn section<T>(&mut self, what: &str, count: usize, section: &Section<T>) {
        if section.origin != Origin::Written || section.items.len() != count {
            let instead = format!("{} items, {:?}", section.items.len(), section.origin);
            self.add("not kept as written", what, instead);
        }
    }

    fn speech(&mut self, truth: &Truth, briefing: &Briefing) {
        let text = &briefing.article.text;
        let spans = places(&truth.speech, text);
        for (utterance, span) in truth.speech.iter().zip(&spans) {
            match span {
                Some(span) => self.utterance(utterance, *span, briefing),
                None => self.add(
                    "not in the text",
                    &utterance.words,
                    "the article lost these words",
                ),
            }
        }
        let nobodys: Vec<Span> = truth
            .nobodys
            .iter()
            .filter_map(|words| locate(text, words, 0))
            .collect();
        for quote in briefing
            .quotes
            .items
            .iter()
            .filter(|quote| quote.kind != QuoteKind::Indirect)
        {
            for part in &quote.parts {
                let somebodys = spans.iter().flatten().any(|span| span.overlaps(*part));
                let nobodys = nobodys
                    .iter()
                    .any(|span| bare(span.of(text)) == bare(part.of(text)));
                if nobodys || !somebodys {
                    let instead = format!("{} of {}", quote.kind.as_str(), speaker(briefing, quote));
                    self.add("not speech", part.of(text), instead);
                }
            }
        }
    }

    fn utterance(&mut self, utterance: &Utterance, span: Span, briefing: &Briefing) {
        let text = &briefing.article.text;
        let words = bare(span.of(text));
        let same = |part: &&Span| part.overlaps(span) && bare(part.of(text)) == words;
        let quotes: Vec<&Quote> = briefing
            .quotes
            .items
            .iter()
            .filter(|quote| quote.parts.iter().any(|part| same(&part)))
            .collect();
        let [quote] = quotes.as_slice() else {
            if quotes.is_empty() {
                let near = |quote: &&Quote| quote.parts.iter().any(|part| part.overlaps(span));
                let instead = briefing.quotes.items.iter().find(near);
                let instead = instead.map_or("nothing".to_owned(), |quote| quote.text.to_string());
                self.add("not quoted", &utterance.words, instead);
            } else {
                self.add(
                    "quoted twice",
                    &utterance.words,
                    format!("{} quotes", quotes.len()),
                );
            }
            return;
        };
        let speaker = speaker(briefing, quote);
        if !is_one_of(&speaker, &utterance.speaker) {
            let instead = format!("{speaker}, by {}", quote.rule.as_str());
            self.add("wrong speaker", &utterance.words, instead);
        }
        if let Some(kind) = &utterance.kind
            && kind != quote.kind.as_str()
        {
            self.add("wrong kind", &utterance.words, quote.kind.as_str());
        }
        let said_on = quote.said_on.as_ref().map(TimexValue::as_str);
        if let Some(day) = &utterance.said_on
            && said_on != Some(day.as_str())
        {
            self.add("wrong day", &utterance.words, said_on.unwrap_or("none"));
        }
    }

    fn reported(&mut self, truth: &Truth, briefing: &Briefing) {
        let text = &briefing.article.text;
        for (utterance, span) in truth.reported.iter().zip(places(&truth.reported, text)) {
            let Some(span) = span else {
                self.add(
                    "not in the text",
                    &utterance.words,
                    "the article lost these words",
                );
                continue;
            };
            let mut quotes = briefing.quotes.items.iter();
            let quote = quotes.find(|quote| {
                let indirect = quote.kind == QuoteKind::Indirect;
                indirect && quote.parts.iter().any(|part| covers_half(*part, span))
            });
            let Some(quote) = quote else {
                self.add("not reported", &utterance.words, "nothing");
                continue;
            };
            let speaker = speaker(briefing, quote);
            if !is_one_of(&speaker, &utterance.speaker) {
                let instead = format!("{speaker}, by {}", quote.rule.as_str());
                self.add("wrong speaker", &utterance.words, instead);
            }
        }
    }

    fn unreported(&mut self, truth: &Truth, briefing: &Briefing) {
        let quotes = &briefing.quotes.items;
        for words in &truth.unreported {
            let said =
                |quote: &&Quote| quote.kind == QuoteKind::Indirect && quote.text.contains(words.as_str());
            if let Some(quote) = quotes.iter().find(said) {
                self.add(
                    "not speech",
                    words,
                    format!("{}: {}", speaker(briefing, quote), quote.text.as_str()),
                );
            }
        }
    }

    fn actors(&mut self, truth: &Truth, briefing: &Briefing) {
        let all = &briefing.actors.items;
        for actor in all {
            let told = truth.actors.iter().any(|person| is_called(actor, person));
            if !told && !truth.actors_besides.contains(&actor.name.to_string()) {
                self.add("not an actor", &actor.name, actor.kind.as_str());
            }
        }
        for person in &truth.actors {
            let actors: Vec<&Actor> = all.iter().filter(|actor| is_called(actor, person)).collect();
            let [actor] = actors.as_slice() else {
                let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
                let what = if names.is_empty() {
                    "no actor"
                } else {
                    "more than one actor"
                };
                self.add(what, &person.name, names.join(", "));
                continue;
            };
            if *actor.name != *person.name {
                self.add("wrong name", &person.name, actor.name.as_str());
            }
            if actor.kind.as_str() != person.kind {
                self.add("wrong kind", &person.name, actor.kind.as_str());
            }
            let role = actor.role.as_deref().unwrap_or("none");
            if person.role.as_ref().is_some_and(|right| !is_one_of(role, right)) {
                self.add("wrong role", &person.name, role);
            }
        }
    }

    fn dates(&mut self, truth: &Truth, briefing: &Briefing) {
        let text = &briefing.article.text;
        let mut spans = Vec::new();
        let mut from = 0;
        for dated in &truth.dates {
            let Some(span) = locate(text, &dated.words, from) else {
                self.add("not in the text", &dated.words, "the article lost these words");
                continue;
            };
            from = span.end();
            spans.push(span);
            let values: Vec<&str> = briefing
                .dates
                .iter()
                .filter(|date| date.span.overlaps(span))
                .map(|date| date.value.as_str())
                .collect();
            let right = dated.value.as_slice();
            let line = format!("{} is {}", dated.words, right.join(" or "));
            match values.as_slice() {
                [] => self.add("no date", &line, "nothing"),
                [value] if right.iter().any(|right| right == value) => {}
                _ => self.add("wrong date", &line, values.join(" and ")),
            }
        }
        for date in &briefing.dates {
            let words = date.span.of(text);
            let besides = |besides: &String| words.contains(besides.as_str()) || besides.contains(words);
            let known = spans.iter().any(|span| span.overlaps(date.span));
            if !known && !truth.dates_besides.iter().any(besides) {
                self.add("not a date", words, date.value.as_str());
            }
        }
    }
}

/// Opening quotation marks of the body that the truth says nothing of.
pub fn forgotten(truth: &Truth, text: &str) -> Vec<String> {
    let mut spans: Vec<Span> = places(&truth.speech, text).into_iter().flatten().collect();
    spans.extend(truth.nobodys.iter().filter_map(|words| locate(text, words, 0)));
    let first = text.find(&truth.first_words).unwrap_or(0);
    let last = text.find(&truth.last_words).unwrap_or(text.len());
    text.char_indices()
        .filter(|(at, mark)| (first..last).contains(at) && matches!(mark, '“' | '‘'))
        .filter(|(at, _)| !spans.iter().any(|span| span.holds(*at)))
        .map(|(at, _)| head(&text[at..]))
        .collect()
}

fn covers_half(part: Span, span: Span) -> bool {
    let shared = part
        .end()
        .min(span.end())
        .saturating_sub(part.start().max(span.start()));
    shared * 2 >= span.len()
}

/// Whether one of the forms of `actor` is one of `person`.
fn is_called(actor: &Actor, person: &Person) -> bool {
    let mut forms = std::iter::once(&actor.name).chain(&actor.aliases);
    forms.any(|form| **form == *person.name || person.also.iter().any(|also| **form == **also))
}

fn speaker(briefing: &Briefing, quote: &Quote) -> String {
    let name = briefing.speaker_name(&quote.speaker);
    name.map_or("unknown".to_owned(), ToString::to_string)
}

/// Whether `answer` is right, articles and capitals aside.
fn is_one_of(answer: &str, right: &OneOf) -> bool {
    let fold = |words: &str| {
        let words = words.to_lowercase();
        let bare = ["the ", "a ", "an "]
            .iter()
            .find_map(|article| words.strip_prefix(article));
        bare.unwrap_or(&words).to_owned()
    };
    right.as_slice().iter().any(|right| fold(right) == fold(answer))
}

/// Words without the marks and spaces around them.
fn bare(words: &str) -> &str {
    words.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '“' | '”' | '‘' | '’' | '"'))
}

fn head(text: &str) -> String {
    text.chars().take(60).collect()
}
