//! How many pages a PDF has, and whether anybody can open it.
//!
//! The root of the tree of pages says how many leaves it has (`/Type /Pages … /Count n`, ISO 32000-1 §7.7.3.2); the largest
//! count in the file is that of the root. Newer files keep it in compressed streams of objects (§7.5.7), which are inflated.
//! It is a count for a person to compare with the sheets in their hand; whether the file is sound, who opens it will see.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// So many pages.
    Pages(u32),
    /// It wants a password.
    Locked,
    /// It is no PDF, or one nobody here can read.
    Unknown,
}

/// No stream of objects is larger: a page tree of ten thousand pages has a megabyte.
const MOST: usize = 8 * 1024 * 1024;

/// Counts the pages.
pub fn count(pdf: &[u8]) -> Counted {
    if !pdf.starts_with(b"%PDF-") {
        return Counted::Unknown;
    }
    let mut greatest = None;
    let mut locked = false;
    let mut rest = pdf;
    // What lies between streams is read as it is; streams are skipped, those of objects inflated.
    while let Some((plain, stream, after)) = next_stream(rest) {
        locked |= find(plain, b"/Encrypt").is_some();
        greatest = greatest.max(counted(plain));
        if last_dictionary(plain).is_some_and(|of| find(of, b"/ObjStm").is_some())
            && let Ok(objects) = decompress_to_vec_zlib_with_limit(stream, MOST)
        {
            greatest = greatest.max(counted(&objects));
        }
        // The dictionary of a stream of cross references is the trailer.
        rest = after;
    }
    locked |= find(rest, b"/Encrypt").is_some();
    match greatest.max(counted(rest)) {
        _ if locked => Counted::Locked,
        Some(pages) if pages > 0 => Counted::Pages(pages),
        _ => Counted::Unknown,
    }
}

/// Parts what comes before a stream, the stream, and what comes after it.
fn next_stream(pdf: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let mut from = 0;
    loop {
        let at = from + find(pdf.get(from..)?, b"stream")?;
        let (before, after) = (pdf.get(..at)?, pdf.get(at + 6..)?);
        // The word stands after a dictionary, with an end of line behind it.
        let opens = before.trim_ascii_end().ends_with(b">>");
        let body = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).or_else(|| after.strip_prefix(b"\r"));
        if let Some(body) = body.filter(|_| opens) {
            let end = find(body, b"endstream").unwrap_or(body.len());
            return Some((before, body.get(..end)?, body.get(end..)?));
        }
        from = at + 6;
    }
}

/// The greatest count of a node of the tree of pages.
fn counted(text: &[u8]) -> Option<u32> {
    let mut greatest = None;
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| find(rest, b"/Pages")) {
        let at = from + at;
        from = at + 6;
        // «/Pages 3 0 R» in the catalogue refers to the tree; «/Type /Pages» is a node.
        let typed = text.get(..at).is_some_and(|before| before.trim_ascii_end().ends_with(b"/Type"));
        if !typed {
            continue;
        }
        if let Some(dictionary) = dictionary_around(text, at) {
            greatest = greatest.max(number_after(dictionary, b"/Count"));
        }
    }
    greatest
}

/// The innermost dictionary around a place.
fn dictionary_around(text: &[u8], at: usize) -> Option<&[u8]> {
    let (before, after) = (text.get(..at)?, text.get(at..)?);
    let mut depth = 0_i32;
    let mut start = before.len();
    while start >= 2 {
        match before.get(start - 2..start)? {
            b"<<" if depth == 0 => break,
            b"<<" => {
                depth -= 1;
                start -= 2;
            }
            b">>" => {
                depth += 1;
                start -= 2;
            }
            _ => start -= 1,
        }
    }
    let mut depth = 0_i32;
    let mut end = 0;
    while end < after.len() {
        match after.get(end..end + 2) {
            Some(b">>") if depth == 0 => break,
            Some(b">>") => {
                depth -= 1;
                end += 2;
            }
            Some(b"<<") => {
                depth += 1;
                end += 2;
            }
            _ => end += 1,
        }
    }
    text.get(start..at + end)
}

fn last_dictionary(before: &[u8]) -> Option<&[u8]> {
    let end = before.trim_ascii_end().strip_suffix(b">>")?;
    dictionary_around(before, end.len())
}

fn number_after(text: &[u8], name: &[u8]) -> Option<u32> {
    let rest = text.get(find(text, name)? + name.len()..)?.trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(None, |number: Option<u32>, digit| Some(number.unwrap_or(0).saturating_mul(10).saturating_add(u32::from(digit - b'0'))))
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;
    use proptest::prelude::*;

    #[track_caller]
    fn check(body: &str, expected: Counted) {
        assert_eq!(count(format!("%PDF-1.7\n{body}\n%%EOF").as_bytes()), expected, "{body}");
    }

    #[test]
    fn pages_are_counted_at_the_root() {
        check("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[3 0 R]/Count 7>> endobj", Counted::Pages(7));
        check(
            "2 0 obj << /Count 12 /Kids [3 0 R 9 0 R] /Type /Pages >> 3 0 obj << /Type /Pages /Count 5 /Parent 2 0 R >>",
            Counted::Pages(12),
        );
        check("2 0 obj << /Type /Pages /Resources << /Font << /F 4 0 R >> >> /Count 3 >>", Counted::Pages(3));
        check(
            "4 0 obj <</Length 30>> stream\n/Type /Pages /Count 99 (words)\nendstream 2 0 obj <</Type /Pages /Count 2>>",
            Counted::Pages(2),
        );
        check("1 0 obj <</Type/Outlines/Count 40>> 2 0 obj <</Type/Pages/Count 4>>", Counted::Pages(4));
    }

    #[test]
    fn pages_in_a_compressed_stream_are_counted() {
        let objects = compress_to_vec_zlib(b"2 0 3 20 <</Type/Pages/Kids[3 0 R]/Count 31>> <</Type/Page>>", 6);
        let mut pdf = b"%PDF-1.5\n5 0 obj <</Type /ObjStm /N 2 /First 8 /Filter /FlateDecode>>\nstream\r\n".to_vec();
        pdf.extend(objects);
        pdf.extend(b"\nendstream endobj\n6 0 obj <</Type/XRef/Root 1 0 R>> stream\nxx\nendstream\n%%EOF");
        assert_eq!(count(&pdf), Counted::Pages(31));
    }

    #[test]
    fn what_nobody_can_open_is_said() {
        check("2 0 obj <</Type/Pages/Count 4>> trailer <</Root 1 0 R /Encrypt 9 0 R>>", Counted::Locked);
        check("6 0 obj <</Type/XRef/Encrypt 9 0 R>> stream\nxx\nendstream", Counted::Locked);
        check("nothing at all", Counted::Unknown);
        check("2 0 obj <</Type/Pages/Count 0>>", Counted::Unknown);
        assert_eq!(count(b"\xff\xd8\xff\xe0"), Counted::Unknown);
    }

    const PARTS: [&[u8]; 11] =
        [b"<<", b">>", b"/Type", b"/Pages", b"/Count", b"stream\n", b"endstream", b" 12 ", b"/ObjStm", b"\xff\x00", b"/Encrypt"];

    proptest! {
        #[test]
        fn no_bytes_panic(places in prop::collection::vec(0..PARTS.len(), 0..60)) {
            let parts: Vec<&[u8]> = places.into_iter().map(|place| PARTS[place]).collect();
            let _ = count(&[&b"%PDF-"[..], &parts.concat()].concat());
        }
    }
}
