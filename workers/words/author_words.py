"""
Words for who wrote it, in languages of which none else stands with the patterns of bylines.

Those who look for a byline, for a label line, and who clean names, all ask here.
"""

from __future__ import annotations

import re

from workers.words.listed import words

LABELS = words(
    """
    autorius, autorė, autoriai, parengė, autors, autoru, sagatavoja, avtor, avtorica, avtorja,
    avtorji, novinar, novinarka, müəllif, muallif, муаллиф, höfundur, blaðamaður, údar,
    scríbhneoir, mwandishi, waandishi, egilea, idazlea, autori, autorja, shkruan, përgatiti,
    аутори, ауторка, пишува, пише, подготви, аўтар, аўтары, аўтарка, зохиогч, нийтлэлч,
    сурвалжлагч, бэлтгэсэн, дайындаған, даярлаган, skrywer, outeur, awdur, awtur, schreift,
    dziennikarka, zpracoval, zpracovala, připravila, spracoval, spracovala, pripravil,
    pripravila, scris de, reporteri, հեղինակ, հեղինակներ, լրագրող, ავტორი, ავტორები,
    ჟურნალისტი, მოამზადა, લેખક, લેખિકા, સંવાદદાતા, ଲେଖକ, ଲେଖିକା, ସାମ୍ବାଦିକ, எழுதியவர்,
    ஆசிரியர், நிருபர், செய்தியாளர், కథనం, రచయిత, రచన, విలేకరి, ಲೇಖಕ, ಲೇಖಕರು, ಬರಹ, ವರದಿಗಾರ,
    ലേഖകൻ, ലേഖിക, തയ്യാറാക്കിയത്, ਲੇਖਕ, ਪੱਤਰਕਾਰ, প্রতিবেদক, প্রতিবেদন, লিখেছেন, প্রতিনিধি,
    प्रतिनिधी, वार्ताहर, संवाददाता, लेखन, पत्रकार, تحریر, مصنف, نمائندہ, رپورٹر, لیکوال,
    ليکونکی, نووسەر, مراسل, مراسلة, كتابة, تقرير, כותבת, כתבת, ලේඛක, ලියන්නේ, ผู้รายงาน,
    ຜູ້ຂຽນ, អ្នកនិពន្ធ, សរសេរដោយ, ရေးသားသူ, သတင်းထောက်, ጸሐፊ, ዘጋቢ
    """
)
"""What stands with a sign before the names, or alone above them."""
ANY_LABEL = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
OPENERS = ("eftir", "пишува", "пише", "deur", "vum", "shkruan", "parengė", "skrifar")
"""What stands before the names without a sign."""
OFFICES = words(
    """
    مراسل, مراسلة, مراسلنا, صحفي, صحافي, صحفية, صحافية, كاتب, كاتبة, محرر, محررة, خبرنگار,
    نویسنده, روزنامه‌نگار, כתב, כתבת, כתבנו, עיתונאי, עיתונאית, פרשן, פרשנית, संवाददाता,
    पत्रकार, लेखक, प्रतिनिधी, वार्ताहर, प्रतिनिधि, প্রতিবেদক, নিজস্ব প্রতিবেদক, সাংবাদিক,
    লেখক, স্টাফ রিপোর্টার, સંવાદદાતા, પત્રકાર, લેખક, ସାମ୍ବାଦିକ, செய்தியாளர், நிருபர், విలేకరి,
    ವರದಿಗಾರ, ലേഖകൻ, ผู้สื่อข่าว, นักข่าว, นักเขียน, phóng viên, nhà báo, cộng tác viên, biên
    tập viên, լրագրող, ჟურნალისტი, نمائندہ, رپورٹر
    """
)
"""An office beside a name, in writing without capitals or a language that uses none there."""
