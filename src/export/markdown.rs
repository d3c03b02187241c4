//! `CommonMark`, for notes.

use std::io::{self, Write};

use super::{Exporter, dates, words};
use crate::briefing::{Article, Briefing, CleanText, Event, Speaker};

/// Markdown, for notes.
#[derive(Debug, Default)]
pub struct Markdown {
    begun: bool,
}

impl Exporter for Markdown {
    fn briefing(&mut self, briefing: &Briefing, out: &mut dyn Write) -> io::Result<()> {
        if self.begun {
            writeln!(out, "\n---\n")?;
        }
        self.begun = true;
        head(&briefing.article, out)?;
        if !briefing.summary.items.is_empty() {
            writeln!(out, "\n## Summary\n")?;
            for point in &briefing.summary.items {
                if point.gist {
                    writeln!(out, "**{}**\n", escape(&point.text))?;
                } else {
                    writeln!(out, "- {}", escape(&point.text))?;
                }
            }
        }
        if !briefing.actors.items.is_empty() {
            writeln!(out, "\n## Actors\n")?;
            let spoken = words::spoken(briefing);
            for actor in &briefing.actors.items {
                let spoken = match spoken.get(&actor.id).copied().unwrap_or_default() {
                    0 => String::new(),
                    1 => " — 1 word quoted".to_owned(),
                    spoken => format!(" — {spoken} words quoted"),
                };
                writeln!(out, "- {}{spoken}", escape(&words::actor(actor)))?;
            }
        }
        quotes(briefing, out)?;
        if !briefing.timeline.items.is_empty() {
            writeln!(out, "\n## Timeline\n")?;
            let (earlier, story) = words::by_background(&briefing.timeline.items);
            if !earlier.is_empty() {
                writeln!(out, "- *{}*", words::EARLIER)?;
                events(&earlier, "  ", out)?;
            }
            events(&story, "", out)?;
        }
        Ok(())
    }
}

fn head(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    let title = article.display_title();
    writeln!(out, "# {}\n", escape(&title))?;
    if let Some(standfirst) = &article.standfirst
        && CleanText::line(standfirst) != title
    {
        writeln!(out, "{}\n", escape(standfirst))?;
    }
    writeln!(out, "{}", escape(&words::provenance(article).join(" · ")))?;
    if let Some(url) = &article.url {
        let fits =
            !url.contains(|character: char| character.is_whitespace() || matches!(character, '<' | '>'));
        let link = if fits { format!("<{url}>") } else { escape(url) };
        writeln!(out, "\n{link}")?;
    }
    for notice in article.notices() {
        writeln!(out, "\n*{}.*", escape(&notice))?;
    }
    Ok(())
}

fn events(events: &[&Event], indent: &str, out: &mut dyn Write) -> io::Result<()> {
    for event in events {
        let date = dates::timex(&event.date);
        writeln!(out, "{indent}- **{date}**: {}", escape(&event.text))?;
    }
    Ok(())
}

fn quotes(briefing: &Briefing, out: &mut dyn Write) -> io::Result<()> {
    if briefing.quotes.items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Quotes")?;
    let actors = briefing.actors_by_id();
    let mut speaker: Option<&Speaker> = None;
    for quote in &briefing.quotes.items {
        if speaker != Some(&quote.speaker) || quote.speaker == Speaker::Unknown {
            writeln!(out, "\n**{}**", escape(&words::speaker(&actors, quote)))?;
        }
        speaker = Some(&quote.speaker);
        let (kind, confidence) = (quote.kind.as_str(), quote.confidence.as_str());
        let said_on = quote
            .said_on
            .as_ref()
            .map_or_else(String::new, |date| format!(", {}", dates::timex(date)));
        writeln!(
            out,
            "\n> {}\n>\n> {kind}, {confidence} confidence{said_on}",
            escape(&quote.text)
        )?;
    }
    Ok(())
}

/// `text` on one line, with a backslash before whatever Markdown would take for markup.
fn escape(text: &str) -> String {
    let line = CleanText::line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    // "12. " and "12) " open a list at the start of a line.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (byte, character) in line.char_indices() {
        let always = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '$'
        );
        let at_start = byte == 0 && matches!(character, '#' | '+' | '-' | '=');
        let opens_list = byte == digits && digits > 0 && matches!(character, '.' | ')');
        if always || at_start || opens_list {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// The words that a Markdown reader shows for `markdown`, where it finds nothing but one paragraph of plain words.
    fn shown(markdown: &str) -> Option<String> {
        Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION)
            .filter_map(|event| match event {
                Event::Start(pulldown_cmark::Tag::Paragraph)
                | Event::End(pulldown_cmark::TagEnd::Paragraph) => None,
                Event::Text(text) => Some(Some(text.to_string())),
                _ => Some(None),
            })
            .collect()
    }

    #[test]
    fn article_text_is_no_markup() {
        for text in [
            "# 1", "- a", "1. a", "12) b", "*a* _b_", "<b>", "[a](b)", "`c`", "&amp;", "~~a~~", "---", "===",
            "$a$",
        ] {
            assert_eq!(shown(&escape(text)).as_deref(), Some(text));
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in r"[a-c0-2 #*_`\[\]()<>&;:!~|$\\+=.\-]{1,30}") {
            let line = CleanText::line(&text);
            prop_assert_eq!(shown(&escape(&line)), Some(line.to_string()));
        }
    }
}
