//! Writes what workerd needs to serve a built folder, and the headers every answer carries.

use crate::{bundle::Built, tool::root};
use anyhow::Result;
use serde_json::json;
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

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
        "accelerometer=(), autoplay=(), camera=(self), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// The policy of the officers' desk: that of every page, and frames of our own for papers and slips.
fn desk_policy() -> String {
    let policy = HEADERS.iter().find(|(name, _)| *name == "content-security-policy").map_or("", |(_, policy)| policy);
    format!("{policy}; frame-src 'self'")
}

/// Where TLS is, and only there.
const TLS: &str = "max-age=63072000; includeSubDomains";

/// The day whose behaviour of workerd we rely on.
pub(crate) const COMPATIBILITY_DATE: &str = "2026-10-20";

/// The classes of objects that keep state, each with its binding and the key its storage lies under.
/// A key never changes: what was stored would no longer be found.
pub(crate) const OBJECTS: [(&str, &str, &str); 6] = [
    ("AGENCY", "Agency", "agency-1"),
    ("PAPERS", "Papers", "papers-1"),
    ("ACCOUNTS", "Accounts", "accounts-1"),
    ("SURVEY", "Survey", "survey-1"),
    ("STATISTICS", "Statistics", "statistics-1"),
    ("LIMITER", "Limiter", "limiter-1"),
];

/// Variables of the environment that workerd hands on: how secrets reach it without lying in a file.
/// `SETUP` allows making the first account; `TRUSTED_PROXY` is the address of a proxy whose `X-Forwarded-For` is believed.
const SETUP: &str = "SETUP";
const TRUSTED_PROXY: &str = "TRUSTED_PROXY";

/// What differs between one way to serve a folder and another.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wiring<'a> {
    /// The day the site is shown for where it is not today.
    pub(crate) as_of: Option<&'a str>,
    /// The port that tells pages of newer builds.
    pub(crate) live: Option<u16>,
    /// The address, with its port, that notices are delivered to.
    pub(crate) notices: Option<&'a str>,
}

/// Writes the configuration into `out`.
pub(crate) fn write(out: &Path, built: &Built, wiring: Wiring<'_>) -> Result<()> {
    let folder = out.join("server");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for name in ["cloudflare.js", "edge.js", "worker.js"] {
        fs::copy(root().join("functions/edge").join(name), folder.join(name))?;
    }
    let always: serde_json::Map<String, serde_json::Value> =
        HEADERS.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    fs::write(folder.join("headers.json"), json!({ "always": always, "tls": TLS, "desk": desk_policy() }).to_string())?;
    fs::copy(out.join("files.json"), folder.join("files.json"))?;
    fs::copy(out.join("catalogue.bin"), folder.join("catalogue.bin"))?;
    let mut modules = String::new();
    copy_modules(&built.worker, &built.worker, &folder, &mut modules)?;
    let external = |name: &str, address: Option<String>| {
        let service = |address| format!("    (name = \"{name}\", external = (address = \"{address}\", http = ())),\n");
        let binding = format!("    (name = \"{}\", service = \"{name}\"),\n", name.to_uppercase());
        address.map(|address| (service(address), binding)).unwrap_or_default()
    };
    let (live, live_binding) = external("live", wiring.live.map(|port| format!("127.0.0.1:{port}")));
    let (notices, notices_binding) = external("notices", wiring.notices.map(str::to_owned));
    let day = wiring.as_of.map(|day| format!("    (name = \"AS_OF\", text = \"{day}\"),\n")).unwrap_or_default();
    let (mut bindings, mut namespaces) = (String::new(), String::new());
    for (binding, class, key) in OBJECTS {
        // Only memory would be lost with the limiter, but then every pause would forgive everything.
        let kept = if class == "Limiter" { ", preventEviction = true" } else { "" };
        let _ = writeln!(bindings, "    (name = \"{binding}\", durableObjectNamespace = \"{class}\"),");
        let _ = writeln!(namespaces, "    (className = \"{class}\", uniqueKey = \"{key}\", enableSql = true{kept}),");
    }
    let text = format!(
        "using Workerd = import \"/workerd/workerd.capnp\";

# Written by `cargo xtask`; the folders are given on the command line.
const config :Workerd.Config = (
  services = [
    (name = \"edge\", worker = .edge),
    (name = \"worker\", worker = .worker),
    (name = \"site\", disk = \"site\"),
    (name = \"encoded\", disk = \"encoded\"),
    (name = \"do-storage\", disk = (writable = true)),
{live}{notices}  ],
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
    (name = \"{TRUSTED_PROXY}\", fromEnvironment = \"{TRUSTED_PROXY}\"),
{live_binding}  ],
);

const worker :Workerd.Worker = (
  compatibilityDate = \"{COMPATIBILITY_DATE}\",
  modules = [
    (name = \"main.js\", esModule = embed \"worker.js\"),
{modules}  ],
  bindings = [
    (name = \"CATALOGUE\", data = embed \"catalogue.bin\"),
    (name = \"{SETUP}\", fromEnvironment = \"{SETUP}\"),
{day}{notices_binding}{bindings}  ],
  durableObjectNamespaces = [
{namespaces}  ],
  durableObjectStorage = (localDisk = \"do-storage\"),
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

/// The arguments that serve `out`; state is kept under `data`.
pub(crate) fn arguments(out: &Path, data: &Path) -> Vec<String> {
    vec![
        "serve".to_owned(),
        out.join("server/workerd.capnp").display().to_string(),
        format!("--directory-path=site={}", out.join("site").display()),
        format!("--directory-path=encoded={}", out.join("encoded").display()),
        format!("--directory-path=do-storage={}", storage(data).display()),
    ]
}

/// The folder the objects keep their state in.
pub(crate) fn storage(data: &Path) -> PathBuf {
    data.join("objects")
}

/// The command line that serves `out`.
pub(crate) fn command_line(out: &Path, data: &Path) -> String {
    format!("npx workerd {}", arguments(out, data).join(" "))
}
