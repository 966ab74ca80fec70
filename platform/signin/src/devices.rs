//! A device in words that its owner knows again: "Firefox on Windows". Nothing finer is kept.

/// The words for a `User-Agent` header.
#[must_use]
pub fn label(user_agent: &str) -> String {
    let has = |part: &str| user_agent.contains(part);
    let browser = match () {
        () if has("Edg/") || has("EdgA/") || has("EdgiOS/") => Some("Edge"),
        () if has("OPR/") || has("Opera") => Some("Opera"),
        () if has("SamsungBrowser/") => Some("Samsung Internet"),
        () if has("Firefox/") || has("FxiOS/") => Some("Firefox"),
        () if has("Chrome/") || has("CriOS/") || has("Chromium/") => Some("Chrome"),
        () if has("Safari/") => Some("Safari"),
        () => None,
    };
    let system = match () {
        () if has("iPhone") => Some("iPhone"),
        () if has("iPad") => Some("iPad"),
        () if has("Android") => Some("Android"),
        () if has("CrOS") => Some("Chromebook"),
        () if has("Windows") => Some("Windows"),
        () if has("Mac OS X") || has("Macintosh") => Some("Mac"),
        () if has("Linux") => Some("Linux"),
        () => None,
    };
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "A device we could not name".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn common_devices_are_named() {
        for (agent, words) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox on Windows"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36",
                "Chrome on Chromebook",
            ),
            ("curl/8.0", "A device we could not name"),
        ] {
            assert_eq!(label(agent), words);
        }
    }
}
