//! TOML → what a person wrote.

use crate::briefing::toml::error::TomlError;
use crate::briefing::toml::known::Known;
use crate::briefing::toml::source::Source;
use crate::briefing::toml::{actors, sections};
use crate::briefing::{Article, CleanText, Published, Written};
use ::toml::de::DeTable;

/// The one version of the format there is.
const FORMAT: &str = "1";

/// Sections and keys at the top of a file.
const TOP: &[&str] = &["format", "article", "summary", "actors", "quotes", "timeline"];

/// What a briefing file, or the correction beside an article, holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BriefingFile {
    /// `[article]`
    pub article: ArticleFields,
    /// The sections; those that the file leaves out are `None`.
    pub written: Written,
}

/// What `[article]` holds; `None` is what it leaves out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ArticleFields {
    /// The body as written: its paragraphs are not yet in the normal form of [`Article::text`].
    pub text: Option<CleanText>,
    /// The headline.
    pub title: Option<CleanText>,
    /// The sentence or two under it.
    pub standfirst: Option<CleanText>,
    /// Who wrote it.
    pub byline: Option<CleanText>,
    /// Where and by whom it was filed.
    pub dateline: Option<CleanText>,
    /// The paper, agency or site.
    pub source: Option<CleanText>,
    /// Where it can be read.
    pub url: Option<CleanText>,
    /// When it was published.
    pub published: Option<Published>,
    /// BCP 47 language tag.
    pub language: Option<CleanText>,
    /// What must be known before it is used.
    pub notice: Option<CleanText>,
}

impl ArticleFields {
    /// Puts what is there in place of what `article` has; its text stays, because that needs the normal form first.
    pub fn correct(self, article: &mut Article) {
        let fields = [
            (&mut article.title, self.title),
            (&mut article.standfirst, self.standfirst),
            (&mut article.byline, self.byline),
            (&mut article.dateline, self.dateline),
            (&mut article.source, self.source),
            (&mut article.url, self.url),
            (&mut article.language, self.language),
            (&mut article.notice, self.notice),
        ];
        for (field, correction) in fields {
            if correction.is_some() {
                *field = correction;
            }
        }
        article.published = self.published.or(article.published);
    }
}

/// Reads a briefing from the text of a TOML file; `file` is its name, for the error message.
///
/// What is wrong is told at once, up to fifty faults. Spans are not known yet: see [`Written::located`].
///
/// ```
/// use briefing::briefing::Speaker;
/// use briefing::briefing::toml::read;
/// let file = read("[[quotes]]\nspeaker = \"European officials\"\ntext = \"“wait”\"\n", "a.toml").unwrap();
/// let quotes = file.written.quotes.unwrap();
/// assert_eq!(quotes[0].speaker, Speaker::Nominal("European officials".into()));
/// ```
pub fn read(text: &str, file: &str) -> Result<BriefingFile, TomlError> {
    let mut source = Source::new(text);
    let briefing = match DeTable::parse(text) {
        Ok(table) => top(&mut source, table.get_ref()),
        Err(error) => {
            let place = error.span().unwrap_or(0..0);
            let help = syntax_help(text, place.start, error.message());
            source.fault(&place, &format!("this is no TOML: {}", error.message()), help);
            BriefingFile::default()
        }
    };
    let (faults, more) = source.into_faults();
    if faults.is_empty() {
        return Ok(briefing);
    }
    Err(TomlError {
        file: CleanText::line(file),
        faults,
        more,
    })
}

fn top(source: &mut Source<'_>, table: &DeTable<'_>) -> BriefingFile {
    if !table.is_empty() && !table.keys().any(|key| TOP.contains(&key.get_ref().as_ref())) {
        let place = table
            .keys()
            .map(::toml::Spanned::span)
            .min_by_key(|span| span.start);
        let help = "a briefing has [article], [[summary]], [[actors]], [[quotes]] or [[timeline]]";
        source.fault(
            &place.unwrap_or_default(),
            "this TOML file is no briefing",
            Some(help.to_owned()),
        );
        return BriefingFile::default();
    }
    source.check_keys(table, TOP, "at the top of the file");
    if let Some(format) = table.get("format") {
        let known = format
            .get_ref()
            .as_integer()
            .is_some_and(|number| number.as_str() == FORMAT);
        if !known {
            let help = format!("write `format = {FORMAT}`");
            source.fault(
                &format.span(),
                "this format is not known to this version",
                Some(help),
            );
        }
    }
    let article = source
        .table(table, "article")
        .map(|article| sections::article(source, article))
        .unwrap_or_default();
    let summary = source
        .items(table, "summary")
        .map(|items| sections::summary(source, items));
    let actors = source
        .items(table, "actors")
        .map(|items| actors::actors(source, items));
    let known = actors.as_deref().map(Known::new);
    let known = known.as_ref();
    let quotes = source
        .items(table, "quotes")
        .map(|items| sections::quotes(source, items, known));
    let (quotes, hints) = quotes.unzip();
    let timeline = source
        .items(table, "timeline")
        .map(|items| sections::timeline(source, items, known));
    BriefingFile {
        article,
        written: Written {
            summary,
            actors,
            quotes,
            timeline,
            hints: hints.unwrap_or_default(),
        },
    }
}

/// What may help with the mistakes that people make most.
fn syntax_help(text: &str, at: usize, message: &str) -> Option<String> {
    let (before, after) = text.split_at_checked(text.floor_char_boundary(at))?;
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.lines().next().unwrap_or_default();
    let quoted = before.contains('"') && !before.contains("\"\"\"");
    let help = if message.contains("escape") {
        "write a backslash as \\\\, or put the text in '…'"
    } else if message.contains("multi-line") {
        "end the text with a line of three quotation marks"
    } else if quoted && !after.is_empty() {
        "inside \"…\", write a quotation mark as \\\" or use curly ones, or put the text in '…'"
    } else if before.contains('=') && !quoted {
        "write text in quotation marks, and a date that is no full day as well: key = \"text\""
    } else {
        return None;
    };
    Some(help.to_owned())
}
