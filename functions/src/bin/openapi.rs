//! Prints the description of the API (`OpenAPI` 3.1), written from the types that answer.

fn main() {
    print!("{}", functions::openapi::description());
}
