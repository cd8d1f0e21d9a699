//! Writes what workerd needs to serve a built folder, and the headers every answer carries.

use crate::{bundle::Built, tool::root};
use anyhow::Result;
use serde_json::json;
use std::{fmt::Write as _, fs, path::Path};

/// Headers of every answer (CSP level 3, Permissions Policy, Referrer Policy, Fetch).
pub(crate) const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    (
        "permissions-policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// Where TLS is, and only there.
const TLS: &str = "max-age=63072000; includeSubDomains";

/// The day whose behaviour of workerd we rely on.
const COMPATIBILITY_DATE: &str = "2026-10-20";

/// Writes the configuration into `out`; `as_of` is the day the site is shown for where it is not today,
/// `live` the port that tells pages of newer builds.
pub(crate) fn write(out: &Path, built: &Built, as_of: Option<&str>, live: Option<u16>) -> Result<()> {
    let folder = out.join("server");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for name in ["edge.js", "worker.js"] {
        fs::copy(root().join("functions/edge").join(name), folder.join(name))?;
    }
    let always: serde_json::Map<String, serde_json::Value> =
        HEADERS.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    fs::write(folder.join("headers.json"), json!({ "always": always, "tls": TLS }).to_string())?;
    fs::copy(out.join("files.json"), folder.join("files.json"))?;
    fs::copy(out.join("catalogue.bin"), folder.join("catalogue.bin"))?;
    let mut modules = String::new();
    copy_modules(&built.worker, &built.worker, &folder, &mut modules)?;
    let (service, binding) = live.map_or_else(Default::default, |port| {
        (
            format!("    (name = \"live\", external = (address = \"127.0.0.1:{port}\", http = ())),\n"),
            "    (name = \"LIVE\", service = \"live\"),\n",
        )
    });
    let day = as_of.map(|day| format!("    (name = \"AS_OF\", text = \"{day}\"),\n")).unwrap_or_default();
    let text = format!(
        "using Workerd = import \"/workerd/workerd.capnp\";

# Written by `cargo xtask`; the folders are given on the command line.
const config :Workerd.Config = (
  services = [
    (name = \"edge\", worker = .edge),
    (name = \"worker\", worker = .worker),
    (name = \"site\", disk = \"site\"),
    (name = \"encoded\", disk = \"encoded\"),
{service}  ],
  sockets = [(name = \"http\", address = \"127.0.0.1:8787\", http = (), service = \"edge\")],
);

const edge :Workerd.Worker = (
  compatibilityDate = \"{COMPATIBILITY_DATE}\",
  modules = [
    (name = \"edge.js\", esModule = embed \"edge.js\"),
    (name = \"files.json\", json = embed \"files.json\"),
    (name = \"headers.json\", json = embed \"headers.json\"),
  ],
  bindings = [
    (name = \"SITE\", service = \"site\"),
    (name = \"ENCODED\", service = \"encoded\"),
    (name = \"WORKER\", service = \"worker\"),
{binding}  ],
);

const worker :Workerd.Worker = (
  compatibilityDate = \"{COMPATIBILITY_DATE}\",
  modules = [
    (name = \"main.js\", esModule = embed \"worker.js\"),
{modules}  ],
  bindings = [
    (name = \"CATALOGUE\", data = embed \"catalogue.bin\"),
{day}  ],
);
"
    );
    fs::write(folder.join("workerd.capnp"), text)?;
    Ok(())
}

/// Copies the bound modules and lists them.
fn copy_modules(root: &Path, folder: &Path, to: &Path, list: &mut String) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            copy_modules(root, &path, to, list)?;
            continue;
        }
        let kind = match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => "esModule",
            Some("wasm") => "wasm",
            _ => continue,
        };
        let target = to.join("bound").join(&name);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(&path, target)?;
        // Writing to a string cannot fail.
        let _ = writeln!(list, "    (name = \"bound/{name}\", {kind} = embed \"bound/{name}\"),");
    }
    Ok(())
}

/// The arguments that serve `out`.
pub(crate) fn arguments(out: &Path) -> Vec<String> {
    vec![
        "serve".to_owned(),
        out.join("server/workerd.capnp").display().to_string(),
        format!("--directory-path=site={}", out.join("site").display()),
        format!("--directory-path=encoded={}", out.join("encoded").display()),
    ]
}

/// The command line that serves `out`.
pub(crate) fn command_line(out: &Path) -> String {
    format!("npx workerd {}", arguments(out).join(" "))
}
