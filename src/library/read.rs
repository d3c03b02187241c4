//! From files to briefings, one or many at a time.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};

use crate::briefing::{Briefing, Published};
use crate::extract::{self, extract};
use crate::load::{LoadError, Loaded, load_bytes, load_file};

/// How many articles may be under way or wait to be delivered, for each thread. Enough that a long article does not
/// make the others wait, and few enough that memory stays small however many articles there are.
const AHEAD: usize = 16;

/// What the caller may choose when reading articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The publication date of articles that have none.
    pub published: Option<Published>,
    /// What the extractor is asked for.
    pub extract: extract::Options,
}

/// Reads one file, with the correction beside it, and makes its briefing.
pub fn read(path: &Path, options: &Options) -> Result<Briefing, LoadError> {
    load_file(path).map(|loaded| brief(loaded, options))
}

/// Makes the briefing of an article in memory, such as standard input (`path` is `None` then).
pub fn read_bytes(bytes: &[u8], path: Option<&Path>, options: &Options) -> Result<Briefing, LoadError> {
    load_bytes(bytes, path).map(|loaded| brief(loaded, options))
}

fn brief(mut loaded: Loaded, options: &Options) -> Briefing {
    loaded.article.published = loaded.article.published.or(options.published);
    extract(loaded.article, loaded.written, &options.extract)
}

/// Reads every file on all cores and hands each result to `deliver` on this thread, in the order of `paths`, as soon as
/// it is ready. Only a few articles are in memory at a time, however many there are. Stops early where `deliver` breaks.
pub fn read_all(
    paths: &[PathBuf],
    options: &Options,
    mut deliver: impl FnMut(&Path, Result<Briefing, LoadError>) -> ControlFlow<()>,
) {
    // One file needs no threads, and threads take time to start.
    if let [path] = paths {
        let _ = deliver(path, read(path, options));
        return;
    }
    let ahead = AHEAD * rayon::current_num_threads();
    rayon::in_place_scope(|scope| {
        let mut under_way: VecDeque<(&Path, Receiver<_>)> = VecDeque::with_capacity(ahead);
        let mut waiting = paths.iter();
        loop {
            while under_way.len() < ahead
                && let Some(path) = waiting.next()
            {
                let (sender, receiver) = sync_channel(1);
                scope.spawn(move |_| {
                    // Nobody listens any more once `deliver` has broken off.
                    let _ = sender.send(read(path, options));
                });
                under_way.push_back((path, receiver));
            }
            let Some((path, receiver)) = under_way.pop_front() else {
                return;
            };
            let Ok(result) = receiver.recv() else { return };
            if deliver(path, result).is_break() {
                return;
            }
        }
    });
}
