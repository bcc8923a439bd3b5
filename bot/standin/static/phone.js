// The phone: one person's chat, kept current by a long poll.

import { act, addPerson, everybody, news } from "./api.js";
import { Composer } from "./composer.js";
import { byId, paint } from "./dom.js";
import { Log } from "./log.js";
import { People } from "./people.js";
import { ask, menu, toast } from "./popups.js";

let person = 0;
let known = { version: 0, total: 0 };
let view = null;
let toasted = -1;
let polling = new AbortController();
const waiting = new Map();

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function run(what, body = {}) {
  try {
    return (await act(person, what, body)).result;
  } catch (wrong) {
    toast(wrong.message);
    return null;
  }
}

async function tap(messageId, what, button) {
  button.setAttribute("aria-busy", "true");
  const done = () => button.removeAttribute("aria-busy");
  const id = await run("tap", { message_id: messageId, what });
  if (id === null) { done(); return; }
  waiting.set(id, done);
  setTimeout(() => { waiting.delete(id); done(); }, 10000);
  settle();
}

function settle() {
  for (const id of view?.answered || []) {
    waiting.get(id)?.();
    waiting.delete(id);
  }
}

function own(message, dots) {
  menu(byId("pop"), dots, [
    ["Edit", "edit", () => composer.edit(message)],
    ["Copy text", "copy", () => navigator.clipboard?.writeText(message.text).catch(() => toast("Could not copy"))],
    ["Delete", "close", () => run("delete", { message_id: message.id }), "danger"],
  ]);
}

const composer = new Composer(run);
const log = new Log({ tap, own, command: (text) => run("send", { text }) });
const people = new People({ onSwitch: hold, onAdd: async (name, language) => hold((await addPerson(name, language)).id) });

byId("more").addEventListener("click", () => {
  const blocking = view.blocked ? ["Unblock the bot", "block", () => run("unblock")] : ["Block the bot", "block", () => run("block"), "danger"];
  menu(byId("pop"), byId("more"), [["Restart as a new person", "person", again], blocking]);
});

async function again() {
  const { name, language_code: language } = view.person;
  hold((await addPerson(name, language)).id);
}

function header() {
  byId("bot-name").textContent = view.bot.name;
  document.title = view.bot.name;
  paint(byId("bot-avatar"), view.bot.name, 0);
  say(view.action === "typing" ? "typing…" : "bot", view.action !== "");
  byId("description").textContent = view.bot.description || "Press START and see.";
  byId("empty").hidden = view.opened || log.known.size > 0;
}

function say(text, busy) {
  const status = byId("status");
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle("busy", busy);
}

function toasts(first) {
  for (const entry of view.toasts.filter(({ number }) => number > toasted)) {
    toasted = entry.number;
    if (first) continue;
    if (entry.alert) ask(entry.text, "OK");
    else toast(entry.text);
  }
}

function show(fresh) {
  const first = view === null;
  view = fresh;
  known = { version: view.version, total: view.total };
  byId("log").lang = view.person.language_code;
  people.show(view.people, person);
  if (view.messages.length) log.show(view.messages, view.person.language_code, first);
  header();
  composer.show(view);
  settle();
  toasts(first);
}

async function listen() {
  const { signal } = polling;
  while (!signal.aborted) {
    try {
      const fresh = await news(person, known, signal);
      if (!signal.aborted) show(fresh);
    } catch {
      if (signal.aborted) return;
      say("connecting…", false);
      await pause(1);
    }
  }
}

function hold(id) {
  polling.abort();
  polling = new AbortController();
  person = id;
  view = null;
  known = { version: 0, total: 0 };
  toasted = -1;
  sessionStorage.setItem("person", id);
  log.clear();
  composer.forget();
  listen();
}

async function begin() {
  const all = await everybody();
  const wanted = Number(new URLSearchParams(location.search).get("person") || sessionStorage.getItem("person"));
  if (all.some(({ id }) => id === wanted)) hold(wanted);
  else if (all.length) hold(all[0].id);
  else hold((await addPerson("Alex", navigator.language.slice(0, 2))).id);
}

begin();
