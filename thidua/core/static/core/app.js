/* Small comforts over pages that all work without JavaScript: saving by keyboard, a question before typed text is lost,
   filters that send themselves, counting ticked rows, menus that close, words when the connection fails. */
(() => {
  "use strict";
  const doc = document;
  const all = (selector, root = doc) => Array.from(root.querySelectorAll(selector));

  /* Typed but not saved: form[data-guard] */
  let dirty = false;
  doc.addEventListener("input", (event) => {
    if (event.target.closest("form[data-guard]")) dirty = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });

  /* One submit per form, whoever double-clicks; released when the page is shown again from the back button. */
  doc.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent === "yes") {
      event.preventDefault();
      return;
    }
    if (form.matches("[data-guard]")) dirty = false;
    if (form.method === "post" && !form.target && !form.closest("[hx-post]")) form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  /* Ctrl+S saves, Ctrl+Shift+S saves and adds another, "?" opens the help of this screen. */
  doc.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      const form = (typing && typing.closest("form[data-guard]")) || doc.querySelector("form[data-guard]");
      if (!form) return;
      event.preventDefault();
      const mark = event.shiftKey ? "[data-save-new]" : "[data-save]";
      const inside = form.querySelector(mark);
      const outside = form.id && doc.querySelector(`${mark}[form="${form.id}"]`);
      form.requestSubmit(inside || outside || undefined);
    } else if (event.key === "?" && !typing) {
      const help = doc.querySelector("a[data-help]");
      if (help) help.click();
    } else if (event.key === "Escape") {
      all("details.menu[open]").forEach((menu) => {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
      if (location.hash === "#menu") location.hash = "#main";
    }
  });
  doc.addEventListener("click", (event) => {
    all("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    if (event.target.closest("[data-print]")) window.print();
  });

  /* Filters: form[data-auto] sends itself when a choice changes; text waits for Enter or the button. */
  doc.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-auto]");
    if (form && event.target.matches("select, [type=checkbox], [type=radio]")) form.requestSubmit();
    tick(event.target);
  });

  /* Ticked rows: .pick boxes, one "all" box in the head, the number in [data-picked]. */
  function tick(box) {
    const table = box.closest && box.closest("table");
    if (!table || !box.closest(".pick")) return;
    const rows = all("tbody .pick input", table);
    const head = table.querySelector("thead .pick input");
    if (box === head) rows.forEach((row) => { row.checked = head.checked; });
    const ticked = rows.filter((row) => row.checked);
    if (head) {
      head.checked = ticked.length === rows.length;
      head.indeterminate = ticked.length > 0 && ticked.length < rows.length;
    }
    rows.forEach((row) => row.closest("tr").classList.toggle("table-active", row.checked));
    all("[data-picked]", table.closest("form") || doc).forEach((place) => { place.textContent = String(ticked.length); });
  }

  /* A wrong field is where the person wants to be. */
  const wrong = doc.querySelector("main .is-invalid");
  if (wrong) wrong.focus();

  /* A request of htmx that failed says so where messages stand; every other answer is a page or a fragment. */
  function say(sentence) {
    const place = doc.getElementById("messages");
    const source = doc.getElementById("message-failed");
    if (!place || !source) return;
    const note = source.content.cloneNode(true);
    note.querySelector("p").textContent = sentence;
    place.replaceChildren(note);
    place.scrollIntoView({ block: "nearest" });
  }
  doc.addEventListener("htmx:beforeSwap", (event) => {
    const answer = event.detail.xhr;
    const type = answer.getResponseHeader("Content-Type") || "";
    if (answer.status === 422 && type.startsWith("text/plain")) {
      event.detail.shouldSwap = false;
      say(answer.responseText);
    }
  });
  doc.addEventListener("htmx:responseError", (event) => {
    const place = doc.getElementById("message-failed");
    if (place) say(event.detail.xhr.status === 403 ? place.dataset.refused : place.dataset.failed);
  });
  doc.addEventListener("htmx:sendError", () => {
    const place = doc.getElementById("message-failed");
    if (place) say(place.dataset.offline);
  });

  /* Reading a plan: the paragraph a line was read from is brought into sight in the pane beside it. */
  const beside = () => {
    const line = doc.querySelector(".fit .under .edit[data-beside]") || (location.hash && doc.querySelector(`.fit ${location.hash}[data-beside]`));
    const paragraph = line && doc.getElementById(line.dataset.beside);
    if (!paragraph || !window.matchMedia("(min-width: 992px)").matches) return;
    const pane = paragraph.closest(".pane");
    pane.scrollTop += paragraph.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  };
  window.addEventListener("hashchange", beside);
  window.addEventListener("load", beside);
})();
