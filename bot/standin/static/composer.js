// The foot of the phone: typing box, command menu, attach menu, the bot's keyboard, START.

import { byId, make } from "./dom.js";
import { ask, close, menu, reveal } from "./popups.js";

const ATTACH = [
  ["Photo", "photo", "attach", { kind: "photo" }],
  ["Album of three", "album", "album", { count: 3 }],
  ["Voice message", "voice", "attach", { kind: "voice" }],
  ["Sticker", "sticker", "attach", { kind: "sticker" }],
  ["File", "file", "attach", { kind: "document" }],
];

export class Composer {
  constructor(run) {
    this.run = run;
    this.text = byId("text");
    this.view = null;
    this.editing = null;
    this.folded = false;
    this.keys = "";
    byId("composer").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    byId("menu").addEventListener("click", () => this.commands(""));
    byId("attach").addEventListener("click", () => this.attach());
    byId("editing-cancel").addEventListener("click", () => this.edit(null));
    byId("keyboard-toggle").addEventListener("click", () => { this.folded = !this.folded; this.keyboard(); });
    byId("big").addEventListener("click", () => this.start());
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("input", () => this.typed());
  }

  show(view) {
    this.view = view;
    const big = byId("big");
    const shut = view.blocked || !view.opened;
    big.hidden = !shut;
    big.textContent = view.blocked ? "Restart bot" : "START";
    big.classList.toggle("first", !view.blocked);
    byId("composer").hidden = shut;
    byId("menu").hidden = !view.commands.length;
    this.text.placeholder = view.placeholder || "Message";
    const keys = JSON.stringify(view.keyboard);
    if (keys !== this.keys) this.folded = false;
    this.keys = keys;
    this.keyboard();
  }

  forget() {
    this.edit(null);
    this.text.value = "";
    this.typed();
  }

  start() {
    const payload = new URLSearchParams(location.search).get("start") || "";
    this.run("start", { payload }).then(() => this.text.focus());
  }

  send() {
    const text = this.text.value.trim();
    if (!text) return;
    const { editing } = this;
    this.forget();
    if (editing === null) this.run("send", { text });
    else this.run("edit", { message_id: editing, text });
    this.text.focus();
  }

  edit(message) {
    this.editing = message ? message.id : null;
    byId("editing").hidden = !message;
    byId("editing-text").textContent = message ? message.text : "";
    if (message || this.text.value) this.text.value = message ? message.text : "";
    this.typed();
    if (message) this.text.focus();
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    if (event.key === "Escape" && this.editing !== null) this.edit(null);
  }

  typed() {
    const value = this.text.value;
    this.text.style.blockSize = "";
    if (value) this.text.style.blockSize = `${Math.min(this.text.scrollHeight, 132)}px`;
    byId("composer").classList.toggle("typing", value !== "");
    if (/^\/\w*$/.test(value)) this.commands(value.slice(1), true);
    else if (!byId("commands").hidden) close();
  }

  commands(start, typing = false) {
    const box = byId("commands");
    const fitting = (this.view?.commands || []).filter((entry) => entry.command.startsWith(start));
    if (!fitting.length || (!typing && !box.hidden)) { close(); return; }
    box.replaceChildren(...fitting.map((entry) => {
      const run = () => { close(); this.forget(); this.run("send", { text: `/${entry.command}` }); this.text.focus(); };
      return make("button", { type: "button", role: "option", "aria-selected": "false", onclick: run }, make("span", {}, `/${entry.command}`), make("strong", {}, entry.description));
    }));
    reveal(box, byId("menu"));
    if (!typing) box.querySelector("button").focus();
  }

  attach() {
    const entries = ATTACH.map(([label, picture, what, body]) => [label, picture, () => this.run(what, body)]);
    entries.push(["My contact", "contact", () => this.run("contact")]);
    menu(byId("attach-menu"), byId("attach"), entries);
  }

  keyboard() {
    const rows = this.view.opened && !this.view.blocked ? this.view.keyboard : null;
    const box = byId("keyboard");
    const toggle = byId("keyboard-toggle");
    toggle.hidden = !rows;
    box.hidden = !rows || this.folded;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    box.replaceChildren(...(rows || []).map((row) => make("div", { class: "row" }, ...row.map((button) => make("button", { type: "button", onclick: () => this.press(button) }, button.text)))));
  }

  async press(button) {
    const question = `${this.view.bot.name} will get your phone number, ${this.view.person.phone}.`;
    if (button.request_contact && !(await ask(question, "Share contact", "Cancel"))) return;
    if (this.view.one_time) { this.folded = true; this.keyboard(); }
    this.run("press", { label: button.text });
  }
}
