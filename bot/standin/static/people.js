// The people who may hold the phone: switch, add, and see who has news.

import { byId, make, paint } from "./dom.js";

const LANGUAGES = { en: "English", es: "Español", de: "Deutsch" };

export class People {
  constructor({ onSwitch, onAdd }) {
    this.onSwitch = onSwitch;
    this.seen = new Map();
    this.panel = byId("about");
    byId("person-switch").addEventListener("click", () => this.open(true));
    byId("about-close").addEventListener("click", () => this.open(false));
    byId("new-person").addEventListener("submit", (event) => {
      event.preventDefault();
      const form = new FormData(event.target);
      event.target.reset();
      this.open(false);
      onAdd(form.get("first_name").trim(), form.get("language_code"));
    });
    this.panel.addEventListener("keydown", (event) => { if (event.key === "Escape") this.open(false); });
  }

  open(yes) {
    this.panel.classList.toggle("open", yes);
    if (matchMedia("(min-width: 900px)").matches) return;
    byId(yes ? "about-close" : "person-switch").focus();
  }

  show(people, current) {
    const holder = people.find((person) => person.id === current);
    paint(byId("person-avatar"), holder.name, current);
    byId("person-switch").setAttribute("aria-label", `${holder.name} holds the phone. Change`);
    this.seen.set(current, holder.version);
    const focused = document.activeElement?.dataset?.person;
    byId("people").replaceChildren(...people.map((person) => this.entry(person, current)));
    if (focused) byId("people").querySelector(`[data-person="${focused}"]`)?.focus();
  }

  entry(person, current) {
    const news = person.id !== current && person.version > (this.seen.get(person.id) || 0);
    const button = make("button", { type: "button", "aria-current": person.id === current ? "true" : null, "data-person": person.id },
      paint(make("span", { class: "avatar", "aria-hidden": "true" }), person.name, person.id),
      make("span", { class: "who" }, make("span", {}, person.name), make("small", {}, LANGUAGES[person.language_code] || person.language_code)),
      news ? make("span", { class: "unread", role: "img", "aria-label": "news" }) : null);
    button.addEventListener("click", () => { this.open(false); this.onSwitch(person.id); });
    return make("li", {}, button);
  }
}
