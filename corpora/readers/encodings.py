"""Which character encoding a text is in.

A byte order mark decides; then UTF-8, which other encodings hardly ever form by chance, not even
nearly: UTF-8 with a few bad bytes is told as what it is. The rest is decided by how usual the
characters are that each encoding makes of the bytes: only encodings that decode the whole text
come in question, and the one that makes the most usual characters of it is taken. How usual a
Chinese character is follows from the two national standards, which put the characters of everyday
text in a first level of their own (3,755 in GB 2312, 5,401 in Big5), and from a short list of the
most frequent ones. Before that a text is taken for Japanese or Korean where its bytes make so much
kana or Hangul as none of the others would by chance.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from pathlib import Path

from corpora.characters import HAN, is_han
from corpora.errors import DocumentError
from corpora.readers.damaged_utf8 import describe_damage

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE = "cp1252"
"""Takes nearly all bytes for characters, but hardly ever has those in a row that make UTF-8."""
_SINGLE_AND_DOUBLE = ("gb18030", "big5hkscs", _SINGLE)
_WIDE = ("utf-16-le", "utf-16-be")
WIDE_NAMES = ("utf-16", "utf-32")
"""What the names of encodings begin with that take two bytes or more for every character."""
_NAMES = {
    "big5hkscs": "big5",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1256": "windows-1256",
    "cp874": "windows-874",
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "euc_kr": "euc-kr",
    "utf_8_sig": "utf-8-sig",
}
_CODECS = {"big5": "big5hkscs", "shift_jis": "cp932"}
"""The codec of each name that knows what Windows writes under it."""
_SAID_OFTEN = (
    "gb18030", "big5hkscs", "cp932", "euc_jp", "euc_kr", "cp1251", "koi8-r", "cp1256", "cp874",
)  # fmt: skip
"""What a text may be in that no encoding is found for, to be named to the user."""
_NAMED = 3

_SAMPLE = 32_768
_SURE = 6
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_CONTINUATIONS = re.compile(rb"[\x80-\xbf]+")
_HIGH_RUNS = re.compile(rb"[\xc0-\xff]{3,}")
_FREQUENT = (
    "的一是不了在人有我他这這个個上们們来來到时時大地为為子中你说說生国國年着就那和要她出也得里裡后後自以会會家可下而过過"
    "天去能对對小多然于於心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣道想作种種开開及与與或应應条條其各由本所"
    "此并並民权權法经經关關组組织織联聯合理议議决決约約"
)
_ALONE = re.compile(rf"(?<![^\x00-\x7f])[{HAN}](?![^\x00-\x7f])")
_HIRAGANA = re.compile("[\u3041-\u3096]")
_HIRAGANA_SHARE = 0.2
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HANGUL_SHARE = 0.95
_FEWEST_HANGUL = 20
_CJK_MARKS = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…—·　１２３４５６７８９０．％"
_LATIN = "éèêëàâäáãåçñöóôòõüúùûíìîïßæøÉÈÊÀÂÄÁÅÇÑÖÓÔÜÚÎßÆØ’‘“”«»–—…•°§©®£€¡¿ºª\xa0"

_ALPHABETS = (
    ("Α", "ω"), ("А", "ё"), ("Ա", "և"), ("א", "ת"), ("ء", "ي"), ("ऀ", "ॿ"), ("ก", "๛"), ("ა", "ჺ"),
    ("ぁ", "ヾ"),
)  # fmt: skip

# How surprising a character of each class is, in nats: minus the logarithm of the share of text
# that such characters take, over the number of characters in the class.
_COST_ASCII = 4.0
_COST_MARK = 4.5
_COST_FREQUENT = 5.5
_COST_FIRST_LEVEL = 8.5
_COST_FIRST_LEVEL_HANT = 10.0
_COST_LETTER = 8.0
_COST_LATIN = 5.0
_COST_RARE_LATIN = 9.0
_COST_OTHER_HAN = 15.0
_COST_OTHER = 20.0
_COST_CONTROL = 25.0
_COST_ALONE = 1.0
"""On top of its own, for an ideograph among Western characters: "5 m²" is no "5 m\u864f"."""
_DOUBTFUL = 13.0


def decode(path: Path, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Decode a text.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: the encoding to take; found from the bytes when left out.

    Returns:
        The text, and the name of the encoding that was taken.

    Raises:
        DocumentError: the encoding is unknown, the bytes are not in it (the message has the place
            of the first that is not), none fits, or the file is no text.
    """
    said = encoding is not None
    name = known_encoding(path, encoding) if encoding is not None else find_encoding(path, data)
    try:
        text = data.decode(_CODECS.get(name, name))
    except UnicodeError as error:
        reason = describe_damage(data)
        reason = reason or f"is not in {name}{_place(error)}; {_remedy(path, data, said)}"
        raise DocumentError(f"{path}: {reason}") from None
    may_be_utf8 = name.startswith("utf-8") or (data.isascii() and not name.startswith(WIDE_NAMES))
    if said and not may_be_utf8:
        if is_surely_utf8(data):
            raise DocumentError(f"{path}: is not in {name}; {_remedy(path, data, said)}")
        if damage := describe_damage(data):
            raise DocumentError(f"{path}: {damage}")
    _refuse_binary(path, text)
    return text.removeprefix("\ufeff"), name


