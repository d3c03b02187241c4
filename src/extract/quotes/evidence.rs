//! What counts for and against a short quoted segment's being somebody's speech: the features of the model
//! `weights/speech.toml`.

use super::cues::REACH;
use super::echoes::Echoes;
use super::phrases::{CUE_VERB, SPEAKING_NOUN};
use super::sieves::{Found, Scene};
use super::speech::Form;
use crate::briefing::{Confidence, Rule};
use crate::extract::lexicon::category;
use crate::extract::linear::{Features, speech};
use crate::extract::text::{MarkStyle, Shape, Token};

/// Words before the segment that may name what it is, at most.
const NEAR: usize = 3;

/// The features of the segment, given what the sieves found for it.
pub(super) fn features(scene: &Scene<'_>, found: Option<&Found>, form: &Form, echoes: &Echoes) -> Features {
    let mut features = Features::NONE;
    form_of(scene, form, &mut features);
    words_of(scene, &mut features);
    before(scene, found, &mut features);
    after(scene, &mut features);
    company(scene, found, form, &mut features);
    attribution(scene, found, &mut features);
    elsewhere(scene, echoes, &mut features);
    together(form, &mut features);
    features
}

/// How long it is, and whether it reads as a sentence.
fn form_of(scene: &Scene<'_>, form: &Form, features: &mut Features) {
    features.add(speech::WHOLE, form.whole);
    features.add(speech::ONE_WORD, form.words == 1);
    features.add(speech::TWO_WORDS, form.words == 2);
    features.add(speech::THREE_WORDS, form.words == 3);
    features.add(speech::FOUR_OR_FIVE_WORDS, (4..6).contains(&form.words));
    features.add(speech::NO_WORD, form.words == 0);
    features.add(speech::UNCLOSED, !scene.quoted.closed);
    features.add(speech::NAMED, form.named);
    features.add(speech::TITLE, form.title);
    features.add(speech::ALONE, scene.stands_alone());
}

/// What the words of a short segment are.
fn words_of(scene: &Scene<'_>, features: &mut Features) {
    let text = scene.phrases.text;
    let inner = scene.inner();
    let tokens = || {
        inner
            .clone()
            .map(|index| text.token(index))
            .filter(|token| token.is_word())
    };
    let any = |is: &dyn Fn(Token) -> bool| tokens().any(is);
    let first = tokens().next().unwrap_or_default();
    let last = tokens().next_back().unwrap_or_default();
    features.add(
        speech::CAPITALS,
        !tokens().any(|token| token.shape == Shape::Lower),
    );
    features.add(speech::OPENS_WITH_CAPITAL, first.is_capitalised());
    features.add(
        speech::ALL_CAPITALS,
        tokens().all(|token| token.shape == Shape::Upper),
    );
    features.add(
        speech::HAS_NUMBER,
        inner
            .clone()
            .any(|index| text.token(index).shape == Shape::Number),
    );
    let spoken = category::PRONOUN_FIRST.or(category::PRONOUN_SECOND);
    features.add(speech::HAS_FIRST_OR_SECOND_PERSON, any(&|token| token.is(spoken)));
    let verbal = category::AUXILIARY
        .or(category::NEGATION)
        .or(category::PRONOUN_SUBJECT);
    features.add(speech::HAS_AUXILIARY, any(&|token| token.is(verbal)));
    features.add(speech::OPENS_WITH_ARTICLE, first.is(category::ARTICLE));
    features.add(speech::OPENS_WITH_ADVERB, scene.phrases.is_adverbial(inner.start));
    features.add(speech::OPENS_WITH_PREPOSITION, first.is(category::PREPOSITION));
    features.add(
        speech::OPENS_WITH_PARTICIPLE,
        scene.phrases.is_participle(inner.start),
    );
    features.add(speech::ENDS_IN_PREPOSITION, last.is(category::PREPOSITION));
    features.add(
        speech::HAS_COMMON_WORDS,
        tokens().any(|token| token.is(category::FUNCTION_WORD)),
    );
    let inside = scene.last_inside();
    features.add(speech::COMMA_INSIDE, inside == Shape::Punctuation(','));
    features.add(speech::STOP_INSIDE, inside == Shape::Punctuation('.'));
    features.add(
        speech::CALL_INSIDE,
        matches!(inside, Shape::Punctuation('!' | '?')),
    );
}

