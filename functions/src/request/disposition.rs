//! What a file is called (RFC 6266): read from requests, written into answers.

use super::decoded;
use std::fmt::Write as _;

/// Reads the name in a `Content-Disposition`; `filename*` before `filename`.
pub(crate) fn file_name(said: &str) -> Option<String> {
    let mut plain = None;
    for parameter in said.split(';').skip(1) {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "filename*" => {
                let encoded = value.get(..7).filter(|start| start.eq_ignore_ascii_case("utf-8''")).and_then(|_| value.get(7..));
                // A plus sign stands for itself here.
                let bytes = encoded.map(|encoded| decoded(&encoded.replace('+', "%2B")));
                if let Some(name) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
                    return Some(name);
                }
            }
            "filename" => plain = Some(value.trim_matches('"').to_owned()),
            _ => {}
        }
    }
    plain
}

/// Writes a `Content-Disposition`; letters beyond ASCII go into `filename*`.
pub(crate) fn disposition(kind: &str, name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_ascii_graphic() || letter == ' ' { letter } else { '_' }).collect();
    let plain = plain.replace(['"', '\\', '%'], "_");
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_read_in_both_manners() {
        for (said, name) in [
            ("attachment; filename=\"giay.pdf\"", Some("giay.pdf")),
            ("attachment; filename=giay.pdf; filename*=UTF-8''gi%E1%BA%A5y+1.pdf", Some("giấy+1.pdf")),
            ("attachment; filename*=utf-8''%FF", None),
            ("attachment", None),
            ("", None),
            ("đ; filename*=đđđđđ", None),
        ] {
            assert_eq!(file_name(said).as_deref(), name, "{said}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(name in "[\\PC&&[^;\"=]]{1,40}") {
            let written = disposition("attachment", &name);
            prop_assert!(written.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", written);
            prop_assert_eq!(file_name(&written), Some(name));
        }
    }
}
