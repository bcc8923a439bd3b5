"""Tests of what is known of a chat."""

from storage.chats import Chat
from storage.work import Work
from tests.storage.given import CHAT, OTHER_CHAT


def test_a_chat_that_was_never_saved_is_as_new(work: Work) -> None:
    assert work.chats.get(CHAT) == Chat(CHAT, language=None, parked=False, album=None, explained=False)


def test_a_saved_chat_comes_back_as_it_was(work: Work) -> None:
    chat = Chat(-1_001_234_567_890, language="es", parked=True, album="13", explained=True)
    work.chats.save(chat)
    assert work.chats.get(chat.chat_id) == chat


def test_saving_again_overwrites_this_chat_alone(work: Work) -> None:
    work.chats.save(Chat(CHAT, language="en"))
    work.chats.save(Chat(OTHER_CHAT, language="en"))
    work.chats.save(Chat(CHAT, language="es", album="13"))
    assert work.chats.get(CHAT) == Chat(CHAT, language="es", album="13")
    assert work.chats.get(OTHER_CHAT).language == "en"
