//! Addresses on the command line: fetching what stands at `https://…`, and nothing else.
//!
//! Only what a person names is fetched, never what an article names. Each address is told on standard error before it
//! is asked, those of redirects too.

#[cfg(feature = "address")]
mod web;

use std::path::{Path, PathBuf};

use crate::briefing::{Briefing, CleanText};
use crate::library::{self, LoadError};
#[cfg(feature = "address")]
use web::fetch;

/// Fetches `address` and makes the briefings of what is there; there is at least one result.
pub fn read(address: &Path, options: &library::Options) -> Vec<Result<Briefing, LoadError>> {
    let address = address.to_string_lossy();
    let fetched = match fetch(&address, &options.limits) {
        Ok(fetched) => fetched,
        Err(error) => return vec![Err(error)],
    };
    let mut all = library::read_bytes(&fetched.bytes, Some(&file(&fetched.address)), options);
    for briefing in all.iter_mut().flatten() {
        let url = &mut briefing.article.url;
        if url.is_none() {
            *url = Some(CleanText::line(&fetched.address));
        }
    }
    all
}

/// What an address gave.
struct Fetched {
    /// Where it stood in the end, after redirects.
    address: String,
    bytes: Vec<u8>,
}

/// The address as a file is named, by which its format is told: without what follows its path.
fn file(address: &str) -> PathBuf {
    PathBuf::from(address.split(['?', '#']).next().unwrap_or(address))
}

fn failed(address: &str, reason: &str) -> LoadError {
    LoadError::Malformed {
        path: CleanText::line(address),
        reason: CleanText::line(reason),
    }
}

#[cfg(not(feature = "address"))]
fn fetch(address: &str, _: &library::Limits) -> Result<Fetched, LoadError> {
    Err(failed(
        address,
        "this build of briefing fetches no addresses (its feature `address` is left out); save the page with your \
         browser and open the file",
    ))
}
