"""Denials that deny nothing, or that the other side says without one, give no warning."""

import pytest

from tests.align.quality.pairs import found_by, pair

RIGHT = {
    "a question that ends in 没有": [
        ("你娶亲了没有？", "Are you married?"),
        ("你听明白了没有？", "Did you take in what I said?"),
        ("让她看看腰断了没有。", "Let her check his back."),
        ("檢查門是否關好了沒有。", "Check that the door is closed."),
        ("你们有父亲有兄弟没有。", "Have you a father, or a brother?"),
    ],
    "a question of the form A不A": [
        ("你是不是病了？", "Are you ill?"),
        ("明天会不会下雨？", "Will it rain tomorrow?"),
        ("你愿不愿意帮忙？", "Would you be willing to help?"),
        ("他有没有罪，由法院判定。", "The court decides whether or not he is guilty."),
    ],
    "a question that affirms": [
        ("难道不是这样吗？", "Is that so?"),
        ("岂不是浪费？", "Would that be a waste?"),
        ("谁不想赢？", "Everybody wants to win."),
        ("可不是嘛", "Exactly!"),
        ("你会来的，对吧？", "You will come, won't you?"),
        ("漂亮吧？", "Isn't it beautiful?"),
        ("来试试看？", "Why not try it?"),
    ],
    "a question that denies": [
        ("谁知道", "Nobody knows."),
        ("有什么用？", "That's no use."),
        ("我怎么知道？", "I don't know!"),
        ("怎能忘记？", "We cannot forget."),
        ("何必呢", "There is no need."),
    ],
    "two negations that affirm together": [
        ("我们不得不推迟会议。", "We had to postpone the meeting."),
        ("我们不能不感谢他", "We owe him our thanks"),
        ("没有一天不想你", "I think of you every day."),
        ("无所不能", "almighty"),
        ("工程并非没有困难", "The works have had their difficulties."),
        ("不排除进一步行动的可能", "Further action is possible."),
        ("他只好笑", "He could not but laugh."),
        ("他们只得等待", "They had no alternative but to wait."),
        ("这很常见", "This is not uncommon."),
    ],
    "a limit": [
        ("高度不得超过三米", "The height may be up to three metres."),
        ("宽度不得少于900毫米", "a minimum width of 900 mm"),
        ("不应低于18℃", "should be kept at 18 °C or above"),
        ("不得晚于6月30日", "by 30 June"),
        ("最低五十元", "not lower than 50 yuan"),
        ("期限以两年为限", "The term must not be longer than two years."),
        ("十八岁以上", "not younger than eighteen"),
        ("水只有手指那么宽", "The water is no wider than a finger."),
    ],
    "a time": [
        ("获得批准后方可施工", "Work may not begin until approved."),
        ("只有付款后才发货", "Goods are not shipped before payment."),
        ("首次达到", "had never been reached before"),
        ("牢记战争的惨痛", "The scourge of war is not forgotten."),
        ("尚未成熟", "premature"),
        ("转眼就到了", "It was no time before we arrived"),
    ],
    "a comparison": [
        ("没有比安全更重要的了", "Safety is the most important thing."),
        ("最重要的是安全", "Nothing is more important than safety."),
        ("北京没有上海热", "Shanghai is hotter than Beijing."),
        ("再好不过", "It could not be better."),
    ],
    "a set phrase": [
        ("恨不得飞回去", "I wished I could fly back."),
        ("怪不得他生气", "So that is why he is angry."),
        ("不用谢", "My pleasure."),
        ("委员表达了不同意见", "Members expressed other views"),
        ("是老师也是朋友", "not just a teacher but a friend"),
        ("还有费用", "not to mention the cost"),
        ("只是一个玩笑", "nothing more than a joke"),
        ("不是今天就是明天", "today or tomorrow"),
        ("只有他知道", "No one but him knows."),
        ("有问题请随时联系", "Please don’t hesitate to contact us"),
    ],
    "the opposite of what is denied": [
        ("没有忘记你", "I remember you"),
        ("我忘了他的名字", "I can't remember his name."),
        ("战争没有结束", "The war goes on."),
        ("不再等了", "gave up waiting"),
        ("不要靠近", "Keep away."),
        ("请放在儿童不能接触的地方", "Keep out of the reach of children."),
        ("没有什么区别", "much the same"),
        ("不受伤害", "safe from harm"),
        ("未获通过", "was voted down"),
        ("无法区分", "indistinguishable"),
        ("不适用", "N/A"),
        ("他沉默了", "He said nothing."),
        ("全天停航", "There would be no sailings that day."),
        ("今日闭馆", "not open today"),
        ("请放心", "Please don't worry"),
        ("我不知道是谁", "i dont know who it is"),
        ("请不要挂断", "Please hold."),
        ("未发现明显异常", "unremarkable"),
        ("谢谢", "Not at all."),
    ],
    "what stays as it is": [
        ("零钱不用找了", "Keep the change."),
        ("她没有离开村子。", "She stayed in the village."),
        ("整夜没动", "It lay still all night."),
    ],
    "duties, prices and debts": [
        ("卖方不承担运输费用。", "The transport costs are borne by the buyer."),
        ("遗失物品，本店不负责。", "Belongings are left at the owner's own risk."),
        ("未付款项", "outstanding amounts"),
        ("未付工资", "back wages"),
        ("被告未支付货款。", "The defendant still owes the price."),
        ("价格不含税。", "Prices are net of tax."),
        ("房价不含早餐。", "Breakfast is extra."),
        ("该服务不收费。", "The service is complimentary."),
        ("已拆封商品不退货。", "Opened goods: all sales are final."),
        ("本条不影响其他条款的效力。", "The other clauses continue in full force."),
        ("金额未超过限额。", "The amount is within the limit."),
        ("各项指标未发现问题。", "All readings are normal."),
        ("不负责任的做法", "an irresponsible act"),
    ],
    "signs and customs": [
        ("请勿触摸", "Hands off"),
        ("请勿倚靠车门", "Stand clear of the doors"),
        ("请勿喧哗", "Quiet, please"),
        ("当地人忌讳吃鱼时翻鱼。", "Never turn a fish over on your plate."),
        ("大风停航。", "It does not sail in strong winds."),
        ("議事完畢，會議於四時結束。", "There being no further business, the meeting closed at 4."),
    ],
}

