// One message as a bubble: words, card, file, media, time, and the buttons under it.

import { icon, make, paint } from "./dom.js";
import { words } from "./words.js";

const MEDIA = { photo: "Photo", voice: "Voice message", video: "Video", video_note: "Video message", audio: "Audio", document: "File", animation: "GIF", location: "Location" };
const SLIM = new Set(["voice", "audio", "document", "location"]);
const ICONS = { voice: "voice", audio: "voice", document: "file", location: "contact" };

function spaced(number) {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1 $2 $3");
}

function card(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  const head = make("div", { class: "card" },
    paint(make("span", { class: "avatar", "aria-hidden": "true" }), name, name.length),
    make("div", {}, make("strong", {}, name), make("span", {}, spaced(contact.phone_number))));
  const number = contact.phone_number.replace(/[^\d+]/g, "");
  return [head, make("a", { class: "dial", href: `tel:${number}`, "aria-label": `Call ${name}` }, icon("call"), "Call")];
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

function file(sent) {
  return make("a", { class: "file", href: `/files/${sent.id}`, download: sent.name },
    make("span", { class: "badge", "aria-hidden": "true" }, icon("file")),
    make("div", {}, make("strong", {}, sent.name), make("small", {}, size(sent.size))));
}

function media(sent) {
  if (sent.kind === "sticker") return make("span", { class: "emoji" }, sent.emoji);
  return make("div", { class: SLIM.has(sent.kind) ? "media slim" : "media" }, icon(ICONS[sent.kind] || "photo"), MEDIA[sent.kind]);
}

function meta(message, language) {
  const at = new Date(message.date * 1000);
  const time = make("time", { datetime: at.toISOString() }, at.toLocaleTimeString(language, { hour: "numeric", minute: "2-digit" }));
  return make("span", { class: "meta" }, message.edited ? make("span", { class: "edited" }, "edited") : null, time, message.mine ? icon("ticks") : null);
}

function inlineButton(button, message, on) {
  if (button.url) return make("a", { href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text);
  const element = make("button", { type: "button" }, button.text);
  element.addEventListener("click", () => on.tap(message.id, button.callback_data, element));
  return element;
}

function inlineKeyboard(message, on) {
  const rows = message.buttons.map((row) => make("div", { class: "row" }, ...row.map((button) => inlineButton(button, message, on))));
  return make("div", { class: "inline", role: "group", "aria-label": "Buttons" }, ...rows);
}

function ownMenu(message, on) {
  const dots = make("button", { type: "button", class: "round own-menu", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": `Change “${message.text.slice(0, 40)}”` }, icon("more"));
  dots.addEventListener("click", (event) => { event.stopPropagation(); on.own(message, dots); });
  return dots;
}

function holdable(bubble, open) {
  let held = 0;
  const stop = () => clearTimeout(held);
  bubble.addEventListener("pointerdown", (event) => { if (event.pointerType !== "mouse") held = setTimeout(open, 480); });
  for (const end of ["pointerup", "pointermove", "pointercancel"]) bubble.addEventListener(end, stop);
  bubble.addEventListener("contextmenu", (event) => { event.preventDefault(); stop(); open(); });
}

export function bubble(message, language, on) {
  const sticker = message.media?.kind === "sticker";
  const inside = make("div", { class: "bubble" });
  if (message.contact) inside.append(...card(message.contact));
  if (message.document) inside.append(file(message.document));
  if (message.media) inside.append(media(message.media));
  const text = make("p", { class: "text" });
  text.append(words(message.text, message.entities, on.command), meta(message, language));
  inside.append(text);
  const item = make("li", { class: `message${message.mine ? " mine" : ""}${sticker ? " sticker" : ""}${message.album ? " album" : ""}`, "data-id": message.id }, inside);
  if (message.mine && message.text && !message.media) {
    const dots = ownMenu(message, on);
    inside.append(dots);
    holdable(inside, () => on.own(message, dots));
  }
  if (message.buttons.length) item.append(inlineKeyboard(message, on));
  return item;
}
