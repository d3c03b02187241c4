//! Which files of an e-book nobody can read without the program that it was bought for.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Where a book tells it.
pub(super) const TOLD: &str = "/META-INF/encryption.xml";

/// What to say of a chapter, and of a book.
pub(super) const OF_CHAPTER: &str = "this chapter is protected against being copied (DRM); open the book with the program \
                                     that it came with, or ask its publisher for one without protection";
pub(super) const OF_BOOK: &str = "this e-book is protected against being copied (DRM); open it with the program that it \
                                  came with, or ask its publisher for one without protection";

/// The files that `xml` tells to be encrypted, by their names in the book.
pub(super) fn read(xml: &[u8]) -> HashSet<String> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut names = HashSet::new();
    while let Ok(event) = reader.read_event() {
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            if matches!(event, Event::Eof) {
                break;
            }
            continue;
        };
        if tag.local_name().as_ref() != "CipherReference" {
            continue;
        }
        let mut attributes = tag.attributes().flatten();
        let address = attributes.find(|attribute| attribute.key.local_name().as_ref() == "URI");
        names.extend(address.map(|address| address.value.trim_start_matches('/').to_owned()));
    }
    names
}
