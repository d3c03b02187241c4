//! The text of a Word document, one element after the other → its paragraphs, as they would be printed.

use quick_xml::Reader as Elements;
use quick_xml::events::{BytesStart, Event};

use super::docx_styles::{Style, Styles, attribute, value};
use crate::load::entities::unescaped;
use crate::load::symbols;

/// So deep may paragraphs stand in one another, in boxes of text; deeper ones are taken for one.
const DEEPEST: usize = 16;

/// Elements whose words are not printed, or come twice.
const UNSEEN: &[&str] = &[
    "del",
    "moveFrom",
    "instrText",
    "Fallback",
    "delText",
    "rPrChange",
    "pPrChange",
];

/// Elements among the properties of a paragraph by which its end is struck out: it goes on in the next.
const WITHOUT_END: &[&str] = &["del", "moveFrom"];

/// One paragraph: its breaks are newlines, its tabs and the borders between cells of a table are tabs.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) words: String,
    /// What it is set as, where that matters.
    pub(super) style: Option<Style>,
}

/// What a document holds.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Also those without words.
    pub(super) paragraphs: Vec<Paragraph>,
    /// How many notes its words refer to.
    pub(super) footnotes: usize,
    /// Words that are struck through were left out.
    pub(super) struck: bool,
    /// Elements that were begun are not ended.
    pub(super) is_cut: bool,
}

/// Reads the text of a document; what is wrong with it where it cannot be read.
pub(super) fn read(xml: &[u8], styles: &Styles) -> Result<Body, String> {
    let mut elements = Elements::from_reader(xml);
    elements.config_mut().check_end_names = false;
    elements.config_mut().expand_empty_elements = true;
    let mut reader = Reader::new(styles);
    let mut depth = 0_usize;
    loop {
        match elements.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                depth += 1;
                reader.start(&tag);
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                reader.end(tag.local_name().as_ref());
            }
            Event::Text(words) => reader.words(&words),
            Event::CData(words) => reader.words(&words),
            Event::GeneralRef(reference) => reader.words(&unescaped(&format!("&{};", &*reference))),
            Event::Eof => return Ok(reader.finish(depth > 0)),
            _ => {}
        }
    }
}

/// Paragraphs that follow one another: those of the document, or of the boxes in one paragraph.
#[derive(Default)]
struct Flow {
    done: Vec<Paragraph>,
    /// The words of paragraphs whose end was struck out.
    carried: String,
    /// Where in `done` the row of a table begins in which one is.
    row: Option<usize>,
    /// The next paragraph is the first of a cell.
    cell_begins: bool,
}

impl Flow {
    /// Adds a paragraph. The first of a cell goes on in the line of its row, as long as the cells before it have one
    /// each: a table of numbers is read by rows, one that holds columns of text is not.
    fn add(&mut self, paragraph: Paragraph) {
        let begins_cell = std::mem::take(&mut self.cell_begins);
        let in_line = begins_cell && self.row.is_some_and(|start| start + 1 == self.done.len());
        if let Some(row) = self.done.last_mut().filter(|_| in_line)
            && row.style.is_none()
            && paragraph.style.is_none()
        {
            row.words.push('\t');
            row.words.push_str(paragraph.words.trim());
            return;
        }
        self.done.push(paragraph);
    }

    /// Adds what waited for a paragraph that did not come.
    fn settle(&mut self) {
        if !self.carried.is_empty() {
            let words = std::mem::take(&mut self.carried);
            self.add(Paragraph { words, style: None });
        }
    }
}

/// A paragraph in which one is.
#[derive(Default)]
struct Open {
    paragraph: Paragraph,
    without_end: bool,
    /// What the boxes in it hold.
    boxes: Flow,
}

struct Reader<'s> {
    styles: &'s Styles,
    flow: Flow,
    /// The paragraphs in which one is, the innermost last.
    open: Vec<Open>,
    /// How many paragraphs too deep one is.
    too_deep: usize,
    /// How many elements deep one is in words that are not printed.
    unseen: usize,
    in_words: bool,
    /// Among the properties of a paragraph, which are also those of its end.
    in_properties: bool,
    run: Run,
    footnotes: usize,
    left_out: bool,
}

