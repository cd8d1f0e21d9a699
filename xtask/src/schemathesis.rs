//! Tries the running API with what its own description allows and forbids: no failure of ours, no answer it does not describe.

use crate::{
    http::Client,
    step::{output, run, step},
    tool::root,
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the description stands.
const DESCRIPTION: &str = "/api/v1/openapi.json";

/// How long it may take, in seconds.
const LASTS: &str = "100";

/// What an answer must not be. Whether every allowed request is accepted is not asked: what a form wants, no schema can say.
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance";

/// Runs schemathesis against the server on a port.
pub(crate) fn check(port: u16) -> Result<()> {
    let Some(python) = python() else {
        println!("  skipped: there is no Python 3 on this machine");
        return Ok(());
    };
    let description = Client::new(port).get(DESCRIPTION)?;
    ensure!(description.status == 200 && description.json()["openapi"].is_string(), "{DESCRIPTION} is answered {}", description.status);
    let program = installed(&python)?;
    let folder = root().join("target/schemathesis-run");
    fs::create_dir_all(&folder)?;
    let mut command = Command::new(program);
    command.arg("run").arg(format!("http://127.0.0.1:{port}{DESCRIPTION}")).args(["--checks", CHECKS, "--generation-deterministic"]);
    command.args(["--phases", "examples,coverage,fuzzing", "--max-examples", "40", "--max-time", LASTS, "--workers", "2"]);
    command.args(["--request-timeout", "10", "--warnings", "off", "--no-color"]);
    // Deterministic: the same requests every time. What it leaves behind goes under target/.
    run(command.current_dir(folder))
}

fn python() -> Option<PathBuf> {
    let runs = |name: &str| output(Command::new(name).args(["-c", "import sys, venv; assert sys.version_info >= (3, 10)"])).is_ok();
    ["python3", "python"].into_iter().find(|name| runs(name)).map(PathBuf::from)
}

/// Returns the program, put into an environment of its own under `target/` from the list of versions.
fn installed(python: &Path) -> Result<PathBuf> {
    let (list, folder) = (root().join("e2e/schemathesis/requirements.txt"), root().join("target/schemathesis"));
    let (program, stamp) = (folder.join("bin/schemathesis"), folder.join("installed-from"));
    let wanted = fs::read_to_string(&list).with_context(|| format!("{} cannot be read", list.display()))?;
    if program.exists() && fs::read_to_string(&stamp).is_ok_and(|known| known == wanted) {
        return Ok(program);
    }
    step("Installing schemathesis (PyPI) under target/", || {
        run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
        run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list))?;
        fs::write(&stamp, &wanted)?;
        Ok(program)
    })
}
