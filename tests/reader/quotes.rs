//! From quote to quote, and why.

use super::*;

#[test]
fn the_next_by_the_same_speaker_skips_the_others() {
    let mut screen = harbour(WIDE);
    screen.press("]");
    assert_eq!(
        chosen(&mut screen),
        "Sørensen said. “If we do nothing, the next storm will close the lock for us.”"
    );
    screen.press("]");
    assert!(chosen(&mut screen).contains("Every town should have somebody"));
    screen.press("[ [");
    assert!(chosen(&mut screen).contains("leak like a basket"));
    screen.press("[");
    assert!(
        screen
            .footer()
            .contains("That was the first quote by Ingrid Sørensen.")
    );
}

#[test]
fn after_the_last_one_the_next_article_that_quotes_them_is_opened() {
    let mut screen = harbour(WIDE);
    screen.press("] ] ]");
    assert!(screen.rows()[0].contains("Where the herring went"));
    assert!(
        screen
            .footer()
            .contains("Ingrid Sørensen in another article: Where the herring went")
    );
    assert!(chosen(&mut screen).contains("We counted sixty boats"));
    screen.press("]");
    assert!(
        screen
            .footer()
            .contains("That was the last quote by Ingrid Sorensen.")
    );
    screen.press("[");
    assert!(screen.rows()[0].contains("Vestby closes its sea lock"));
    assert!(chosen(&mut screen).contains("Every town should have somebody"));
}

#[test]
fn the_next_quote_and_the_next_speaker() {
    let mut screen = harbour(WIDE);
    screen.press("n n");
    assert!(chosen(&mut screen).contains("A lock with one gate is still a lock."));
    screen.press("N");
    assert!(chosen(&mut screen).contains("If we do nothing"));
    screen.press("}");
    assert!(chosen(&mut screen).contains("A lock with one gate is still a lock."));
    screen.press("}");
    assert!(
        chosen(&mut screen).contains("Where are we supposed"),
        "the unknown one is a speaker, too"
    );
    screen.press("{ {");
    assert!(chosen(&mut screen).contains("leak like a basket"));
    screen.press("{");
    assert!(
        chosen(&mut screen).contains("dull, heavy and reliable"),
        "round and round"
    );
    screen.press("n n");
    assert!(screen.footer().contains("That was the last quote."));
}

#[test]
fn a_quote_says_who_how_and_how_sure() {
    let mut screen = harbour((120, 60));
    for words in [
        "Ingrid Sørensen · Mayor",
        "1–2 of 3",
        "said · direct · sure",
        "told · direct · likely",
        "unknown",
        "direct · a guess",
        "the shipping office",
        "According to · indirect · sure",
        "said · mixed · a guess",
    ] {
        shows(&mut screen, words);
    }
}

#[test]
fn why_is_said_in_words_and_marked_in_the_article() {
    let mut screen = harbour((200, 60));
    let underlined =
        |screen: &mut Screen| screen.words_where(|cell| cell.modifier.contains(Modifier::UNDERLINED));
    let italic = |screen: &mut Screen| screen.words_where(|cell| cell.modifier.contains(Modifier::ITALIC));
    hides(&mut screen, "right-adjacent");
    assert!(underlined(&mut screen).is_empty());
    screen.press("w");
    shows(
        &mut screen,
        "Ingrid Sørensen, sure: speaker and verb follow right after the quote (right-adjacent)",
    );
    assert_eq!(
        underlined(&mut screen),
        ["Sørensen", "Sørensen"],
        "in the article and in the legend"
    );
    assert_eq!(italic(&mut screen), ["said", "said"]);
    screen.press("}");
    shows(
        &mut screen,
        "Leyla Erdoğan, likely: speaker and verb follow right after the quote (right-adjacent)",
    );
    assert_eq!(underlined(&mut screen), ["she", "she"]);
    screen.press("}");
    shows(
        &mut screen,
        "unknown, a guess: nothing in the text tells who said this (none)",
    );
    screen.press("Esc");
    hides(&mut screen, "nothing in the text tells");
}

#[test]
fn why_is_said_on_a_small_screen_as_well() {
    let mut screen = harbour((40, 12));
    screen.press("w");
    shows(&mut screen, "right after the quote");
    screen.press("5");
    shows(&mut screen, "right after the quote");
}
