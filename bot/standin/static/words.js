// A text with its entities as DOM nodes; offsets are UTF-16 units, which is how JavaScript counts.

import { make } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };
const FOUND = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|((?<!\w)\/[a-z0-9_]{1,32}(?!\w|\/))|((?<![\d\w])\+?\d(?:[\d().\- ]{8,14})\d(?![\d\w]))/g;

function wrapped(node, entity) {
  if (entity.type === "text_link" && /^(https?|tg|tel|mailto):/.test(entity.url)) {
    const link = make("a", { href: entity.url, target: "_blank", rel: "noopener noreferrer" });
    link.append(node);
    return link;
  }
  if (entity.type === "spoiler") return make("span", { class: "spoiler", tabindex: "0" }, node);
  return TAGS[entity.type] ? make(TAGS[entity.type], {}, node) : node;
}

function found(match, onCommand) {
  const [text, url, command, number] = match;
  if (url) return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
  if (command) return make("button", { type: "button", class: "command", onclick: () => onCommand(text) }, text);
  const digits = number.replace(/[^\d+]/g, "");
  return digits.length < 10 ? document.createTextNode(text) : make("a", { href: `tel:${digits}` }, text);
}

function linked(text, onCommand) {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(FOUND)) {
    fragment.append(text.slice(from, match.index), found(match, onCommand));
    from = match.index + match[0].length;
  }
  fragment.append(text.slice(from));
  return fragment;
}

export function words(text, entities, onCommand) {
  const styled = entities.filter((entity) => entity.type !== "bot_command");
  const edges = new Set([0, text.length]);
  for (const entity of styled) edges.add(entity.offset).add(entity.offset + entity.length);
  const cuts = [...edges].sort((a, b) => a - b);
  const fragment = document.createDocumentFragment();
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const covering = styled.filter((entity) => entity.offset <= cuts[i] && entity.offset + entity.length >= cuts[i + 1]);
    const plain = text.slice(cuts[i], cuts[i + 1]);
    const inner = covering.some((entity) => entity.type === "text_link") ? document.createTextNode(plain) : linked(plain, onCommand);
    fragment.append(covering.reduceRight(wrapped, inner));
  }
  return fragment;
}
