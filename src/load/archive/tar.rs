//! tar: its regular files, in their order. Links, devices and folders are passed over.

use std::io::Cursor;

use tar::{Archive, EntryType};

use super::budget::{Budget, Refusal};
use super::{may_be_article, pages, read_inner};
use crate::load::found::Found;

/// Reads the articles among the files of an archive.
pub(in crate::load) fn read_tar(bytes: &[u8], found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let pages = pages(names(bytes, found.limits.entries).into_iter());
    let mut archive = Archive::new(bytes);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => {
            return found.bad(&format!(
                "this archive is damaged: {error}; pack or download it again"
            ));
        }
    };
    for (count, entry) in entries.enumerate() {
        if found.is_full() || found.has_too_many(count) {
            return;
        }
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                return found.bad(&format!(
                    "this archive is damaged: {error}; what came before was read"
                ));
            }
        };
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let is_file = matches!(
            entry.header().entry_type(),
            EntryType::Regular | EntryType::Continuous
        );
        if !is_file || !may_be_article(&name, &pages) {
            continue;
        }
        match budget.read(entry) {
            Ok(bytes) => read_inner(&name, &bytes, found),
            Err(Refusal::File(reason)) => found.inside(&name, |found| found.bad(&reason)),
            Err(Refusal::Archive(reason)) => return found.bad(&reason),
        }
    }
}

/// The names of the first files of an archive, as far as it can be read.
fn names(bytes: &[u8], most: usize) -> Vec<String> {
    let mut archive = Archive::new(Cursor::new(bytes));
    let Ok(entries) = archive.entries_with_seek() else {
        return Vec::new();
    };
    let entries = entries.take(most).map_while(Result::ok);
    entries
        .map(|entry| String::from_utf8_lossy(&entry.path_bytes()).into_owned())
        .collect()
}
