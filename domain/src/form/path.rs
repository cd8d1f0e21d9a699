//! Where an answer stands: `ho-ten`, `vo.birth`, of every row of a group `thanh-vien.phan-gop`.

use crate::slug::{Slug, SlugError};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Names parted by points: a question, or what lies in one. Of a group or a table it names a column: one answer in each row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Path(String);

impl Path {
    /// Returns the path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name of the question it leads to, or into.
    pub fn first(&self) -> &str {
        self.parted().0
    }

    /// Parts the name of the question from what lies in it.
    pub fn parted(&self) -> (&str, Option<&str>) {
        self.0.split_once('.').map_or((&self.0, None), |(first, rest)| (first, Some(rest)))
    }

    /// Returns the path of something within.
    #[must_use]
    pub fn within(&self, name: &str) -> Self {
        Self(format!("{}.{name}", self.0))
    }
}

impl From<&Slug> for Path {
    fn from(slug: &Slug) -> Self {
        Self(slug.as_str().to_owned())
    }
}

impl FromStr for Path {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        text.split('.').try_for_each(|name| name.parse::<Slug>().map(drop))?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, Option<&str>), SlugError>) {
        assert_eq!(text.parse::<Path>().as_ref().map(Path::parted).map_err(|error| *error), expected);
    }

    #[test]
    fn a_path_is_slugs_with_points_between() {
        check("ho-ten", Ok(("ho-ten", None)));
        check("vo.birth", Ok(("vo", Some("birth"))));
        check("thanh-vien.nguoi.birth", Ok(("thanh-vien", Some("nguoi.birth"))));
        check("", Err(SlugError::Empty));
        check("vo.", Err(SlugError::Empty));
        check(".vo", Err(SlugError::Empty));
        check("Vợ.birth", Err(SlugError::Characters));
    }
}
