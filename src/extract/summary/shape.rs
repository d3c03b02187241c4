//! Which sentences can stand in a summary by themselves.

use crate::briefing::Article;
use crate::extract::actors::Cast;
use crate::extract::dateline::without_dateline;
use crate::extract::lexicon::{Categories, category};
use crate::extract::text::{Sentence, Shape, Text, TokenRange};
use crate::extract::timeline::{is_finite, is_present};
use crate::extract::turns::Turn;

/// Words that a sentence of a summary has at least.
const LEAST: usize = 5;
/// How much of a quoted sentence may be quoted before its speaker must be near: in percent of its tokens.
const MOSTLY_QUOTED: usize = 60;

/// What stands in the way of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fitness {
    /// It can stand alone.
    Alone,
    /// It leans on the sentence before it: "But he refused."
    Leans,
    /// It can stand in no summary: a question, a heading, a bare quote.
    Unfit,
}

/// Whether `sentence` can stand in a summary.
pub(super) fn fitness(
    text: &Text<'_>,
    cast: &Cast,
    article: &Article,
    sentence: &Sentence,
    turn: Turn,
) -> Fitness {
    if turn == Turn::Asked {
        return Fitness::Unfit;
    }
    let tokens = without_dateline(text, sentence);
    let words = tokens
        .indices()
        .filter(|index| text.token(*index).is_word())
        .count();
    if words < LEAST
        || asks(text, tokens)
        || !ends(text, tokens)
        || !tells(text, tokens)
        || is_mostly_quoted(text, tokens)
    {
        return Fitness::Unfit;
    }
    if article
        .title
        .as_ref()
        .is_some_and(|title| says_the_same(text, tokens, title))
    {
        return Fitness::Unfit;
    }
    let opens_paragraph = text
        .paragraphs
        .get(sentence.paragraph)
        .is_some_and(|paragraph| paragraph.tokens.start() == sentence.tokens.start());
    // Only the sentence with the label tells whose answer it is.
    let labelled = turn == Turn::Answered;
    let dangles =
        !labelled && (leans(text, tokens) || is_unnamed(text, cast, tokens) || is_spoken(text, tokens));
    if labelled && !opens_paragraph || dangles {
        Fitness::Leans
    } else {
        Fitness::Alone
    }
}

fn asks(text: &Text<'_>, tokens: TokenRange) -> bool {
    tokens
        .indices()
        .rev()
        .map(|index| text.token(index).shape)
        .find(|shape| *shape != Shape::Mark && *shape != Shape::Punctuation(')'))
        .is_some_and(|shape| shape == Shape::Punctuation('?'))
}

/// Whether it ends as a sentence does; a heading, a caption's credit or a list's item does not.
fn ends(text: &Text<'_>, tokens: TokenRange) -> bool {
    tokens
        .indices()
        .rev()
        .find(|index| {
            !matches!(
                text.token(*index).shape,
                Shape::Mark | Shape::Punctuation(')' | '"' | '”' | '’' | ']')
            )
        })
        .is_some_and(|index| {
            matches!(text.token(index).shape, Shape::Punctuation('.' | '!' | '…'))
                || text.word(index).ends_with('.')
        })
}

/// Whether it has a verb that is not that of a relative clause alone; a caption has none: "Divers with a cable that broke."
fn tells(text: &Text<'_>, tokens: TokenRange) -> bool {
    let mut relative = false;
    for index in tokens.indices() {
        let token = text.token(index);
        if is_verb(text, index) && !std::mem::take(&mut relative) {
            return true;
        }
        // "that" opens a relative clause behind a noun.
        let noun = index > tokens.start() && {
            let before = text.token(index - 1);
            before.is_word() && !before.is(category::FUNCTION_WORD)
        };
        relative |= token.shape == Shape::Lower
            && token.is(category::RELATIVE)
            && (noun || !token.is(category::DETERMINER));
    }
    false
}

fn is_verb(text: &Text<'_>, index: usize) -> bool {
    text.token(index).quoted || is_finite(text, index) || is_present(text, index)
}

