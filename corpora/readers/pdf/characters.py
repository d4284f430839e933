"""The characters that a PDF's page shows, where its fonts name others of the same shape.

A font draws some characters by one shape, and a PDF that a browser printed names any one of them:
the radical U+2F54 for 水 (water), U+2ED4 for 门 (gate), a ligature for the letters "fi". Radicals
are signs of dictionaries that no text is written in. A bullet of a symbol font has a private
character, which says where in the font it is.
"""

from __future__ import annotations

import re
import unicodedata

_SHAPES = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
_PAIRS = (
    "⺂乛⺃乚⺅亻⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐"
    "⺖忄⺘扌⺙攵⺛旡⺞歺⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫罒"
    "⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺹耂⺺肀⺾艹⺿艹⻁虎⻂衤"
    "⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻑長"
    "⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯"
    "⻮齿⻯竜⻰龙⻱龜⻲亀"
)
"""Each radical of Unicode's supplement that ideographs have the shape of, with its ideograph.

The other radicals and the ligatures are compatibility characters, which Unicode itself resolves.
"""
_BULLETS = re.compile("[\uf06c-\uf06f\uf071\uf075\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe]")
"""Those of Symbol and Wingdings: dots, squares, rhombuses, arrowheads and ticks."""
_SIMPLIFIED = re.compile(r"(?:sc|SC|Hans|GB)\b|Sim(?:Sun|Hei|Kai)")
_IDEOGRAPHS = str.maketrans(_PAIRS[::2], _PAIRS[1::2])


def shown(text: str, font: str = "") -> str:
    """Return a text with ideographs for radicals, letters for ligatures, and "•" for bullets.

    Args:
        text: some characters of a page.
        font: the name of their font; one for simplified characters draws one radical in their way.
    """
    text = _BULLETS.sub("•", text)
    if not _SHAPES.search(text):
        return text
    if _SIMPLIFIED.search(font):
        text = text.replace("\u2f3e", "户")
    resolved = _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return resolved.translate(_IDEOGRAPHS)
