"""How well each word of one side is said by the other one, in Chinese and English: its signals.

Every word is held against every word of the other side: in a dictionary, and by vectors. A word
that two words of the other side are alike to is said once only, so words compete for their
partners: a word matches another one as far as both prefer each other to all others and to none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from align.encoders import Encoder, Floats, embed_alone
from align.quality.lexicon import english_words, longest_words, shipped_lexicon, stem
from align.quality.pairs import UnitPair
from align.quality.pinyin import name_finder
from corpora.characters import HAN

WORD_SIGNALS = (
    "in dictionary",
    "character in dictionary",
    "cosine",
    "cosine, high",
    "cosine if in dictionary",
    "cosine from the middle",
    "cosine from the middle, high",
    "match",
    "match if in dictionary",
    "words opposite",
    "length",
)
"""What speaks for a word by name: whether the dictionary knows it as a translation of something on
the other side, or only one of its characters; the cosine with the nearest word there, and by how
much it is above `HIGH`; the same where the middle of each language's words is taken away first;
how far it matches a word there; the logarithm of the number of words there; its length in letters,
up to `LONGEST`."""

HIGH = 0.4
LONGEST = 8

KEPT_VECTORS = 40_000
"""Vectors of words that are kept (of 1 KB); then all are forgotten, so that memory has an end."""

_STEEPNESS, _IN_DICTIONARY, _CHARACTER, _APART, _NONE = 15.0, 3.0, 1.0, 2.0, 4.0
"""What makes two words prefer each other: their cosine, the dictionary, and how far apart their
places in the texts are, as shares of the whole. The last one is what speaks for no partner."""

_MIDDLE_WORDS = {
    "zh": "会议 报告 决定 国家 发展 人民 政府 工作 问题 社会 时间 世界 生活 孩子 父亲 母亲 朋友"
    " 学校 先生 女人 男人 眼睛 声音 东西 地方 城市 房子 水 火 山 河 天 马 狗 吃 喝 走 来 看 说"
    " 想 知道 开始 结束 给 拿 打开 大 小 多 少 好 坏 新 旧 高 低 快 慢 红 白 黑 今天 明天 去年"
    " 现在 以前 以后 因为 所以 但是 如果 已经 非常 可以 需要 帮助 使用 增加 减少 支持 反对"
    " 安全 和平 战争 法律 经济 文化 教育 健康 技术 科学 环境 历史 语言 故事 书 信 钱 车 船 路"
    " 门 桌子 衣服 食物 动物 身体 心 手 头 死亡 爱 害怕 高兴",
    "en": "meeting report decision country development people government work question society time"
    " world life child father mother friend school mister woman man eye voice thing place city"
    " house water fire mountain river sky horse dog eat drink walk come look say think know"
    " begin end give take open big small many few good bad new old high low fast slow red"
    " white black today tomorrow year now before later because therefore however whether"
    " already very possible need help use increase reduce support oppose security peace war"
    " law economy culture education health technology science environment history language"
    " story book letter money car ship road door table clothes food animal body heart hand"
    " head death love fear glad",
}
"""Common words of either language; where their vectors lie on the mean is its middle."""

_FUNCTION_SIGNS = frozenset(
    "的了和与及在是为以对于由被将把就也都并或等之其这那该此所者上中下个一不"
)
"""Chinese words of one character that English often says without a word."""

_HAN_RUN = re.compile(f"[{HAN}]+")

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WordPair:
    """The words of a Chinese and an English text, and what speaks for each.

    Attributes:
        chinese: the signals of the Chinese words, shape (words, signals).
        english: the same of the English ones.
        sizes: how many characters each Chinese word has.
        repeats: of the Chinese side and the English one, how many words stand there more often
            than all the words together that the dictionary gives for them on the other side,
            where there is any.
    """

    chinese: Values
    english: Values
    sizes: Values
    repeats: tuple[int, int] = (0, 0)


class WordReader:
    """Compares the words of pairs; it keeps the vectors of words that it has seen."""

    def __init__(self, encoder: Encoder) -> None:
        """Know no words yet.

        Args:
            encoder: what tells how near two words are.
        """
        self._encoder = encoder
        self._vectors: dict[str, npt.NDArray[np.float16]] = {}
        self._middles = {
            language: self._embed(words.split()).mean(axis=0)
            for language, words in _MIDDLE_WORDS.items()
        }

    def read(self, pairs: Sequence[UnitPair]) -> list[WordPair | None]:
        """Compare the words of pairs.

        Returns:
            Their signals; None for pairs of other languages than Chinese and English. A pair with
            words on one side only, or on none, has no words.
        """
        found = [_words(pair) for pair in pairs]
        both = [item for item in found if item is not None]
        chinese, english = (
            _Vocabulary.of(words, self._embed(words), self._middles[language])
            for language, words in (
                ("zh", list(dict.fromkeys(word for item in both for word in item.chinese))),
                ("en", list(dict.fromkeys(word for item in both for word in item.english))),
            )
        )
        best = [_compare(item, chinese, english) for item in both if all(item.sides)]
        signals = [_signals([sides[side] for sides in best]) for side in (0, 1)]
        sizes = [sides[0][_BEST.index("size")] for sides in best]
        repeats = (item.repeats() for item in both if all(item.sides))
        whole = map(WordPair, *signals, sizes, repeats)
        return [
            None if item is None else next(whole) if all(item.sides) else _NO_WORDS
            for item in found
        ]

    def _embed(self, words: Sequence[str]) -> Floats:
        if len(self._vectors) > KEPT_VECTORS:
            self._vectors.clear()
        new = [word for word in words if word not in self._vectors]
        if new:
            vectors = embed_alone(new, self._encoder)
            self._vectors.update(zip(new, vectors.astype(np.float16), strict=True))
        embedded: Floats = np.array([self._vectors[word] for word in words], dtype=np.float32)
        return embedded


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The different words of one language in a batch, with their vectors.

    Attributes:
        places: of each word in `vectors`.
        vectors: as the encoder gives them.
        centred: the same, of unit length again after the middle is taken away.
    """

    places: dict[str, int]
    vectors: Floats
    centred: Floats

    @classmethod
    def of(cls, words: Sequence[str], vectors: Floats, middle: Floats) -> _Vocabulary:
        places = {word: place for place, word in enumerate(words)}
        if not words:
            return cls(places, np.empty((0, len(middle)), np.float32), vectors)
        centred = vectors - middle
        centred /= np.linalg.norm(centred, axis=1, keepdims=True)
        return cls(places, vectors, centred)

    def rows(self, words: Sequence[str]) -> list[int]:
        return [self.places[word] for word in words]


