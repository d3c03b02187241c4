//! What an article of a file that holds many is known by, in a form that may be part of a file's name.

/// The most characters of the words in a key.
const LONGEST: usize = 48;

/// The key of what its publisher knows as `identity`. Words of it stay readable; where they are not all of it, a number
/// made of the whole follows, so that two identities have two keys.
pub(super) fn of(identity: &str) -> String {
    let told = last_words(identity);
    let slug = slug(told);
    if slug == identity {
        return slug;
    }
    let number = fingerprint(identity);
    if slug.is_empty() {
        format!("{number:08x}")
    } else {
        format!("{slug}-{number:08x}")
    }
}

/// Of an address or a path, the last part: it is what tells the articles of one place apart.
fn last_words(identity: &str) -> &str {
    let bare = identity.split(['?', '#']).next().unwrap_or_default();
    let parts = bare.trim_end_matches('/').rsplit('/');
    let last = parts
        .into_iter()
        .find(|part| !part.is_empty())
        .unwrap_or_default();
    if last.is_empty() { identity } else { last }
}

fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(LONGEST);
    for character in words.chars().flat_map(char::to_lowercase) {
        if slug.len() >= LONGEST {
            break;
        }
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// FNV-1a, folded to 32 bits: the same on every machine and in every version.
fn fingerprint(identity: &str) -> u32 {
    let hash = identity.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 32) as u32 ^ hash as u32
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn keys_are_readable_and_differ_where_identities_do() {
        assert_eq!(of("bridge-shut"), "bridge-shut");
        let slugs = [
            ("https://mellby.example/2025/09/bridge-shut/", "bridge-shut-"),
            ("https://mellby.example/2025/09/bridge-shut/?p=2", "bridge-shut-"),
            ("<42.17@mail.example>", "42-17-mail-example-"),
            ("/texts/Ærø.html", "r-html-"),
        ];
        for (identity, start) in slugs {
            let key = of(identity);
            assert!(key.starts_with(start), "{key}");
            assert_eq!(key.len(), start.len() + 8, "{key}");
        }
        assert_ne!(of("https://a.example/x"), of("https://b.example/x"));
        assert_eq!(of("…").len(), 8);
        assert!(of(&"word ".repeat(100)).len() < 60);
    }
}