WRONG = [
    ("总额不得超过一百万元", "The total shall exceed one million yuan."),
    ("总额不得超过一百万元", "The total shall be more than one million yuan."),
    ("他没有来参加会议", "He attended the meeting."),
    ("這一條不適用於船舶", "The article applies to ships."),
    ("政府无权征税", "The Government has the right to levy taxes."),
    ("病毒很可不能蔓延", "The virus is likely to spread"),
    ("各方未能达成协议", "The parties reached an agreement"),
    ("不要说谎", "Tell lies"),
    ("应当在收到通知后付款", "Payment shall not be made on receipt of the notice"),
    ("人人享有权利", "No one has the right"),
    ("孕妇可以服用", "Pregnant women should not take it"),
    (
        "鉴于停火线的局势，该干事至关重要",
        "The Officer is not essential in view of the ceasefire line",
    ),
    ("请关门", "Please do not close the door"),
    ("她没有离开村子", "She left the village"),
    ("尚未付款", "Payment was made"),
    ("不包括税费", "includes taxes"),
    ("三国签署了谅解备忘录", "The three States have not signed a memorandum"),
    ("卖方不承担运输费用。", "The seller shall bear the cost of transport."),
    ("保险人不负责赔偿。", "The insurer shall be liable."),
    ("切勿使用酒精。", "Use alcohol."),
    ("被告未支付货款。", "The defendant paid for the goods."),
    ("本产品不含防腐剂。", "This product contains preservatives."),
    ("应收款项不计息。", "Receivables are interest-bearing."),
    ("他从来不喝酒。", "He always drinks alcohol."),
    ("买方未提出质量异议。", "The buyer raised an objection as to quality."),
    ("标准未超过法律规定。", "The rate exceeds that permitted by law."),
    ("乙方不享有优先权。", "The second party has priority."),
]


@pytest.mark.parametrize(
    ("source", "target"),
    [pytest.param(*one, id=f"{kind}: {one[0]}") for kind in RIGHT for one in RIGHT[kind]],
)
def test_what_denies_nothing_gives_no_warning(source: str, target: str) -> None:
    assert not found_by("negation", pair(source, target))
    assert not found_by("negation", pair(target, source, ("en", "zh-CN")))


@pytest.mark.parametrize(("source", "target"), WRONG)
def test_what_denies_does(source: str, target: str) -> None:
    assert found_by("negation", pair(source, target))
    assert found_by("negation", pair(target, source, ("en", "zh-CN")))


def test_a_side_in_another_language_than_its_tag_is_not_asked() -> None:
    assert not found_by("negation", pair("Boosts tropical but not temperate crops", "Boosts crops"))
    assert not found_by("negation", pair("不要拖动行李箱", "スーツケースを"))
