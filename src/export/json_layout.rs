//! JSON indented for people, but for lists of numbers: a span stands on one line.

use std::io::{self, Write};

use serde_json::ser::{Formatter, PrettyFormatter};

/// Indents as usual, but leaves arrays of numbers on one line.
#[derive(Default)]
pub struct Layout {
    pretty: PrettyFormatter<'static>,
    /// An array value is coming, and whether it is the first: where it goes depends on what it is.
    coming: Option<bool>,
    /// Whether the array that is ending had numbers in it.
    after_number: bool,
}

impl Layout {
    /// Puts a value that is no number on a line of its own.
    fn place<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.after_number = false;
        match self.coming.take() {
            Some(first) => self.pretty.begin_array_value(writer, first),
            None => Ok(()),
        }
    }
}

impl Formatter for Layout {
    fn write_u64<W: ?Sized + Write>(&mut self, writer: &mut W, value: u64) -> io::Result<()> {
        if let Some(first) = self.coming.take() {
            writer.write_all(if first { b"" } else { b", " })?;
            self.after_number = true;
        }
        write!(writer, "{value}")
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.place(writer)?;
        self.pretty.begin_string(writer)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.place(writer)?;
        self.pretty.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.after_number {
            self.after_number = false;
            // Lets the indentation step back where no line was begun: its bytes are not wanted.
            self.pretty.end_array(&mut io::sink())?;
            return writer.write_all(b"]");
        }
        self.pretty.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _writer: &mut W, first: bool) -> io::Result<()> {
        self.coming = Some(first);
        Ok(())
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.place(writer)?;
        self.pretty.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(writer)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde::Serialize;
    use serde_json::json;

    use super::*;

    #[test]
    fn spans_stand_on_one_line_and_the_rest_is_indented() {
        let value =
            json!({"a": [[1, 2], [3, 4]], "b": [], "c": ["x", "y"], "d": [{"e": [5, 6]}, {}], "f": 7});
        let mut written = Vec::new();
        value
            .serialize(&mut serde_json::Serializer::with_formatter(
                &mut written,
                Layout::default(),
            ))
            .unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&written).unwrap(),
            value
        );
        insta::assert_snapshot!(written, @r#"
        {
          "a": [
            [1, 2],
            [3, 4]
          ],
          "b": [],
          "c": [
            "x",
            "y"
          ],
          "d": [
            {
              "e": [5, 6]
            },
            {}
          ],
          "f": 7
        }
        "#);
    }
}
