/* The little the pages need beyond htmx: CSRF, plain words for failures, the side panel, menus, steppers, typing with an input method. */
(() => {
  const said = document.currentScript.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (event, selector, act) => document.addEventListener(event, (e) => {
    const found = e.target.closest?.(selector);
    if (found) act(found, e);
  });

  document.addEventListener("htmx:configRequest", (e) => {
    e.detail.headers["X-CSRFToken"] = document.querySelector('meta[name="csrf-token"]').content;
  });

  /* What went wrong, in plain words; the form keeps what was typed. */
  const tell = (text) => {
    const place = document.getElementById("notices");
    const note = document.createElement("div");
    note.className = "notice bad";
    note.textContent = text;
    place.replaceChildren(note);
    setTimeout(() => note.remove(), 12000);
  };
  document.addEventListener("htmx:responseError", (e) => tell(e.detail.xhr.status === 403 ? said.refused : said.failed));
  document.addEventListener("htmx:sendError", () => tell(said.stopped));
  document.addEventListener("htmx:timeout", () => tell(said.stopped));

  /* The side panel: opening moves the reader into it, closing brings him back. */
  let opener = null;
  const panel = () => document.getElementById("panel");
  document.addEventListener("htmx:beforeRequest", (e) => {
    if (e.detail.target === panel() && !panel().contains(e.detail.elt)) opener = e.detail.elt;
  });
  document.addEventListener("htmx:afterSwap", (e) => {
    if (e.detail.target === panel()) panel().querySelector("h2")?.focus();
    settle(e.detail.target);
  });
  const close = () => {
    panel().replaceChildren();
    opener?.focus();
    opener = null;
  };
  on("click", ".house a", (door) => {
    all(".house a[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    door.setAttribute("aria-current", "true");
  });
  on("click", "[data-close-panel]", (link, e) => {
    if (!panel().contains(link) || !opener) return;
    e.preventDefault();
    close();
  });

  /* Menus close at a click elsewhere and at Escape. */
  const menus = () => all("details.menu[open]");
  document.addEventListener("click", (e) => menus().filter((m) => !m.contains(e.target)).forEach((m) => { m.open = false; }));
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    const open = menus();
    open.forEach((m) => { m.open = false; m.querySelector("summary").focus(); });
    if (!open.length && opener && panel().childElementCount) close();
  });

  /* Large letters at once; the form stays for those without scripts. */
  on("submit", "form[data-letters]", (form, e) => {
    e.preventDefault();
    const button = form.querySelector("button");
    fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    const large = document.documentElement.classList.toggle("large");
    button.setAttribute("aria-pressed", large);
    button.value = large ? "normal" : "large";
  });

  /* Typing: `typed` fires when the input method has finished and the fingers rest. */
  const waits = new WeakMap();
  const typed = (input) => {
    clearTimeout(waits.get(input));
    waits.set(input, setTimeout(() => input.dispatchEvent(new CustomEvent("typed", { bubbles: true })), 350));
  };
  on("input", "[data-typed]", (input, e) => { if (!e.isComposing) typed(input); });
  on("compositionend", "[data-typed]", typed);

  /* A form of filters asks as soon as one chooses. */
  on("change", "form[data-ask] select, form[data-ask] input[type=date], form[data-ask] input[type=checkbox]", (box) => box.form.requestSubmit());
  on("typed", "form[data-ask] input", (box) => box.form.requestSubmit());

  on("click", "[data-step]", (button) => {
    const box = button.parentElement.querySelector("input");
    const next = box.value ? Number(box.value) + Number(button.dataset.step) : 36.5;
    box.value = next.toFixed(1);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  on("click", "[data-print]", () => window.print());

  /* One press is one act. */
  on("submit", "form[method=post]:not([data-letters])", (form) => {
    setTimeout(() => all("button", form).forEach((b) => { b.disabled = true; }));
    setTimeout(() => all("button", form).forEach((b) => { b.disabled = false; }), 8000);
  });

  const settle = (root) => root.querySelector("[data-focus]")?.focus();
  settle(document);
  all(".graph-way").filter((way) => way.scrollWidth > way.clientWidth).forEach((way) => {
    way.tabIndex = 0;
    way.scrollLeft = way.scrollWidth;
  });
  addEventListener("pageshow", () => all("form button:disabled:not([data-off])").forEach((b) => { b.disabled = false; }));
})();
