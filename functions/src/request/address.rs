//! Where a request came from, as far as limits need it.

use std::net::IpAddr;

/// The network of a client: an IPv4 address, or the first 64 bits of an IPv6 address, which one household has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address(String);

impl Address {
    /// Reads what the edge says; everything unreadable counts as one client.
    pub(super) fn of(said: Option<&str>) -> Self {
        let network = match said.and_then(|text| text.trim().parse().ok()) {
            Some(IpAddr::V4(address)) => address.to_string(),
            Some(IpAddr::V6(address)) => match address.to_ipv4_mapped() {
                Some(address) => address.to_string(),
                None => format!("{:016x}", u128::from(address) >> 64),
            },
            None => "unknown".to_owned(),
        };
        Self(network)
    }

    /// Returns the network as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_client() {
        for (said, network) in [
            (Some("203.0.113.7"), "203.0.113.7"),
            (Some("::ffff:203.0.113.7"), "203.0.113.7"),
            (Some("2001:db8:1:2:3:4:5:6"), "20010db800010002"),
            (Some("203.0.113.7:1234"), "unknown"),
            (None, "unknown"),
        ] {
            assert_eq!(Address::of(said).as_str(), network);
        }
    }
}
