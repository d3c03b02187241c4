//! A screen as an SVG picture, for the README.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Pixels of one cell.
const WIDTH: u16 = 9;
const HEIGHT: u16 = 19;

const TEXT: (u8, u8, u8) = (0xd0, 0xd0, 0xd0);
const GROUND: (u8, u8, u8) = (0x16, 0x16, 0x18);

/// Draws `buffer` as on a dark terminal.
pub fn picture(buffer: &Buffer) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (columns * WIDTH + 2 * WIDTH, rows * HEIGHT + 2 * WIDTH);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-size=\"15\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        hex(GROUND)
    );
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let first = &buffer[(x, y)];
            let same = (x..columns).take_while(|at| look(&buffer[(*at, y)]) == look(first));
            let count = u16::try_from(same.count()).unwrap();
            let words: String = (x..x + count).map(|at| buffer[(at, y)].symbol()).collect();
            run(&mut svg, (x, y), count, &words, first);
            x += count;
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn look(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

fn run(svg: &mut String, (x, y): (u16, u16), count: u16, words: &str, cell: &Cell) {
    let (left, top, wide) = (WIDTH + x * WIDTH, WIDTH + y * HEIGHT, count * WIDTH);
    if let Some(ground) = rgb(cell.bg) {
        let ground = hex(ground);
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{HEIGHT}\" fill=\"{ground}\"/>"
        );
    }
    if words.trim().is_empty() {
        return;
    }
    let fill = hex(rgb(cell.fg).unwrap_or(TEXT));
    let mut style = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if cell.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let baseline = top + HEIGHT - 5;
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(
        svg,
        "<text x=\"{left}\" y=\"{baseline}\" fill=\"{fill}\"{style} textLength=\"{wide}\" xml:space=\"preserve\">{escaped}</text>"
    );
}

/// The colour of the 256-colour table, above the first sixteen.
fn rgb(colour: Color) -> Option<(u8, u8, u8)> {
    let Color::Indexed(index) = colour else {
        return None;
    };
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let cube = index.saturating_sub(16);
    let grey = 8 + 10 * index.saturating_sub(232);
    Some(if index < 232 {
        (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    } else {
        (grey, grey, grey)
    })
}

fn hex((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
