//! A briefing → TOML that a person can read and change.

use std::fmt::Write as _;

use ::toml::Value;

use crate::briefing::toml::known::Known;
use crate::briefing::toml::speaker;
use crate::briefing::{
    Actor, Article, Briefing, CleanText, Event, Origin, Point, Published, Quote, Rule, Section, TimexValue,
};

/// Writes `briefing` in full. [`read`](super::read) gives it back but for what only an extractor knows: spans (see
/// [`Written::located`](crate::briefing::Written::located)), cues, rules and confidence.
pub fn write(briefing: &Briefing) -> String {
    let mut toml = Writer::default();
    let known = known_actors(briefing);
    toml.line("format = 1");
    toml.empty_sections(briefing);
    toml.article(&briefing.article);
    for point in &briefing.summary.items {
        toml.point(point);
    }
    for actor in &briefing.actors.items {
        toml.actor(actor);
    }
    for quote in &briefing.quotes.items {
        toml.quote(quote, known.as_ref(), Notes::Hidden);
    }
    for event in &briefing.timeline.items {
        toml.event(event, known.as_ref());
    }
    toml.text
}

/// Writes the correction that a person starts from: actors and quotes in full, ready to be changed, the other sections
/// as comments. It holds as it stands: reading it changes nothing but that actors and quotes are now a person's.
pub fn template(briefing: &Briefing) -> String {
    let mut toml = Writer::default();
    let known = known_actors(briefing);
    toml.comment(&format!("Corrections to {}.", briefing.article.file_name()));
    toml.comment("");
    toml.comment("To give a quote another speaker, change its `speaker` line: to an `id` from [[actors]], to a name or");
    toml.comment("words in quotation marks (\"European officials\"), or to \"unknown\".");
    toml.comment("A section that is here is kept as written, and is all there is of it: delete a quote, and it is gone.");
    toml.comment(
        "A section that is left out is extracted from the article, so delete the sections you don't correct.",
    );
    toml.comment("To correct a section that is commented out, take the \"# \" from all of its lines.");
    toml.line("");
    toml.line("format = 1");
    toml.commented(|toml| {
        let text = CleanText::default();
        let article = Article {
            text,
            ..briefing.article.clone()
        };
        toml.article(&article);
        for point in &briefing.summary.items {
            toml.point(point);
        }
    });
    for actor in &briefing.actors.items {
        toml.actor(actor);
    }
    for quote in &briefing.quotes.items {
        toml.quote(quote, known.as_ref(), Notes::Shown);
    }
    toml.commented(|toml| {
        for event in &briefing.timeline.items {
            toml.event(event, known.as_ref());
        }
    });
    toml.text
}

/// The actors that the written file will have, for telling how a speaker must be written.
fn known_actors(briefing: &Briefing) -> Option<Known<'_>> {
    let actors = &briefing.actors;
    (!actors.items.is_empty() || actors.origin == Origin::Written).then(|| Known::new(&actors.items))
}

/// Whether a quote says what gave it its speaker.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notes<'a> {
    /// In a comment.
    Shown,
    /// Not at all.
    Hidden,
    /// In keys, so that nothing of a draft is lost; with the text of the article.
    Kept(&'a str),
}

/// Sections in full, fit to be added to a file that does not have them.
pub(super) fn sections(briefing: &Briefing, actors: bool, quotes: bool, timeline: bool) -> String {
    let mut toml = Writer::default();
    let known = Known::new(&briefing.actors.items);
    for actor in briefing.actors.items.iter().filter(|_| actors) {
        toml.actor(actor);
    }
    for quote in briefing.quotes.items.iter().filter(|_| quotes) {
        toml.quote(quote, Some(&known), Notes::Kept(&briefing.article.text));
    }
    for event in briefing.timeline.items.iter().filter(|_| timeline) {
        toml.event(event, Some(&known));
    }
    toml.text
}

