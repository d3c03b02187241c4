//! Which language an article is in, by its letters and by the words that every text is full of.
//!
//! A text is taken for the language that is read in full unless its words clearly say otherwise: a few foreign names,
//! titles and quotes do not. Where they are too few to say anything, what the file declares counts.

use crate::briefing::{Article, language};
use crate::extract::lexicon::markers::{FUNCTION_WORDS, SCRIPTS, TAGS};
use crate::extract::lexicon::{category, value};
use crate::extract::text::Text;

/// Bytes from the start of the text that are looked at.
const SAMPLE: usize = 4096;
/// Words looked at first, and the share in percent of function words that settles it.
const GLANCE: usize = 200;
const FAMILIAR: usize = 20;
/// Words and letters below which a text says nothing of its language.
const LEAST_WORDS: usize = 15;
const LEAST_LETTERS: usize = 15;
/// One word in so many is a function word of the language that a text is in, at least.
const ONE_IN: usize = 8;
/// Among letters of other scripts, one in so many is of the language's own: Japanese has two scripts.
const LETTER_IN: usize = 8;

/// The tag of the language that `article` is in, where it is another than the file declares, or than the one that is read
/// in full and nothing is declared.
pub(super) fn other(text: &Text<'_>, article: &Article) -> Option<String> {
    let declared = article.language.as_ref().filter(|tag| !tag.is_empty());
    let told = if is_familiar(text) {
        Some(language::READ)
    } else {
        recognise(&article.text)
    }?;
    let known = declared.map_or(language::READ, |declared| declared.as_str());
    (language::primary(known) != told).then(|| told.to_owned())
}

/// Whether the first words are plainly of the language of the lexicon: a look at what the tokens say already.
fn is_familiar(text: &Text<'_>) -> bool {
    let (mut words, mut known) = (0_usize, 0_usize);
    for token in text.tokens.iter().filter(|token| token.is_word()).take(GLANCE) {
        words += 1;
        known += usize::from(token.is(category::FUNCTION_WORD));
    }
    words >= LEAST_WORDS && known * 100 >= words * FAMILIAR
}

/// The language that the words say, if they say any.
fn recognise(source: &str) -> Option<&'static str> {
    let end = (0..=SAMPLE.min(source.len()))
        .rev()
        .find(|end| source.is_char_boundary(*end));
    let sample = source.get(..end?)?;
    let (words, hits) = function_words(sample);
    if let Some(mask) = script(sample) {
        let of_script = |number: usize| mask >> number & 1 == 1;
        let best = (0..TAGS.len())
            .filter(|number| of_script(*number))
            .max_by_key(|number| {
                // Of several that are equal, the first.
                (hits.get(*number).copied(), std::cmp::Reverse(*number))
            })?;
        let alone = mask.is_power_of_two() || hits.get(best).is_some_and(|hits| *hits > 1);
        return TAGS
            .get(best)
            .copied()
            .filter(|_| alone)
            .or(Some(language::UNDETERMINED));
    }
    let (best, most) = hits
        .iter()
        .enumerate()
        .max_by_key(|(number, hits)| (**hits, std::cmp::Reverse(*number)))?;
    let read = TAGS.iter().position(|tag| language::is_read(tag))?;
    let own = hits.get(read).copied().unwrap_or_default();
    if words < LEAST_WORDS || most * ONE_IN < words {
        return None;
    }
    // Half as many again as the language that is read has.
    let tag = if own * 3 > most * 2 { read } else { best };
    TAGS.get(tag).copied()
}

/// How many words there are, and how many of each language's function words.
fn function_words(sample: &str) -> (usize, [usize; 32]) {
    let mut hits = [0_usize; 32];
    let mut words = 0;
    for word in sample
        .split(|character: char| !character.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        words += 1;
        let mut mask = value(&FUNCTION_WORDS, word).unwrap_or_default();
        while mask != 0 {
            if let Some(hits) = hits.get_mut(mask.trailing_zeros() as usize) {
                *hits += 1;
            }
            mask &= mask - 1;
        }
    }
    (words, hits)
}

/// The languages of the script that most letters are of, where it is one that few languages share.
fn script(sample: &str) -> Option<u32> {
    let mut counts = [0_usize; 16];
    let (mut letters, mut own) = (0_usize, 0_usize);
    for character in sample.chars().filter(|character| character.is_alphabetic()) {
        letters += 1;
        if character.is_ascii() {
            continue;
        }
        let place = SCRIPTS
            .iter()
            .position(|(first, last, _)| (*first..=*last).contains(&character));
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1;
            own += 1;
        }
    }
    if own < LEAST_LETTERS || own * 2 < letters {
        return None;
    }
    // Scripts stand in order of their letters, and kana before the Chinese characters that Japanese has as well.
    let place = counts.iter().position(|count| *count * LETTER_IN >= own)?;
    SCRIPTS.get(place).map(|(_, _, languages)| *languages)
}
