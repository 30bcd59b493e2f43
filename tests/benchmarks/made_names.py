"""Names of people by locale, to be put into bylines: those of `Faker`, fetched once, and words."""

from __future__ import annotations

import importlib
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = "Faker==40.63.0"
_SEED = 7
_OTHER_KIND = ("en", "es")  # no country: two names of the same kind as others
_TITLES = ("prefixes", "suffixes", "degrees")
_WORDS = "words"
_NAMES_THAT_ARE_WORDS = """
Thomas More, Piers Paul Read, Mehr Tarar, Nikki Sunday, Min Jin Lee, Emily Post, Herbert Read,
Ted Post, Alec Home, Billy Sunday, Sunday Oliseh, Monday Okpebholo, Friday Okoro, Mark Read,
Judith Guest, Bill Press, Gretchen Daily, Saul Leiter, Jeffrey Sprecher, Kathy Ireland,
Anatole France, India Knight, Israel Adesanya, Kenya Barris, Lynndie England, April Jones,
Theresa May, June Brown, August Wilson, Jan Novak, Mai Nguyen, Forrest Mars, Avril Doyle,
John Size, Felix Bild, Pierre Taille, Anna Stand, Mary Page, Ellen Page, Bobby Gillespie,
Toby Young, Ruby Wax, Olaf Sundermeyer, Heidi Blake, Gustav Theile, Kaspar Schulz, Abby Phillip,
Tessa Share, Thomas Print, Karla Menu, Robert Search, Ines Thema, Paula Archives, Jo View,
Judith Miller, Ed Conway, Al Gore, Art Spiegelman, Bo Derek, Di Darling, Van Jones, Don Day,
Law Smith, Rich Sport, Dow Johnson, Will Self, Grace Dent, Max Frisch, Rose George, Victoria Street,
London Breed, Paris Lees, Sydney Smith, Chelsea Clinton, Dallas Green, Jordan Peele, Adam Tooze,
Christian Bank, Peter Abo, Marc Foto, Jean Image, Tim Source, Alan Edition, Joe Friday,
Ruby Tuesday, Nick Modified, Andreas Quelle, Nina Uhr, Julia Von Stand, Kim Content, Ana Mehr,
Rita All, Fred About, George Ago, Ingrid Comment, Dan Contact
"""
"""Persons, living and thought of, whose names are words of menus, calendars, maps and offices."""


def _faker(cache_folder: Path) -> Any:
    """Return the package's class; it is fetched where it is not there yet."""
    folder = cache_folder / "faker"
    if not (folder / "faker").exists():
        call = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps")
        wanted = ("--target", str(folder), _PACKAGE, "tzdata")
        subprocess.run([*call, *wanted], check=True, capture_output=True, timeout=300)
    sys.path.append(str(folder))
    return importlib.import_module("faker").Faker


def locales(cache_folder: Path) -> list[str]:
    """Return the locales whose persons have names of their own."""
    _faker(cache_folder)
    folder = cache_folder / "faker" / "faker" / "providers" / "person"
    names = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return [_WORDS, *(name for name in names if name not in _OTHER_KIND and name[0] != "_")]


def names_of(locale: str, count: int, cache_folder: Path) -> list[str]:
    """Return so many names of a locale, without titles and degrees, each once."""
    if locale == _WORDS:
        return " ".join(_NAMES_THAT_ARE_WORDS.split()).split(", ")
    maker = _faker(cache_folder)
    maker.seed(_SEED)
    fake = maker(locale)
    provider = next(each for each in fake.providers if hasattr(each, "first_names"))
    titles = tuple(
        f"{title} "
        for attribute in dir(provider)
        if attribute.startswith(_TITLES)
        for title in getattr(provider, attribute)
    )
    found: dict[str, None] = {}
    for _ in range(count * 20):
        name = unicodedata.normalize("NFC", " ".join(fake.name().split()))
        if _is_plain(name, titles):
            found[name] = None
        if len(found) == count:
            break
    return list(found)


def _is_plain(name: str, titles: tuple[str, ...]) -> bool:
    """Return whether a name is one as bylines have it: no title, no `Surname, Given`."""
    whole = not any(f" {title}" in f" {name} " for title in titles)
    return whole and not set(name) & set(".,;")
