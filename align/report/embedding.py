"""Puts data, scripts and styles into a page so that no text of a document can run."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256


def json_in_html(data: object) -> str:
    """Return JSON that can stand in a <script>: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def policy_hash(text: str) -> str:
    """Return the hash by which a content security policy knows an inline script or style."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
