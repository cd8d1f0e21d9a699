//! Tells open pages that a newer build of the site is there, by server-sent events.

use anyhow::Result;
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex},
    thread,
    time::Duration,
};

/// The number of the newest build, and who waits for it.
#[derive(Debug, Clone)]
pub(crate) struct Live {
    state: Arc<(Mutex<u64>, Condvar)>,
    /// The port it is heard on.
    pub(crate) port: u16,
}

impl Live {
    /// Starts to listen on a free port of this machine.
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let live = Self { port: listener.local_addr()?.port(), state: Arc::default() };
        let state = Arc::clone(&live.state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&state);
                thread::spawn(move || tell(stream, &state));
            }
        });
        Ok(live)
    }

    /// Says that a newer build is there.
    pub(crate) fn newer(&self) {
        if let Ok(mut number) = self.state.0.lock() {
            *number += 1;
        }
        self.state.1.notify_all();
    }
}

/// Writes the number of the build now, and again whenever it changes, until nobody listens.
fn tell(mut stream: TcpStream, state: &(Mutex<u64>, Condvar)) {
    let mut request = [0; 2048];
    let _ = stream.read(&mut request);
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncache-control: no-store\r\nconnection: close\r\n\r\nretry: 200\n";
    let mut open = stream.write_all(head.as_bytes()).is_ok();
    let Ok(mut number) = state.0.lock() else { return };
    while open {
        let text = format!("data: {number}\n\n");
        open = stream.write_all(text.as_bytes()).is_ok() && stream.flush().is_ok();
        match state.1.wait_timeout(number, Duration::from_secs(15)) {
            Ok((newer, _)) => number = newer,
            Err(_) => return,
        }
    }
}
