"use strict";
(() => {
  document.documentElement.classList.add("js");
  const facts = [...document.querySelectorAll("tbody.fact")];
  const buttons = [...document.querySelectorAll(".filters button")];
  const find = document.querySelector(".filters input");
  const shown = document.querySelector(".shown");
  let peeked = null; // the fact that opened only because the keyboard passed over one of its figures

  const open = (fact, wanted) => {
    fact.classList.toggle("open", wanted);
    fact.querySelector(".label").setAttribute("aria-expanded", String(wanted));
  };
  for (const fact of facts) open(fact, fact.dataset.verdict === "discrepancy");

  const choose = (link) => {
    for (const each of document.querySelectorAll("[aria-current]")) each.removeAttribute("aria-current");
    for (const each of document.querySelectorAll(".chosen")) each.classList.remove("chosen");
    const quote = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!quote) return null;
    const fact = quote.closest("tbody.fact");
    if (fact) open(fact, true);
    link.setAttribute("aria-current", "true");
    quote.classList.add("chosen");
    return quote;
  };

  const named = location.hash.startsWith("#q-f") && [...document.querySelectorAll("td a.figure")].find((link) => link.hash === location.hash);
  if (named && choose(named)) named.closest("tbody.fact").scrollIntoView();

  const filter = () => {
    const wanted = new Set(buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.verdict));
    const words = find.value.trim().toLowerCase();
    let count = 0;
    for (const fact of facts) {
      const fits = wanted.has(fact.dataset.verdict) && fact.querySelector("tr").textContent.toLowerCase().includes(words);
      fact.hidden = !fits;
      count += fits;
    }
    shown.textContent = count === facts.length ? "" : `${count} of ${facts.length} shown`;
  };

  document.addEventListener("click", (event) => {
    const label = event.target.closest(".label");
    if (label || event.target.closest("a[href^='#q-']")) peeked = null;
    if (label) open(label.closest("tbody"), label.getAttribute("aria-expanded") !== "true");
    const link = event.target.closest("a[href^='#q-']");
    const quote = link && choose(link);
    if (quote) {
      event.preventDefault();
      quote.scrollIntoView({ block: "nearest" });
      quote.focus({ preventScroll: true });
    }
  });
  document.addEventListener("focusin", (event) => {
    const fact = event.target.closest("tbody.fact");
    if (peeked && peeked !== fact) {
      open(peeked, false);
      peeked = null;
    }
    if (!event.target.matches("td .figure:focus-visible")) return;
    if (!fact.classList.contains("open")) peeked = fact;
    choose(event.target);
  });
  document.addEventListener("keydown", (event) => {
    const fact = event.key === "Escape" && event.target.closest("tbody.fact");
    if (!fact) return;
    open(fact, false);
    fact.querySelector(".label").focus();
  });
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  if (find) find.addEventListener("input", filter);
})();
