//! JSON handlers of `/api/v1`, thin: they read, ask an object, and answer.

pub(crate) mod health;