/// What stands before a short segment.
fn before(scene: &Scene<'_>, found: Option<&Found>, features: &mut Features) {
    let text = scene.phrases.text;
    let start = scene.quoted.tokens.start();
    let floor = scene.sentence.tokens.start();
    let at = |offset: usize| {
        start
            .checked_sub(offset)
            .filter(|index| *index >= floor)
            .map(|index| text.token(index))
            .unwrap_or_default()
    };
    let last = at(1);
    features.add(speech::OPENS_SENTENCE, start == floor);
    let word_after = text.token(scene.quoted.tokens.end());
    let attributive = word_after.shape == Shape::Lower
        && !word_after.quoted
        && !word_after.is(category::FUNCTION_WORD.or(CUE_VERB));
    features.add(
        speech::BETWEEN_ARTICLE_AND_WORD,
        attributive && last.is(category::DETERMINER),
    );
    features.add(
        speech::NAMED_BY_POSSESSIVE,
        last.shape == Shape::Possessive && text.token(scene.inner().start).is_capitalised(),
    );
    features.add(speech::AFTER_ARTICLE, last.is(category::ARTICLE));
    features.add(
        speech::AFTER_DETERMINER,
        last.is(category::DETERMINER) && !last.is(category::ARTICLE),
    );
    features.add(speech::AFTER_POSSESSIVE, last.shape == Shape::Possessive);
    features.add(speech::AFTER_PREPOSITION, last.is(category::PREPOSITION));
    features.add(speech::AFTER_BE, last.is(category::BE));
    features.add(speech::AFTER_CONJUNCTION, last.is(category::CONJUNCTION));
    features.add(
        speech::AFTER_INFINITIVE,
        last.is(category::INFINITIVE.or(category::MODAL)),
    );
    features.add(speech::AFTER_LIKENING, last.is(category::LIKENING));
    features.add(speech::AFTER_DASH, last.is_dash());
    features.add(speech::AFTER_THAT, last.is(category::THAT));
    features.add(speech::AFTER_PRONOUN, last.is(category::PRONOUN_SUBJECT));
    features.add(speech::AFTER_COLON, last.is_punctuation(':'));
    features.add(speech::AFTER_COMMA, last.is_punctuation(','));
    features.add(speech::AFTER_BRACKET, last.is_punctuation('('));
    features.add(speech::AFTER_MARK, last.shape == Shape::Mark);
    features.add(speech::AFTER_CAPITAL, !last.quoted && last.is_capitalised());
    features.add(speech::AFTER_PERSON, last.is(SPEAKING_NOUN));
    let reached = start > floor;
    features.add(
        speech::AFTER_PAST,
        reached
            && scene
                .phrases
                .ends_in(start - 1, scene.phrases.text.lexicon.past_ending),
    );
    features.add(
        speech::AFTER_PARTICIPLE,
        reached && !last.quoted && scene.phrases.is_participle(start - 1),
    );
    features.add(speech::AFTER_CUE, reached && scene.phrases.is_cue(start - 1));
    features.add(
        speech::NAMING_NEAR,
        (2..=NEAR).any(|offset| !at(offset).quoted && at(offset).is(category::NAMING_WORD)),
    );
    features.add(
        speech::UTTERANCE_NOUN_NEAR,
        (1..=NEAR).any(|offset| {
            !at(offset).quoted && at(offset).is(category::SPEECH_NOUN.or(category::UTTERANCE_NOUN))
        }),
    );
    let cue = found.and_then(|found| found.cue);
    features.add(
        speech::CUE_NEAR,
        cue.is_some_and(|cue| cue.end() <= start && start - cue.end() <= NEAR),
    );
    features.add(
        speech::CUE_FAR,
        cue.is_some_and(|cue| cue.end() + 3 * NEAR < start),
    );
    features.add(
        speech::CUE_JUDGES,
        cue.is_some_and(|cue| text.token(cue.start()).is(category::JUDGEMENT_VERB)),
    );
}

/// What stands after a short segment.
fn after(scene: &Scene<'_>, features: &mut Features) {
    let text = scene.phrases.text;
    let end = scene.quoted.tokens.end();
    let next = if end < scene.sentence.tokens.end() {
        text.token(end)
    } else {
        Token::default()
    };
    let attributive = next.is_word() && !next.quoted && !next.is(category::FUNCTION_WORD.or(CUE_VERB));
    features.add(speech::BEFORE_WORD, attributive && next.shape == Shape::Lower);
    features.add(speech::BEFORE_CAPITAL, attributive && next.is_capitalised());
    features.add(
        speech::BEFORE_NAMED,
        attributive && next.is(category::NAMING_WORD),
    );
    features.add(speech::BEFORE_PREPOSITION, next.is(category::PREPOSITION));
    features.add(speech::BEFORE_CONJUNCTION, next.is(category::CONJUNCTION));
    features.add(speech::BEFORE_VERB, next.is(category::AUXILIARY));
    features.add(
        speech::BEFORE_BRACKET,
        next.is_punctuation(')') || next.is_punctuation('('),
    );
    features.add(
        speech::BEFORE_STOP,
        next.shape == Shape::Nothing || next.is_punctuation('.'),
    );
    features.add(speech::BEFORE_COMMA, next.is_punctuation(','));
    features.add(speech::BEFORE_MARK, next.shape == Shape::Mark);
}

