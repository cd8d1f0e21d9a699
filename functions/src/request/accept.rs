//! What headers say: media types, what is wanted back, cookies.

/// Tells whether a `Content-Type` names a media type; parameters may follow, but no other charset than UTF-8.
pub(super) fn is(said: &str, media: &str) -> bool {
    let mut parts = said.split(';').map(str::trim);
    let named = parts.next().is_some_and(|named| named.eq_ignore_ascii_case(media));
    named
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
                value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}

/// Tells whether a page is wanted rather than JSON (RFC 9110 §12.5.1); `otherwise` where the header does not say.
pub(super) fn wants_html(accept: &str, otherwise: bool) -> bool {
    let weight = |wanted: &[&str]| {
        let of = |part: &str| {
            let mut parts = part.split(';').map(str::trim);
            let named = parts.next().is_some_and(|media| wanted.iter().any(|one| media.eq_ignore_ascii_case(one)));
            let quality = parts.find_map(|parameter| parameter.strip_prefix("q=")).map_or(Some(1.0), |text| text.parse::<f32>().ok());
            named.then_some(quality.unwrap_or(0.0))
        };
        accept.split(',').filter_map(of).fold(0.0, f32::max)
    };
    let (html, json) = (weight(&["text/html", "application/xhtml+xml"]), weight(&["application/json", "application/problem+json"]));
    match html.total_cmp(&json) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => otherwise,
    }
}

/// Returns the value of the first cookie of a name.
pub(super) fn cookie(header: &str, name: &str) -> Option<String> {
    let mut cookies = header.split(';').filter_map(|one| one.trim().split_once('='));
    cookies.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_compared_without_their_parameters() {
        for (said, good) in [
            ("application/json", true),
            ("Application/JSON; charset=UTF-8", true),
            ("application/json;charset=\"utf-8\"", true),
            ("application/json; charset=iso-8859-1", false),
            ("application/jsonp", false),
            ("text/plain", false),
            ("", false),
        ] {
            assert_eq!(is(said, "application/json"), good, "{said}");
        }
    }

    #[test]
    fn a_browser_gets_a_page_and_a_program_json() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        for (accept, otherwise, html) in [
            (browser, false, true),
            ("application/json", true, false),
            ("*/*", false, false),
            ("*/*", true, true),
            ("", true, true),
            ("text/html;q=0.2, application/json", true, false),
            ("text/html;q=x", false, false),
        ] {
            assert_eq!(wants_html(accept, otherwise), html, "{accept}");
        }
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let header = "a=1; __Host-desk=AB=; x-__Host-desk=no";
        assert_eq!(cookie(header, "__Host-desk").as_deref(), Some("AB="));
        assert_eq!(cookie(header, "desk"), None);
    }
}
