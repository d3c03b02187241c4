//! Character references of HTML, in HTML and in text that was escaped once too often ("&rsquo;", "&#8217;").

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use memchr::memchr;
use quick_xml::escape::resolve_html5_entity;

use crate::load::gate::of_windows;

/// The longest reference, with its `&` and `;`.
pub(super) const LONGEST_REFERENCE: usize = 34;

/// The names of letters that `quick-xml` has wrong, each behind the one before it, from the number of the first on; where a
/// letter has no name stands a dash.
const LETTERS: &[(u32, &str)] = &[
    (
        0x100,
        "Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron \
         dcaron Dstrok dstrok Emacr emacr",
    ),
    (
        0x116,
        "Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil - Hcirc hcirc \
         Hstrok hstrok Itilde itilde Imacr imacr",
    ),
    (
        0x12e,
        "Iogon iogon Idot imath|inodot IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil \
         lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron \
         napos ENG eng Omacr omacr",
    ),
    (
        0x150,
        "Odblac odblac OElig oelig Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc \
         Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr \
         Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute \
         Zdot zdot Zcaron zcaron",
    ),
    (0x192, "fnof"),
    (0x1b5, "imped"),
    (0x1f5, "gacute"),
    (0x237, "jmath"),
    (0x2c6, "circ caron|Hacek"),
    (
        0x2d8,
        "breve|Breve dot|DiacriticalDot ring ogon tilde|DiacriticalTilde dblac|DiacriticalDoubleAcute",
    ),
    (0x311, "DownBreve"),
    (
        0x391,
        "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma \
         Tau Upsilon Phi Chi Psi Omega",
    ),
    (
        0x3b1,
        "alpha beta gamma delta epsilon|epsi zeta eta theta iota kappa lambda mu nu xi omicron pi rho \
         sigmav|varsigma|sigmaf sigma tau upsi|upsilon phi chi psi omega",
    ),
    (0x3d1, "thetav|vartheta|thetasym Upsi|upsih"),
    (0x3d5, "phiv|varphi|straightphi piv|varpi"),
    (0x3dc, "Gammad gammad|digamma"),
    (0x3f0, "kappav|varkappa rhov|varrho"),
    (0x3f5, "epsiv|varepsilon|straightepsilon bepsi|backepsilon"),
    (
        0x401,
        "IOcy DJcy GJcy Jukcy DScy Iukcy YIcy Jsercy LJcy NJcy TSHcy KJcy - Ubrcy DZcy Acy Bcy Vcy Gcy \
         Dcy IEcy ZHcy Zcy Icy Jcy Kcy Lcy Mcy Ncy Ocy Pcy Rcy Scy Tcy Ucy Fcy KHcy TScy CHcy SHcy \
         SHCHcy HARDcy Ycy SOFTcy Ecy YUcy YAcy acy bcy vcy gcy dcy iecy zhcy zcy icy jcy kcy lcy mcy \
         ncy ocy pcy rcy scy tcy ucy fcy khcy tscy chcy shcy shchcy hardcy ycy softcy ecy yucy yacy - \
         iocy djcy gjcy jukcy dscy iukcy yicy jsercy ljcy njcy tshcy kjcy - ubrcy dzcy",
    ),
];

/// The number of each of these letters, by its name.
static NUMBERS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let runs = LETTERS
        .iter()
        .flat_map(|(first, names)| (*first..).zip(names.split(' ')));
    let named = runs.filter(|(_, names)| *names != "-");
    named
        .flat_map(|(number, names)| names.split('|').map(move |name| (name, number)))
        .collect()
});

/// How the names of letters end that `quick-xml` has wrong as well, and that stand in formulas alone.
const OF_FORMULAS: &[&str] = &["scr", "fr", "opf"];

/// `text` with its character references made characters.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', text.as_bytes()) else {
        return Cow::Borrowed(text);
    };
    let mut plain = String::with_capacity(text.len());
    let (before, mut rest) = text.split_at(first);
    plain.push_str(before);
    while let Some(reference) = rest.strip_prefix('&') {
        let window = reference
            .as_bytes()
            .get(..LONGEST_REFERENCE)
            .unwrap_or(reference.as_bytes());
        let end = memchr(b';', window);
        let meant = end.and_then(|end| character(reference.get(..end)?));
        rest = if let (Some(end), Some(meant)) = (end, meant) {
            plain.push_str(&meant);
            reference.get(end + 1..).unwrap_or_default()
        } else {
            plain.push('&');
            reference
        };
        let next = memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        let (words, after) = rest.split_at(next);
        plain.push_str(words);
        rest = after;
    }
    Cow::Owned(plain)
}

/// What a name stands for.
fn named(name: &str) -> Option<Cow<'static, str>> {
    if let Some(letter) = NUMBERS.get(name).copied().and_then(char::from_u32) {
        return Some(Cow::Owned(letter.to_string()));
    }
    let meant = resolve_html5_entity(name)?;
    let is_of_formulas = OF_FORMULAS
        .iter()
        .any(|end| name.len() == end.len() + 1 && name.ends_with(end));
    (!is_of_formulas).then_some(Cow::Borrowed(meant))
}

/// What a reference such as `mdash`, `#8212` or `#x2014` means.
fn character(reference: &str) -> Option<Cow<'static, str>> {
    let Some(number) = reference.strip_prefix('#') else {
        return named(reference);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let character = char::from_u32(code).filter(|character| *character != '\0')?;
    Some(Cow::Owned(of_windows(character).to_string()))
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn entities_are_read_and_signs_stay() {
        for (text, read) in [
            (
                "It&rsquo;s &ldquo;shut&rdquo;&nbsp;&mdash; &pound;5",
                "It’s “shut”\u{a0}— £5",
            ),
            (
                "Zo&euml; &Eacute;clair, &ccedil;a, &Aring;se, &Scaron;",
                "Zoë Éclair, ça, Åse, Š",
            ),
            ("&#8217;&#x2019;&amp;", "’’&"),
            ("AT&T; R&D; Q&A, a & b; &c; &;", "AT&T; R&D; Q&A, a & b; &c; &;"),
            (
                "&#0; &#xd800; &#99999999; &zacute",
                "&#0; &#xd800; &#99999999; &zacute",
            ),
            ("&amp;amp;", "&amp;"),
            ("&#146;&#x97;&hellip;&notin;", "’—…∉"),
            (
                "&Lstrok;&oacute;d&zacute; &Omega;&alpha; &OElig;&scaron; &Dcy;&iocy; &fnof;",
                "Łódź Ωα Œš Дё ƒ",
            ),
            ("&half;&fr; &Afr; &frac12;", "½&fr; &Afr; ½"),
        ] {
            assert_eq!(unescaped(text), read);
        }
    }
}
