//! A portal to be tried: its own site with four agencies, its own data, a sink for its notices, a server that may be killed.

use crate::{
    arguments::Options,
    bundle, compress,
    config::{self, Wiring},
    http::Client,
    sink::{Manner, Sink},
    site::{self, Extras},
    step::step,
    tool::root,
    workerd::Server,
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// How many agencies are filed with.
pub(crate) const AGENCIES: usize = 4;

/// What makes the first account in a trial.
pub(crate) const SETUP: &str = "only-for-trials-0123456789";

/// A portal with its server.
#[derive(Debug)]
pub(crate) struct Trial {
    out: PathBuf,
    /// Where its state lies.
    pub(crate) data: PathBuf,
    /// The port it always has, however often it is started.
    pub(crate) port: u16,
    /// Where its notices arrive.
    pub(crate) sink: Sink,
    server: Option<Server>,
}

impl Trial {
    /// Builds a portal under `target/{name}` with no data, and starts it.
    pub(crate) fn start(name: &str, manner: Manner) -> Result<Self> {
        let (out, data) = (root().join("target").join(name), root().join("target").join(name).join("data"));
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        let built = bundle::all()?;
        let sink = Sink::start(manner)?;
        step("Printing a site with four agencies", || {
            let options = Options { content: four_agencies(&out)?, ..Options::default() };
            site::print(&built, &options, &out, Extras::None)?;
            // The edge lists what it serves; small files would be quicker to make, but these are also what is measured.
            compress::all(&out)?;
            config::write(&out, &built, Wiring { notices: Some(&sink.address()), ..Wiring::default() })
        })?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut trial = Self { out, data, port, sink, server: None };
        trial.revive()?;
        Ok(trial)
    }

    /// Starts the server on what there is, and returns how long it took until it answered.
    pub(crate) fn revive(&mut self) -> Result<Duration> {
        let began = Instant::now();
        // The proxy we are ourselves: each request names whom it comes from, as many people behind many addresses would.
        let environment = [("SETUP", SETUP), ("TRUSTED_PROXY", "127.0.0.1")];
        self.server = Some(Server::start(&self.out, &self.data, self.port, &environment)?);
        let mut client = Client::new(self.port);
        while !client.get("/healthz").is_ok_and(|reply| reply.status == 200) {
            ensure!(began.elapsed() < Duration::from_secs(30), "the server does not answer after its start");
            thread::sleep(Duration::from_millis(5));
        }
        Ok(began.elapsed())
    }

    /// Kills the server with SIGKILL and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        // Dropping does that; it is the only way this server ever ends.
        drop(self.server.take());
    }

    /// Serves other data from now on.
    pub(crate) fn serve(&mut self, data: PathBuf) -> Result<Duration> {
        self.kill();
        self.data = data;
        self.revive()
    }

    /// The codes of the agencies that are filed with.
    pub(crate) fn agencies(&self) -> Result<Vec<String>> {
        let texts = centres(&self.out.join("content"))?;
        texts.iter().take(AGENCIES).map(|text| field(text, "code").map(|line| line.replace("code = ", "").replace('"', ""))).collect()
    }

    /// Returns the number of the process.
    pub(crate) fn process(&self) -> Result<u32> {
        self.server.as_ref().map(Server::process).context("no server runs")
    }
}

/// Copies the content, and adds communes until there are enough agencies that take dossiers.
fn four_agencies(out: &Path) -> Result<PathBuf> {
    let (from, to) = (root().join("content"), out.join("content"));
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    for path in compress::files(&from)? {
        let name = path.strip_prefix(&from)?;
        if ["src", "tests"].iter().any(|part| name.starts_with(part)) {
            continue;
        }
        let copy = to.join(name);
        fs::create_dir_all(copy.parent().context("a file without folder")?)?;
        fs::copy(&path, copy)?;
    }
    let centres = centres(&to)?;
    let last = centres.last().context("no commune takes dossiers")?;
    for number in centres.len()..AGENCIES {
        let text = last.replace(field(last, "code")?, &format!("code = \"H99.12.{}\"", 90 + number));
        let text = text.replace(field(last, "order")?, &format!("order = {}", 90 + number));
        fs::write(to.join(format!("agencies/xa-thu-nghiem-{number}.toml")), text)?;
    }
    Ok(to)
}

/// The texts of the agencies that take dossiers.
fn centres(content: &Path) -> Result<Vec<String>> {
    let mut texts: Vec<String> = compress::files(&content.join("agencies"))?.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
    texts.retain(|text| text.contains("group = \"commune-centre\""));
    Ok(texts)
}

/// The line of a field.
fn field<'a>(text: &'a str, name: &str) -> Result<&'a str> {
    text.lines().find(|line| line.starts_with(&format!("{name} = "))).with_context(|| format!("an agency without {name}"))
}
