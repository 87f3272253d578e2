
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const walk = document.querySelector(".walk");
  if (!walk || !cards.length) return;
  const all = walk.querySelector("input");
  const shown = walk.querySelector("output");
  const wide = matchMedia("(min-width: 46.01rem)");
  const by = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));
  const figures = (card) => [...document.querySelectorAll("article a.spot")].filter((link) => by(link.hash) === card);
  const walked = () => cards.filter((card) => all.checked || card.dataset.open === "yes");
  let current = null;

  const texts = document.querySelector(".texts");
  const cite = (mark) => {
    const text = mark.closest("details");
    text.open = true;
    for (const part of text.querySelectorAll(`[data-sentence="${mark.dataset.sentence}"]`)) part.classList.add("chosen");
    if (!wide.matches) return; // there the texts stand under the draft, and have no frame of their own
    texts.scrollTop += mark.getBoundingClientRect().top - texts.getBoundingClientRect().top - texts.clientHeight / 3;
  };
  const choose = (card, scroll) => {
    current = card;
    for (const each of document.querySelectorAll(".check .chosen")) each.classList.remove("chosen");
    for (const each of document.querySelectorAll(".check [aria-current]")) each.removeAttribute("aria-current");
    for (const each of cards) each.classList.toggle("current", each === card);
    for (const link of figures(card)) link.setAttribute("aria-current", "true");
    const marks = [...card.querySelectorAll("a[href^='#t-']")].map((link) => by(link.hash)).filter(Boolean);
    for (const mark of marks.reverse()) cite(mark);
    if (scroll && figures(card).length) figures(card)[0].scrollIntoView({ block: "center" });
    const among = walked();
    const at = among.indexOf(card);
    shown.textContent = at < 0 ? `${among.length} to look at` : `${at + 1} of ${among.length}`;
  };
  const step = (by) => {
    const among = walked();
    if (!among.length) return;
    const place = cards.indexOf(current);
    const ahead = by > 0 ? among.find((card) => cards.indexOf(card) > place) : among.findLast((card) => cards.indexOf(card) < place);
    choose(ahead || (by > 0 ? among[0] : among[among.length - 1]), true);
  };

  walk.hidden = false;
  if (!walked().length) all.checked = true;
  shown.textContent = `${walked().length} to look at`;
  walk.querySelector(".next").addEventListener("click", () => step(1));
  walk.querySelector(".before").addEventListener("click", () => step(-1));
  all.addEventListener("change", () => current && choose(current, false));
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".check a[href^='#']");
    const target = link && by(link.hash);
    if (!target) return;
    event.preventDefault();
    if (target.matches(".card")) choose(target, false);
    if (target.matches("mark")) cite(target);
    if (target.matches("a.spot") || !wide.matches) target.scrollIntoView({ block: target.matches(".card") ? "nearest" : "center" });
    target.focus({ preventScroll: true });
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("article a.spot:focus-visible")) choose(by(event.target.hash), false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !current || !event.target.closest(".panel")) return;
    const [figure] = figures(current);
    if (figure) figure.focus();
  });
  const named = location.hash.startsWith("#e-") && by(location.hash);
  if (named) requestAnimationFrame(() => choose(named, true)); // after the browser's own jump
  else if (wide.matches) choose(walked()[0], false);
})();
