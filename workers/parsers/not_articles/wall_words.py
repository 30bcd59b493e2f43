"""The words of pages that servers show in the place of an article, in many languages."""

# ruff: noqa: RUF001 - words are spelled with the letters of their language

from __future__ import annotations

import re
from typing import Final

ERRORS: Final = frozenset(
    (
        "not found", "page not found", "this page could not be found",
        "that page can't be found", "oops! that page can't be found",
        "file or directory not found", "object not found", "forbidden", "access denied",
        "access forbidden", "permission denied", "access restricted", "bad gateway",
        "gateway timeout", "gateway time-out", "bad request", "service unavailable",
        "service temporarily unavailable", "temporarily unavailable", "request timeout",
        "internal server error", "server error", "too many requests", "website is offline",
        "site not found", "under maintenance", "site under maintenance",
        "down for maintenance", "scheduled maintenance", "seite nicht gefunden",
        "seite wurde nicht gefunden", "die seite wurde nicht gefunden",
        "zugriff verweigert", "wartungsarbeiten", "wartungsmodus", "page non trouvée",
        "page introuvable", "accès refusé", "accès interdit", "site en maintenance",
        "página no encontrada", "no se encontró la página", "acceso denegado",
        "página não encontrada", "acesso negado", "pagina non trovata", "accesso negato",
        "pagina niet gevonden", "toegang geweigerd", "sidan hittades inte",
        "sidan kunde inte hittas", "siden ble ikke funnet", "siden blev ikke fundet",
        "siden findes ikke", "sivua ei löydy", "sivua ei löytynyt", "nie znaleziono strony",
        "strona nie została znaleziona", "stránka nenalezena", "stránka nebyla nalezena",
        "stránka sa nenašla", "az oldal nem található", "pagina nu a fost găsită",
        "sayfa bulunamadı", "erişim engellendi", "страница не найдена", "доступ запрещен",
        "доступ запрещён", "сторінку не знайдено", "страницата не е намерена",
        "η σελίδα δεν βρέθηκε", "הדף לא נמצא", "الصفحة غير موجودة", "صفحه یافت نشد",
        "पृष्ठ नहीं मिला", "ページが見つかりません",
        "お探しのページは見つかりませんでした",
        "页面不存在", "找不到页面", "页面未找到", "找不到網頁",
        "페이지를 찾을 수 없습니다", "halaman tidak ditemukan",
        "không tìm thấy trang",
        "sorry, the page you requested was not found", "oops, that page can't be found",
    )
)  # fmt: skip
"""Titles of errors in the words of servers and of systems that keep sites, in small letters."""

HEADLINES: Final = frozenset(
    (
        "not found", "forbidden", "access denied", "access forbidden", "permission denied",
        "access restricted", "service unavailable", "temporarily unavailable", "server error",
        "under maintenance", "scheduled maintenance", "down for maintenance", "bad request",
        "too many requests", "just a moment", "attention required", "captcha", "one more step",
        "security check", "request rejected", "zugriff verweigert", "wartungsarbeiten",
        "wartungsmodus", "accès refusé", "accès interdit", "acceso denegado", "acesso negado",
        "accesso negato", "toegang geweigerd", "доступ запрещен", "доступ запрещён",
        "erişim engellendi",
    )
)  # fmt: skip
"""Titles of errors and checks that an article may have as well."""

PAGES: Final = re.compile(
    r"\b(?:you|your|pages?|(?:this |our |web)site|server|url|requests?|browser|resource"
    r"|javascript|cookies?|human|robot|connection|try again|back soon|seiten?|sie|ihre?[nmrs]?"
    r"|vous|votre|p[áa]gina|sitio|usted|voc[êe]|sito|страниц\w{1,3}|сайт\w{0,3}|вы|вас|ваш\w{0,3}"
    r"|u|uw|sayfa\w{0,3})\b",
    re.IGNORECASE,
)
"""What is said under them in an article's place: it speaks to the reader, and of pages."""

CHECKS: Final = re.compile(
    r"just a moment|attention required|(?:are you|bist du|sind sie|êtes-vous) .{0,12}"
    r"(?:robot|human|bot|mensch|roboter)|robot check|pardon our interruption"
    r"|(?:one more|security|human|bot) (?:step|check|verification)|checking your browser.{0,60}"
    r"|(?:please )?verify(?:ing)? (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot)"
    r"|access to this page has been denied|sorry, you have been blocked|request rejected"
    r"|client challenge|ddos protection by .{1,20}|captcha|no eres un robot|вы не робот"
    r"|安全验证|人机验证",
    re.IGNORECASE,
)
"""The title of a check whether a person asks, or the part of it beside the site's name."""

SAID: Final = re.compile(
    r"enable js and disable any ad ?blocker|enable javascript and cookies to continue"
    r"|checking your browser before accessing|incapsula incident id|cloudflare ray id"
    r"|unusual traffic from your"
    r"|verify(?:ing)? (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot)"
    r"|press (?:&|and) hold to confirm|requested url was (?:not found|rejected)"
    r"|you don't have permission to access"
    r"|(?:server|site) is (?:temporarily unable|currently undergoing|down for) .{0,30}maintenance"
    r"|the page you (?:are|were) looking for"
    r" (?:doesn't|does not|could not|cannot|can't|was not|is no)"
    r"|die (?:von ihnen )?(?:gesuchte|angeforderte) seite .{0,40}nicht"
    r"|la page (?:que vous )?(?:demandée|recherchez) .{0,40}pas",
    re.IGNORECASE,
)
"""What only such pages say, in their own words."""

COOKIES: Final = re.compile(
    r"cookie|consent|einwilligung|zustimm|datenschutz|privacy|privat|données personnelles"
    r"|vie privée|consentement|privacidad|consentimiento|trattamento dei dati|personvern"
    r"|integritet|prywatno|partner|tracking|werbung|advertis|publicit",
    re.IGNORECASE,
)
"""What a notice about cookies speaks of."""

OURS: Final = re.compile(
    r"\bwe (?:use|and our|value your|and selected|store|process)|\bour partners\b"
    r"|\bwir (?:verwenden|nutzen|setzen|und)|verwenden wir|nutzen wir"
    r"|nous (?:utilisons|et nos)|nos partenaires|utili[sz]amos|nuestros socios"
    r"|usamos cookies|utilizziamo|i nostri partner|wij (?:gebruiken|en onze)|we gebruiken"
    r"|vi (?:bruker|använder|bruger)|używamy|мы используем|käytämme",
    re.IGNORECASE,
)
"""… and that it speaks of its own site."""
