//! What belongs to forms: the rules that hide what is not asked, definitions for the bundle, communes by province.

use super::add;
use crate::{
    assets::{Assets, FormAssets},
    style,
};
use anyhow::{Context, Result};
use domain::{
    catalogue::Catalogue,
    form::{Form, Sheet},
};
use std::collections::BTreeMap;

/// Adds the files of every form and of the places, and notes their addresses.
pub(super) fn assets(catalogue: &Catalogue, assets: &mut Assets, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for form in &catalogue.forms {
        let procedure = form.procedure.to_string();
        let rules = style::conditions(form);
        let style = if rules.is_empty() { String::new() } else { add(files, &format!("form-{procedure}"), "css", rules.into_bytes()) };
        // What only the server prints is not sent to browsers: its pages say it already.
        let printed_only = form.sheet.iter().map(|sheet| Sheet { says: Vec::new(), ..sheet.clone() }).next();
        let mut bare = Form {
            example: String::new(),
            declaration: String::new(),
            addressed_to: String::new(),
            review_note: None,
            source: None,
            sheet: printed_only,
            ..form.clone()
        };
        bare.pages.iter_mut().flat_map(|page| &mut page.rules).for_each(|rule| rule.say.en.clear());
        let bytes = postcard::to_allocvec(&bare).with_context(|| format!("the form of {procedure} cannot be written"))?;
        let definition = add(files, &format!("form-{procedure}"), "bin", bytes);
        assets.of_forms.push(FormAssets { procedure, style, definition });
    }
    if !catalogue.places.provinces.is_empty() {
        let provinces: Vec<[String; 3]> = catalogue
            .places
            .provinces
            .iter()
            .map(|province| {
                let communes: Vec<[&str; 2]> =
                    province.communes.iter().map(|commune| [commune.code.as_str(), commune.name.as_str()]).collect();
                let address =
                    add(files, &format!("communes-{}", province.code), "json", serde_json::json!(communes).to_string().into_bytes());
                [province.code.clone(), province.name.clone(), address]
            })
            .collect();
        assets.places = add(files, "places", "json", serde_json::json!(provinces).to_string().into_bytes());
    }
    Ok(())
}
