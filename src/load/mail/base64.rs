//! Base64, as far as it goes: what was cut off in the middle is read up to there.

/// The bytes that the digits in `body` stand for, up to the last that are all there. What is no digit is passed over.
pub(super) fn decoded(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let mut group: u32 = 0;
    let mut count: u32 = 0;
    for digit in body.iter().filter_map(|byte| digit(*byte)) {
        group = (group << 6) | digit;
        count += 1;
        if count == 4 {
            let [_, first, second, third] = group.to_be_bytes();
            bytes.extend([first, second, third]);
            (group, count) = (0, 0);
        }
    }
    // Of a group that is not whole, two digits are a byte and three are two.
    let [_, first, second, _] = (group << (6 * (4 - count))).to_be_bytes();
    match count {
        2 => bytes.push(first),
        3 => bytes.extend([first, second]),
        _ => {}
    }
    bytes
}

fn digit(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_is_cut_is_read_up_to_there() {
        for (body, bytes) in [
            ("aGVycmluZw==", "herring"),
            ("aGVy\r\ncmlu", "herrin"),
            ("aGVycmlu Z", "herrin"),
            ("aGVycmluZw", "herring"),
            ("aGVycml", "herri"),
            ("", ""),
            ("!", ""),
        ] {
            assert_eq!(decoded(body.as_bytes()), bytes.as_bytes(), "{body}");
        }
    }
}
