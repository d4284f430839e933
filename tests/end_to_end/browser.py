"""A page in headless Chromium, driven through a pipe by the Chrome DevTools Protocol."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.end_to_end.command import program


class Page:
    """One page, which tests look at and press keys in."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to = os.fdopen(to_browser, "wb", buffering=0)
        self._from = os.fdopen(from_browser, "rb", buffering=0)
        self._count = 0
        self._rest = b""
        self._session: str | None = None
        self.messages: list[dict[str, Any]] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._call(f"{domain}.enable")

    def close(self) -> None:
        self._to.close()
        self._from.close()

    def open(self, path: Path) -> None:
        """Open a file, and wait until it is loaded."""
        self._call("Page.navigate", url=path.as_uri())
        while not self.value(
            "document.readyState === 'complete' && location.href !== 'about:blank'"
        ):
            pass

    def value(self, expression: str) -> Any:
        """Return what JavaScript gives; a promise is waited for."""
        answer = self._call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        self._call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        self._call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def wait(self, milliseconds: int = 300) -> None:
        self.value(f"new Promise((done) => setTimeout(done, {milliseconds}))")

    def dark(self) -> None:
        """Have the browser prefer dark pages."""
        features = [{"name": "prefers-color-scheme", "value": "dark"}]
        self._call("Emulation.setEmulatedMedia", features=features)

    def print(self, path: Path) -> None:
        """Print the page as a PDF file."""
        answer = self._call("Page.printToPDF", preferCSSPageSize=True)
        path.write_bytes(b64decode(answer["data"]))

    def resize(self, width: int, height: int) -> None:
        """Give the page another size, in pixels."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def of_kind(self, method: str) -> list[dict[str, Any]]:
        """Return what the browser has told of one kind, such as "Network.requestWillBeSent"."""
        return [message["params"] for message in self.messages if message.get("method") == method]

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.messages.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = self._from.read(1 << 16)
            assert more, "the browser has ended"
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


@contextmanager
def page() -> Iterator[Page]:
    """Start Chromium with one empty page; the test is skipped where there is none."""
    chromium = program("chromium", "google-chrome", "chrome")
    read_by_browser, to_browser = os.pipe()
    from_browser, written_by_browser = os.pipe()

    def hand_over() -> None:
        os.dup2(read_by_browser, 3)
        os.dup2(written_by_browser, 4)

    # The pipes may already be 3 and 4: they are moved out of the way first.
    read_by_browser, written_by_browser = (
        os.dup(end) if end > 4 else os.dup(os.dup(os.dup(end)))
        for end in (read_by_browser, written_by_browser)
    )
    # Chromium's other processes may write into the profile until they have ended as well.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-pipe",
                f"--user-data-dir={profile}",
                "--window-size=1280,900",
            ],
            preexec_fn=hand_over,
            close_fds=False,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_by_browser)
        os.close(written_by_browser)
        shown = Page(to_browser, from_browser)
        try:
            yield shown
        finally:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.wait()
            shown.close()
