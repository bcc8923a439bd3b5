"""Turns Replies into Messages: the Bot API calls, and the words and buttons that the client will see."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from flows.model import Card, Intake, Keyboard, Phrase, Reply
from storage.outbox import TAP_ANSWER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.model import Button, Voice
    from storage.outbox import File

Markup: TypeAlias = dict[str, Any]
"""A keyboard as the Bot API takes it."""
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
CALLBACK_LIMIT = 64
NO_PREVIEW = {"is_disabled": True}
NO_MARKUP: Mapping[str, Markup] = {}
NO_TARGET: Mapping[str, int] = {}


class Words(Protocol):
    """What says a Phrase in a language: `flows.words`."""

    def say(self, phrase: Phrase, language: str) -> str:
        """The phrase in words."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """One call of the Bot API, and what the client sees of it."""

    method: str
    params: dict[str, object]
    file: File | None = None
    text: str = ""
    buttons: list[list[str]] = field(default_factory=list)
    speaker: Voice = "bot"


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders for one chat: in the intake's language, with buttons that carry its case and round."""

    words: Words
    chat_id: int
    intake: Intake
    record: File | None = None

    def messages(self, replies: Sequence[Reply], callback_id: str | None = None) -> list[Message]:
        """The calls that carry out the replies, in order; a tap is answered exactly once, and first."""
        said = [(reply.speaker, message) for reply in replies if not reply.toast for message in self._reply(reply)]
        spoken = [
            message if speaker == message.speaker else replace(message, speaker=speaker) for speaker, message in said
        ]
        return [*self._toast(replies, callback_id), *spoken]

    def _toast(self, replies: Sequence[Reply], callback_id: str | None) -> Iterator[Message]:
        text = "\n".join(self._body(reply) for reply in replies if reply.toast)
        if callback_id is not None:
            shown = {"text": shorten(text, TOAST_LIMIT)} if text else {}
            yield Message(TAP_ANSWER, {"callback_query_id": callback_id, **shown}, text=text)
        elif text:
            yield self._plain("sendMessage", text)

    def _reply(self, reply: Reply) -> Iterator[Message]:
        if reply.file and self.record:
            yield from self._document(reply, self.record)
        elif reply.onto is not None:
            yield from self._change(reply, reply.onto)
        elif reply.body:
            yield from self._texts(reply, self._body(reply))
        if reply.card:
            yield self._card(reply, reply.card)

    def _texts(self, reply: Reply, text: str) -> Iterator[Message]:
        *first, last = split(text)
        for part in first:
            yield self._plain("sendMessage", part)
        yield self._plain("sendMessage", last, self._markup(reply))

    def _change(self, reply: Reply, message_id: int) -> Iterator[Message]:
        markup, target = {"reply_markup": self._inline(reply)}, {"message_id": message_id}
        if not reply.body:
            params = {"chat_id": self.chat_id, **target, **markup}
            yield Message("editMessageReplyMarkup", params, buttons=_labels(markup))
            return
        first, *rest = split(self._body(reply))
        yield self._plain("editMessageText", first, {} if rest else markup, target)
        if rest:
            yield from self._texts(reply, "\n".join(rest))

    def _document(self, reply: Reply, record: File) -> Iterator[Message]:
        text = self._body(reply)
        caption, *rest = split(text, CAPTION_LIMIT) if text else [""]
        params: dict[str, object] = {"chat_id": self.chat_id}
        if caption:
            params["caption"] = caption
        markup = {} if rest else self._markup(reply)
        text = f"{caption}\n[{record.name}]".strip()
        yield Message("sendDocument", {**params, **markup}, record, text, _labels(markup))
        if rest:
            yield from self._texts(reply, "\n".join(rest))

    def _card(self, reply: Reply, card: Card) -> Message:
        params = {"chat_id": self.chat_id, "phone_number": card.phone, "first_name": card.name}
        markup = {} if reply.body else self._markup(reply)
        return Message("sendContact", {**params, **markup}, text=f"{card.name} {card.phone}", buttons=_labels(markup))

    def _plain(
        self, method: str, text: str, markup: Mapping[str, Markup] = NO_MARKUP, target: Mapping[str, int] = NO_TARGET
    ) -> Message:
        params = {"chat_id": self.chat_id, **target, "text": text, "link_preview_options": NO_PREVIEW, **markup}
        return Message(method, params, text=text, buttons=_labels(markup))

    def _markup(self, reply: Reply) -> dict[str, Markup]:
        if reply.buttons:
            return {"reply_markup": self._inline(reply)}
        if reply.keyboard is Keyboard.SHARE_CONTACT:
            share = {"text": self._say(Phrase("button-share_contact")), "request_contact": True}
            return {"reply_markup": {"keyboard": [[share]], "one_time_keyboard": True, "resize_keyboard": True}}
        if reply.keyboard is Keyboard.REMOVE:
            return {"reply_markup": {"remove_keyboard": True}}
        return {}

    def _inline(self, reply: Reply) -> Markup:
        return {"inline_keyboard": [[self._button(button) for button in row] for row in reply.buttons]}

    def _button(self, button: Button) -> dict[str, str]:
        data = f"{self.intake.case}.{self.intake.round}.{button.choice}"
        if len(data.encode()) > CALLBACK_LIMIT:
            raise ValueError(f"the button for {button.choice!r} is over {CALLBACK_LIMIT} bytes")
        return {"text": self._say(button.label), "callback_data": data}

    def _body(self, reply: Reply) -> str:
        return "\n\n".join(self._say(phrase) for phrase in reply.body)

    def _say(self, phrase: Phrase) -> str:
        return self.words.say(phrase, self.intake.language)


def _labels(markup: Mapping[str, Markup]) -> list[list[str]]:
    """What stands on the buttons, as the client sees them."""
    shown = markup.get("reply_markup", {})
    return [[button["text"] for button in row] for row in shown.get("inline_keyboard") or shown.get("keyboard") or ()]


def split(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in parts of at most `limit` UTF-16 units, cut between paragraphs, else lines, else words."""
    parts = []
    while units(text) > limit:
        head = text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")
        cut = next((at for gap in ("\n\n", "\n", " ") if (at := head.rfind(gap)) > 0), len(head))
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text] if text or not parts else parts


def shorten(text: str, limit: int) -> str:
    """The text, cut to `limit` UTF-16 units."""
    return text if units(text) <= limit else split(text, limit - 1)[0] + "…"


def units(text: str) -> int:
    """How long Telegram counts a text."""
    return len(text.encode("utf-16-le")) // 2
