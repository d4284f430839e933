#!/usr/bin/env python3
"""Read memories that are damaged by chance, and look that nothing breaks.

    scripts/fuzz_memories.py --count 1000000 --seed 0

Each input is one of a few small memories (of every encoding, packed or not, with attacks among
them), mutated. Reading it must give units or the one error of `tmx`, in one line, within 5
seconds; the process must not grow; no file may be opened and no network asked for. A fault ends
the run with the input's number: `--seed S --first N --count 1` repeats it.
"""

from __future__ import annotations

import argparse
import codecs
import gzip
import io
import logging
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tmx.errors import TmxError
from tmx.reading import ReadingOptions
from tmx.reading.parsing import Reader
from tmx.reading.unpacking import unpacked_stream

SECONDS = 5.0  # that one input may take
GROWTH = 60_000  # kilobytes that a run may grow by, once it is warm
WARM = 2000  # inputs until it is

OWN = str(Path(codecs.__file__).parent)
"""Where Python's own modules are."""

TOLD = "what no memory may tell"  # stands in a file that attacks name

UNIT = (
    '<tu tuid="u{0}" creationdate="20121203T000000Z" usagecount="3">\n<note>n</note>'
    '<prop type="x-score">0.{0}</prop>\n<tuv xml:lang="zh-CN"><seg>第{0}条<bpt i="1">&lt;b&gt;'
    '<sub>𠀀</sub></bpt>甲<ept i="1"/> &amp; &#x4E59;</seg></tuv>\n'
    '<tuv xml:lang="en"><seg>Article {0}<![CDATA[ <b> ]]><!-- </tu> --></seg></tuv>\n</tu>\n'
)
HEADER = '<header srclang="zh-CN" creationtool="t"><ude name="a"><map unicode="#1"/></ude></header>'
PIECES = [
    b"<", b">", b"</", b"/>", b"&", b"&#", b"&#x1f;", b"&#xD840;&#xDC00;", b"&x;", b"<!--", b"-->",
    b"<![CDATA[", b"]]>", b"<?", b"?>", b"<!DOCTYPE tmx [", b"<!ENTITY x 'y'>", b"<tu>", b"</tu>",
    b"<tuv>", b"</seg>", b"<body>", b"</body>", b"</tmx>", b'"', b"'", b"\0", b"\x0b", b"\xff",
    b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b\x08", b"PK\x03\x04", b"encoding='",
    b"utf-16", b"gb18030", b"xmlns='u'", b"xmlns:t=''", b"t:", b"xml:lang", b"\r\n",
]  # fmt: skip