/// One actor, ready to be added to a file.
pub(super) fn one_actor(actor: &Actor) -> String {
    let mut toml = Writer::default();
    toml.actor(actor);
    toml.text
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, words: &str) {
        self.line(format!("# {words}").trim_end());
    }

    /// What `write` writes, with every line a comment.
    fn commented(&mut self, write: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        write(&mut inner);
        for line in inner.text.lines() {
            if line.is_empty() {
                self.line("");
            } else {
                self.comment(line);
            }
        }
    }

    /// Sections that a person wrote with nothing in them: they must be there, or they would be extracted.
    fn empty_sections(&mut self, briefing: &Briefing) {
        fn emptied<T>(section: &Section<T>) -> bool {
            section.items.is_empty() && section.origin == Origin::Written
        }
        for (key, emptied) in [
            ("summary", emptied(&briefing.summary)),
            ("actors", emptied(&briefing.actors)),
            ("quotes", emptied(&briefing.quotes)),
            ("timeline", emptied(&briefing.timeline)),
        ] {
            if emptied {
                self.line(&format!("{key} = []"));
            }
        }
    }

    fn key(&mut self, key: &str, value: impl std::fmt::Display) {
        self.line(&format!("{key} = {value}"));
    }

    fn words(&mut self, key: &str, words: &str) {
        self.key(key, Value::String(words.to_owned()));
    }

    fn optional(&mut self, key: &str, words: Option<&CleanText>) {
        if let Some(words) = words {
            self.words(key, words);
        }
    }

    fn article(&mut self, article: &Article) {
        self.line("\n[article]");
        self.optional("title", article.title.as_ref());
        self.optional("standfirst", article.standfirst.as_ref());
        self.optional("byline", article.byline.as_ref());
        self.optional("dateline", article.dateline.as_ref());
        self.optional("source", article.source.as_ref());
        self.optional("url", article.url.as_ref());
        match article.published {
            Some(Published {
                date,
                time: Some(time),
            }) => self.key("published", format!("{date}T{time}")),
            Some(Published { date, time: None }) => self.key("published", date),
            None => {}
        }
        self.optional("language", article.language.as_ref());
        self.optional("notice", article.notice.as_ref());
        if !article.text.is_empty() {
            self.key("text", multi_line(&article.text));
        }
    }

    fn corrected(&mut self, corrected: bool) {
        if corrected {
            self.key("corrected", true);
        }
    }

    fn point(&mut self, point: &Point) {
        self.line("\n[[summary]]");
        self.words("text", &point.text);
        if point.gist {
            self.key("gist", true);
        }
    }

    fn actor(&mut self, actor: &Actor) {
        self.line("\n[[actors]]");
        self.words("id", actor.id.as_str());
        self.words("name", &actor.name);
        self.words("kind", actor.kind.as_str());
        self.optional("role", actor.role.as_ref());
        if !actor.aliases.is_empty() {
            let aliases = actor
                .aliases
                .iter()
                .map(|alias| Value::String(alias.as_str().to_owned()));
            self.key("aliases", Value::Array(aliases.collect()));
        }
        if actor.source {
            self.key("source", true);
        }
        self.corrected(actor.corrected);
    }

    fn quote(&mut self, quote: &Quote, actors: Option<&Known<'_>>, notes: Notes<'_>) {
        self.line("\n[[quotes]]");
        let speaker =
            speaker::value(&quote.speaker, actors).unwrap_or_else(|| Value::String("unknown".to_owned()));
        if notes == Notes::Shown && quote.rule != Rule::Written {
            let (confidence, reason) = (quote.confidence.as_str(), quote.rule.reason());
            self.line(&format!(
                "speaker = {speaker}  # {confidence} confidence: {reason}"
            ));
        } else {
            self.key("speaker", speaker);
        }
        self.words("text", &quote.text);
        self.words("kind", quote.kind.as_str());
        if let Some(said_on) = &quote.said_on {
            self.key("said_on", date_literal(said_on));
        }
        self.corrected(quote.rule == Rule::Corrected);
        if let Notes::Kept(article) = notes {
            if !matches!(quote.rule, Rule::Corrected | Rule::Written) {
                self.words("rule", quote.rule.as_str());
                self.words("confidence", quote.confidence.as_str());
            }
            for (key, span) in [("mention", quote.mention), ("cue", quote.cue)] {
                if let Some(span) = span {
                    self.words(key, &CleanText::line(span.of(article)));
                }
            }
        }
    }

    fn event(&mut self, event: &Event, actors: Option<&Known<'_>>) {
        self.line("\n[[timeline]]");
        self.words("date", event.date.as_str());
        self.words("event", &event.text);
        let known = event
            .actors
            .iter()
            .filter(|id| actors.is_none_or(|actors| actors.has(id)));
        let ids: Vec<Value> = known.map(|id| Value::String(id.as_str().to_owned())).collect();
        if !ids.is_empty() {
            self.key("actors", Value::Array(ids));
        }
        if event.background {
            self.key("background", true);
        }
        self.corrected(event.corrected);
    }
}

/// A day as a TOML date, anything else as text.
fn date_literal(value: &TimexValue) -> String {
    let is_plain_day = value.as_str().len() == "2025-09-04".len() && value.is_day();
    if is_plain_day && value.as_str().parse::<::toml::value::Datetime>().is_ok() {
        value.as_str().to_owned()
    } else {
        Value::String(value.as_str().to_owned()).to_string()
    }
}

/// `text` between `"""`, each line on a line of its own.
fn multi_line(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 16);
    literal.push_str("\"\"\"\n");
    let mut marks = 0;
    for character in text.trim_matches('\n').chars() {
        marks = if character == '"' { marks + 1 } else { 0 };
        match character {
            '\\' => literal.push_str("\\\\"),
            // Three marks in a row would end the text.
            '"' if marks == 3 => {
                literal.push_str("\\\"");
                marks = 0;
            }
            '\n' => literal.push('\n'),
            character if character.is_control() => {
                // Clean text has none; writing to a string cannot fail.
                let _ = write!(literal, "\\u{:04X}", u32::from(character));
            }
            character => literal.push(character),
        }
    }
    literal.push_str("\n\"\"\"");
    literal
}