def find_encoding(path: Path, data: bytes) -> str:
    """Tell which encoding a text is in.

    Raises:
        DocumentError: none of those that are tried fits, or it is UTF-8 with damage.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if is_surely_utf8(data):
        return "utf-8"
    if damage := describe_damage(data):
        raise DocumentError(f"{path}: {damage}")
    if found := _japanese_or_korean(data):
        return found
    candidates = ["utf-8", *_wide_candidates(data), *_SINGLE_AND_DOUBLE]
    if _decodes(data, "utf-8"):
        candidates.remove(_SINGLE)
    costs = {name: _cost(data, name) for name in candidates if _decodes(data, name)}
    best = min(costs, key=costs.__getitem__, default=None)
    doubtful = best is None or (best != "utf-8" and costs[best] > _DOUBTFUL)
    if b"\0" in data and (doubtful or best not in _WIDE):
        raise DocumentError(f"{path}: is a binary file, no text: it holds null bytes")
    if best is None or doubtful or (best == _SINGLE and _is_garbled(data)):
        message = f"can't tell its character encoding; say --encoding, such as {_likely(data)}"
        raise DocumentError(f"{path}: {message}")
    return _NAMES.get(best, best)


def known_encoding(path: Path, encoding: str) -> str:
    """Return the usual name of an encoding that a file is said to be in.

    Raises:
        DocumentError: there is no such encoding of texts.
    """
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError):
        info = None
    if info is None or not info._is_text_encoding:
        message = "try utf-8, utf-16, gb18030, big5, shift_jis, euc-kr or windows-1252"
        raise DocumentError(f"{path}: unknown character encoding {encoding!r}; {message}") from None
    return _NAMES.get(info.name, info.name)


def _place(error: UnicodeError) -> str:
    """Say which byte does not fit, where the codec tells."""
    if not isinstance(error, UnicodeDecodeError):
        return ""
    return f": byte {error.start:,} (0x{error.object[error.start]:02x}) does not fit"


def _remedy(path: Path, data: bytes, said: bool) -> str:
    """Say what to do about a text that is not in the encoding that was said, or was found."""
    if not said:
        return "it may be damaged or cut off; save it again as UTF-8"
    try:
        found = find_encoding(path, data)
    except DocumentError:
        return f"say another --encoding, such as {_likely(data)}"
    return f"it looks like {found}: leave --encoding out, or say --encoding {found}"


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def is_surely_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8: they decode, with too much beyond ASCII for chance, or none."""
    if _CONTROLS.search(data) or not _decodes(data, "utf-8"):
        return False
    beyond = len(_CONTINUATIONS.findall(data[: 2 * _SAMPLE]))
    return beyond == 0 or beyond >= _SURE