_NO_SIGNALS = np.empty((0, len(WORD_SIGNALS)))
_NO_WORDS = WordPair(_NO_SIGNALS, _NO_SIGNALS, np.empty(0))

_BEST = ("known", "character known", "cosine", "centred", "match", "words opposite", "size")
"""What is known of a word when it has been held against all words of the other side."""


def _compare(words: _Words, chinese: _Vocabulary, english: _Vocabulary) -> tuple[Values, Values]:
    """Return what is best for each word of either side: one row for each of `_BEST`."""
    rows, columns = chinese.rows(words.chinese), english.rows(words.english)
    cosines = chinese.vectors.take(rows, axis=0) @ english.vectors.take(columns, axis=0).T
    centred = chinese.centred.take(rows, axis=0) @ english.centred.take(columns, axis=0).T
    matches = _matches(words, centred)
    best = np.empty((len(_BEST), len(rows))), np.empty((len(_BEST), len(columns)))
    for values, own, axis in zip(best, words.sides, (1, 0), strict=True):
        for row, table in enumerate(
            (words.known, words.character_known, cosines, centred, matches)
        ):
            table.max(axis=axis, out=values[row])
        values[5] = cosines.shape[axis]
        values[6] = list(map(len, own))
    return best


def _matches(words: _Words, centred: Floats) -> Floats:
    """Return how far each two words match, in [0, 1]."""
    count, opposite = centred.shape
    apart = np.abs(_middles_of(count)[:, None] - _middles_of(opposite))
    odds = _STEEPNESS * centred - _APART * apart - _NONE
    odds += _IN_DICTIONARY * words.known
    odds += _CHARACTER * words.character_known
    ratios = np.exp(odds)
    rows, columns = (1 + ratios.sum(axis=axis, keepdims=True) for axis in (1, 0))
    matches: Floats = ratios / np.sqrt(rows * columns)
    return matches


@cache
def _middles_of(count: int) -> Values:
    """Return the places of so many words as shares of the whole."""
    return (np.arange(count) + 0.5) / count