/// "On Monday he left": nobody is named before the pronoun that is the subject.
fn is_unnamed(text: &Text<'_>, cast: &Cast, tokens: TokenRange) -> bool {
    let person = category::PRONOUN_HE.or(category::PRONOUN_SHE);
    let subject = tokens
        .indices()
        .take_while(|index| !is_verb(text, *index))
        .find(|index| text.token(*index).is(category::PRONOUN_SUBJECT) && text.token(*index).is(person));
    subject.is_some_and(|subject| {
        let named = cast.mentions.get(cast.first_mention_from(tokens.start())..);
        named
            .unwrap_or_default()
            .first()
            .is_none_or(|mention| mention.tokens.start() >= subject)
    })
}

/// "And then I told them that we would not": whoever speaks is told before.
fn is_spoken(text: &Text<'_>, tokens: TokenRange) -> bool {
    let speaker = category::PRONOUN_FIRST.or(category::PRONOUN_SECOND);
    tokens.indices().any(|index| {
        let token = text.token(index);
        !token.quoted
            && (token.is(category::PRONOUN_SUBJECT) && token.is(speaker)
                || token.is(category::CONTRACTED_SUBJECT) && contracted(text, index).any(speaker))
    })
}

/// What stands before the apostrophe: the "we" of "we'll".
fn contracted(text: &Text<'_>, index: usize) -> Categories {
    let word = text.word(index);
    let subject = word.split(['\'', '’']).next().unwrap_or(word);
    text.lexicon.categories(subject)
}

/// Whether nearly all of it is quoted, and nobody is named outside the marks.
fn is_mostly_quoted(text: &Text<'_>, tokens: TokenRange) -> bool {
    let quoted = tokens.indices().filter(|index| text.token(*index).quoted).count();
    let named = tokens.indices().any(|index| {
        let token = text.token(index);
        !token.quoted && token.is_capitalised() && !token.is(category::FUNCTION_WORD)
    });
    quoted * 100 > tokens.len() * MOSTLY_QUOTED && !named || quoted == tokens.len()
}

/// Whether it opens with a word that only the sentence before explains.
fn leans(text: &Text<'_>, tokens: TokenRange) -> bool {
    let start = tokens.start();
    let first = text.token(start);
    if first.shape == Shape::Mark {
        return is_said_by_pronoun(text, tokens);
    }
    if first.is(category::CONNECTIVE.or(category::CONJUNCTION)) {
        return true;
    }
    let pronoun = category::PRONOUN_HE
        .or(category::PRONOUN_SHE)
        .or(category::PRONOUN_THEY)
        .or(category::PRONOUN_IT)
        .or(category::PRONOUN_FIRST)
        .or(category::PRONOUN_SECOND)
        .or(category::POINTER);
    first.is(pronoun)
}

/// "“It was over,” she said": who she is stands in the sentence before.
fn is_said_by_pronoun(text: &Text<'_>, tokens: TokenRange) -> bool {
    let behind = tokens.indices().find(|index| !text.token(*index).quoted);
    let pronoun = category::PRONOUN_HE
        .or(category::PRONOUN_SHE)
        .or(category::PRONOUN_THEY);
    behind.is_some_and(|behind| {
        (behind..tokens.end().min(behind + 3)).any(|index| text.token(index).is(pronoun))
    })
}

/// Whether the title has nearly all of its words: a headline that stands in the text once more.
fn says_the_same(text: &Text<'_>, tokens: TokenRange, title: &str) -> bool {
    if tokens.len() > title.split_whitespace().count() * 2 + 8 {
        return false;
    }
    let words = tokens.indices().filter(|index| text.token(*index).is_word());
    let (mut all, mut shared) = (0_usize, 0_usize);
    for index in words {
        all += 1;
        let word = text.word(index);
        shared += usize::from(
            title
                .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’' | '.'))
                .any(|other| other.eq_ignore_ascii_case(word)),
        );
    }
    shared * 10 >= all * 9 && all > 0 && title.split_whitespace().count() <= all + 3
}
