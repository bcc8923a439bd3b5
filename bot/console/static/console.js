// What is nicer with a script; everything works without it.
"use strict";

(() => {
  const scroll = () => document.querySelector("#chat .scroll");
  const atEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  const toEnd = () => { const box = scroll(); if (box) box.scrollTop = box.scrollHeight; };

  // The newest words are seen first, unless a link leads to older ones.
  if (!location.hash.startsWith("#turn-")) toEnd();

  // New words keep the end in sight for whoever was looking at it, and move nobody else.
  let follow = false;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const box = scroll();
    if (event.target.id === "chat") follow = Boolean(box) && atEnd(box);
  });
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "chat" && follow) toEnd(); });

  // A stream that is cut off because the page is being left is no error. A download looks like leaving at first.
  let news = null;
  document.addEventListener("htmx:sseOpen", (event) => { news = event.detail.source; });
  window.addEventListener("beforeunload", () => {
    if (!news) return;
    const complain = news.onerror;
    news.onerror = null;
    setTimeout(() => { news.onerror = news.onerror || complain; }, 5000);
  });

  // Whoever was signed out is told so; what they were writing stays where it is.
  document.addEventListener("htmx:sseClose", () => { document.getElementById("signed-out").hidden = false; });

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form.sort");
    if (form) form.requestSubmit();
  });
})();
