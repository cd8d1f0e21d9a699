//! `cargo xtask new guide`: starts a guide from the template.

use crate::{step, tool::root};
use anyhow::{Context, Result, bail};
use std::{fs, process::Command};

/// Writes `content/procedures/{slug}.md`.
pub(crate) fn guide(slug: &str) -> Result<()> {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if slug.is_empty()
        || !slug.bytes().all(allowed)
        || slug.starts_with('-')
        || slug.ends_with('-')
        || slug.contains("--")
        || slug.len() > 80
    {
        bail!("`{slug}` cannot be an address: use lower-case ASCII letters, digits and hyphens, such as `chuyen-truong`");
    }
    let path = root().join("content/procedures").join(format!("{slug}.md"));
    if path.exists() {
        bail!("content/procedures/{slug}.md is already there");
    }
    let template = fs::read_to_string(root().join("content/templates/guide.md")).context("content/templates/guide.md cannot be read")?;
    let today = step::output(Command::new("date").args(["+%Y-%m-%d"]).env("TZ", "UTC-7"))?;
    fs::write(&path, template.replace("{{today}}", today.trim()))?;
    println!("content/procedures/{slug}.md\n\nFill it in while `cargo xtask serve` runs; `cargo xtask check` says what is still missing.");
    Ok(())
}
