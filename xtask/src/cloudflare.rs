//! The deployment to Cloudflare as a dry run: wrangler bundles the same build and says how large it is.

use crate::{
    step::output,
    tool::{self, root},
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What a Worker may weigh compressed on the smallest plan, in KiB.
const LARGEST: f64 = 3.0 * 1024.0;

/// Bundles a built folder as `wrangler deploy` would, and uploads nothing.
pub(crate) fn dry_run(out: &Path) -> Result<()> {
    let room = root().join("e2e/wrangler");
    tool::npm_in(&room)?;
    let Some(node) = node(&room) else {
        println!("  skipped: wrangler wants Node.js 22.12 or newer, and npm has none for this machine");
        return Ok(());
    };
    let bundle = root().join("target/wrangler");
    let mut command = Command::new(node);
    command.arg(room.join("node_modules/wrangler/bin/wrangler.js")).arg("deploy").arg(out.join("server/cloudflare.js"));
    command.arg("--assets").arg(out.join("site")).arg("--dry-run").arg("--outdir").arg(&bundle);
    command.arg("--config").arg(root().join("functions/wrangler.toml"));
    // It asks nobody, tells nobody, and keeps its settings to itself.
    command.env("CI", "1").env("NO_COLOR", "1").env("WRANGLER_SEND_METRICS", "false").env("WRANGLER_HIDE_BANNER", "true");
    command.env("XDG_CONFIG_HOME", bundle.join("settings")).current_dir(root().join("functions"));
    let said = output(&mut command)?;
    let line = said.lines().find(|line| line.starts_with("Total Upload:")).with_context(|| format!("wrangler names no size:\n{said}"))?;
    println!("  {line}");
    let size = line.split("gzip:").nth(1).and_then(|text| text.trim().trim_end_matches(" KiB").parse::<f64>().ok());
    let size = size.with_context(|| format!("`{line}` names no compressed size"))?;
    ensure!(size <= LARGEST, "the bundle is larger than {LARGEST} KiB");
    Ok(())
}

/// A Node.js that wrangler runs on: the one of this machine, or the one from npm.
fn node(room: &Path) -> Option<PathBuf> {
    let version = output(Command::new("node").arg("--version")).ok()?;
    let mut parts = version.trim().trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    if (parts.next(), parts.next()) >= (Some(22), Some(12)) {
        return Some("node".into());
    }
    let packages = fs::read_dir(room.join("node_modules")).ok()?.flatten();
    let mut programs =
        packages.filter(|entry| entry.file_name().to_string_lossy().starts_with("node-")).map(|entry| entry.path().join("bin/node"));
    programs.find(|program| program.exists())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn settings() -> String {
        fs::read_to_string(root().join("functions/wrangler.toml")).unwrap()
    }

    #[test]
    fn both_homes_have_the_same_objects_and_the_same_day() {
        let settings = settings();
        assert!(settings.contains(&format!("compatibility_date = \"{}\"", config::COMPATIBILITY_DATE)));
        for (binding, class, _) in config::OBJECTS {
            assert!(settings.contains(&format!("{{ name = \"{binding}\", class_name = \"{class}\" }}")), "{binding}");
            assert!(
                settings.lines().any(|line| line.starts_with("new_sqlite_classes") && line.contains(&format!("\"{class}\""))),
                "{class}"
            );
        }
    }

    /// Otherwise Cloudflare would answer a form's address with a file, and a code's with nothing.
    #[test]
    fn every_route_reaches_the_worker_first() {
        let settings = settings();
        let first: Vec<&str> = settings.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",")).collect();
        let covered =
            |path: &str| first.iter().any(|pattern| pattern.strip_suffix('*').map_or(path == *pattern, |begin| path.starts_with(begin)));
        let table = fs::read_to_string(root().join("functions/src/router/table.rs")).unwrap();
        let texts: Vec<&str> = table.split("#[cfg(test)]").next().unwrap_or_default().split('"').collect();
        // A row is a method, a comma, a path.
        let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
        let paths: Vec<&str> =
            texts.windows(3).filter(|three| methods.contains(&three[0]) && three[1] == ", ").map(|three| three[2]).collect();
        assert!(!paths.is_empty());
        let missing: Vec<&&str> = paths.iter().filter(|path| !covered(path)).collect();
        assert!(missing.is_empty(), "functions/wrangler.toml: run_worker_first lacks {missing:?}");
    }
}
