//! The lines that a letter begins with where somebody pastes or forwards it: "From: …", "Sent: …", "To: …", "Subject: …".

use crate::briefing::{Article, CleanText};
use crate::load::date_line;

/// What a line of a letterhead tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Sender,
    Date,
    Subject,
    /// Nothing that an article has a use for.
    Other,
}

/// Labels in lower case, in the languages of the programs that write them.
const LABELS: &[(&str, Label)] = &[
    ("from", Label::Sender),
    ("von", Label::Sender),
    ("de", Label::Sender),
    ("da", Label::Sender),
    ("van", Label::Sender),
    ("från", Label::Sender),
    ("fra", Label::Sender),
    ("date", Label::Date),
    ("sent", Label::Date),
    ("datum", Label::Date),
    ("gesendet", Label::Date),
    ("envoyé", Label::Date),
    ("enviado", Label::Date),
    ("enviado el", Label::Date),
    ("enviada em", Label::Date),
    ("fecha", Label::Date),
    ("data", Label::Date),
    ("inviato", Label::Date),
    ("verzonden", Label::Date),
    ("skickat", Label::Date),
    ("sendt", Label::Date),
    ("dato", Label::Date),
    ("subject", Label::Subject),
    ("betreff", Label::Subject),
    ("objet", Label::Subject),
    ("asunto", Label::Subject),
    ("assunto", Label::Subject),
    ("oggetto", Label::Subject),
    ("onderwerp", Label::Subject),
    ("ämne", Label::Subject),
    ("emne", Label::Subject),
    ("to", Label::Other),
    ("cc", Label::Other),
    ("bcc", Label::Other),
    ("reply-to", Label::Other),
    ("importance", Label::Other),
    ("attachments", Label::Other),
    ("an", Label::Other),
    ("à", Label::Other),
    ("para", Label::Other),
    ("a", Label::Other),
    ("aan", Label::Other),
    ("till", Label::Other),
    ("til", Label::Other),
];

/// The most lines of a letterhead.
const MOST_LINES: usize = 24;

/// The longest label with the marks around it, in bytes.
const LONGEST_LABEL: usize = 24;

/// A letterhead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Letterhead {
    sender: Option<String>,
    date: Option<String>,
    pub(super) subject: Option<String>,
    /// How many lines it has.
    pub(super) length: usize,
}

impl Letterhead {
    /// Who wrote the letter.
    #[cfg(feature = "mail")]
    pub(super) fn sender(&self) -> Option<&str> {
        self.sender.as_deref()
    }

    /// Puts what it tells into the fields of `article` that are still empty.
    pub(super) fn fill(&self, article: &mut Article) {
        let line = |words: &Option<String>| {
            let line = CleanText::line(words.as_deref().unwrap_or_default());
            (!line.is_empty()).then_some(line)
        };
        article.title = article.title.take().or_else(|| line(&self.subject));
        article.byline = article.byline.take().or_else(|| line(&self.sender));
        article.published = article
            .published
            .or_else(|| date_line::published(self.date.as_deref()?));
    }
}

/// The letterhead that `lines` begin with; `None` where there are too few of its lines to be certain of it.
pub(super) fn read<'l>(lines: impl Iterator<Item = &'l str>) -> Option<Letterhead> {
    let mut head = Letterhead::default();
    let mut last = None;
    for line in lines.take(MOST_LINES) {
        // Who else got it may go on in the next line.
        let goes_on = last == Some(Label::Other) && line.contains('@');
        match labelled(line) {
            Some((label, value)) => {
                let slot = match label {
                    Label::Sender => Some(&mut head.sender),
                    Label::Date => Some(&mut head.date),
                    Label::Subject => Some(&mut head.subject),
                    Label::Other => None,
                };
                let value = if label == Label::Sender {
                    name(value)
                } else {
                    value
                };
                if let Some(slot) = slot {
                    slot.get_or_insert_with(|| value.to_owned());
                }
                last = Some(label);
            }
            None if goes_on => {}
            None => break,
        }
        head.length += 1;
    }
    let Letterhead {
        sender,
        date,
        subject,
        ..
    } = &head;
    let told = [sender, date, subject];
    (told.into_iter().flatten().count() > 1).then_some(head)
}

/// `text` without the letterhead that it begins with, which is put into the fields of `article` that are still empty.
pub(super) fn taken_off<'t>(text: &'t str, article: &mut Article) -> &'t str {
    let start = text.trim_start();
    let letter = read(start.lines()).and_then(|head| {
        let (end, _) = start.match_indices('\n').nth(head.length.checked_sub(1)?)?;
        Some((head, start.get(end + 1..)?))
    });
    match letter {
        Some((head, rest)) if !rest.trim().is_empty() => {
            head.fill(article);
            rest
        }
        _ => text,
    }
}

/// The label of `line`, and what follows it.
fn labelled(line: &str) -> Option<(Label, &str)> {
    let marks = |character: char| character.is_whitespace() || character == '*' || character == '_';
    let (label, value) = line
        .split_once(':')
        .filter(|(label, _)| label.len() <= LONGEST_LABEL)?;
    let label = label.trim_matches(marks).to_lowercase();
    let (_, label) = LABELS.iter().find(|(name, _)| *name == label)?;
    let value = value.trim_matches(marks);
    (!value.is_empty() || *label == Label::Other).then_some((*label, value))
}

/// "Ida Holm <ida@post.example>", "Ida Holm [mailto:ida@post.example]": the name; where there is none, the address.
fn name(sender: &str) -> &str {
    let quotes = |character: char| character.is_whitespace() || matches!(character, '"' | '\'');
    let (before, address) = sender.split_once(['<', '[', '(']).unwrap_or((sender, ""));
    let name = before.trim_matches(quotes);
    if name.is_empty() {
        address.trim_end_matches(['>', ']', ')'])
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letterhead_is_known_by_its_lines() {
        let told = |text: &str| {
            let head = read(text.lines())?;
            Some((head.sender?, head.subject.unwrap_or_default(), head.length))
        };
        for (text, expected) in [
            (
                "From: Ida Holm <ida@post.example>\nSent: 4 Sep 2025\nTo: a@post.example,\n b@post.example\nSubject: Bridge shut\n\nText.",
                Some(("Ida Holm", "Bridge shut", 5)),
            ),
            (
                "*Von:* ida@post.example\n*Betreff:* Brücke",
                Some(("ida@post.example", "Brücke", 2)),
            ),
            (
                "From: \"Holm, Ida\" [mailto:i@p.example]\nDate: x",
                Some(("Holm, Ida", "", 2)),
            ),
            ("From: Paris\nTo: London\n\nA journey.", None),
            ("Subject: bridges\n\nThe bridge was shut.", None),
            ("From here: it is a mile.\nDate: 4 Sep 2025", None),
        ] {
            let expected =
                expected.map(|(sender, subject, length)| (sender.to_owned(), subject.to_owned(), length));
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
