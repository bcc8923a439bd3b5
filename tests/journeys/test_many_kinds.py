"""Everything that is not words: stickers, voice, albums, contacts; groups, links, commands; two clients at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.standin.groups import Seat
from flows.commands import MENU

if TYPE_CHECKING:
    from tests.journeys.clinic import Clinic


@pytest.mark.parametrize("kind", ["sticker", "voice", "photo", "video_note", "document", "location"])
async def test_what_is_not_words_gets_a_kind_line_and_the_question_again(clinic: Clinic, kind: str) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.does(lambda: ana.phone.attach(kind))
    assert ana.sees("media")
    assert ana.sees("ask-area")
    assert len(ana.heard) == 1
    assert not [request for request in clinic.cloud.log if request.method == "getFile"]
    await ana.taps("choice-area-face")
    assert ana.state == "retinoid"


async def test_an_album_of_ten_gets_one_line(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.does(lambda: ana.phone.album(10))
    assert ana.times_seen("media") == 1
    await ana.does(lambda: ana.phone.album(3))
    assert ana.times_seen("media") == 2


async def test_the_own_number_is_shared_with_one_tap(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.gets_a_plan()
    await ana.taps("button-to_booking")
    await ana.taps("choice-next_step-call_me")
    assert ana.sees("ask-phone")
    await ana.does(lambda: ana.phone.press(clinic.wording.say("button-share_contact")))
    assert ana.given["phone"] == "+13145550100"
    assert ana.phone.keyboard is None
    await ana.taps("choice-best_time-morning")
    assert ana.state == "finished"
    assert ana.sees("receipt-call_me")


async def test_somebody_elses_contact_is_not_taken_and_a_typed_number_is(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.gets_a_plan()
    await ana.taps("button-to_booking")
    await ana.taps("choice-next_step-call_me")
    await ana.does(lambda: ana.phone.send_contact("Mum", "+13145550188"))
    assert ana.sees("contact-not_own")
    assert "phone" not in ana.given
    await ana.says("12345")
    assert ana.sees("again-not_a_phone")
    await ana.says("(314) 555-0123")
    assert ana.given["phone"] == "+13145550123"
    assert ana.phone.keyboard is None
    await ana.says("evenings")
    await ana.says("yes")
    assert (ana.given["best_time"], ana.state) == ("evening", "finished")


async def test_a_contact_that_nobody_asked_for_is_not_taken(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.does(ana.phone.share_contact)
    assert ana.sees("contact-not_now")
    assert ana.sees("ask-area")
    assert "phone" not in ana.given


async def test_in_a_group_the_bot_explains_itself_once_and_takes_no_intake(clinic: Clinic) -> None:
    ana = clinic.client()
    friends = clinic.cloud.add_group("Friends")
    seat = Seat(ana.phone, friends)
    await ana.does(seat.join, seat.add_bot)
    await ana.does(lambda: seat.write("/start@IntakeBot"), lambda: seat.write("@IntakeBot I take Accutane"))
    said = [message.text for message in friends.present() if message.from_bot]
    assert said == [clinic.wording.say("elsewhere")]
    with clinic.look() as work:
        assert work.intakes.listing() == []
        assert set(work.inbox.connection.exec_driver_sql("SELECT raw FROM inbox").scalars()) == {None}
    # A server writes over what it was told to change when it needs the room; a file is rid of it at once.
    assert clinic.url.startswith("postgresql") or not clinic.holds("Accutane")


async def test_the_link_a_client_followed_is_kept_as_the_source(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.starts("instagram_bio")
    assert ana.sees("ask-consent")
    await ana.taps("choice-consent-agree")
    await ana.starts("flyer")
    assert ana.plan.source == "instagram_bio"


@pytest.mark.parametrize("until", ["consent", "area", "review", "plan", "finished"])
async def test_every_command_of_the_menu_answers_wherever_the_client_is(clinic: Clinic, until: str) -> None:
    ana = clinic.client()
    await ana.starts()
    assert [command["command"] for command in ana.phone.commands] == list(MENU)
    for name in MENU:
        await ana.reaches(until)
        await ana.says(f"/{name}")
        assert ana.heard, f"/{name}"
        if ana.state != until or ana.intake.pending:
            await ana.says("/start_over")
    await ana.says("/nonsense")
    assert ana.sees("unknown_command")


async def test_help_and_book_give_both_numbers_and_the_way_back(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    for command in ("/help", "/book", "/human"):
        await ana.says(command)
        assert ana.sees_both_numbers
        await ana.taps("button-to_form")
        assert ana.sees("ask-area")


async def test_the_pages_turn_in_place_and_lead_back_to_the_question(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.fills_in(until="area")
    await ana.says("/how")
    assert ana.sees("page-inflammation")
    page = ana.phone.last.message_id
    await ana.taps("button-next")
    assert ana.sees("page-proliferation")
    assert ana.phone.last.message_id == page
    await ana.taps("button-to_form")
    assert ana.sees("ask-area")
    await ana.says("/aftercare")
    assert ana.sees("page-after")


async def test_the_pages_of_the_form_can_be_read_to_the_end(clinic: Clinic) -> None:
    ana = clinic.client()
    await ana.gets_a_plan()
    await ana.taps("button-how")
    for key in ("inflammation", "proliferation", "remodeling", "before", "after"):
        assert ana.sees(f"page-{key}")
        await ana.taps("button-next")
    assert ana.sees("page-series")
    await ana.taps("button-to_booking")
    assert ana.sees("ask-next_step")
    assert ana.cards == ["+13149607619", "+13149090633"]


async def test_two_clients_at_once_never_mix(clinic: Clinic) -> None:
    ana, eva = clinic.client("Ana"), clinic.client("Eva")
    await ana.fills_in(until="retinoid", name="Ana")
    await eva.fills_in(until="area", name="Eva")
    await ana.does(lambda: ana.phone.send("yes"), lambda: eva.phone.send("neck"), lambda: ana.phone.send("retinol"))
    assert (ana.given["name"], ana.given["retinoid"], ana.given["area"]) == ("Ana", "yes", "face")
    assert (eva.given["name"], eva.given["area"], "retinoid" in eva.given) == ("Eva", "neck", False)
    assert ana.intake.case != eva.intake.case
    assert not [message for message in eva.phone.messages if "retinol" in message.text.split()]
