//! The files of a content folder; the only place that reads the disk.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Every file of a content folder, by its path inside it (`procedures/khai-sinh.md`).
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: BTreeMap<String, Vec<u8>>,
}

/// What the compiler leaves alone in a content folder: its own source, its tests and what editors are told.
const NOT_CONTENT: [&str; 6] = ["src", "tests", "Cargo.toml", "README.md", "templates", "proptest-regressions"];

impl Sources {
    /// Reads a content folder.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        let mut folders: Vec<PathBuf> = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if name.starts_with('.') || (folder == root && NOT_CONTENT.contains(&name.as_str())) {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let inside = path.strip_prefix(root).unwrap_or(&path);
                    let inside = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
                    files.insert(inside, fs::read(&path)?);
                }
            }
        }
        Ok(Self { files })
    }

    /// Makes sources from texts; for tests.
    pub fn from_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self::from_files(files.into_iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())))
    }

    /// Makes sources from paths and bytes; for tests.
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { files: files.into_iter().collect() }
    }

    /// Returns every path with its bytes, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Returns the bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Returns a path as it is kept here, with its bytes.
    pub(crate) fn entry(&self, path: &str) -> Option<(&str, &[u8])> {
        self.files.get_key_value(path).map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Returns how many files there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }
}

/// One file being read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceFile<'a> {
    /// Its path inside the content folder.
    pub(crate) path: &'a str,
    /// Its text.
    pub(crate) text: &'a str,
}
