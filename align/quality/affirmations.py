"""Denials that deny nothing, and what is denied on one side and said without a denial on the other.

不得不 affirms, 去了没有 asks, and "had no choice but to" says 只好.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.quality.pairs import Side

_Said = tuple[re.Pattern[str], re.Pattern[str]]


def _any(*expressions: str) -> re.Pattern[str]:
    return re.compile("|".join(expressions), re.IGNORECASE)


def _pairs(*expressions: tuple[str, str]) -> tuple[_Said, ...]:
    return tuple((_any(own), _any(other)) for own, other in expressions)


_CHINESE_AFFIRMING = _any(
    # Two negations that affirm together.
    "不[得能可会會敢应應该該是]不|[无無莫]不|未[尝嘗曾]?[不无無]|不[无無]|[无無]一不|何[尝嘗]不[是想会會]?",
    "[没沒]有(?:一?[个個]?人|一[个個种種天年日次处處件]|[他她你我谁誰]|什[么麼])[^，。；？！]{0,4}?"
    "不(?![但仅僅只])[会會能要想可得]?以?",
    "[无無](?:所|时|時|处處|日|往|奇|人|[时時][无無]刻)不[能会會想]?",
    "非[^，。；]{1,20}?不可|不[能可]?(?:反对|反對|排除|禁止|拒绝|拒絕|否认|否認|阻止)",
    "(?:未能|[无無]法|不能)[独獨幸][善免]其?身?",
    "(?:不是|[并並]非|不[会會能])(?:[没沒][有法]?|不|[无無])|[没沒]有[^，。；]{1,8}[，,]?就[没沒]有",
    # Set phrases in which nothing is denied.
    "[由恨巴怪说說免少舍捨顾顧]不得|不得(?:已|了)|不同意[见見]|不是滋味",
    "不[用必]?(?:客[气氣]|[谢謝]|[说說]|言而喻)|不[要需]要?客[气氣]|不[要打][紧緊]",
    # Questions that leave the answer open: 有没有, 是不是, 去了没有.
    r"([\u3400-\u9fff])[不没沒]\1",
    "有[^，。；]{1,12}[没沒]有(?=[。？?]?$)",
    "[了过過好完][没沒]有?(?=$|[，。；？！,;?!’”」』'\"）)])|[没沒]有?(?=[？?])",
    # Questions that affirm: 难道不是, 谁不想.
    "(?:难道|難道|[岂豈]|[谁誰]|[谁誰][说說]|怎[么麼]?[能会會可]?|哪[里裡]?[能会會]?|那[里裡][能会會]?|何)"
    "不(?:是|想|会|會|能|愿意?|願意?|可以|要)|可不是(?=[嘛吗嗎]?(?:$|[，。！？,!?]))",
    "不是(?=[^，。；？！,;?!]{0,16}[吗嗎][？?]?)",
    "不是(?=[^。；？！;?!]{1,16}?(?:就|便|即)是)",
)

_VERB = "(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must)"
_PERSON = "(?:it|you|he|she|they|we|I|that|this|there|these|those)"
_COMPARED = (
    "(?:more|less|better|greater|worse|older|younger|longer|shorter|higher|lower|later|earlier"
    "|larger|smaller|easier|harder|fewer)"
)

_ENGLISH_AFFIRMING = _any(
    # Set phrases in which nothing is denied.
    r"(?:\bnot|n['’]t) hesitate\b|\bnever ?mind\b|\bor not\b|\bwhy not\b|\bnot to mention\b",
    r"\bnot (?:(?:just|merely|simply|solely|alone|least)\b(?! \w+e[dn]\b)|unlike\b)",
    r"\bno (?:time at all|end of|small (?:part|measure|feat)|mean feat|secret|stranger)\b",
    r"\bno (?:(?:question|denying|mistake) (?:that|but|about)|mistaking)\b",
    r"\bin no time\b|, if not\b|\bmore often than not\b|\bnothing (?:more|other) than\b",
    r"\bnothing (?:short of|if not)\b|\bgoes without saying\b|\bnot for nothing\b",
    r"\b(?:cannot|can not|could not|ca ?n['’]t|couldn['’]t)(?: but| help| wait\b| be over\w+)",
    r"\bno(?:thing)?(?: other| better)? ?(?:choice|option|alternative|recourse|for it)?"
    r"(?: left| open)? (?:but|than) to\b",
    rf"\b(?:could|can) ?n(?:ot|['’]t) (?:be |agree |have been ){_COMPARED}",
    r"\bno(?:thing|body|where| one| \w+(?: \w+)?) (?:is|are|was|were|can be|could be)"
    rf" {_COMPARED}\b|\bno(?:thing|body|where) \w+ {_COMPARED}\b",
    r"\b(?:had it|if it had|if it were|were it|if it was) not (?:been )?for\b",
    # Two negations that affirm together.
    r"(?:\bnot|n['’]t) (?:an? |so |too |entirely |wholly )?(?:im|in|ir|il|dis|un)(?:"
    "poss|signif|consid|freq|comp|consist|correct|just|effect|direct|active|rational|relevant"
    r"|legal|similar|satisf|approv|agree|like|common)\w*",
    # Questions that affirm.
    rf"\b{_VERB}n['’]t {_PERSON}(?= ?\?)",
    rf"(?<![^.!?:,;] )(?<![^\s'\"‘“]){_VERB}n['’]t (?={_PERSON}\b[^.;!]*\?)",
)

_SAID_OTHERWISE = {
    "zh": _pairs(
        # Limits.
        (
            "[不未][应應得能要宜可会會须須需当當该該]{0,2}(?:大于|大於|小于|小於|高于|高於|低于|低於|多于|多於"
            "|少于|少於|短于|短於|长于|長於|超[过過出]|逾)",
            r"\bat (?:least|most)\b|\bor (?:\w+ )?(?:more|less|above|below|over|under|higher|lower"
            r"|fewer|greater|smaller|longer|shorter)\b|\b(?:up to|within|below|above|under|limit\w*"
            r"|max\w*|min\w*|cap(?:ped)?|ceiling|floor|meets?|attain\w*)\b",
        ),
        (
            "不[应應得能要宜可会會须須需当當该該]{0,2}[迟遲晚早][于於]",
            r"\b(?:by|from|within|deadline|on or|or (?:later|earlier|before|after)"
            r"|at (?:the )?latest)\b",
        ),
        # Things.
        (
            "[没沒]有?了?(?:库存|庫存|存货|存貨|现货|現貨)|已经?[没沒]有?",
            r"\b(?:sold out|out of stock|r[au]n(?:ning)? out|exhausted)\b",
        ),
        ("不予?(?:退|返)[还還回]?|不予发还|不予發還", r"\bforfeit"),
        (
            "[不未](?:付|支付|退|交付|[缴繳]|[偿償]|清|[归歸][还還]|收到|履行)",
            r"\b(?:outstanding|overdue|arrears?|ow(?:ed?|es|ing)|due|payable|balance|open|back|late\w*"
            r"|delay\w*|defaul\w+|delinquen\w+|debts?|final|keep\w*|kept|retain\w*|liabilit\w+)\b",
        ),
        (
            "不(?:含|包含|收|[计計])",
            r"\b(?:free|net|pure|plus|only|extra|additional|separate\w*|complimentary|gratis"
            r"|waiv\w+|ex|gross)\b",
        ),
        (
            "不(?:承[担擔]|[负負]|支付|提供|保[证證])",
            r"\b(?:disclaim\w*|exempt\w*|free|releas\w+|discharg\w+|waiv\w+|immun\w+|indemnif\w+"
            r"|(?:borne|paid|met|provided|supplied) by|own (?:risk|expense|cost|account)"
            r"|expense|risk of|account of|responsibility of)\b",
        ),
        ("未(?:[发發][现現]|[达達]到)", r"\b(?:normal|negative|clear|below|short|under)\b"),
        (
            "[没沒]有?(?:任何|什[么麼]|太?大的?|[显顯]著)?的?(?:区别|區別|差[别別异異]|分[别別]|不同)",
            r"\b(?:same|identical\w*|alike|equal\w*|indistinguish\w*|similar\w*)\b",
        ),
        (
            "[没沒]有?(?:任何|什[么麼])?(?:问题|問題|关系|關係|[疑异異][问問议議]|意[见見])|不存在问题",
            r"\b(?:fine|all right|ok(?:ay)?|sure|certain\w*|agree\w*|concur\w*|right|yes|clear)\b",
        ),
        (
            "[没沒]有?(?:什[么麼]|人|[谁誰])?比[^，。；]{1,12}更|[没沒]有什[么麼]比|[没沒]有最好",
            r"\b(?:most|first|best|better|worst|above all|than any\w*|\w{2,}est)\b",
        ),
        (
            "[没沒]有?[^，。；]{1,8}?(?:[那这這][么麼样樣]|高|大|小|多|少|好|[长長]|快|[热熱]|冷|早|[远遠]"
            "|重|[强強]|[贵貴])",
            r"\bthan\b",
        ),
        ("[没沒]有?了(?!解)", r"\b(?:gone|vanished|lost|over|dead|died|used up)\b"),
        ("[没沒]有?(?:实权|實權)", r"\bsinecure"),
        # What goes on, and what has ended.
        (
            "[不没沒未勿别別无無][^，。；]{0,4}?(?:[结結]束|停|完[结結]|中[断斷]|[间間][断斷]|放[弃棄])",
            r"\b(?:contin\w+|go(?:es|ing)? on|went on|persist\w*|persever\w*|ongoing|keep\w*|kept"
            r"|still)\b",
        ),
        (
            "不再|[没沒]有?再",
            r"\b(?:ceas\w+|stop\w*|quit\w*|g[ai]ve\w* up|giving up|obsolete|retired?|abandon\w*"
            r"|expired?|end(?:ed|s|ing)?|no more|broke\w*|former\w*|closed"
            r"|free\w*|waiv\w+|out of)\b",
        ),
        ("[尚还還仍][未没沒]有?", r"\b(?:still|to be \w+|premature\w*|in progress|undergoing)\b"),
        ("未[经經](?:加工|[处處]理|提[炼煉])", r"\b(?:raw|crude|virgin|native)\b"),
        (
            "(?:没有?|沒有?|未|不会|不會|不[能可]?)死",
            r"\b(?:alive|surviv\w+|immortal\w*|live[sd]?)\b",
        ),
        # What people do and don't.
        (
            "[不没沒未勿别別无無][^，。；]{0,3}?忘",
            r"\b(?:remember\w*|recall\w*|mind|memor\w+|keep\w*|kept|true to|still)\b",
        ),
        (
            "[不没沒](?:要|得|能|可|用|必|[应應]|[许許]|准|需|有|宜)|[切请請]?勿",
            r"\b(?:keep\w*|kept|stay\w*|stand\w*|remain\w*|rest|leave)\b(?: [\w']+){0,3}? "
            r"(?:off|out|away|back|still|calm|clear|quiet|assured|inside|indoors|seated|shut|firm"
            r"|closed|put|awake|the same|constant|alone|seated|in your seats?)\b"
            r"|\bhold\b(?: the line)?(?=[,.!]|$)|\b(?:wait|take|save) your\b|\bplease hold\b",
        ),
        (
            "[切请請]?勿",
            r"\b(?:hands off|off[- ]limits|quiet|silen\w+|privacy|caution|danger|mind|beware)\b",
        ),
        (
            "[切请請]?勿",
            r"\b(?:hands off|off[- ]limits|quiet|silen\w+|privacy|caution|danger|mind|beware)\b",
        ),
        ("不[用必要]找(?:[钱錢零][钱錢]?)?了?", r"\bkeep (?:the|your) change\b"),
        (
            "[不没沒未]有?(?:[离離][开開去]|走(?![私漏])|[动動](?![作机機]))",
            r"\b(?:stay\w*|remain\w*|still|kept)\b",
        ),
        (
            "不(?:要|用|必|需要)[担擔]心",
            r"\b(?:assured|relax\w*|calm|easy|confident\w*)\b",
        ),
        (
            "[没沒]有?(?:[说說提回发發注][话話到及答言声聲意]?|[声聲]音|反[应應])",
            r"\b(?:quiet\w*|inert|omit\w*|overlook\w*|leaves? out|left out)\b",
        ),
        ("(?:无法|無法|不能)(?:确定|確定|得出)", r"\binconclusive\b"),
        (
            "(?:不符|[没沒未]有?(?:遵守|履行)|不[遵履][守行]|(?:未能|[无無]法|不能)[^，。；]{0,6}?[付偿償还還])",
            r"\b(?:breach\w*|violat\w+|default\w*|contrary|contraven\w+|conflict\w*|substandard"
            r"|infring\w+|depart\w*|deviat\w+|differ\w*|out of line|insolven\w+)\b",
        ),
        (
            "不(?:[违違]反|妨[碍礙]|影[响響]|抵触|抵觸)",
            r"\b(?:consistent\w*|compatib\w+|in keeping|in line|compl\w+|accord\w*|conform\w*"
            r"|surviv\w+|continu\w+|still|intact|in full)\b",
        ),
        (
            "[不没沒未]有?受?(?:到|任何)?(?:[伤傷]害|[伤傷]|[损損][坏壞害]?|[威危][胁脅险險]|污染|[影约約限干]\\w)",
            r"\b(?:safe\w*|intact|clean|immun\w+|libert\w+|well|unharmed|alive)\b",
        ),
        (
            "(?:[没沒]有?|未)(?:[发發][现現]|[见見])?(?:任何|明[显顯])?[异異]常",
            r"\b(?:normal|unremarkable)\b",
        ),
        ("[没沒]有?(?:人[员員])?[伤傷]亡", r"\b(?:safe\w*|well|all right)\b"),
        ("[没沒]有?犯?罪", r"\binnocen\w+\b"),
        (
            "(?:[没沒]有?|未)[获獲得]?(?:得到)?(?:批准|通[过過]|支持)|不(?:予|接受|同意|[赞贊]成)",
            r"\b(?:declin\w+|dismiss\w+|turn\w* down|dissent\w*|object(?:s|ed|ing|ions?)?\b"
            r"|vot\w+ down|defeat\w*|set aside|quash\w*|waiv\w+|disput\w+|frown\w*)\b",
        ),
        (
            "[无無][需须須]|不[需用必]",
            r"\b(?:waiv\w+|exempt\w*|optional\w*|automatic\w*|sav(?:e[sd]?|ing)|spar(?:e[sd]?|ing)"
            r"|redundant|let alone|of course|instead of)\b",
        ),
        ("不(?:愿|願|想|肯)意?", r"\b(?:loath|reluctan\w+|averse|shy\w* away|hesitan\w+)\b"),
        (
            "[并並]非易|不(?:容)?易|不是[^，。；]{0,3}易",
            r"\b(?:difficult\w*|hard\w*|tough|challeng\w+)\b",
        ),
        (
            "不宜|不[应應]|不能",
            r"\b(?:preferabl\w+|contraindicat\w*|minimi[sz]\w+)\b",
        ),
        ("(?:若|如果|倘若|假如)(?:不是|[没沒]有)", r"\b(?:but for|thanks to|of course|must)\b"),
        ("[并並]?(?:非|不是)(?:如此|[这這][样樣])", r"\b(?:contrary|opposite|otherwise|reverse)\b"),
        ("不得(?:上[诉訴]|申[诉訴])", r"\bfinal\b"),
        (
            "不能(?:使用|用|工作)|[无無]法(?:使用|工作|生存)",
            r"\b(?:broken|perish\w*|inviab\w+|d[iy]e\w*)\b",
        ),
    ),
    "en": _pairs(
        # Limits.
        (
            r"\b(?:not?|never)(?: be| to)?(?: any)? "
            rf"(?:exceed\w*|under|below|above|over|{_COMPARED})\b",
            "以[上下内內]|之[内內]|至[少多]|最[少多高低大小长長短迟遲早晚]|[为為]限|限[于於速制定]|[起足满滿达達]",
        ),
        (
            r"(?:\b(?:not?|never|none|nothing|nobody|cannot)\b|\w+n['’]t\b)[^.;!?]*"
            r"\b(?:until|unless|before|without)\b",
            "才|[之以][后後]|[后後](?:方|才|再|始|[，,])|方[可能得始]|只有|[仅僅][在限有当當]|直到|除[了非]"
            "|[须須需应應][^，。；]{0,6}先|[先经經][^，。；]{0,8}(?:[后後再]|批准|同意|[许許]可)"
            "|之?前[，,][^。；]{0,4}[应應须須必]",
        ),
        (r"\bno \w+er than\b", "[只仅僅才]|至多|最多|以[下内內]"),
        (
            r"(?:\bnot|\w+n['’]t)(?: \w+){0,4} yet\b|\bnot yet\b",
            "之前|以前|前[，,。]",
        ),
        (
            r"\bnever\b[^.;!?]*\b(?:before|previously)\b",
            "首[次届屆个個度创創]|第一次|空前|史[无無]前例|初次|[头頭]一",
        ),
        # What has ended, or is gone.
        (
            r"\bno (?:longer|more)\b",
            "修复|修復|取消|[结結]束|曾|停|[废廢]|过[期时]|過[期時]|失效|[终終]止|解除|退|戒|去世|逝|死|下架|罄|完",
        ),
        (r"\bno\b", "[熄踪蹤迹跡][灭滅]"),
        (
            r"\b(?:not?|never)\b|n['’]t\b",
            "停[航课課工电電水产產运運业業播刊诊診]|忌",
        ),
        (
            r"\bno (?:further|other|more) (?:business|matters?|items?|questions?|comments?)\b",
            "[毕畢完]|[结結]束|[散休闭閉][会會]",
        ),
        (
            r"\bnot?\b|n['’]t\b",
            "停了|罄|空[无無手白腹着著]|落空|徒[劳勞然有]|枉|白[费費跑来來]|逃[课課学學]|谢[绝絕]|慎[食用服入]"
            "|戒[烟煙酒掉除]|免[费費票签簽税稅]",
        ),
        (
            r"(?:\bnot|\bno|n['’]t)(?: \w+){0,2} (?:take place|held?|hold|go ahead|happen\w*)",
            "取消|停",
        ),
        (r"\bnothing\b|\bnone\b", "罄|空[无無手]|白[费費跑来來]|只[剩有是]|全是"),
        (r"\bnever\b", "永|始[终終]|一直|[总總](?:是|在|能|会|會)|每次"),
        (
            r"\b(?:no ?one|nobody|nothing|none|no)\b(?: \w+){0,3}? "
            r"(?:else|but|except|other|more)\b",
            "[只唯独獨]|[仅僅]|而已",
        ),
        (
            r"\b(?:in )?no (?:time|delay)\b|(?:\bnot|n['’]t) (?:delay|wait)\b",
            "[马馬]上|立[即刻]|即刻|[转轉]眼|[尽盡]快|[赶趕][紧緊快]|速",
        ),
        *(
            (rf"(?:\b(?:not?|nothing|cannot)|n['’]t)(?: \w+){{0,2}} (?:{denied})\b", said)
            for denied, said in (
                ("open", "[闭閉休停]|打烊"),
                ("seats?|rooms?|vacanc(?:y|ies)|tickets?|places?|left", "[满滿罄]|完"),
                (
                    "work(?:ing|s)?|function(?:ing|s)?|on|free|available",
                    "故障|[坏壞]|失[灵靈效]|占[线線]|[关關][机機]",
                ),
                ("hear|see|speak|read|talk", "[聋聾盲哑啞瞎]"),
                ("married|spouse|husband|wife", "[单單独獨]身"),
                ("know|familiar|expert", "陌生|生疏|外行"),
                ("money|pay\\w*|afford", "[穷窮贫貧]|破[产產]"),
                ("eat|food|meat", "[饿餓素]"),
                ("entry|through|way", "封[闭閉锁鎖]|死|[单單]行"),
                ("worry|panic|fear|afraid|anxious|nervous", "[安放]心|[镇鎮冷]|壮胆"),
                ("surpris\\w+", "[难難]怪|可想而知|自然"),
            )
        ),
        (
            r"\b(?:do not|don['’]t)\b",
            "[小当當]心|住[手口嘴]|[够夠算免]了|保持|站[稳穩]|扶好|稍等|[随隨]意",
        ),
        # What people do and don't.
        (r"\b(?:not|nothing|never)\b|n['’]t\b", "[沉静靜缄緘]默|[闭閉]嘴|噤"),
        (
            r"(?:\b(?:not|never)|n['’]t)(?: \w+){0,2} "
            r"(?:forg[eo]t\w*|lose|leave|fail\w*|overlook\w*)",
            "[记記]|牢|保管|[带帶]|[务務]必|一定|看好",
        ),
        (
            r"(?:\b(?:not|never|cannot)|n['’]t)(?: \w+){0,3} (?:remember\w*|recall\w*|think)",
            "忘",
        ),
        (r"\bnot at all\b|\bn['’]t mention it\b", "[谢謝]|客[气氣]|哪[里裡]"),
        (r"\bnever (?:leav|ceas|stop|fail)\w*", "始[终終]|一直|[总總](?:是|在)"),
        (r"\bnot (?:involv|includ|cover|count)\w*", "[以之]外"),
        (r"(?:\bnot|n['’]t) matter\b", "[罢罷算]了"),
        (r"(?:\b(?:not|never)|n['’]t)(?: \w+){0,2} giv(?:e|ing) up", "[坚堅]持|到底|挺住|加油"),
        (
            r"(?:\bnot|n['’]t) (?:differ\w*|too \w+|bad\w*|far)\b",
            "同|一[样樣]|[很挺真]?好|近|旁|[边邊]",
        ),
        # Questions that deny: 谁知道, 有什么用.
        (
            r"\b(?:nobody|no ?one(?:['’]s)?|nowhere|nothing|none)\b",
            "[谁誰哪那]|什[么麼]|何[必须須需]",
        ),
        (
            r"\b(?:not?|never|cannot)\b|n['’]t\b",
            "[哪那][里裡儿兒]?(?:能|[会會]敢|有[这這]|[还還]|肯|[知記记])|[岂豈]|[难難]道"
            "|怎(?:[么麼](?:知道|可能|能|[会會]|敢|肯)|能|[会會]|敢|肯)"
            "|(?<!任)何(?:必|[须須需]|曾|[尝嘗]|苦|[来來])|有(?:什[么麼]|何|啥)(?:用|意思|意[义義]|好[的笑玩怕])",
        ),
    ),
}
"""What is denied in one language, and the words of the other that say the same without a denial."""

_AFFIRMING = {"zh": _CHINESE_AFFIRMING, "en": _ENGLISH_AFFIRMING}


def without_affirming(
    side: Side, other: Side, places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Leave out denials that deny nothing, or that the other side says without one.

    Two that affirm together (不得不), questions (有没有), "don't hesitate"; 不予退还 is "forfeit".

    Args:
        side: a Chinese or English text.
        other: the other side.
        places: where the first surely denies something.
    """
    affirming = [match.span() for match in _affirming(side, other)]
    return [
        (start, end)
        for start, end in places
        if all(end <= first or last <= start for first, last in affirming)
    ]


def _affirming(side: Side, other: Side) -> Iterator[re.Match[str]]:
    language = "zh" if side.is_chinese else "en"
    yield from _AFFIRMING[language].finditer(side.text)
    for own, said in _SAID_OTHERWISE[language]:
        if said.search(other.text):
            yield from own.finditer(side.text)