def seeds(secret: Path) -> list[bytes]:
    """Return the memories that are mutated.

    Args:
        secret: a file that attacks name.
    """
    body = "".join(UNIT.format(number) for number in range(4))
    text = f'<tmx version="1.4">{HEADER}<body>\n{body}</body></tmx>\n'
    declared = '<?xml version="1.0" encoding="{}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    found = [
        (declared.format(encoding) + text).encode(encoding)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be", "gb18030")
    ]
    named = text.replace("<", "<t:").replace("<t:/", "</t:").replace("<t:!", "<!")
    found.append(named.replace("<t:tmx ", '<t:tmx xmlns:t="urn:t" ').encode())
    for declaration in (
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        f'<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;',
        '<!ENTITY a "ha"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;">',
    ):
        prolog = f"<!DOCTYPE tmx [{declaration}]>"
        found.append((prolog + text.replace("甲", "&x;")).encode())
    found.append((f'<!DOCTYPE tmx SYSTEM "{secret.as_uri()}">' + text).encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("m.tmx", found[0])
    return [*found, gzip.compress(found[0]), packed.getvalue()]


def mutated(chance: random.Random, memories: list[bytes]) -> bytes:
    """Return one of the memories, damaged in up to eight places."""
    data = bytearray(chance.choice(memories))
    packer = chance.choice([None] * 9 + [gzip.compress])
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        place = chance.randrange(len(data) + 1)
        length = int(chance.paretovariate(0.7)) % 200
        match chance.randrange(7):
            case 0:
                del data[place : place + length]
            case 1:
                data[place:place] = chance.randbytes(length % 20)
            case 2 if place < len(data):
                data[place] ^= 1 << chance.randrange(8)
            case 3:
                data[place:place] = chance.choice(PIECES) * (1 if chance.random() < 0.9 else length)
            case 4:
                start = chance.randrange(len(data) + 1)
                data[place:place] = data[start : start + length]
            case 5:
                other = chance.choice(memories)
                start = chance.randrange(len(other) + 1)
                data[place : place + length] = other[start : start + length]
            case _ if chance.random() < 0.2:
                del data[place:]
    return packer(data) if packer else bytes(data)


def outcome(data: bytes, options: ReadingOptions) -> str:
    """Read an input and return "read", "recovered", "mended" or "refused".

    Raises:
        AssertionError: it told what it may not, or an error in several lines.
    """
    told: list[object] = []
    try:
        with unpacked_stream(io.BytesIO(data), "m.tmx", options.max_size) as source:
            reader = Reader(source.read, source.name, options)
            told.append(reader.header)
            told.extend(reader.units())
    except TmxError as error:
        assert str(error).isprintable(), f"the message is no clear line: {str(error)!r}"
        assert TOLD not in str(error), "the message tells what another file holds"
        return "refused"
    assert TOLD not in repr(told), "a unit tells what another file holds"
    if reader.report.damaged:
        return "recovered"
    return "mended" if reader.report.mended else "read"


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note what Python opens and asks of the network while the block runs."""
    seen: list[str] = []
    on = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if not on or not event.startswith(("open", "socket.", "subprocess.", "os.system")):
            return
        if not str(arguments[0]).startswith(OWN):  # Python imports encodings when they are needed
            seen.append(f"{event} {arguments}")

    sys.addaudithook(hook)
    try:
        yield seen
    finally:
        on = False


def run(count: int, seed: int, first: int = 0, tell_every: int = 0) -> Counter[str]:
    """Read so many mutated inputs and return how they went.

    Args:
        count: how many.
        seed: the same inputs come of the same seed.
        first: the number of the first one.
        tell_every: how often to print how far it is; 0 is never.

    Raises:
        AssertionError: an input broke something; the message says which and what.
    """
    found: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder, watched() as seen:
        secret = Path(folder) / "secret"
        secret.write_text(f"<!ENTITY x '{TOLD}'>{TOLD}", "utf-8")
        memories = seeds(secret)
        seen.clear()
        warm = 0
        for number in range(first, first + count):
            chance = random.Random(f"{seed} {number}")
            data = mutated(chance, memories)
            options = ReadingOptions(chance.random() < 0.6, chance.random() < 0.8, 10**7)
            begin = time.process_time()
            try:
                found[outcome(data, options)] += 1
            except Exception as error:
                raise AssertionError(f"input {number} of seed {seed}: {error!r}") from error
            seconds = time.process_time() - begin
            slowest = max(slowest, seconds)
            assert seconds < SECONDS, f"input {number} of seed {seed} took {seconds:.1f} s"
            assert not seen, f"input {number} of seed {seed}: {seen[0]}"
            size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            if number - first == WARM:
                warm = size
            assert not warm or size - warm < GROWTH, f"it grew to {size} kB by input {number}"
            if tell_every and (number + 1 - first) % tell_every == 0:
                print(f"{number + 1 - first} {dict(found)} {slowest:.2f} s {size} kB", flush=True)
    return found


def main() -> None:
    """Run and print how the inputs went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    found = run(options.count, options.seed, options.first, tell_every=10_000)
    print(f"{sum(found.values())} inputs: {dict(found.most_common())}")


if __name__ == "__main__":
    main()
