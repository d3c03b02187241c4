//! No text makes the extraction fail, and every span of a quote fits the text.

use briefing::briefing::Span;
use proptest::prelude::*;

use crate::briefing_of;

/// Pieces that the extraction looks for, in any order.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("‘".to_owned()),
        Just("’".to_owned()),
        Just("\"".to_owned()),
        Just("''".to_owned()),
        Just("'s ".to_owned()),
        Just("\n\n".to_owned()),
        Just(", ".to_owned()),
        Just(". ".to_owned()),
        Just(": ".to_owned()),
        Just(" — ".to_owned()),
        Just(" (".to_owned()),
        Just(") ".to_owned()),
        Just(" and ".to_owned()),
        Just(" who ".to_owned()),
        Just(" that ".to_owned()),
        Just(" said ".to_owned()),
        Just(" saying ".to_owned()),
        Just(" was told ".to_owned()),
        Just(" by ".to_owned()),
        Just(" according to ".to_owned()),
        Just(" the minister ".to_owned()),
        Just(" Maria Santos ".to_owned()),
        Just(" Dr. É. Öz ".to_owned()),
        Just(" she ".to_owned()),
        Just(" his ".to_owned()),
        "[a-zA-Zéß日🙂 ]{0,6}",
    ]
}

fn fits(span: Span, text: &str) -> bool {
    text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()) && span.end() <= text.len()
}

proptest! {
    #[test]
    fn spans_lie_in_the_text(pieces in prop::collection::vec(piece(), 0..60)) {
        let briefing = briefing_of(&pieces.concat());
        let text = &briefing.article.text;
        for quote in &briefing.quotes.items {
            prop_assert!(!quote.parts.is_empty());
            for span in quote.parts.iter().chain(&quote.mention).chain(&quote.cue) {
                prop_assert!(fits(*span, text), "{span:?} of {text:?}");
            }
            prop_assert!(quote.parts.is_sorted());
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let briefing = briefing_of(&text);
        let text = &briefing.article.text;
        prop_assert!(briefing.quotes.items.iter().flat_map(|quote| &quote.parts).all(|span| fits(*span, text)));
    }
}
