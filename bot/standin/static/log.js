// The list of messages: kept in order, parted by days, scrolled to the newest unless the reader is looking back.

import { bubble } from "./bubbles.js";
import { byId, make } from "./dom.js";

const NEAR = 120;

function dayName(at, language) {
  if (at.toDateString() !== new Date().toDateString()) return at.toLocaleDateString(language, { month: "long", day: "numeric" });
  const today = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");
  return today[0].toLocaleUpperCase(language) + today.slice(1);
}

export class Log {
  constructor(on) {
    this.on = on;
    this.log = byId("log");
    this.list = byId("messages");
    this.down = byId("down");
    this.log.addEventListener("scroll", () => this.scrolled());
    this.down.addEventListener("click", () => this.toEnd("smooth"));
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(this.log);
    this.clear();
  }

  clear() {
    this.known = new Map();
    this.stuck = true;
    this.top = 0;
    this.list.replaceChildren();
  }

  // Only a move upwards lets go of the end: on the way down a smooth scroll is far from it, too.
  scrolled() {
    const near = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
    if (near) this.stuck = true;
    else if (this.log.scrollTop < this.top) this.stuck = false;
    this.top = this.log.scrollTop;
    this.down.hidden = this.stuck;
  }

  toEnd(behavior = "auto") {
    this.stuck = true;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
    this.down.hidden = true;
  }

  show(messages, language, first) {
    const stay = !this.stuck && !messages.some((message) => message.mine && !this.known.has(message.id));
    for (const message of messages) this.put(message, language, first);
    this.days(language);
    if (!stay) this.toEnd(first || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  }

  put(message, language, first) {
    const old = this.known.get(message.id);
    if (message.deleted) {
      old?.item.remove();
      this.known.delete(message.id);
      return;
    }
    const item = bubble(message, language, this.on);
    if (old) old.item.replaceWith(item);
    else this.list.append(item);
    if (!old && !first) item.classList.add("new");
    this.known.set(message.id, { item, message });
  }

  days(language) {
    for (const pill of this.list.querySelectorAll(".day")) pill.remove();
    let day = "";
    let mine = null;
    for (const { item, message } of this.known.values()) {
      const at = new Date(message.date * 1000);
      if (at.toDateString() !== day) item.before(make("li", { class: "day" }, dayName(at, language)));
      item.classList.toggle("turn", mine !== null && mine !== message.mine);
      day = at.toDateString();
      mine = message.mine;
    }
  }
}
