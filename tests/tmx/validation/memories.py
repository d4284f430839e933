"""A memory that no tool finds fault with, and one for each rule that breaks just that rule."""

from dataclasses import dataclass

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="duiqi" creationtoolversion="0.1" segtype="sentence" o-tmf="tmx"\
 adminlang="en" srclang="zh-CN" datatype="plaintext" creationdate="20121203T000000Z">
<prop type="x-domain">law</prop>
</header>
<body>
<tu tuid="one" creationdate="20121203T000000Z" changedate="20121203T000000Z" usagecount="3">
<note>read again</note>
<prop type="x-score">0.93</prop>
<tuv xml:lang="zh-CN"><seg>大会，</seg></tuv>
<tuv xml:lang="en"><seg>The General Assembly,</seg></tuv>
</tu>
<tu changedate="20121203T000000Z">
<tuv xml:lang="zh-CN"><prop type="x-file">a.docx</prop><seg><bpt i="1" x="1">&lt;b></bpt>重申<ept\
 i="1">&lt;/b></ept><ph x="2"><sub>注</sub></ph></seg></tuv>
<tuv xml:lang="en"><seg><bpt i="1" x="1">&lt;b></bpt>Reaffirming<ept i="1">&lt;/b></ept><ph x="2"\
><sub>note</sub></ph></seg></tuv>
</tu>
</body>
</tmx>
"""


@dataclass(frozen=True)
class Broken:
    """What to change in the good memory to break one rule.

    Attributes:
        rule: the rule.
        old: what stands in the good memory.
        new: what stands there instead.
        line: where the rule is broken.
        unit: the unit's name.
        encoding: how the memory is encoded.
    """

    rule: str
    old: str
    new: str
    line: int
    unit: str | None = None
    encoding: str = "utf-8"

    def memory(self) -> bytes:
        assert self.old in GOOD
        text = GOOD.replace(self.old, self.new)
        return text.encode(self.encoding, "surrogateescape")


HEADER, ONE, TWO = 4, 8, 14
_SECOND = '<tuv xml:lang="en"><seg>The General Assembly,</seg></tuv>'

CASES = [
    Broken("xml-damaged", "</seg></tuv>\n</tu>\n</body>", "</tuv>\n</tu>\n</body>", 16),
    Broken("xml-entity", "The General", "The&nbsp;General", 12),
    Broken("xml-character", "read again", "read\x01again", 9, "one"),
    Broken("xml-character", "read again", "read&#x1;again", 9, "one"),
    Broken("xml-character", "read again", "read&#xD800;again", 9, "one"),
    Broken("xml-character", "read again", "read&#1114112;again", 9, "one"),
    Broken("xml-character", "<body>", "<body><!-- \x02 -->", 14),
    Broken("xml-encoding", "read again", "read\udc80again", 9, "one"),
    Broken("encoding-mismatch", "UTF-8", "UTF-16", 1),
    Broken("xml-version", 'version="1.0" enc', 'version="1.1" enc', 1),
    Broken("too-large", "read again", "<a>" * 200 + "</a>" * 200, 9),
    Broken("no-tmx", "tmx version", "html version", 3),
    Broken("element-unknown", "read again", "read<b/>again", 9, "one"),
    Broken("element-unknown", "</body>", "<vendor/></body>", 18),
    Broken("element-place", "read again", "read<prop type='x-a'>again</prop>", 9, "one"),
    Broken("element-place", "<body>", "<note/><body>", 7),
    Broken(
        "annotation-order",
        '<prop type="x-file">a.docx</prop><seg><bpt i="1" x="1">&lt;b></bpt>重申<ept\
 i="1">&lt;/b></ept><ph x="2"><sub>注</sub></ph></seg>',
        '<seg><bpt i="1" x="1">&lt;b></bpt>重申<ept\
 i="1">&lt;/b></ept><ph x="2"><sub>注</sub></ph></seg><prop type="x-file">a.docx</prop>',
        15,
        "#2",
    ),
    Broken("annotation-order", _SECOND, _SECOND + "\n<note>late</note>", 13, "one"),
    Broken("sub-place", "大会，", "大会，<sub>注</sub>", 11, "one"),
    Broken("text-place", "<note>read again</note>", "read again", ONE, "one"),
    Broken("text-place", "<body>", "<body>lost", 7),
    Broken("attribute-unknown", 'tuid="one"', 'tuid="one" vendor="1"', ONE, "one"),
    Broken("attribute-unknown", '<tmx version="1.4">', '<tmx version="1.4" xmlns="a">', 3),
    Broken("attribute-missing", '<prop type="x-score">', "<prop>", 10, "one"),
    Broken("attribute-value", 'tuid="one"', 'tuid="one" segtype="word"', ONE, "one"),
    Broken("lang-attribute", '<tuv xml:lang="en"><seg>The', '<tuv lang="en"><seg>The', 12, "one"),
    Broken("lang-attribute", "<note>", '<note lang="en">', 9, "one"),
    Broken("version", 'tmx version="1.4"', 'tmx version="1.4b"', 3),
    Broken("version-older", 'tmx version="1.4"', 'tmx version="1.3"', 3),
    Broken("header-field", ' o-tmf="tmx"', "", HEADER),
    Broken("header-field", 'adminlang="en"', 'adminlang=" "', HEADER),
    Broken("header-field", ' srclang="zh-CN"', "", HEADER),
    Broken("bom", "<?xml", "\ufeff<?xml", 1),
    Broken("encoding", ' encoding="UTF-8"', ' encoding="UTF-16"', 1, None, "utf-16"),
    Broken("encoding", ' encoding="UTF-8"', "", 1, None, "utf-16-le"),
    Broken("encoding", "UTF-8", "GB18030", 1, None, "gb18030"),
    Broken("doctype", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', "", 3),
    Broken("doctype", "tmx14.dtd", "tmx11.dtd", 3),
    Broken("segtype", 'segtype="sentence"', 'segtype="paragraph"', HEADER),
    Broken("creationtool-omegat", 'creationtool="duiqi"', 'creationtool="OmegaT"', HEADER),
    Broken("srclang-all", 'srclang="zh-CN"', 'srclang="*all*"', HEADER),
    Broken("language-underscore", "<note>", '<note xml:lang="en_GB">', 9, "one"),
    Broken("language-case", 'adminlang="en"', 'adminlang="EN"', HEADER),
    Broken("language-form", 'adminlang="en"', 'adminlang="English, please"', HEADER),
    Broken("language-unknown", 'adminlang="en"', 'adminlang="xy"', HEADER),
    Broken("language-two-tags", 'xml:lang="en"><seg>The', 'xml:lang="en-GB"><seg>The', 16, "#2"),
    Broken("language-length", 'xml:lang="en"', 'xml:lang="en-Latn"', 12, "one"),
    Broken("language-twice", _SECOND, _SECOND * 2, ONE, "one"),
    Broken("several-targets", _SECOND, _SECOND + _SECOND.replace('"en"', '"fr"'), ONE, "one"),
    Broken("source-missing", 'xml:lang="zh-CN"><seg>大', 'xml:lang="fr"><seg>大', ONE, "one"),
    Broken("source-tag", 'xml:lang="zh-CN"', 'xml:lang="zh-TW"', ONE, "one"),
    Broken("unit-srclang", 'tuid="one"', 'tuid="one" srclang="en"', ONE, "one"),
    Broken("translation-missing", _SECOND, "", ONE, "one"),
    Broken("changedate-missing", '<tu changedate="20121203T000000Z">', "<tu>", TWO, "#2"),
    Broken("date-form", '<tu changedate="20121203T00', '<tu changedate="2012-12-03T00', TWO, "#2"),
    Broken("number-form", 'usagecount="3"', 'usagecount=" 3 "', ONE, "one"),
    Broken("property-type", "x-score", "score", 10, "one"),
    Broken("property-type", "x-domain", "x-my domain", 5),
    Broken("segment-missing", "<seg>The General Assembly,</seg>", "", 12, "one"),
    Broken("segment-missing", "<seg>大会，</seg>", "<seg>大</seg><seg>会</seg>", 11, "one"),
    Broken("segment-empty", "大会，", " ", 11, "one"),
    Broken("segment-empty", "<seg>大会，</seg>", "<seg/>", 11, "one"),
    Broken("segment-break", "The General", "The\nGeneral", 12, "one"),
    Broken("segment-break", "重申<ept", "重\n申<ept", 15, "#2"),
    Broken("segment-over-2000", "大会，", "会" * 2001, 11, "one"),
    Broken("segment-over-8000", "大会，", "会" * 8001, 11, "one"),
    Broken("tag-pairs", '重申<ept i="1"', '重申<ept i="2"', 15, "#2"),
    Broken("tag-pairs", "大会，", '大会，<bpt i="1"/>', 11, "one"),
    Broken(
        "tag-x", '重申<ept i="1">&lt;/b></ept><ph x="2">', '重申<ept i="1"></ept><ph>', TWO, "#2"
    ),
    Broken("tag-x", '<ph x="2"><sub>注', '<ph x="2"/><ph x="2"><sub>注', 15, "#2"),
]

ALSO = {"segment-over-8000": {"segment-over-2000"}}
"""What else a memory that breaks a rule can't but break."""
