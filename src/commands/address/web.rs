//! HTTP, with an end to everything.

use std::io::Read as _;
use std::time::{Duration, Instant};

use ureq::http::{Response, header};
use ureq::{Agent, Body, Error};
use url::Url;

use super::{Fetched, failed};
use crate::briefing::CleanText;
use crate::commands::tell;
use crate::load::{Limits, LoadError, looks_like_page};

/// How long a server may take to answer at all.
const CONNECT: Duration = Duration::from_secs(15);

/// How long everything may take, redirects and all.
const TOTAL: Duration = Duration::from_mins(1);

/// How many redirects are followed.
const REDIRECTS: usize = 5;

/// How much of a body tells whether it is a page.
const START: u64 = 4096;

/// Fetches `address`, wherever its redirects lead.
pub(super) fn fetch(address: &str, limits: &Limits) -> Result<Fetched, LoadError> {
    let agent: Agent = Agent::config_builder()
        .timeout_connect(Some(CONNECT))
        // A server may hang up between a redirect and what it leads to.
        .max_idle_connections(0)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent(concat!("briefing/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let end = Instant::now() + TOTAL;
    let no_address = |error| {
        failed(
            address,
            &format!("this is no address that can be asked ({error})"),
        )
    };
    let mut at = Url::parse(address).map_err(no_address)?;
    let address = told(&at);
    let address = address.as_str();
    for asked in 0..=REDIRECTS {
        if !matches!(at.scheme(), "http" | "https") {
            let reason = if asked == 0 {
                "only addresses that begin with http:// or https:// are fetched".to_owned()
            } else {
                format!(
                    "it leads to {}, and only http and https addresses are followed",
                    told(&at)
                )
            };
            return Err(failed(address, &reason));
        }
        tell(&CleanText::line(&format!("Fetching {} …", told(&at))));
        let left = end.saturating_duration_since(Instant::now());
        let request = agent.get(at.as_str()).config().timeout_global(Some(left));
        let response = request.build().call();
        let response = response.map_err(|error| failed(address, &why(&error)))?;
        let status = response.status();
        let location = response.headers().get(header::LOCATION);
        match location.map(|location| String::from_utf8_lossy(location.as_bytes()).into_owned()) {
            Some(location) if status.is_redirection() => {
                at = at.join(&location).map_err(|error| {
                    let location = format!("it leads to `{location}`, which is no address ({error})");
                    failed(address, &location)
                })?;
            }
            _ if status.is_success() => {
                let bytes = body(address, response, limits)?;
                return Ok(Fetched {
                    address: told(&at).into(),
                    bytes,
                });
            }
            _ => return Err(failed(address, &refused(status.as_u16()))),
        }
    }
    Err(failed(
        address,
        &format!(
            "it leads on to other addresses more than {REDIRECTS} times; open it in your browser and save the page"
        ),
    ))
}

/// `address` as it is shown and kept: without the name and password that are sent to its server.
fn told(address: &Url) -> Url {
    let mut told = address.clone();
    // Only addresses that have no server refuse it, and those have no password.
    let _ = told.set_username("");
    let _ = told.set_password(None);
    told
}

/// The content of a response, where it is of a type that can be read, or looks like a page whatever it is called.
fn body(address: &str, response: Response<Body>, limits: &Limits) -> Result<Vec<u8>, LoadError> {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind.map_or_else(String::new, |kind| {
        String::from_utf8_lossy(kind.as_bytes()).to_lowercase()
    });
    // What could be unpacked has been, and no longer says so.
    let packed = response.headers().get(header::CONTENT_ENCODING);
    if packed.is_some_and(|packed| packed != "identity") {
        let reason =
            "it is packed in a way that is not read (br or zstd); open it in your browser and save the page";
        return Err(failed(address, reason));
    }
    let broken = |error| failed(address, &format!("it broke off: {}", why(&Error::from(error))));
    let mut reader = response.into_body().into_reader();
    let mut bytes = Vec::new();
    (&mut reader)
        .take(START)
        .read_to_end(&mut bytes)
        .map_err(broken)?;
    if !is_readable(&kind) && !looks_like_page(&bytes) {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        return Err(failed(
            address,
            &format!("this is no article but `{kind}`; name the address of the page itself"),
        ));
    }
    let left = limits.file.saturating_add(1).saturating_sub(bytes.len() as u64);
    reader.take(left).read_to_end(&mut bytes).map_err(broken)?;
    if bytes.len() as u64 > limits.file {
        return Err(LoadError::too_large(
            CleanText::line(address),
            limits.file,
            "file",
        ));
    }
    Ok(bytes)
}

/// Whether content of this type may be articles. What does not say is looked at as a file would be.
fn is_readable(kind: &str) -> bool {
    const NEVER: [&str; 6] = [
        "image/",
        "audio/",
        "video/",
        "font/",
        "text/css",
        "text/javascript",
    ];
    const APPLICATIONS: [&str; 13] = [
        "xml",
        "json",
        "toml",
        "markdown",
        "rtf",
        "pdf",
        "zip",
        "tar",
        "warc",
        "mbox",
        "octet-stream",
        "document",
        "message",
    ];
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if NEVER.iter().any(|never| kind.starts_with(never)) {
        return false;
    }
    match kind.strip_prefix("application/") {
        Some(application) => APPLICATIONS.iter().any(|known| application.contains(known)),
        None => true,
    }
}

/// What a status that is no success means.
fn refused(status: u16) -> String {
    match status {
        404 | 410 => format!("there is no such page ({status}); is the address spelled right?"),
        401..=403 | 429 | 451 => {
            format!("the server does not give it out ({status}); open it in your browser and save the page")
        }
        500.. => format!("the server has a fault ({status}); try again later"),
        _ => format!("the server gave no page ({status}); open it in your browser and save the page"),
    }
}

/// What went wrong, and what to do.
fn why(error: &Error) -> String {
    match error {
        Error::HostNotFound => {
            "there is no such server; is the address spelled right, and are you online?".to_owned()
        }
        Error::Timeout(_) => "the server took too long; try again later".to_owned(),
        Error::Io(error) => {
            format!("the server cannot be read ({error}); are you online? Try again later")
        }
        Error::BadUri(_) | Error::Http(_) => format!("this is no address that can be asked ({error})"),
        _ => format!("it cannot be fetched ({error}); open it in your browser and save the page"),
    }
}
