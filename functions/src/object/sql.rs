//! The SQLite storage of an object: statements in, typed rows out, transactions that hold or leave nothing.

use crate::fault::Fault;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use worker::{ScheduledTime, SqlStorage, Storage};

pub(crate) use worker::SqlStorageValue as Value;

#[wasm_bindgen]
extern "C" {
    type Transactional;

    // `worker` does not bind it.
    #[wasm_bindgen(method, structural, catch, js_name = transactionSync)]
    fn transaction_sync(this: &Transactional, work: &mut dyn FnMut() -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue>;
}

/// The storage of one object.
#[derive(Debug)]
pub(crate) struct Sql {
    storage: Storage,
    sql: SqlStorage,
}

impl Sql {
    pub(super) fn new(storage: Storage) -> Self {
        let sql = storage.sql();
        Self { storage, sql }
    }

    /// Runs a statement for what it does; without values it may be several statements.
    pub(crate) fn run(&self, statement: &str, values: impl Into<Vec<Value>>) -> Result<(), Fault> {
        self.sql.exec(statement, values.into())?;
        Ok(())
    }

    /// Returns every row.
    pub(crate) fn all<R: Row>(&self, statement: &str, values: impl Into<Vec<Value>>) -> Result<Vec<R>, Fault> {
        self.sql.exec(statement, values.into())?.raw().map(|row| read(row?)).collect()
    }

    /// Returns the first row, where there is one.
    pub(crate) fn first<R: Row>(&self, statement: &str, values: impl Into<Vec<Value>>) -> Result<Option<R>, Fault> {
        self.sql.exec(statement, values.into())?.raw().next().map(|row| read(row?)).transpose()
    }

    /// Returns the first row of a statement that always has one, such as a count.
    pub(crate) fn one<R: Row>(&self, statement: &str, values: impl Into<Vec<Value>>) -> Result<R, Fault> {
        self.first(statement, values)?.ok_or(Fault::Shape("a statement without a row"))
    }

    /// Does everything or nothing: a fault within takes back what was written before it.
    pub(crate) fn transaction<T>(&self, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        let raw: &JsValue = self.storage.as_raw().as_ref();
        let (mut work, mut outcome) = (Some(work), None);
        let committed = raw.unchecked_ref::<Transactional>().transaction_sync(&mut || {
            let done = work.take().map_or(Err(Fault::Shape("a transaction that ran twice")), |work| work());
            let thrown = if done.is_ok() { Ok(JsValue::UNDEFINED) } else { Err(JsValue::NULL) };
            outcome = Some(done);
            thrown
        });
        match (outcome, committed) {
            (Some(Err(fault)), _) => Err(fault),
            (Some(Ok(done)), Ok(_)) => Ok(done),
            (_, Err(error)) => Err(error.into()),
            (None, Ok(_)) => Err(Fault::Shape("a transaction that did not run")),
        }
    }

    /// Asks for the alarm of the object at an instant, or takes it back.
    pub(crate) async fn wake_at(&self, at: Option<domain::timestamp::Timestamp>) -> Result<(), Fault> {
        match at {
            Some(at) => self.storage.set_alarm(ScheduledTime::new(js_sys::Date::new(&JsValue::from_f64(milliseconds(at))))).await?,
            None => self.storage.delete_alarm().await?,
        }
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript's instants are exact to the millisecond for 280,000 years")]
fn milliseconds(at: domain::timestamp::Timestamp) -> f64 {
    at.0 as f64
}

fn read<R: Row>(row: Vec<Value>) -> Result<R, Fault> {
    R::read(&mut row.into_iter()).ok_or(Fault::Shape("a row"))
}

/// What a row is read into: tuples of columns, in the order of the statement.
pub(crate) trait Row: Sized {
    /// Takes the columns; `None` when one is of another type.
    fn read(columns: &mut impl Iterator<Item = Value>) -> Option<Self>;
}

/// What one column is read into.
pub(crate) trait Column: Sized {
    /// `None` when the value is of another type.
    fn read(value: Value) -> Option<Self>;
}

impl Column for i64 {
    fn read(value: Value) -> Option<Self> {
        if let Value::Integer(number) = value { Some(number) } else { None }
    }
}

impl Column for bool {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Integer(number @ (0 | 1)) => Some(number == 1),
            Value::Boolean(truth) => Some(truth),
            _ => None,
        }
    }
}

impl Column for String {
    fn read(value: Value) -> Option<Self> {
        if let Value::String(text) = value { Some(text) } else { None }
    }
}

impl Column for Vec<u8> {
    fn read(value: Value) -> Option<Self> {
        if let Value::Blob(bytes) = value { Some(bytes) } else { None }
    }
}

impl Column for domain::timestamp::Timestamp {
    fn read(value: Value) -> Option<Self> {
        i64::read(value).map(Self)
    }
}

impl<T: Column> Column for Option<T> {
    fn read(value: Value) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

macro_rules! rows {
    ($($column:ident)+) => {
        impl<$($column: Column),+> Row for ($($column,)+) {
            fn read(columns: &mut impl Iterator<Item = Value>) -> Option<Self> {
                Some(($($column::read(columns.next()?)?,)+))
            }
        }
    };
}

rows!(A);
rows!(A B);
rows!(A B C);
rows!(A B C D);
rows!(A B C D E);
rows!(A B C D E F);
rows!(A B C D E F G);
rows!(A B C D E F G H);
rows!(A B C D E F G H I);
rows!(A B C D E F G H I J);
rows!(A B C D E F G H I J K L M);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_column_by_column_or_not_at_all() {
        let row = || vec![Value::Integer(7), Value::String("a".into()), Value::Null, Value::Integer(1)];
        assert_eq!(read(row()), Ok((7_i64, "a".to_owned(), None::<String>, true)));
        assert_eq!(read::<(i64, i64)>(row()), Err(Fault::Shape("a row")));
        assert_eq!(read::<(i64, String, String)>(row()), Err(Fault::Shape("a row")));
        assert_eq!(read::<(i64, String, Option<i64>, bool, i64)>(row()), Err(Fault::Shape("a row")));
    }
}
