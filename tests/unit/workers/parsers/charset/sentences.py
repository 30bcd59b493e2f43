# ruff: noqa: RUF001 - sentences of many scripts
"""A sentence in each charset."""

from __future__ import annotations

SENTENCES = {
    "windows-1252": "Die Bundesregierung möchte die Gebühren für Bücher nicht erhöhen.",
    "windows-1250": "Rząd zapowiedział, że nie będzie zmian w ustawie, bo jest na to za późno.",
    "windows-1251": "Правительство сообщило, что решение будет принято позже.",
    "koi8-u": "Уряд повідомив, що рішення про нові правила буде ухвалено пізніше.",
    "koi8-r": "Правительство сообщило, что решение будет принято позже.",
    "ibm866": "Правительство сообщило, что решение будет принято позже.",
    "iso-8859-5": "Правительство сообщило, что решение будет принято позже.",
    "iso-8859-2": "Vláda oznámila, že novou žádost o změnu zákona předloží až příští týden.",
    "windows-1253": "Η κυβέρνηση ανακοίνωσε ότι η απόφαση θα ληφθεί αργότερα.",
    "windows-1254": "Hükümet kararın daha sonra açıklanacağını ve değişiklik olmadığını bildirdi.",
    "windows-1255": "הממשלה הודיעה כי ההחלטה תתקבל מאוחר יותר",
    "windows-1256": "قالت الحكومة إن القرار سيتخذ في وقت لاحق",
    "windows-1257": "Vyriausybė pranešė, kad sprendimas bus priimtas vėliau, tačiau yra kitų.",
    "windows-874": "รัฐบาลกล่าวว่าจะตัดสินใจในภายหลัง",
    "gb18030": "政府表示，将在数据公布之后作出决定。",
    "big5": "政府表示，將在數據公布之後作出決定，民眾不必擔心。",
    "shift_jis": "政府は、数字が出てから決定すると述べた。",
    "euc-jp": "政府は、数字が出てから決定すると述べた。",
    "iso-2022-jp": "政府は、数字が出てから決定すると述べた。",
    "euc-kr": "정부는 수치가 나온 뒤 결정하겠다고 밝혔다.",
}

OLD = {
    "cp850": "Die Fähre wird für zwei Tage geprüft, und das ist nicht teuer, sagt die Behörde.",
    "macintosh": "Le préfet a dit que la première marée est forte et que les bateaux relâchent.",
    "cp852": "Rząd zapowiedział, że nie będzie zmian w ustawie, bo jest na to za późno.",
    "mac-latin2": "Rząd zapowiedział, że nie będzie zmian w ustawie, bo jest na to za późno.",
    "cp857": "Hükümet kararın daha sonra açıklanacağını ve bir değişiklik olmadığını bildirdi.",
    "cp775": "Vėliau pranešta, kad buvo ir kitų, tačiau dar apie tūkstantį žmonių.",
    "x-mac-cyrillic": "Москва. Новая паромная линия открылась вчера, её третья часть ещё строится.",
}
"""… in those of DOS and the old Mac."""

MARKED = [
    ("the ferry’s crew and the harbour’s office–it’s that… of the tide—was late", "1252"),
    ("the ferry…crew and the harbour–office of the tide–was late… in the bay…as told", "1252"),
    ("l’uomo che non ha una barca del porto: “dell’acqua”—il mare è per la gente", "1252"),
    ("die Straße und das Floß–nicht groß… der Fluß, die Grüße, ein süßer „Gruß“", "1252"),
    ("„Rząd” nie będzie–jak na zmiany… do ‚ustawy’ i za późno, oraz dla żony", "1250"),
    ("Prom będzie do rana jako ostatni. Jeśli ścieżka jest otwarta, będzie jako drugi.", "1250"),
    ("Она сказала: «Я знаю» — и вышла. Яхта стоит там же, где стояла вся семья.", "1251"),
]
"""
Texts with apostrophes and dashes of Windows where those have letters, and its page; and one whose
small words are those of another language.
"""

PYTHON = {"windows-874": "cp874", "ibm866": "cp866"}


def encoded(charset: str) -> bytes:
    """Return the charset's sentence in it."""
    return SENTENCES[charset].encode(PYTHON.get(charset, charset))
