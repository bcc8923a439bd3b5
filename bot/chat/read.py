"""Reads one raw Telegram Update: who did what, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import CallbackQuery, ChatMemberUpdated, Contact, Message, MessageEntity, Update, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import filters

from bot.chat.arrival import Arrival, Place, tapped
from bot.chat.checked import Unreadable, plain, whole
from bot.chat.usual import usual
from flows.model import CameBack, Command, ContactShared, Edited, Input, MediaSent, Typed

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MEDIA", "Arrival", "Place", "read"]

# An animation also carries a document and a venue a location: the more telling name comes first.
MEDIA = (
    "animation", "photo", "live_photo", "video", "video_note", "voice", "audio", "sticker", "document", "venue",
    "location", "poll", "dice", "game", "story", "paid_media", "checklist", "giveaway", "giveaway_winners",
)  # fmt: skip
NOT_SAID = ("successful_payment", "refunded_payment", "passport_data", "invoice", "boost_added")
IN = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER})
OUT = frozenset({ChatMemberStatus.BANNED, ChatMemberStatus.LEFT})


def read(update: Mapping[str, object], username: str = "") -> Arrival:
    """Read one Update; `username` is the bot's own, by which a group addresses it. Raises Unreadable."""
    usually = usual(update)
    if usually is not None:
        return usually
    try:
        return _arrival(Update.de_json(dict(update), None), username)
    except Unreadable:
        raise
    except Exception as error:  # the library raises whatever its parsing stumbles over
        raise Unreadable(type(error).__name__) from None


def _arrival(update: Update, username: str) -> Arrival:
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    if update.callback_query:
        return _tap(update.callback_query)
    if update.edited_message:
        return _edit(update.edited_message)
    if update.message:
        return _message(update.message, username)
    return Arrival(None, Place.OTHER)


def _membership(change: ChatMemberUpdated) -> Arrival:
    chat_id, status = whole(change.chat.id), change.new_chat_member.status
    if status in OUT:
        return Arrival(chat_id, Place.MEMBERSHIP, blocked=True)
    if status not in IN:
        return Arrival(chat_id, Place.OTHER)
    if change.chat.type == ChatType.PRIVATE:
        return Arrival(chat_id, Place.MEMBERSHIP, CameBack(), language=_language(change.from_user), blocked=False)
    return Arrival(chat_id, Place.ELSEWHERE, blocked=False)


def _tap(query: CallbackQuery) -> Arrival:
    chat = query.message.chat if query.message else None
    if not query.message or not chat or chat.type != ChatType.PRIVATE:
        return Arrival(whole(chat.id if chat else query.from_user.id), Place.OTHER, callback_id=plain(query.id))
    given = tapped(plain(query.data or ""), whole(query.message.message_id))
    return Arrival(
        whole(chat.id), Place.PRIVATE, given, plain(query.id), _language(query.from_user), said=_label(query)
    )


def _label(query: CallbackQuery) -> str:
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            if button.callback_data == query.data:
                return plain(button.text)
    return "[button]"


def _edit(message: Message) -> Arrival:
    if message.chat.type != ChatType.PRIVATE or not message.text or _is_bot(message):
        return Arrival(whole(message.chat.id), Place.OTHER)
    text = plain(message.text)
    return _private(message, Edited(text, whole(message.message_id)), text)


def _message(message: Message, username: str) -> Arrival:
    if message.chat.type != ChatType.PRIVATE:
        if not _addressed(message, username):
            return Arrival(whole(message.chat.id), Place.OTHER)
        return Arrival(whole(message.chat.id), Place.ELSEWHERE, _command(message, username), sender=_sender(message))
    if _is_bot(message) or message.text == "" or _is_service(message):
        return Arrival(whole(message.chat.id), Place.OTHER)
    if message.text is not None:
        return _words(message, plain(message.text))
    if message.contact:
        return _contact(message, message.contact)
    return _media(message)


def _words(message: Message, text: str) -> Arrival:
    given = _command(message) or Typed(text, whole(message.message_id))
    return _private(message, given, text)


def _command(message: Message, username: str | None = None) -> Command | None:
    """The command that a message begins with; with a `username` only one that is meant for us."""
    head = next((e for e in message.entities if e.type == MessageEntity.BOT_COMMAND and e.offset == 0), None)
    if head is None or not message.text:
        return None
    text = plain(message.text)
    if username is not None and not _names_us(text[: head.length], head.type, username):
        return None
    name = text[1 : head.length].partition("@")[0].lower()
    return Command(name, text[head.length :].strip(), whole(message.message_id))


def _contact(message: Message, contact: Contact) -> Arrival:
    sender = message.from_user
    own = sender is not None and contact.user_id is not None and contact.user_id == sender.id
    phone = plain(contact.phone_number)
    return _private(message, ContactShared(phone, own, whole(message.message_id)), f"[contact] {phone}")


def _media(message: Message) -> Arrival:
    what = next((name for name in MEDIA if getattr(message, name)), "other")
    caption = plain(message.caption or "")
    album = plain(message.media_group_id) if message.media_group_id else None
    given = MediaSent(what, album, whole(message.message_id), caption)
    return _private(message, given, f"[{what}] {caption}".rstrip())


def _private(message: Message, given: Input, said: str) -> Arrival:
    chat_id, language = whole(message.chat.id), _language(message.from_user)
    return Arrival(chat_id, Place.PRIVATE, given, language=language, said=said, sender=_sender(message))


def _sender(message: Message) -> int | None:
    return whole(message.from_user.id) if message.from_user else None


def _is_service(message: Message) -> bool:
    status = filters.StatusUpdate.ALL.check_update(Update(0, message=message))
    return bool(status) or any(getattr(message, name) for name in NOT_SAID)


def _is_bot(message: Message) -> bool:
    return message.from_user is not None and message.from_user.is_bot


def _addressed(message: Message, username: str) -> bool:
    if _is_bot(message):
        return False
    answered = message.reply_to_message and message.reply_to_message.from_user
    if answered and answered.is_bot and (answered.username or "") == username:
        return True
    return any(
        _names_us(message.parse_entity(entity), entity.type, username)
        for entity in message.entities
        if entity.type in (MessageEntity.BOT_COMMAND, MessageEntity.MENTION)
    )


def _names_us(text: str, kind: str, username: str) -> bool:
    _, mark, name = text.partition("@")
    return name.lower() == username.lower() if mark else kind == MessageEntity.BOT_COMMAND


def _language(user: User | None) -> str | None:
    return plain(user.language_code) if user and user.language_code else None
