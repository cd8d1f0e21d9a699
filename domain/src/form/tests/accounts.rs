//! Bank accounts, in two boxes.

use super::*;
use crate::bank_account::AccountNumberError;

#[test]
fn a_bank_account_is_a_bank_and_a_number() {
    check(&[("tai-khoan.bank", "bidv"), ("tai-khoan.number", "0011 0045 67890")], &[]);
    check(&[("tai-khoan.number", "0011 0045 67890")], &[("tai-khoan.bank", Wrong::NoBank)]);
    check(&[("tai-khoan.bank", "ngan-hang-la"), ("tai-khoan.number", "123456")], &[("tai-khoan.bank", Wrong::NoBank)]);
    check(&[("tai-khoan.bank", "bidv")], &[("tai-khoan.number", Wrong::AccountNumber(AccountNumberError::Empty))]);
    let short = Wrong::AccountNumber(AccountNumberError::Length { digits: 5 });
    check(&[("tai-khoan.bank", "bidv"), ("tai-khoan.number", "12345")], &[("tai-khoan.number", short)]);
    let verdict = verdict_of(&raw(&[("tai-khoan.bank", "bidv"), ("tai-khoan.number", "0011.0045.67890")]), PapersHeld::AskedLater);
    let form = form();
    let answer = verdict.answers.get("tai-khoan").zip(form.question("tai-khoan"));
    let text = answer.map(|(answer, question)| answer_text(question, answer, &places(), &[]));
    assert_eq!(text.as_deref(), Some("BIDV, số tài khoản 0011004567890"));
}
