//! Sentences for numbers and addresses that are not typed as they should be.

use domain::{
    bank_account::AccountNumberError, email::EmailError, personal_id::PersonalIdError, phone::PhoneError, tax_code::TaxCodeError,
};

pub(super) fn personal_id(error: PersonalIdError, vi: bool) -> String {
    match (error, vi) {
        (PersonalIdError::Empty, true) => "Điền số định danh, 12 chữ số ở mặt trước thẻ căn cước.".to_owned(),
        (PersonalIdError::Empty, false) => "Enter the personal number, 12 digits on the front of the card.".to_owned(),
        (PersonalIdError::NotDigit(letter), true) => format!("Số định danh chỉ có chữ số. Bỏ «{letter}» đi."),
        (PersonalIdError::NotDigit(letter), false) => format!("The personal number has digits only. Take «{letter}» out."),
        (PersonalIdError::OldCard, true) => {
            "Đây là số chứng minh nhân dân 9 số. Điền số định danh 12 chữ số trên thẻ căn cước, hoặc xem trong VNeID.".to_owned()
        }
        (PersonalIdError::OldCard, false) => {
            "These are the 9 digits of an old card. Enter the 12 digits of the identity card or of VNeID.".to_owned()
        }
        (PersonalIdError::Length { digits }, true) if digits < 12 => format!("Số định danh có 12 chữ số, bạn mới nhập {digits}."),
        (PersonalIdError::Length { digits }, true) => format!("Số định danh có 12 chữ số, bạn đã nhập {digits}."),
        (PersonalIdError::Length { digits }, false) => format!("The personal number has 12 digits; you entered {digits}."),
    }
}

pub(super) fn phone(error: PhoneError, vi: bool) -> String {
    match (error, vi) {
        (PhoneError::Empty, true) => "Điền số điện thoại của bạn.".to_owned(),
        (PhoneError::Empty, false) => "Enter your telephone number.".to_owned(),
        (PhoneError::NotDigit(letter), true) => format!("Số điện thoại chỉ có chữ số. Bỏ «{letter}» đi."),
        (PhoneError::NotDigit(letter), false) => format!("A telephone number has digits only. Take «{letter}» out."),
        (PhoneError::Foreign, true) => "Điền một số điện thoại Việt Nam, bắt đầu bằng 0 hoặc +84.".to_owned(),
        (PhoneError::Foreign, false) => "Enter a Vietnamese number, beginning with 0 or +84.".to_owned(),
        (PhoneError::NoZero, true) => "Số điện thoại bắt đầu bằng 0 hoặc +84. Kiểm tra lại chữ số đầu.".to_owned(),
        (PhoneError::NoZero, false) => "A telephone number begins with 0 or +84. Check the first digits.".to_owned(),
        (PhoneError::OldMobile, true) => "Số 11 chữ số này đã đổi thành 10 chữ số từ năm 2018. Điền số mới.".to_owned(),
        (PhoneError::OldMobile, false) => "This 11-digit mobile number changed to 10 digits in 2018. Enter the new one.".to_owned(),
        (PhoneError::Length { digits }, true) => format!("Số di động có 10 chữ số, số bàn có 11. Bạn đã nhập {digits}."),
        (PhoneError::Length { digits }, false) => format!("A mobile number has 10 digits, a landline 11; you entered {digits}."),
    }
}

pub(super) fn email(error: EmailError, vi: bool) -> String {
    match (error, vi) {
        (EmailError::Empty, true) => "Điền địa chỉ thư điện tử.".to_owned(),
        (EmailError::Empty, false) => "Enter the e-mail address.".to_owned(),
        (EmailError::NoAt, true) => "Địa chỉ thư điện tử thiếu dấu @. Ví dụ: lan@example.vn.".to_owned(),
        (EmailError::NoAt, false) => "The e-mail address has no @. For example lan@example.vn.".to_owned(),
        (EmailError::SeveralAts, true) => "Có hơn một dấu @. Chỉ điền một địa chỉ thư điện tử.".to_owned(),
        (EmailError::SeveralAts, false) => "There is more than one @. Enter one address only.".to_owned(),
        (EmailError::Blank, true) => "Địa chỉ thư điện tử không có dấu cách. Bỏ dấu cách đi.".to_owned(),
        (EmailError::Blank, false) => "An e-mail address has no blank. Take it out.".to_owned(),
        (EmailError::Character(letter), true) => format!("Địa chỉ thư điện tử không có «{letter}». Gõ chữ không dấu."),
        (EmailError::Character(letter), false) => format!("An e-mail address has no «{letter}». Use letters without marks."),
        (EmailError::Mailbox, true) => "Phần trước dấu @ chưa đúng. Ví dụ: lan.nguyen@example.vn.".to_owned(),
        (EmailError::Mailbox, false) => "The part before @ is not right. For example lan.nguyen@example.vn.".to_owned(),
        (EmailError::Domain, true) => "Phần sau dấu @ chưa đủ. Ví dụ: gmail.com.".to_owned(),
        (EmailError::Domain, false) => "The part after @ is not complete. For example gmail.com.".to_owned(),
        (EmailError::TooLong, true) => "Địa chỉ thư điện tử dài quá 254 chữ cái. Kiểm tra lại.".to_owned(),
        (EmailError::TooLong, false) => "The e-mail address is longer than 254 characters. Check it.".to_owned(),
    }
}

pub(super) fn tax_code(error: TaxCodeError, vi: bool) -> String {
    match (error, vi) {
        (TaxCodeError::Empty, true) => "Điền mã số thuế.".to_owned(),
        (TaxCodeError::Empty, false) => "Enter the tax code.".to_owned(),
        (TaxCodeError::NotDigit(letter), true) => format!("Mã số thuế chỉ có chữ số. Bỏ «{letter}» đi."),
        (TaxCodeError::NotDigit(letter), false) => format!("A tax code has digits only. Take «{letter}» out."),
        (TaxCodeError::Length { digits }, true) => format!("Mã số thuế có 10, 12 hoặc 13 chữ số. Bạn đã nhập {digits}."),
        (TaxCodeError::Length { digits }, false) => format!("A tax code has 10, 12 or 13 digits; you entered {digits}."),
    }
}

pub(super) fn account_number(error: AccountNumberError, label: &str, vi: bool) -> String {
    match (error, vi) {
        (AccountNumberError::Empty, true) => format!("{label}: điền số tài khoản."),
        (AccountNumberError::Empty, false) => format!("{label}: enter the account number."),
        (AccountNumberError::NotDigit(letter), true) => format!("Số tài khoản chỉ có chữ số. Bỏ «{letter}» đi."),
        (AccountNumberError::NotDigit(letter), false) => format!("An account number has digits only. Take «{letter}» out."),
        (AccountNumberError::Length { digits }, true) => format!("Số tài khoản có từ 6 đến 19 chữ số. Bạn đã nhập {digits}."),
        (AccountNumberError::Length { digits }, false) => format!("An account number has 6 to 19 digits; you entered {digits}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_how_many_digits_there_are() {
        assert_eq!(personal_id(PersonalIdError::Length { digits: 11 }, true), "Số định danh có 12 chữ số, bạn mới nhập 11.");
    }
}
