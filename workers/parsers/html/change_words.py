"""The words by which pages say that a day is that of a change, in many languages."""

# ruff: noqa: RUF001 - apostrophes are meant
from __future__ import annotations

import re

UPDATED = re.compile(
    r"updat|modif|aktuali[sz]|geändert|änderung|actualit?[sz]|atualiz|mise? à jour|aggiorn"
    r"|bijgewerkt|gewijzigd|(?<!vor)(?<!ab)(?<!an)(?<!under)(?<!ver)stand\b|bearbeit|\bedited|uppdater|ändrad|op{1,2}dater|endret|ændret"
    r"|päivitet|muokat|uuendat|atnaujin|ažurir|upraven|zmienion|zmodyfik|frissít|módosít|güncelle"
    r"|diperbar|pembaruan|dikemas kini|cập nhật|ενημ|обновл|обновен|изменен|оновлен|змінен|ажурир"
    r"|更新|수정(?!\s?기자)|업데이트|تحديث|تعديل|به\u200c?روزرسانی|بروزرسانی|ویرایش|עודכן|עדכון|अपडेट|अद्यतन|अद्यावत"
    r"|আপডেট|হালনাগাদ|புதுப்பி|อัปเดต|อัพเดต|แก้ไข|ปรับปรุง"
    r"|\brevised|\bamended|\bm[aà]j (?:le|à)\b|aangepast|überarbeitet|bygewerk|uppfær[ðt]|dagført"
    r"|atjaunin|posodob|eguneratu|aġġorn|përditës|diweddarwyd|nuashonra|τροποποι|абноўл"
    r"|жаңарт|шинэчил|yenilən|yangilan|son düzenle|diubah|(?:imes|ilis)asish|թարմացվ|განახლ"
    r"|修改|修订|修訂|改訂|اپ\s?ڈیٹ|अद्ययावत|अद्यावधिक|અપડેટ|ਅੱ?ਪਡੇਟ|అప్\u200c?డేట్|ನವೀಕರ|ಅಪ್\u200c?ಡೇಟ್"
    r"|അപ്\u200c?ഡേറ്റ്|പുതുക്കി|යාවත්කාලීන|បច្ចុប្បន្នភាព|ອັບເດດ",
    re.IGNORECASE,
)
PRINTED = re.compile(
    r"(?:(?:a version of )?this (?:article|story) (?:was published|appear(?:s|ed)) in"
    r" (?:the )?print"
    r"|wydrukowano|printed|gedruckt|imprim[éeio]\w*|impres[oa]|stampato|afgedrukt|utskriven|打印时间"
    r"|印刷日|print(?:ing)? date|date (?:printed|of printing|d[’']impression)|druckdatum"
    r"|fecha de impresión|data (?:di stampa|da impressão|wydruku))\b",
    re.IGNORECASE,
)
"""When somebody had the page printed, or which paper had the text on its pages."""
