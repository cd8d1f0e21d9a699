//! Amounts of đồng, written as they are read.

use super::*;

#[test]
fn an_amount_is_tidied_as_it_is_read_and_nothing_else_is() {
    let money = question("von", Kind::Money(Range { least: 1000, greatest: 2000 }));
    for (typed, tidy) in [("1500000", Some("1.500.000")), (" 1,500 đ", Some("1.500")), ("7,5", Some("75")), ("0", None), ("999", None)] {
        assert_eq!(money.tidied(typed).as_deref(), tidy, "{typed}");
        assert_eq!(tidy.map(|tidy| money.tidied(tidy)), tidy.map(|_| None), "once is enough");
    }
    for typed in ["1.500.000", "", "một triệu", "-5", "99999999999999999999999", "18446744073709551615"] {
        assert_eq!(money.tidied(typed), None, "{typed}");
    }
    assert_eq!(question("so", Kind::Number(Range { least: 0, greatest: 9999 })).tidied("2026"), None);
    assert_eq!(question("ten", Kind::Text(20)).tidied("1500000"), None);
}
