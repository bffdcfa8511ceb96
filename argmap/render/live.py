"""The copy of a page that is served while its map is watched: it shows the next one by itself."""

import re
from html import escape, unescape

EVENTS = "/events"
"""Where a served page hears that there is another one."""
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')


def version_of(page: str) -> str:
    """What tells a page from another one."""
    from hashlib import sha256

    return sha256(page.encode()).hexdigest()[:16]


def live(page: str) -> str:
    """The page with a script that loads it again when it is no longer what is served.

    Its policy, which is the first one, allows that script by its hash, and to ask the server that
    it comes from; nothing else is allowed that was not before.
    """
    script = (
        f'new EventSource("{EVENTS}").onmessage = (event) => '
        f'{{ if (event.data !== "{version_of(page)}") location.reload(); }};'
    )
    page = _POLICY.sub(lambda found: _allowed(found, script), page, count=1)
    before, end, after = page.rpartition("</body>")
    return f"{before}<script>{script}</script>\n{end}{after}" if end else page


def _allowed(found: re.Match[str], script: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    digest = f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
    rules: dict[str, list[str]] = {}
    for rule in filter(None, map(str.split, unescape(found[2]).split(";"))):
        rules[rule[0]] = rule[1:]
    allowed = [each for each in rules.get("script-src", ()) if each != "'none'"]
    rules["script-src"] = [*allowed, digest]
    rules["connect-src"] = ["'self'"]
    policy = "; ".join(" ".join((name, *values)) for name, values in rules.items())
    return f"{found[1]}{escape(policy, quote=False)}{found[3]}"
