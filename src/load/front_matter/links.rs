//! Links of programs that keep notes: `[[Page]]`.

/// `words` with `[[Page]]` and `[[Page|words]]` read as people see them; what is embedded by `![[…]]` is left out.
pub(in crate::load) fn unlinked(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[[") {
        // "[[1]" is an opening bracket before a link.
        let link = after
            .find(['[', ']', '\n'])
            .and_then(|end| after.split_at_checked(end))
            .and_then(|(link, next)| Some((link, next.strip_prefix("]]")?)));
        let Some((link, next)) = link else {
            plain.push_str(before);
            plain.push_str("[[");
            rest = after;
            continue;
        };
        rest = next;
        if let Some(before) = before.strip_suffix('!') {
            plain.push_str(before);
            continue;
        }
        plain.push_str(before);
        let shown = link.split_once('|').map_or(link, |(_, shown)| shown);
        plain.push_str(shown.trim());
    }
    plain.push_str(rest);
    plain
}
