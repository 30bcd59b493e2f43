"""What is done at the desk: files handed in, replayed and discarded; who may."""

from __future__ import annotations

from typing import Any

from shared.domain.access import Caller, Scope
from tests.integration.desking import Pages, words
from tests.stored import BROKEN, delivery_id
from tests.unit.services.api.access.doors import Kept


def test_one_who_may_only_read_sees_nothing_to_press(day: Pages) -> None:
    """Neither the drop nor the buttons; asking for it all the same is refused."""
    reader = Pages(day.storage, day.settings, Kept({"r": Caller("reader", Scope.READ)}, ever=True))
    held: dict[str, Any] = {"headers": {"authorization": "Bearer r"}}
    assert "Hand in" not in words(reader.ask("/desk/", **held))
    said = words(reader.ask("/desk/quarantine", **held))
    assert BROKEN in said
    assert "Replay" not in said
    refused = reader.ask("/desk/quarantine", "POST", data={"action": "replay"}, **held)
    assert refused.status_code == 403


def test_quarantine_is_grouped_and_can_be_replayed(desk: Pages) -> None:
    """One file by its box; the form of the page is all that is needed."""
    said = desk.text("/desk/quarantine")
    assert "not text 1" in said
    answer = desk.ask(
        "/desk/quarantine", "POST", data={"action": "replay", "ids": str(delivery_id(BROKEN))}
    )
    assert answer.status_code == 303
    assert "1 file will be read again" in desk.text(answer.headers["location"])
    with desk.storage.reading() as reading:
        assert reading.reasons() == {}


def test_discarding_is_asked_about_first(desk: Pages) -> None:
    """The answer to the first press is a question; only its own button discards."""
    chosen = {"action": "discard", "everything": "true", "reason": "not_text", "count": "1"}
    question = words(desk.ask("/desk/quarantine", "POST", data=chosen))
    assert "Discard all 1 file?" in question
    with desk.storage.reading() as reading:
        assert reading.reasons() == {"not_text": 1}
    answer = desk.ask("/desk/quarantine", "POST", data={**chosen, "confirmed": "true"})
    assert answer.status_code == 303
    with desk.storage.reading() as reading:
        assert reading.reasons() == {}
        row = reading.delivery(delivery_id(BROKEN))
    assert row is not None
    assert row["outcome"] == "discarded"


def test_all_of_a_reason_are_replayed_at_once(desk: Pages) -> None:
    """However many; those of another reason stay."""
    answer = desk.ask(
        "/desk/quarantine",
        "POST",
        data={"action": "replay", "everything": "true", "reason": "empty", "count": "0"},
    )
    assert answer.status_code == 303
    with desk.storage.reading() as reading:
        assert reading.reasons() == {"not_text": 1}
    desk.ask("/desk/quarantine", "POST", data={"action": "replay", "everything": "true"})
    with desk.storage.reading() as reading:
        assert reading.reasons() == {}


def test_nothing_chosen_is_said(desk: Pages) -> None:
    """The button was pressed before a box was ticked."""
    said = words(desk.ask("/desk/quarantine", "POST", data={"action": "replay"}), 422)
    assert "Nothing was chosen" in said


def test_another_sites_page_can_press_nothing(desk: Pages) -> None:
    """Its form reaches this machine with the browser's word for where it came from."""
    foreign = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}
    chosen = {"action": "replay", "everything": "true"}
    answer = desk.ask("/desk/quarantine", "POST", data=chosen, headers=foreign)
    assert answer.status_code == 403
    put = desk.ask("/desk/drop?name=a.txt", "PUT", content=b"news", headers=foreign)
    assert put.status_code == 403
    with desk.storage.reading() as reading:
        assert reading.reasons() == {"not_text": 1}
    assert list(desk.settings.inbox.iterdir()) == []


def test_files_come_in_by_a_script_and_by_a_form(desk: Pages) -> None:
    """One by one with its folders, or several at once; hidden ones are told."""
    put = desk.ask("/desk/drop?name=march/a.txt&provider=wire", "PUT", content=b"news")
    assert (put.status_code, put.json()) == (201, {"path": "wire/march/a.txt"})
    assert (desk.settings.inbox / "wire" / "march" / "a.txt").read_bytes() == b"news"
    hidden = desk.ask("/desk/drop?name=.DS_Store", "PUT", content=b"x")
    assert hidden.status_code == 422
    assert "left alone" in hidden.json()["detail"]
    form = desk.ask(
        "/desk/drop",
        "POST",
        data={"provider": "wire"},
        files=[("files", ("b.txt", b"one")), ("files", (".hidden", b"two"))],
    )
    assert (form.status_code, form.headers["location"]) == (303, "/desk/?dropped=1&left=1")
    assert "1 file was handed in; 1 was left out" in desk.text(form.headers["location"])
    assert (desk.settings.inbox / "wire" / "b.txt").read_bytes() == b"one"
