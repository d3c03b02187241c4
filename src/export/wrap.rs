//! Breaking a paragraph into lines of a given width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks `text` at white space into lines of at most `width` columns. A word wider than that is broken between
/// characters, but an address is left whole, to be copied: its line is wider. White space that no line may break at is none here: text of
/// articles has plain spaces only.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let columns = word.width();
        if used > 0 && used + 1 + columns <= width {
            line.push(' ');
            line.push_str(word);
            used += 1 + columns;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
        }
        if columns <= width || word.contains("://") {
            line.push_str(word);
            used = columns;
            continue;
        }
        used = 0;
        for piece in word.graphemes(true).flat_map(|cluster| pieces(cluster, width)) {
            let columns = piece.width();
            if used > 0 && used + columns > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(piece);
            used += columns;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The cluster itself, or its characters where all of them together are wider than `width`.
fn pieces(cluster: &str, width: usize) -> impl Iterator<Item = &str> {
    let apart = cluster.width() > width;
    cluster.split_inclusive(move |_| apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_at_spaces_and_counts_columns() {
        assert_eq!(wrap("the previous day", 8), ["the", "previous", "day"]);
        // Each of these characters takes two columns.
        assert_eq!(wrap("日本語 日本", 6), ["日本語", "日本"]);
        assert_eq!(wrap("", 8), [""; 0]);
    }

    #[test]
    fn no_cluster_is_wider_than_its_line() {
        // Consonants that Hangul writes as one cluster, two columns each.
        let cluster = "\u{1100}".repeat(4);
        assert_eq!(cluster.graphemes(true).count(), 1);
        assert_eq!(wrap(&cluster, 5), ["\u{1100}\u{1100}", "\u{1100}\u{1100}"]);
        assert_eq!(wrap(&format!("a {cluster}"), 8), ["a", cluster.as_str()]);
    }

    #[test]
    fn breaks_words_that_are_too_wide_but_no_address() {
        assert_eq!(wrap("a wheelbarrow", 5), ["a", "wheel", "barro", "w"]);
        assert_eq!(wrap("日本語", 3), ["日", "本", "語"]);
        assert_eq!(
            wrap("at https://example.org/a", 5),
            ["at", "https://example.org/a"]
        );
    }
}