def _signals(best: Sequence[Values]) -> list[Values]:
    """Return the signals of the words of many texts, from what is best for each word."""
    if not best:
        return []
    known, character_known, cosines, centred, matches, opposite, sizes = np.hstack(best)
    values = np.empty((len(known), len(WORD_SIGNALS)))
    values[:, 0] = known
    values[:, 1] = character_known
    values[:, 2] = cosines
    values[:, 3] = np.maximum(cosines - HIGH, 0)
    values[:, 4] = known * cosines
    values[:, 5] = centred
    values[:, 6] = np.maximum(centred - HIGH, 0)
    values[:, 7] = matches
    values[:, 8] = known * matches
    values[:, 9] = np.log(opposite)
    values[:, 10] = np.minimum(sizes, LONGEST)
    return np.split(values, np.cumsum([item.shape[1] for item in best[:-1]]))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of both sides, and which the dictionary gives for each other.

    Attributes:
        chinese: those of the Chinese side.
        english: those of the English side.
        known: shape (Chinese words, English words), whether the dictionary has an entry that is
            or overlaps the Chinese word and says the English one, or a name in pinyin holds both.
        character_known: the same for entries of one character inside a longer word.
    """

    chinese: list[str]
    english: list[str]
    known: npt.NDArray[np.bool_]
    character_known: npt.NDArray[np.bool_]

    @property
    def sides(self) -> tuple[list[str], list[str]]:
        return self.chinese, self.english

    def repeats(self) -> tuple[int, int]:
        """Count the words that stand on either side more often than what says them there."""
        return _repeats(self.chinese, self.known), _repeats(self.english, self.known.T)

    @classmethod
    def of(cls, chinese: str, english: str) -> _Words:
        lexicon = shipped_lexicon()
        words = english_words(english)
        columns: dict[str, int] = {}
        for column, word in enumerate(words):
            columns[stem(word)] = columns.get(stem(word), 0) | 1 << column
        wanted = frozenset(columns)
        find_names = name_finder(english, lexicon)
        own: list[str] = []
        said: tuple[list[int], list[int]] = ([], [])  # of each word, the columns as bits
        for match in _HAN_RUN.finditer(chinese):
            run = match.group()
            entries = lexicon.entries_in(run)
            rows = [-1] * len(run)  # of the word that each character is in
            for start, end in longest_words(entries, len(run)):
                if end - start > 1 or run[start] not in _FUNCTION_SIGNS:
                    rows[start:end] = [len(own)] * (end - start)
                    own.append(run[start:end])
            for row in said:
                row += [0] * (len(own) - len(row))
            for start, end in entries:
                senses = lexicon.senses(run[start:end])
                if wanted.isdisjoint(senses):
                    continue
                there = 0
                for word in senses & wanted:
                    there |= columns[word]
                for at in {*rows[start:end]}:
                    if at >= 0:
                        inside = end - start == 1 and len(own[at]) > 1
                        said[inside][at] |= there
            for name in find_names(run):
                there = 0
                for word in name.words:
                    there |= columns.get(stem(word), 0)
                for at in {*rows[name.start : name.end]}:
                    if at >= 0:
                        said[0][at] |= there
        known, character_known = (_table(rows, len(words)) for rows in said)
        return cls(own, words, known, character_known)


def _repeats(words: Sequence[str], known: npt.NDArray[np.bool_]) -> int:
    """Count words beyond their partners; a single character often stands for something else."""
    if len({*words}) == len(words):
        return 0
    rows = dict(zip(words, known, strict=True))
    often = ((word, count) for word, count in Counter(words).items() if count > 1 < len(word))
    partners = ((count, int(np.count_nonzero(rows[word]))) for word, count in often)
    return sum(max(0, count - there) for count, there in partners if there)


def _table(rows: list[int], columns: int) -> npt.NDArray[np.bool_]:
    """Make a table of rows whose places are the bits of an integer, the lowest first."""
    if not (rows and columns):
        return np.zeros((len(rows), columns), dtype=np.bool_)
    width = -(-columns // 8)
    packed = np.frombuffer(b"".join([row.to_bytes(width, "little") for row in rows]), np.uint8)
    table = np.unpackbits(packed.reshape(-1, width), axis=1, count=columns, bitorder="little")
    return table.view(np.bool_)


def _words(pair: UnitPair) -> _Words | None:
    """Return the words of a Chinese text and an English one; None for other languages."""
    for one, other in (pair.sides, pair.sides[::-1]):
        if one.is_chinese and other.is_english:
            return _Words.of(one.text, other.text)
    return None