def _japanese_or_korean(data: bytes) -> str:
    """Return the encoding of a text with much kana, or of nothing but Hangul; "" for another."""
    sample = data[: 2 * _SAMPLE]
    for codec, wanted, share, fewest in (
        ("cp932", _HIRAGANA, _HIRAGANA_SHARE, _SURE),
        ("euc_jp", _HIRAGANA, _HIRAGANA_SHARE, _SURE),
        ("euc_kr", _HANGUL, _HANGUL_SHARE, _FEWEST_HANGUL),
    ):
        if not _decodes(data, codec):
            continue
        text = codecs.getincrementaldecoder(codec)().decode(sample)
        beyond = sum(not character.isascii() for character in text)
        count = len(wanted.findall(text))
        if count >= max(fewest, share * beyond):
            return _NAMES[codec]
    return ""


def _likely(data: bytes) -> str:
    """Name the encodings that a text is in most likely, of those that decode it."""
    costs = {name: _cost(data, name) for name in _SAID_OFTEN if _decodes(data, name)}
    names = [_NAMES.get(name, name) for name in sorted(costs, key=costs.__getitem__)[:_NAMED]]
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _is_garbled(data: bytes) -> bool:
    """Whether most letters beyond ASCII stand in long runs, as they do in no Western language."""
    high = sum(byte >= 0xC0 for byte in data[:_SAMPLE])
    runs = sum(map(len, _HIGH_RUNS.findall(data[:_SAMPLE])))
    return runs * 2 > high


def _wide_candidates(data: bytes) -> tuple[str, ...]:
    return _WIDE if len(data) % 2 == 0 else ()


def _cost(data: bytes, name: str) -> float:
    """Return how surprising the text is in this encoding, in nats a character beyond ASCII."""
    sample = codecs.getincrementaldecoder(name)().decode(data[:_SAMPLE])
    costs = _costs()
    total = sum(costs.get(character) or _rare(character) for character in sample)
    total += _COST_ALONE * len(_ALONE.findall(sample))
    # Each encoding is charged for the same bytes, so their sums compare; dividing all by one
    # number leaves their order.
    beyond = sum(byte > 127 for byte in data[:_SAMPLE]) / 2
    ascii_only = len(data[:_SAMPLE]) - 2 * beyond
    return (total - _COST_ASCII * ascii_only) / max(beyond, 1.0)


@cache
def _costs() -> dict[str, float]:
    costs: dict[str, float] = {}
    for high in range(0xA4, 0xC7):
        for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            _charge(costs, bytes((high, low)), "big5", _COST_FIRST_LEVEL_HANT)
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            _charge(costs, bytes((high, low)), "gb2312", _COST_FIRST_LEVEL)
    for first, last in _ALPHABETS:
        costs |= dict.fromkeys(map(chr, range(ord(first), ord(last) + 1)), _COST_LETTER)
    costs |= dict.fromkeys(map(chr, range(0xA0, 0x250)), _COST_RARE_LATIN)
    costs |= dict.fromkeys(_FREQUENT, _COST_FREQUENT)
    costs |= dict.fromkeys(_LATIN, _COST_LATIN)
    costs |= dict.fromkeys(_CJK_MARKS, _COST_MARK)
    costs |= dict.fromkeys(map(chr, range(32, 127)), _COST_ASCII)
    return costs | dict.fromkeys("\t\n\r\f\ufeff", _COST_ASCII)


def _charge(costs: dict[str, float], pair: bytes, name: str, cost: float) -> None:
    character = pair.decode(name, "ignore")
    if len(character) == 1 and unicodedata.category(character) == "Lo":
        costs[character] = cost


def _rare(character: str) -> float:
    if unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs"):
        return _COST_CONTROL
    if is_han(character):
        return _COST_OTHER_HAN
    return _COST_OTHER


def _refuse_binary(path: Path, text: str) -> None:
    head = text[:_SAMPLE]
    controls = sum(character < " " and character not in "\t\n\v\f\r\x1a\x1b" for character in head)
    if "\0" in text or controls * 50 > len(head):
        raise DocumentError(f"{path}: is a binary file, no text")
