"""The words that the splitting of Chinese looks at, in simplified and traditional characters."""


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# The ends of verbs of speech, for the words between a quotation and what follows: “走吧！”他说。
SPEECH_VERBS = _words(
    """
    说 說 道 问 問 答 喊 嚷 骂 罵 吼 叹 嘆 劝 勸 喝 曰 云 叫着 喊着 回应
    回應 解释 解釋 补充 補充 宣布 表示 强调 強調 反驳 反駁 嘀咕 嘟囔 自语 自語
    低语 低語 惊呼 驚呼 命令 吩咐 请求 請求 哀求 央求 抗议 抗議 提议 提議
    """
)

# Characters in front of them that make another word: 小说, 访问, 知道.
NO_SPEECH_BEFORE = "小传傳学學据據听聽胡没沒不访訪疑顾顧知报報街铁鐵管频頻轨軌"

# A character in front of an opening quotation mark that shows it to be speech, not a term.
SPEECH_CHARACTERS = frozenset("说說道问問答喊叫嚷笑骂罵吼叹嘆劝勸喝曰云写寫称稱想念唱呼讲講")

# What follows a quotation that is a part of its sentence: “着火了！”的喊声
CONTINUATIONS = _words(
    """
    的 之 是 一词 一詞 一语 一語 一句 一类 一類 这样 這樣 这句 這句 等等 等词
    等詞 等语 等語
    """
)
