"""Which language a text is in, told by its characters and, for alphabets, by py3langid.

Plain English is known by its commonest words, without py3langid, whose model takes half a second
to load. The model takes all its languages for equally likely, so names and figures, which hardly
tell languages apart, would be in a language that hardly anybody writes in. What it finds is weighed
by how many documents there are: English goes before others where little speaks for either, and a
language without a code of two letters needs much to speak for it.

One Han character or one syllable of Korean says about as much as three letters, and is counted
so: an English document with Chinese quotations is English, and the other way round. Of a long
text only samples are looked at, spread over it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpora.characters import HAN
from corpora.errors import DocumentError
from corpora.languages.tags import UNDETERMINED, base, canonical_language, display_name

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLES = 20
_SAMPLE_LENGTH = 1_000
_HAN_WEIGHT = 3
_FEWEST_LETTERS = 10
_SURE_LETTERS = 60
_LEAST_CONFIDENCE = 0.5
_LIKELY = 0.3
"""A language of such a probability is named as the one that little text is perhaps in. In ten to
sixty letters of English the likeliest one was right in 98 of 100 cases above, in 54 below."""
_OTHER, _RARE = 0.05, 0.001
"""How likely a document is in another language than English, against it being in English: one with
a code of two letters in ISO 639-1, and one without. Of texts in eighteen other languages with sixty
to ninety letters, 997 in 1,000 are found to be in the same language as without this, and 994 beside
Chinese; the rest is said to be a guess."""
_BESIDE_CHINESE = 0.25
"""The same of both, against other documents, where the translation is in Chinese."""
_KANA_SHARE = 0.3
_KANA_SHARE_WITH_PARTICLES = 0.08
_JAPANESE_FORMS_SHARE = 0.03
"""Of all Han characters the share that only Japanese writes so. In its laws and lists it is .06 to
.2, in Chinese texts under .002."""
_FEWEST_JAPANESE_FORMS = 3
# fmt: off
_ENGLISH_WORDS = frozenset((
    "the", "of", "and", "to", "that", "with", "which", "this", "from", "they", "have", "were",
    "their", "his", "had", "not", "you", "by",
))
# fmt: on
_ENGLISH_SHARE = 0.15
"""Of all words the share that are such words in plain English. The English texts of resolutions,
news, novels and the Bible have .17 to .31 of them, German and French ones .001."""
_ENGLISH_ASCII_SHARE = 0.98

_CODE = 2
"""Letters of a code of ISO 639-1, which has the languages that much is written in."""
_BYTES = 2
"""What a character of a national standard takes; EUC-JP writes its supplement in three."""

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(r"[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\uff66-\uff9d]")
_PARTICLE = re.compile("[\u3041-\u306d\u306f-\u3096]")
"""A syllable that grammar is written in; の is left out, which Chinese brand names borrow."""
_SENTENCE = re.compile(f"[^。！？\\n]*[{HAN}][^。！？\\n]*")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++|\S++@\S++")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """The language that a text was found to be in.

    Attributes:
        tag: a BCP 47 tag ("zh-CN", "en"), or "und" where the text does not tell.
        confidence: how far the text itself tells, from 0 (a guess) to 1 (sure).
        description: what to tell the user: "Chinese, simplified characters", or why "und".
    """

    tag: str
    confidence: float
    description: str


def detect_language(text: str, *, beside: str | None = None) -> DetectedLanguage:
    """Tell which language a text is in.

    Chinese is zh-CN or zh-TW by the characters that only one of the two uses.

    Args:
        text: the text.
        beside: the language of its translation as a BCP 47 tag, where that is known. Beside
            Chinese, Latin letters that could be in any language are taken for English.
    """
    sample = _ADDRESS.sub(" ", _sample(text))
    han, kana, hangul, letters = _count(sample)
    east_asian = _HAN_WEIGHT * (han + kana + hangul)
    total = letters + east_asian
    if total == 0:
        return DetectedLanguage(UNDETERMINED, 0.0, "no letters in the text")
    if letters > east_asian:
        return _by_alphabet(sample, letters, letters / total, beside)
    share = east_asian / total
    if hangul > han + kana:
        return _found("ko", share)
    if _is_japanese(sample, han, kana):
        return _found("ja", share)
    return _chinese(sample, share)


def east_asian_share(text: str) -> float:
    """Tell how much of a text is in Chinese, Japanese or Korean characters, from 0 to 1."""
    *characters, letters = _count(_ADDRESS.sub(" ", _sample(text)))
    east_asian = _HAN_WEIGHT * sum(characters)
    return east_asian / max(1, letters + east_asian)


def _count(sample: str) -> tuple[int, int, int, int]:
    """Count Han characters, kana, syllables of Korean and all other letters."""
    han, kana, hangul = (len(p.findall(sample)) for p in (_HAN, _KANA, _HANGUL))
    return han, kana, hangul, sum(c.isalpha() for c in sample) - han - kana - hangul


def _sample(text: str) -> str:
    """Return the text, or as much of it as is enough from places spread over it."""
    if len(text) <= _SAMPLES * _SAMPLE_LENGTH:
        return text
    step = (len(text) - _SAMPLE_LENGTH) // (_SAMPLES - 1)
    return "\n".join(text[i * step : i * step + _SAMPLE_LENGTH] for i in range(_SAMPLES))


def _found(tag: str, confidence: float) -> DetectedLanguage:
    return DetectedLanguage(tag, round(confidence, 3), display_name(tag))


def _is_japanese(sample: str, han: int, kana: int) -> bool:
    """Whether a text has so much kana, or kana for its grammar in most of its sentences.

    Lists and headings may have next to none; then it is told by the characters that were
    simplified in Japan alone.
    """
    if kana > _KANA_SHARE * (han + kana):
        return True
    forms = sum(map(_is_japanese_form, _HAN.findall(sample)))
    if forms >= max(_FEWEST_JAPANESE_FORMS, _JAPANESE_FORMS_SHARE * han):
        return True
    if kana < _KANA_SHARE_WITH_PARTICLES * (han + kana):
        return False
    sentences = _SENTENCE.findall(sample)
    return 2 * sum(_PARTICLE.search(sentence) is not None for sentence in sentences) > len(
        sentences
    )


@cache
def _is_japanese_form(character: str) -> bool:
    """Whether Japan's national standard has a character, and neither mainland China's nor Taiwan's.

    So the forms that were simplified in Japan alone are told, such as 気, 円 and 労.
    """
    return _is_in("euc_jp", character) and not (
        _is_in("gb2312", character) or _is_in("big5", character)
    )


def _is_in(standard: str, character: str) -> bool:
    try:
        return len(character.encode(standard)) == _BYTES
    except UnicodeEncodeError:
        return False


def _chinese(sample: str, share: float) -> DetectedLanguage:
    """Tell simplified from traditional characters by those that only one of the two uses."""
    from hanzidentifier import helpers

    simplified = traditional = 0
    for character in _HAN.findall(sample):
        is_simplified = character in helpers.SIMPLIFIED_CHARACTERS
        is_traditional = character in helpers.TRADITIONAL_CHARACTERS
        simplified += is_simplified and not is_traditional
        traditional += is_traditional and not is_simplified
    if simplified == traditional:
        why = "no character tells simplified from traditional; taken as simplified"
        return DetectedLanguage("zh-CN", round(share / 2, 3), f"Chinese ({why})")
    tag = "zh-CN" if simplified > traditional else "zh-TW"
    return _found(tag, share * max(simplified, traditional) / (simplified + traditional))


def _by_alphabet(sample: str, letters: int, share: float, beside: str | None) -> DetectedLanguage:
    may_be_english = _is_chinese(beside) and 2 * len(_LATIN.findall(sample)) > letters
    if letters < _FEWEST_LETTERS:
        if may_be_english:
            return DetectedLanguage("en", 0.0, display_name("en"))
        return DetectedLanguage(UNDETERMINED, 0.0, "too few letters to tell the language")
    for east_asian in (_HAN, _KANA, _HANGUL):
        sample = east_asian.sub(" ", sample)
    if letters >= _SURE_LETTERS and _is_plain_english(sample):
        return _found("en", share)
    code, probability, weighed = _likeliest(sample, _BESIDE_CHINESE if may_be_english else 1.0)
    confidence = min(probability, weighed) * share
    try:
        tag = canonical_language(_with_script(code, sample))
    except DocumentError:
        return DetectedLanguage(UNDETERMINED, 0.0, "the text looks like no language that is known")
    sure = weighed if may_be_english else probability
    if letters < _SURE_LETTERS and sure < _LEAST_CONFIDENCE:
        guess = f", perhaps {display_name(tag)}" if probability >= _LIKELY else ""
        why = f"too little text to tell the language{guess}"
        return DetectedLanguage(UNDETERMINED, round(confidence, 3), why)
    return _found(tag, confidence)


def _is_chinese(tag: str | None) -> bool:
    return tag is not None and base(tag) == "zh"


def _likeliest(sample: str, others: float) -> tuple[str, float, float]:
    """Return the likeliest language, its probability by the text alone, and as it is weighed.

    Args:
        sample: the text.
        others: by how much less likely any other language than English is here than elsewhere.
    """
    weighed = [
        (1.0 if code == "en" else others * (_OTHER if len(code) == _CODE else _RARE), code, told)
        for code, told in _identifier().rank(sample)
    ]
    prior, code, told = max(weighed, key=lambda item: item[0] * item[2])
    return code, told, prior * told / sum(weight * value for weight, _, value in weighed)


def _is_plain_english(sample: str) -> bool:
    """Whether a text is English for sure: other languages hardly ever use these words."""
    words = _WORD.findall(sample.casefold())
    letters = [character for character in sample if character.isalpha()]
    return sum(word in _ENGLISH_WORDS for word in words) >= _ENGLISH_SHARE * len(words) and sum(
        map(str.isascii, letters)
    ) >= _ENGLISH_ASCII_SHARE * len(letters)


def _with_script(code: str, sample: str) -> str:
    """Add the script where a language that is commonly written in Cyrillic stands in Latin."""
    if code in ("sr", "mk", "kk", "ky", "tg") and len(_LATIN.findall(sample)) > len(
        _CYRILLIC.findall(sample)
    ):
        return f"{code}-Latn"
    return code


@cache
def _identifier() -> LanguageIdentifier:
    """Load py3langid's model, which takes half a second, and 68 MB of temporary disk space.

    Raises:
        DocumentError: there is no room for it.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise DocumentError(
            "telling languages takes 70 MB in the folder for temporary files"
            f" ({error.strerror}); make room there, or name another folder in TMPDIR"
        ) from error
