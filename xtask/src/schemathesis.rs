//! Tries the running API with what its own description allows and forbids: no failure of ours, no answer it does not describe.

use crate::{http::Client, python, step::run, tool::root};
use anyhow::{Result, ensure};
use std::{fs, process::Command};

/// Where the description stands.
const DESCRIPTION: &str = "/api/v1/openapi.json";

/// How long it may take, in seconds.
const LASTS: &str = "100";

/// What an answer must not be. Whether every allowed request is accepted is not asked: what a form wants, no schema can say.
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance";

/// Runs schemathesis against the server on a port.
pub(crate) fn check(port: u16) -> Result<()> {
    let Some(python) = python::found() else {
        println!("  skipped: there is no Python 3 on this machine");
        return Ok(());
    };
    let description = Client::new(port).get(DESCRIPTION)?;
    ensure!(description.status == 200 && description.json()["openapi"].is_string(), "{DESCRIPTION} is answered {}", description.status);
    let program = python::installed(&python, "schemathesis")?;
    let folder = root().join("target/schemathesis-run");
    fs::create_dir_all(&folder)?;
    let mut command = Command::new(program);
    command.arg("run").arg(format!("http://127.0.0.1:{port}{DESCRIPTION}")).args(["--checks", CHECKS, "--generation-deterministic"]);
    command.args(["--phases", "examples,coverage,fuzzing", "--max-examples", "40", "--max-time", LASTS, "--workers", "2"]);
    command.args(["--request-timeout", "10", "--warnings", "off", "--no-color"]);
    // Deterministic: the same requests every time. What it leaves behind goes under target/.
    run(command.current_dir(folder))
}
