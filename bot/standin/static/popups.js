// What lies over the chat for a moment: toasts, questions, menus.

import { byId, icon, make } from "./dom.js";

let fading = 0;

export function toast(text) {
  const box = byId("toast");
  clearTimeout(fading);
  box.textContent = text;
  box.classList.add("shown");
  fading = setTimeout(() => box.classList.remove("shown"), 3500);
}

export function ask(text, yes, no = "") {
  const dialog = byId("ask");
  byId("ask-text").textContent = text;
  byId("ask-yes").textContent = yes;
  byId("ask-no").textContent = no;
  byId("ask-no").hidden = !no;
  dialog.returnValue = "no";
  dialog.showModal();
  byId("ask-yes").focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}

let open = null;

export function close() {
  if (!open) return;
  open.box.hidden = true;
  open.opener.setAttribute("aria-expanded", "false");
  open = null;
}

export function menu(box, opener, entries) {
  const again = open?.opener === opener;
  close();
  if (again) return;
  box.replaceChildren(...entries.map(([label, picture, run, kind]) => {
    const entry = make("button", { type: "button", role: "menuitem", class: kind }, icon(picture), label);
    entry.addEventListener("click", () => { close(); opener.focus(); run(); });
    return entry;
  }));
  reveal(box, opener);
  if (box.id === "pop") place(box, opener);
  box.querySelector("button")?.focus();
}

function place(box, opener) {
  const frame = box.offsetParent.getBoundingClientRect();
  const from = opener.getBoundingClientRect();
  const room = frame.height - box.offsetHeight - 12;
  box.style.insetBlockStart = `${Math.max(8, Math.min(from.bottom - frame.top + 4, room))}px`;
  box.style.insetInlineEnd = `${Math.max(10, Math.min(frame.right - from.right, frame.width - box.offsetWidth - 10))}px`;
}

export function reveal(box, opener) {
  close();
  box.hidden = false;
  opener.setAttribute("aria-expanded", "true");
  open = { box, opener };
}

function move(event, step) {
  const entries = [...open.box.querySelectorAll("button")];
  const at = entries.indexOf(document.activeElement);
  if (at < 0 && document.activeElement?.tagName === "TEXTAREA" && step > 0) return;
  event.preventDefault();
  entries.at((at < 0 ? (step > 0 ? 0 : -1) : at + step) % entries.length)?.focus();
}

document.addEventListener("keydown", (event) => {
  if (!open) return;
  if (event.key === "Escape") { const { opener } = open; close(); opener.focus(); }
  if (event.key === "ArrowDown") move(event, 1);
  if (event.key === "ArrowUp") move(event, -1);
});

document.addEventListener("click", (event) => {
  if (open && !open.box.contains(event.target) && !open.opener.contains(event.target)) close();
});
