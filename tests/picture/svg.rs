//! Cells → SVG, so that the README can show the screen as it is.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// One cell, in pixels.
const WIDTH: f32 = 9.0;
const HEIGHT: f32 = 17.4;
const MARGIN: f32 = 12.0;

const FOREGROUND: &str = "#d0d0d0";
const BACKGROUND: &str = "#1c1c1c";

/// Neighbouring cells of one look.
struct Run {
    column: u16,
    width: u16,
    text: String,
    look: Look,
}

#[derive(Clone, PartialEq)]
struct Look {
    foreground: String,
    background: String,
    modifier: Modifier,
}

/// The picture of `buffer`.
pub fn picture(buffer: &Buffer) -> String {
    let area = buffer.area;
    let width = f32::from(area.width) * WIDTH + 2.0 * MARGIN;
    let height = f32::from(area.height) * HEIGHT + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace\" font-size=\"15\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for row in 0..area.height {
        let top = f32::from(row) * HEIGHT + MARGIN;
        for run in runs(buffer, row) {
            draw(&mut svg, &run, top);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn runs(buffer: &Buffer, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let look = look(cell);
        let width = u16::try_from(unicode_width::UnicodeWidthStr::width(cell.symbol()))
            .unwrap()
            .max(1);
        match runs.last_mut() {
            Some(run) if run.look == look => {
                run.text.push_str(cell.symbol());
                run.width += width;
            }
            _ => runs.push(Run {
                column,
                width,
                text: cell.symbol().to_owned(),
                look,
            }),
        }
        column += width;
    }
    runs
}

fn look(cell: &Cell) -> Look {
    let foreground = colour(cell.fg).unwrap_or_else(|| FOREGROUND.to_owned());
    let background = colour(cell.bg).unwrap_or_else(|| BACKGROUND.to_owned());
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (foreground, background) = if reversed {
        (background, foreground)
    } else {
        (foreground, background)
    };
    Look {
        foreground,
        background,
        modifier: cell.modifier,
    }
}

fn draw(svg: &mut String, run: &Run, top: f32) {
    let left = f32::from(run.column) * WIDTH + MARGIN;
    let width = f32::from(run.width) * WIDTH;
    if run.look.background != BACKGROUND {
        let fill = &run.look.background;
        writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{HEIGHT:.1}\" fill=\"{fill}\"/>"
        )
        .unwrap();
    }
    if run.text.trim().is_empty() {
        return;
    }
    let mut style = String::new();
    for (modifier, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.6\""),
    ] {
        if run.look.modifier.contains(modifier) {
            style.push_str(attribute);
        }
    }
    let text = run
        .text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" xml:space=\"preserve\" fill=\"{}\"{style}>{text}</text>",
        top + HEIGHT * 0.75,
        run.look.foreground,
    )
    .unwrap();
}

/// As written in SVG; `None` for the terminal's own.
fn colour(colour: Color) -> Option<String> {
    let index = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Indexed(index) => index,
        named => panic!("{named} looks different in every terminal: use a number of the 256-colour table"),
    };
    let (red, green, blue) = match index {
        0..16 => panic!("colour {index} looks different in every terminal: use one from 16 to 255"),
        16..232 => {
            let step = |position: u8| if position == 0 { 0 } else { 55 + 40 * position };
            let cube = index - 16;
            (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}
