"""XML is read without entities, network or unbounded depth, whatever it holds."""

from __future__ import annotations

import pytest

from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import BILLION_LAUGHS, FOREIGN
from workers.parsers.base import Limits, ParseContext, RawFile
from workers.parsers.xml_formats.pieces import pieces, whole
from workers.parsers.xml_formats.safe import language, local, parse, prepare, sniff, text


def read(data: bytes, **limits: int) -> str:
    context = ParseContext(limits=Limits(**limits))
    return text(parse(prepare(RawFile(name="a.xml", content=data), context).text))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<a>" * 100_000 + b"</a>" * 100_000, Reason.TOO_DEEP),
        (f"{BILLION_LAUGHS}<x>&a9;</x>".encode(), Reason.EXPANDS_TOO_MUCH),
        (f'{BILLION_LAUGHS}<x y="&a9;"/>'.encode(), Reason.EXPANDS_TOO_MUCH),
        (b'<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><x>&a;</x>', Reason.EXPANDS_TOO_MUCH),
        (b"<x>" + b"y" * 11_000_000 + b"</x>", Reason.TOO_LARGE),
        (b'<x y="' + b"y" * 11_000_000 + b'"/>', Reason.TOO_LARGE),
        (b"<x><y></x>", Reason.MALFORMED),
        (b"<x>", Reason.MALFORMED),
        (b" \n ", Reason.EMPTY),
    ],
    ids=["deep", "laughs", "laughs in attribute", "loop", "text", "attribute", "tags", "cut",
         "empty"],
)  # fmt: skip
def test_hostile_and_broken_xml_is_refused_with_its_reason(data: bytes, reason: Reason) -> None:
    """Nothing but `Rejected` comes out, and soon."""
    with pytest.raises(Rejected) as caught:
        read(data)
    assert caught.value.reason is reason


def test_an_external_entity_is_never_opened() -> None:
    """Its reference is gone, the text around it stays."""
    assert read(f"{FOREIGN}<x>before &secret; after</x>".encode()) == "before after"


def test_words_that_a_document_declares_for_itself_stand_in_its_text() -> None:
    """In text and attributes, once declared, before the names of HTML; and in no CDATA."""
    words = "<!ENTITY site 'Harbour &amp; \"Bay\"'><!ENTITY site 'no'> <!ENTITY eacute 'E'>"
    document = (
        f'<!DOCTYPE x [{words}]><x y="&site;">&site; caf&eacute; <![CDATA[&site;]]></x>'.encode()
    )
    assert read(document) == 'Harbour & "Bay" cafE &site;'
    root = parse(prepare(RawFile(name="a.xml", content=document), ParseContext()).text)
    assert root.get("y") == 'Harbour & "Bay"'


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'b&#0;c&#9999999;'>]><x>&a;</x>", "b\ufffdc\ufffd"),
        ("<x><![CDATA[<!ENTITY copy 'no'>]]> &copy;</x>", "<!ENTITY copy 'no'> ©"),
        ("<!DOCTYPE x [ <!-- <!ENTITY a 'no'> --> <!ENTITY a 'b'> ]><x>&a;</x>", "b"),
        ("<!DOCTYPE x SYSTEM 'a'><x><![CDATA[<!ENTITY copy 'no'>]]> &copy;</x>",
         "<!ENTITY copy 'no'> ©"),
    ],
    ids=["no characters", "an article on XML", "a comment", "no brackets"],
)  # fmt: skip
def test_a_document_declares_in_the_brackets_of_its_type_alone(document: str, said: str) -> None:
    """What an article or a comment says of entities declares none; numbers of none break none."""
    assert read(document.encode()) == said


@pytest.mark.parametrize(
    ("entity", "times"),
    [("<b>markup</b>", 1), ("&other;", 1), ("y" * 201, 1), ("y" * 200, 1000)],
    ids=["markup", "another", "long", "often"],
)
def test_entities_that_hold_more_than_a_few_words_stand_for_nothing(
    entity: str, times: int
) -> None:
    """A document never gets twice as long by them."""
    declared = f"<!DOCTYPE x [<!ENTITY other '<i/>'><!ENTITY a '{entity}'>]>"
    document = f"{declared}<x>before {'&a;' * times}after</x>"
    assert read(document.encode()) == "before after"


def test_a_document_above_the_limit_is_too_large() -> None:
    """Before it is parsed."""
    with pytest.raises(Rejected) as caught:
        read(b"<x>" + b"y" * 100 + b"</x>", file_bytes=50)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<x>Q&A &nbsp;&eacute;&unknown; &lt;</x>", "Q&A é&unknown; <"),
        (b"<x>a&#0;b&#x1F;c&#233;</x>", "abcé"),
        (b"<x>a\x00b\x0bc</x>", "abc"),
        (b"<x><![CDATA[A & B &nbsp;]]></x>", "A & B &nbsp;"),
        ("<?xml version='1.0' encoding='windows-1252'?><x>Größe</x>".encode(), "Größe"),
        ("<?xml version='1.0' encoding='utf-8'?><x>Größe und Weite</x>".encode("cp1252"),
         "Größe und Weite"),
        ("<?xml version='1.0' encoding='utf-16'?><x>Größe</x>".encode("utf-16"), "Größe"),
        (b"\n <?xml version='1.0'?><x>late</x>", "late"),
        (b"<x><dc:y>undeclared</dc:y></x>", "undeclared"),
    ],
)  # fmt: skip
def test_what_publishers_get_wrong_is_mended(data: bytes, found: str) -> None:
    """Bare ampersands, HTML's entities, control characters, wrong charsets, lost prefixes."""
    assert read(data) == found


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<rss version='2.0'>", "rss"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <feed> --><rdf:RDF a='b'", None),
        (b"<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'x' [<!ENTITY a 'b'>]>\n<nitf>", "nitf"),
        ("<?xml version='1.0'?><feed>".encode("utf-16"), "feed"),
        (b"<rdf:RDF>", "RDF"),
        (b"no <tag> first", None),
        (b"", None),
    ],
)
def test_the_first_tag_is_found_behind_what_may_precede_it(head: bytes, name: str | None) -> None:
    """Marks, declarations, comments and a document type."""
    root = sniff(head + b"" if name else head[:20])
    assert (root.name if root else None) == name


def test_a_language_holds_for_what_is_inside() -> None:
    """The nearest ancestor's counts."""
    root = parse('<a xml:lang="fr"><b><c/></b></a>')
    assert [language(one) for one in root.iter()] == ["fr", "fr", "fr"]


def test_pieces_are_whole_elements_with_their_namespaces() -> None:
    """A broken one is mended, an unfinished one is not there, and the others do not notice."""
    source = (
        '<r xmlns="u" xmlns:d="v"><i>one</i><i><b>two</i>'
        "<i><![CDATA[</i>]]><d:x>three</d:x></i><i>four"
    )
    found = list(pieces(source, frozenset({"i"})))
    assert [(text(one), mended) for one, mended in found] == [
        ("one", False),
        ("two", True),
        ("</i>three", False),
    ]
    assert {local(one) for one, _ in found} == {"i"}


def test_a_document_that_has_its_end_is_mended_and_one_that_breaks_off_is_not() -> None:
    """A mistake in the middle is a mistake; a missing end may be half an article."""
    root, mended = whole("<x><p>one<b></p></x>", "x")
    assert (text(root), mended) == ("one", True)
    with pytest.raises(Rejected) as caught:
        whole("<x><p>one</p>", "x")
    assert caught.value.reason is Reason.MALFORMED