/// How the words of a run are set.
#[derive(Default)]
struct Run {
    hidden: bool,
    struck: bool,
}

impl<'s> Reader<'s> {
    fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            flow: Flow::default(),
            open: Vec::new(),
            too_deep: 0,
            unseen: 0,
            in_words: false,
            in_properties: false,
            run: Run::default(),
            footnotes: 0,
            left_out: false,
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.unseen > 0 {
            self.unseen += 1;
            return;
        }
        if UNSEEN.contains(&name) {
            self.unseen = 1;
            if self.in_properties && WITHOUT_END.contains(&name) {
                self.innermost(|open| open.without_end = true);
            }
            return;
        }
        match name {
            "pPr" => self.in_properties = true,
            "pStyle" => {
                if let Some(style) = value(tag).and_then(|id| self.styles.of(&id)) {
                    self.innermost(|open| open.paragraph.style = Some(style));
                }
            }
            "p" => self.open(),
            "tr" => {
                let flow = self.flow();
                flow.row = Some(flow.done.len());
            }
            "tc" => self.flow().cell_begins = true,
            "t" => self.in_words = true,
            "r" => self.run = Run::default(),
            _ if self.in_properties => {}
            "vanish" => self.run.hidden = is_on(tag),
            "strike" | "dstrike" => self.run.struck = is_on(tag),
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => {
                if let Some(sign) = sign(tag) {
                    self.push(sign.encode_utf8(&mut [0; 4]));
                }
            }
            "footnoteReference" | "endnoteReference" if !self.run.hidden => self.footnotes += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "pPr" => self.in_properties = false,
            "p" => self.close(),
            "tr" => self.flow().row = None,
            "tc" => self.flow().settle(),
            "t" => self.in_words = false,
            "r" => self.run = Run::default(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if !self.in_words || self.unseen > 0 {
            return;
        }
        // Only elements break lines.
        if words.contains(['\n', '\r', '\t']) {
            self.push(&words.replace(['\n', '\r', '\t'], " "));
        } else {
            self.push(words);
        }
    }

    fn push(&mut self, words: &str) {
        if self.run.hidden {
            return;
        }
        if self.run.struck {
            self.left_out |= !words.trim().is_empty();
            return;
        }
        self.innermost(|open| open.paragraph.words.push_str(words));
    }

    fn innermost(&mut self, act: impl FnOnce(&mut Open)) {
        if let Some(open) = self.open.last_mut() {
            act(open);
        }
    }

    fn flow(&mut self) -> &mut Flow {
        match self.open.last_mut() {
            Some(open) => &mut open.boxes,
            None => &mut self.flow,
        }
    }

    fn open(&mut self) {
        self.in_properties = false;
        if self.open.len() == DEEPEST {
            self.too_deep += 1;
            return;
        }
        let words = std::mem::take(&mut self.flow().carried);
        let paragraph = Paragraph { words, style: None };
        self.open.push(Open {
            paragraph,
            ..Open::default()
        });
    }

    fn close(&mut self) {
        self.in_properties = false;
        if self.too_deep > 0 {
            self.too_deep -= 1;
            self.innermost(|open| open.paragraph.words.push('\n'));
            return;
        }
        let Some(Open {
            paragraph,
            without_end,
            mut boxes,
        }) = self.open.pop()
        else {
            return;
        };
        boxes.settle();
        let flow = self.flow();
        if without_end {
            flow.carried = paragraph.words;
        } else {
            flow.add(paragraph);
        }
        flow.done.append(&mut boxes.done);
    }

    fn finish(mut self, is_cut: bool) -> Body {
        self.too_deep = 0;
        while !self.open.is_empty() {
            self.close();
        }
        self.flow.settle();
        Body {
            paragraphs: self.flow.done,
            footnotes: self.footnotes,
            struck: self.left_out,
            is_cut,
        }
    }
}

/// Whether a property that is either there or not is there.
fn is_on(tag: &BytesStart<'_>) -> bool {
    value(tag).is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// The sign of a font of symbols.
fn sign(tag: &BytesStart<'_>) -> Option<char> {
    let code = u32::from_str_radix(&attribute(tag, "char")?, 16).ok()?;
    symbols::of_font(&attribute(tag, "font")?, code)
}
