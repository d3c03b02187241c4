//! Taking a web address apart, to tell where it leads.

use std::ops::Range;

/// The most bytes that the name of a server can have.
const LONGEST_HOST: usize = 253;

/// How a label begins that stands for one in other letters.
const PUNYCODE: &str = "xn--";

/// Where the parts of an address stand in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What stands before the server's name, its `@` included; empty in nearly all addresses.
    pub user: Range<usize>,
    /// The server's name.
    pub host: Range<usize>,
}

impl Parts {
    /// The parts of `address`; `None` where it is no address of `http` or `https`, or one of which two programs could
    /// think that it leads to two places.
    pub fn of(address: &str) -> Option<Self> {
        let rest = ["http://", "https://"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme))?;
        if address.contains(|character: char| character.is_whitespace() || character.is_control()) {
            return None;
        }
        let start = address.len() - rest.len();
        let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        let user = authority.rfind('@').map_or(0, |at| at + 1);
        let server = authority.get(user..)?;
        let host = match server.strip_prefix('[') {
            Some(number) => number.find(']')? + 2,
            None => server.find(':').unwrap_or(server.len()),
        };
        let (name, port) = server.split_at_checked(host)?;
        let parts = Self {
            user: start..start + user,
            host: start + user..start + user + host,
        };
        (is_name(name) && is_port(port) && !authority.contains('\\')).then_some(parts)
    }
}

/// Whether a server may be called so: `paper.example`, `127.0.0.1`, `[::1]`, `zeitung-für-alle.example`.
fn is_name(name: &str) -> bool {
    let of_name = |character: char| character.is_alphanumeric() || "-._".contains(character);
    let of_number = |character: char| character.is_ascii_hexdigit() || ":.".contains(character);
    let number = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    let is_made_of_letters = match number {
        Some(number) => number.chars().all(of_number),
        None => name.chars().all(of_name),
    };
    is_made_of_letters && !name.is_empty() && name.len() <= LONGEST_HOST
}

fn is_port(rest: &str) -> bool {
    rest.is_empty()
        || rest
            .strip_prefix(':')
            .is_some_and(|port| port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the server's name is written in letters that may look like others, or stands for one that is.
pub fn is_foreign(host: &str) -> bool {
    let begins = |label: &str| {
        label
            .get(..PUNYCODE.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(PUNYCODE))
    };
    !host.is_ascii() || host.split('.').any(begins)
}

#[cfg(test)]
mod tests {
    use super::{Parts, is_foreign};

    #[test]
    fn the_host_is_what_browsers_go_to() {
        for (address, host) in [
            ("https://paper.example/a@b.example", "paper.example"),
            ("https://paper.example@evil.example/", "evil.example"),
            ("https://a@b@evil.example:80?paper.example", "evil.example"),
            ("http://127.0.0.1:8000", "127.0.0.1"),
            ("https://me:secret@[::1]:80/#x", "[::1]"),
            ("https://zürich.example#@paper.example", "zürich.example"),
        ] {
            let parts = Parts::of(address);
            let found = parts.and_then(|parts| address.get(parts.host));
            assert_eq!(found, Some(host), "{address}");
        }
    }

    #[test]
    fn what_may_lead_to_two_places_is_no_address() {
        for address in [
            "file:///etc/passwd",
            "--help",
            "javascript:1",
            "http://a b",
            "https://a\u{1b}b",
            "https://paper.example\\@evil.example",
            "https:///paper.example",
            "https://paper.exampl%65/",
            "https://paper.example:80:90/",
            "https://[::1/",
            "https://[::1]x/",
            "https://",
            &format!("https://{}.example", "a".repeat(300)),
        ] {
            assert_eq!(Parts::of(address), None, "{address:?}");
        }
    }

    #[test]
    fn other_letters_are_seen_in_both_spellings() {
        assert!(is_foreign("pаper.example") && is_foreign("www.XN--pper-5cd.example"));
        assert!(!is_foreign("paper.example") && !is_foreign("example-xn--.org"));
    }
}
