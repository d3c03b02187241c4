//! The longer texts of `--help`.

/// `briefing --help`, at the top.
pub const ABOUT: &str = "\
Reads articles and shows who said what, who is involved and what happened when.

`briefing PATH` opens the reader: summary, actors, timeline, quotes and article side by side, every item tied to the \
words it came from. Press ? in it for the keys. Where standard output is no terminal, the briefing is printed as plain \
text instead.

Nothing leaves your computer, and the articles themselves are never changed.";

/// `briefing -h`, at the end.
pub const MORE: &str = "Examples and more: briefing --help";

/// Command lines worth knowing.
pub const EXAMPLES: &str = "  briefing article.txt                  read one article
  briefing news/                        read a folder of them
  curl -s https://… | briefing -        read what another program gives
  briefing article.txt > notes.txt      keep the briefing as plain text
  briefing print -f json article.txt    the briefing for another program
  briefing quotes -s macron news/       everything that Macron said";

/// What can be read.
pub const FORMATS: &str = "\
Article files: plain text, Markdown (with or without front matter), web pages, PDF, Word, RTF and TOML briefings; and files \
of many articles: feeds, ninjs, NewsML-G2, mail, e-books, exports of news databases, archives of all these. An address \
(https://…) is fetched, and what is there is read. A briefing in TOML \
beside an article, summit.briefing.toml beside summit.txt, corrects what is extracted from it.";

/// What can be configured.
pub const CONFIGURATION: &str = "  library = \"~/news\"     what `briefing` opens without a PATH
  theme = \"auto\"         dark, light, mono or auto
  mouse = false          whether the reader takes the mouse
  [limits]               how much is read of one file:
  file = \"64 MB\"         if it is no archive
  entries = 10000        articles or files in it
  unpacked = \"1 GB\"      of an archive
  expansion = 200        times larger than packed
  seconds = 5            of work";

/// What can be configured besides.
pub const KEYMAP: &str = "\
Other keys for the reader go into keymap.toml beside that file: quit = [\"Q\", \"ctrl-c\"]. The names of the actions stand in \
the manual page (briefing man).";

/// Where the configuration is.
pub const CONFIGURATION_FILE: &str = "~/.config/briefing/config.toml";

/// What is taken from the environment.
pub const ENVIRONMENT: &str = "  NO_COLOR               no colours, whatever the theme
  XDG_CONFIG_HOME        where the configuration is, instead of ~/.config
  VISUAL, EDITOR         what the reader opens corrections in";

/// What the exit codes mean.
pub const EXIT_CODES: &str = "  0  all well
  1  something failed, and has been reported; the rest was done
  2  the command line cannot be understood";

/// `briefing --help`, at the end.
pub fn end() -> String {
    format!(
        "Examples:\n{EXAMPLES}\n\n{FORMATS}\n\nConfiguration, all of it optional, in {CONFIGURATION_FILE}:\n\
         {CONFIGURATION}\n\n{KEYMAP}\n\nEnvironment:\n{ENVIRONMENT}\n\nExit codes:\n{EXIT_CODES}"
    )
}

/// `briefing print --help`.
pub mod print {
    /// At the top.
    pub const ABOUT: &str = "\
Prints the briefing of each article: its summary, actors, quotes, dates and timeline.

Each briefing is printed as soon as it is there. Articles that cannot be read are reported on standard error, and the \
others are printed all the same.";

    /// At the end.
    pub const EXAMPLES: &str = "\
Examples:
  briefing print article.txt
  briefing print --format markdown article.txt >> notes.md
  briefing print --format toml article.txt > corrected.toml    then correct it by hand
  briefing print --format ndjson news/ | jq -r '.actors[].name' | sort | uniq -c
  briefing print --published 2025-09-04 --points 2 article.txt

In JSON, every span is [start, end] in Unicode code points of article.text, the end not included, and what the article \
does not tell is left out.";
}

/// `briefing quotes --help`.
pub mod quotes {
    /// At the top.
    pub const ABOUT: &str = "\
Lists who said what, one quote a line, in the order of the articles.

A line has six columns with a tab between them:
  1  the article's file (`-` for standard input)
  2  the speaker, or `unknown`
  3  the kind: direct (whole sentences in quotation marks), mixed (quoted words inside
     a sentence) or indirect (reported without quotation marks)
  4  how sure the speaker is: high, medium or low
  5  the date it was said, or `-` where the article does not tell
  6  the words";

    /// At the end.
    pub const EXAMPLES: &str = "\
Examples:
  briefing quotes article.txt
  briefing quotes --speaker erdogan news/            also finds Erdoğan
  briefing quotes news/ | cut -f 2 | sort | uniq -c | sort -rn
  briefing quotes news/ | grep -i ceasefire | cut -f 2,6";
}

/// `briefing check --help`.
pub mod check {
    /// At the top.
    pub const ABOUT: &str = "\
Reads briefings and corrections written by hand and tells what is wrong in them, with file, line and column.

Nothing is changed. The exit code is 1 when something is wrong.";

    /// At the end.
    pub const EXAMPLES: &str = "\
Examples:
  briefing check summit.briefing.toml
  briefing check news/";
}

/// `briefing completions --help`.
pub mod completions {
    /// At the end.
    pub const EXAMPLES: &str = "\
Examples:
  briefing completions bash > ~/.local/share/bash-completion/completions/briefing
  briefing completions zsh > ~/.zfunc/_briefing
  briefing completions fish > ~/.config/fish/completions/briefing.fish";
}

/// `briefing man --help`.
pub mod man {
    /// At the end.
    pub const EXAMPLES: &str = "\
Examples:
  briefing man | man -l -
  briefing man > ~/.local/share/man/man1/briefing.1";
}
