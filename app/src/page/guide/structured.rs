//! Structured data of a guide: schema.org `GovernmentService` as JSON-LD.

use crate::{component::Press, route::Route};
use domain::{
    agency::AgencyGroup,
    procedure::{AgencyDuty, FeeAmount, Office, Procedure},
};
use std::fmt::Write as _;

/// Returns the JSON of a guide, safe to stand within a script element.
pub(super) fn service(press: Press<'_>, procedure: &Procedure) -> String {
    let site = &press.catalogue.site;
    let language = press.language;
    let url = format!("{}{}", site.base_url, Route::Procedure(procedure.slug.clone()).path(language));
    let provider = provider(press, procedure);
    let mut json = String::from(r#"{"@context":"https://schema.org","@type":"GovernmentService""#);
    let mut pair = |name: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = write!(json, ",\"{name}\":{value}");
    };
    pair("name", text(procedure.title.in_language(language)));
    pair("alternateName", text(&procedure.official_name));
    pair("identifier", text(procedure.code.as_str()));
    pair("description", text(procedure.answer.in_language(language)));
    pair("url", text(&url));
    pair("inLanguage", text(language.tag()));
    pair("areaServed", text(site.name.in_language(language)));
    pair("provider", format!("{{\"@type\":\"GovernmentOrganization\",\"name\":{}}}", text(&provider)));
    let prices = procedure.fees_on(press.as_of).filter_map(|(_, fee)| match fee.amount {
        FeeAmount::Free => Some((fee, 0)),
        FeeAmount::Exact(dong) => Some((fee, dong.0)),
        FeeAmount::Unconfirmed => None,
    });
    let mut offers: Vec<String> = prices
        .map(|(fee, price)| {
            format!(
                "{{\"@type\":\"Offer\",\"name\":{},\"price\":\"{price}\",\"priceCurrency\":\"VND\"}}",
                text(fee.what.in_language(language))
            )
        })
        .collect();
    offers.sort();
    offers.dedup();
    if !offers.is_empty() {
        pair("offers", format!("[{}]", offers.join(",")));
    }
    json.push('}');
    json
}

/// Who provides the service: the office that decides, else the one that receives.
fn provider(press: Press<'_>, procedure: &Procedure) -> String {
    let language = press.language;
    let decides = procedure.agencies.iter().find(|duty| matches!(duty, AgencyDuty::Decides(_)));
    let receives = || procedure.agencies.iter().find(|duty| matches!(duty, AgencyDuty::Receives(_)));
    match decides.or_else(receives).map(AgencyDuty::office) {
        Some(Office::Body(name)) => name.in_language(language).to_owned(),
        Some(Office::Agency(slug)) => {
            press.catalogue.agency(slug).map(|agency| agency.name.in_language(language).to_owned()).unwrap_or_default()
        }
        Some(Office::Group(AgencyGroup::CommuneCentre)) => {
            language.pick("Trung tâm Phục vụ hành chính công", "Public administration service centre").to_owned()
        }
        Some(Office::Group(AgencyGroup::Department)) | None => press.catalogue.site.name.in_language(language).to_owned(),
    }
}

/// Writes a text as a JSON string (RFC 8259) in which no `</script>` can stand.
fn text(value: &str) -> String {
    let mut json = String::from("\"");
    for letter in value.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            other => json.push(other),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_text_ends_the_script_element() {
        assert_eq!(text("</script>"), r#""\u003c/script\u003e""#);
        assert_eq!(text("«Sổ đỏ» \"2026\"\n\\"), r#""«Sổ đỏ» \"2026\"\u000a\\""#);
    }
}