/// Where in the article a short segment stands, and whether people speak around it.
fn company(scene: &Scene<'_>, found: Option<&Found>, form: &Form, features: &mut Features) {
    let text = scene.phrases.text;
    let (tokens, sentence) = (scene.quoted.tokens, scene.sentence.tokens);
    let last = text.token(sentence.end().saturating_sub(1));
    let stopped = matches!(last.shape, Shape::Punctuation('.' | '?' | '!'));
    let headline = scene.sentence.paragraph == 0
        && text.paragraphs.len() > 1
        && (!stopped || scene.phrases.in_title_case(tokens.start()));
    features.add(speech::HEADLINE, headline);
    features.add(
        speech::SINGLE_IN_HEADLINE,
        headline && scene.quoted.style == MarkStyle::Single,
    );
    features.add(speech::TITLE_IN_HEADLINE, headline && form.title);
    features.add(speech::NOBODYS_IN_HEADLINE, headline && found.is_none());
    let around = || {
        (tokens.start().saturating_sub(REACH).max(sentence.start())..tokens.start())
            .chain(tokens.end()..sentence.end().min(tokens.end() + REACH))
            .filter(|index| !text.token(*index).quoted)
    };
    features.add(
        speech::COLON_IN_HEADLINE,
        headline && around().any(|index| text.token(index).is_punctuation(':')),
    );
    let before = || around().take_while(|index| *index < tokens.start());
    features.add(
        speech::PERSON_NAMED_BEFORE,
        before().any(|index| scene.phrases.cast.mention_at(index).is_some()),
    );
    features.add(
        speech::NARRATOR_BEFORE,
        before().any(|index| text.token(index).is(category::PRONOUN_FIRST)),
    );
    features.add(
        speech::CUE_IN_SENTENCE,
        around().any(|index| scene.phrases.is_cue(index)),
    );
    let person = category::PRONOUN_HE.or(category::PRONOUN_SHE);
    features.add(
        speech::PERSON_IN_SENTENCE,
        around().any(|index| text.token(index).is(person)),
    );
    features.add(
        speech::SPEECH_NOUN_IN_SENTENCE,
        around().any(|index| text.token(index).is(category::SPEECH_NOUN)),
    );
    let previous = scene.done.last();
    let close = |distance: usize| {
        previous.is_some_and(|previous| {
            text.sentence_of(previous.tokens.start()) + distance >= text.sentence_of(tokens.start())
        })
    };
    features.add(speech::QUOTE_IN_SENTENCE, close(0));
    features.add(speech::QUOTE_JUST_BEFORE, close(1) && !close(0));
    features.add(
        speech::QUOTE_IN_PARAGRAPH,
        previous
            .is_some_and(|previous| text.paragraph_of(previous.tokens.start()) == scene.sentence.paragraph),
    );
    let neighbour = scene
        .segment
        .checked_sub(1)
        .and_then(|index| text.quoted.get(index))
        .is_some_and(|quoted| quoted.tokens.start() >= sentence.start());
    let dropped = neighbour && previous.is_none_or(|previous| previous.segment + 1 != scene.segment);
    features.add(speech::NEIGHBOUR_DROPPED, dropped);
    features.add(
        speech::QUOTE_FOLLOWS,
        text.quoted
            .get(scene.segment + 1)
            .is_some_and(|quoted| sentence.holds(quoted.tokens.start())),
    );
}

/// Whose the sieves say it is.
fn attribution(scene: &Scene<'_>, found: Option<&Found>, features: &mut Features) {
    let Some(found) = found else {
        features.add(speech::NOBODYS, true);
        return;
    };
    features.add(speech::HAS_CUE, found.cue.is_some());
    features.add(speech::UNSURE, found.confidence == Confidence::Low);
    features.add(
        speech::SAID_AFTER,
        found.rule == Rule::RightAdjacent && scene.opens_sentence(),
    );
    features.add(
        speech::LABELLED,
        matches!(found.rule, Rule::Label | Rule::OpenParagraph),
    );
    features.add(speech::SAID_BEFORE, found.rule == Rule::LeftInSentence);
    features.add(speech::CARRIED, found.rule == Rule::CarriedOver);
    features.add(speech::GOVERNED, found.rule == Rule::Governing);
    features.add(speech::PARAGRAPH_BEFORE, found.rule == Rule::PreviousParagraph);
}

/// What else the article has in marks.
fn elsewhere(scene: &Scene<'_>, echoes: &Echoes, features: &mut Features) {
    features.add(speech::WITHIN_ANOTHER, echoes.is_within(scene.segment));
    features.add(speech::UNUSUAL_MARKS, echoes.is_unusual(scene.quoted.style));
    features.add(
        speech::MOSTLY_DROPPED,
        scene.segment >= 4 && 2 * scene.done.len() < scene.segment,
    );
}

/// What tells more together than apart.
fn together(form: &Form, features: &mut Features) {
    let both = |a: Features, b: Features| features.has(a) && features.has(b);
    let pairs = [
        (
            speech::CAPITALS_AFTER_ARTICLE,
            both(speech::CAPITALS, speech::AFTER_ARTICLE),
        ),
        (
            speech::CAPITALS_AFTER_PREPOSITION,
            both(speech::CAPITALS, speech::AFTER_PREPOSITION),
        ),
        (speech::CAPITALS_NOBODYS, both(speech::CAPITALS, speech::NOBODYS)),
        (
            speech::WORD_AFTER_PREPOSITION,
            both(speech::ONE_WORD, speech::AFTER_PREPOSITION),
        ),
        (speech::LONG_TITLE, form.title && form.words >= 4),
    ];
    for (feature, holds) in pairs {
        features.add(feature, holds);
    }
}
