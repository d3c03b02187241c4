//! gzip: one file, a tar archive, or a WARC of many members.

use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::budget::{Budget, Refusal};
use super::{tar, warc};
use crate::load::formats::{self, SHUT};
use crate::load::found::Found;
use crate::load::signs::{self, Archive};

/// Reads what is packed in `bytes`.
pub(in crate::load) fn read_gzip(bytes: &[u8], path: Option<&Path>, found: &mut Found<'_>) {
    let mut budget = Budget::new(bytes.len(), found.limits);
    let (unpacked, damage) = match budget.read_archive(MultiGzDecoder::new(bytes)) {
        Ok(unpacked) => unpacked,
        Err(Refusal::File(reason) | Refusal::Archive(reason)) => return found.bad(&reason),
    };
    // Of an archive that is cut short, what came before is read.
    match (signs::archive(&unpacked), damage) {
        (Some(Archive::Tar), damage) => {
            tar::read_tar(&unpacked, found);
            found.bad_unless_told(damage);
        }
        (Some(Archive::Warc), damage) => {
            warc::read_warc(&unpacked, found);
            found.bad_unless_told(damage);
        }
        (_, Some(damage)) => found.bad(&damage),
        (Some(_), None) => found.bad(SHUT),
        (None, None) => match budget.fits(unpacked.len() as u64) {
            Err(Refusal::File(reason) | Refusal::Archive(reason)) => found.bad(&reason),
            Ok(()) => {
                // `story.html.gz` is packed `story.html`.
                let inner = path.map(|path| path.with_extension(""));
                found.packed(|found| formats::read(&unpacked, inner.as_deref(), found));
            }
        },
    }
}

/// What the file that is packed in `start`, the start of a gzip file, begins with: at most `most` bytes.
pub(in crate::load) fn start_of_gzip(start: &[u8], most: u64) -> Vec<u8> {
    let mut unpacked = Vec::new();
    // It ends where `start` does, in the midst of what is packed.
    let _ = MultiGzDecoder::new(start).take(most).read_to_end(&mut unpacked);
    unpacked
}
