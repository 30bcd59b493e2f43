"""Words for the day of publication, and of an update, in languages that few lists have."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language
from __future__ import annotations

from workers.words.listed import words

PUBLISHED = words(
    """
    argitaratua, gepubliseer, birt, publikované, zverejnené, uverejnené, објавено,
    апублікавана, дата публікацыі, жарияланды, жарияланған, chop etilgan, e’lon qilingan, dərc
    olunub, dərc edilib, հրապարակված է, հրապարակվել է, გამოქვეყნდა, გამოქვეყნებულია,
    publikuar, botuar, اشاعت, شائع, تاریخ اشاعت, પ્રકાશિત, પ્રકાશન તારીખ, ਪ੍ਰਕਾਸ਼ਿਤ,
    வெளியிடப்பட்டது, பதிவு, ప్రచురణ, ప్రచురించబడింది, పోస్ట్ చేసిన తేదీ, ಪ್ರಕಟಣೆ, ಪ್ರಕಟವಾದ
    ದಿನಾಂಕ, പ്രസിദ്ധീകരിച്ചത്, ප්‍රකාශිත, පළ කළ, ເຜີຍແຜ່, ចុះផ្សាយ, បានផ្សាយ, ထုတ်ပြန်သည့်ရက်,
    xuất bản, nai-publish, imechapishwa, የታተመበት, нийтэлсэн, нийтлэсэн
    """
)
UPDATED = words(
    """
    actualitzat, eguneratua, azken eguneraketa, opgedateer, laas opgedateer, uppfært, síðast
    uppfært, atjaunots, papildināts, aktualizované, posodobljeno, обновено, последна
    актуализация, абноўлена, жаңартылды, жаңартылған, yangilangan, yenilənib, թարմացված է,
    թարմացվել է, განახლდა, განახლებულია, përditësuar, azhurnuar, اپ ڈیٹ, آخری اپ ڈیٹ, अपडेटेड,
    अंतिम अद्यतन, अद्ययावत, अद्यावधिक, અપડેટ, છેલ્લે અપડેટ, ਅੱਪਡੇਟ, ਅਪਡੇਟ,
    புதுப்பிக்கப்பட்டது, అప్‌డేట్, అప్డేట్, ನವೀಕರಣ, ಅಪ್‌ಡೇಟ್, പുതുക്കിയത്, അപ്ഡേറ്റ്,
    යාවත්කාලීන, ອັບເດດ, ធ្វើបច្ចុប្បន្នភាព, ပြင်ဆင်သည့်ရက်, na-update, imesasishwa, የተሻሻለበት,
    шинэчилсэн, шинэчлэгдсэн, 更新時間
    """
)
