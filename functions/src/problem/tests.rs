//! Codes are unique and shaped like codes; the words keep to the house style.

use super::*;
use std::collections::BTreeSet;

#[test]
fn codes_are_unique_and_words_are_sentences() {
    let codes: BTreeSet<&str> = kinds::ALL.iter().map(|kind| kind.code).collect();
    assert_eq!(codes.len(), kinds::ALL.len());
    for kind in kinds::ALL {
        assert!(kind.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{}", kind.code);
        assert!((400..600).contains(&kind.status), "{}", kind.code);
        for words in [kind.vietnamese, kind.english] {
            assert!(words.ends_with('.') && !words.contains("không hợp lệ") && !words.contains("lỗi"), "{words}");
        }
    }
}

#[test]
fn a_body_names_only_what_there_is() {
    let body = Body { r#type: "about:blank", title: "t", status: 404, code: "c", detail: None, faults: &[], logged: None };
    assert_eq!(serde_json::to_string(&body).unwrap(), r#"{"type":"about:blank","title":"t","status":404,"code":"c"}"#);
}
