//! gzip: one file, a tar archive, or a WARC of many members.

use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::budget::{Budget, Refusal};
use super::{SHUT, tar, warc};
use crate::load::formats;
use crate::load::found::Found;
use crate::load::signs::{self, Archive};

/// Reads what is packed in `bytes`.
pub(in crate::load) fn read_gzip(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let unpacked = match budget.read_archive(MultiGzDecoder::new(bytes)) {
        Ok(unpacked) => unpacked,
        Err(Refusal::File(reason) | Refusal::Archive(reason)) => return found.bad(&reason),
    };
    match signs::archive(&unpacked) {
        Some(Archive::Tar) => tar::read_tar(&unpacked, found),
        Some(Archive::Warc) => warc::read_warc(&unpacked, found),
        Some(_) => found.bad(SHUT),
        None => {
            // `story.html.gz` is packed `story.html`.
            let inner = path.map(|path| path.with_extension(""));
            found.packed(|found| formats::read(&unpacked, inner.as_deref(), found));
        }
    }
}
