//! Archives → what is in them, read in memory: nothing is ever unpacked to disk, so no name in an archive leads anywhere.
//!
//! One level is opened: an archive in an archive is told, and stays shut, which `formats` sees to. How much comes out is
//! counted by `Budget`.

mod budget;
#[cfg(feature = "archives")]
mod gzip;
#[cfg(feature = "archives")]
mod tar;
#[cfg(feature = "archives")]
mod warc;
mod zip;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::load::found::Found;
use crate::load::names::is_page;
use crate::load::{belongs_to_page, formats, is_article, is_sidecar};

pub(super) use budget::{Budget, Refusal};
#[cfg(feature = "archives")]
pub(super) use gzip::{read_gzip, start_of_gzip};
#[cfg(feature = "archives")]
pub(super) use tar::read_tar;
#[cfg(feature = "archives")]
pub(super) use warc::read_warc;
pub(super) use zip::{Kind, check_sizes, kind, read_zip};

/// How much of a file is looked at to tell whether it is an article.
const GLANCE: usize = 4096;

/// The web pages among the files called `names`: beside each may be a folder with its pieces.
fn pages(names: impl Iterator<Item = impl AsRef<str>>) -> HashSet<PathBuf> {
    let names = names.map(|name| PathBuf::from(name.as_ref()));
    names.filter(|name| is_page(name)).collect()
}

/// Whether a file called `name` in an archive, in which there are `pages`, may be an article, by its name alone.
fn may_be_article(name: &str, pages: &HashSet<PathBuf>) -> bool {
    let mut parts = name.split(['/', '\\']);
    let hidden = parts.any(|part| part.starts_with('.') && part != "." && part != ".." || part == "__MACOSX");
    let path = Path::new(name);
    !hidden
        && !name.ends_with('/')
        && !is_sidecar(path)
        && !belongs_to_page(path, |page| pages.contains(page))
}

/// Adds the file called `name` of an archive to `found`, where it is an article.
fn read_inner(name: &str, bytes: &[u8], found: &mut Found<'_>) {
    let path = Path::new(name);
    let start = || bytes.get(..GLANCE).unwrap_or(bytes).to_vec();
    if !is_article(path, start) {
        return;
    }
    found.inside(name, |found| formats::read(bytes, Some(path), found));
}
