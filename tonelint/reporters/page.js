"use strict";
// Filters and links between marks and notes. What is chosen stands in the address, so that a view can be shared.
(() => {
  const form = document.querySelector(".filters");
  const main = document.querySelector("main");
  const replies = [...main.querySelectorAll("article")];
  const fields = ["text", "rule", "status", "sort"];

  function chosen() {
    const severities = [...form.severity].filter((box) => box.checked).map((box) => box.value);
    return { severities, ...Object.fromEntries(fields.map((name) => [name, form[name].value])) };
  }

  function filter(reply, choice) {
    const seen = new Set();
    for (const note of reply.querySelectorAll(".notes ol > li")) {
      const fits = choice.severities.includes(note.dataset.severity) && (!choice.rule || note.dataset.rule === choice.rule);
      note.hidden = !fits;
      if (fits) seen.add(note.id);
    }
    for (const mark of reply.querySelectorAll("mark")) {
      mark.classList.toggle("off", !mark.dataset.findings.split(" ").some((name) => seen.has("finding-" + name)));
    }
    const narrowed = choice.rule || choice.severities.length < form.severity.length;
    const text = choice.text.trim().toLocaleLowerCase();
    return (!narrowed || seen.size > 0)
      && (!choice.status || reply.dataset.status === choice.status)
      && (!text || reply.textContent.toLocaleLowerCase().includes(text));
  }

  function apply() {
    const choice = chosen();
    let shown = 0;
    for (const reply of replies) {
      reply.hidden = !filter(reply, choice);
      shown += !reply.hidden;
    }
    const order = choice.sort === "score" ? [...replies].sort((a, b) => a.dataset.score - b.dataset.score) : replies;
    main.prepend(...order);
    main.querySelector(".none").hidden = shown > 0;
    form.querySelector("output b").textContent = shown.toLocaleString(document.documentElement.lang);
  }

  function remember() {
    const choice = chosen();
    const kept = new URLSearchParams(fields.filter((name) => choice[name]).map((name) => [name, choice[name]]));
    if (choice.severities.length < form.severity.length) kept.set("severity", choice.severities.join(","));
    history.replaceState(null, "", "#" + kept);
  }

  function recall() {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of fields) if (kept.has(name)) form[name].value = kept.get(name);
    if (kept.has("severity")) for (const box of form.severity) box.checked = kept.get("severity").split(",").includes(box.value);
  }

  function pair(event, on) {
    const near = event.target.closest("mark, .notes ol > li");
    if (!near) return;
    const names = near.dataset.findings ? near.dataset.findings.split(" ") : [near.id.slice("finding-".length)];
    for (const name of names) {
      document.getElementById("finding-" + name).classList.toggle("on", on);
      for (const mark of near.closest("article").querySelectorAll(`mark[data-findings~="${CSS.escape(name)}"]`)) mark.classList.toggle("on", on);
    }
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  main.addEventListener("mouseover", (event) => pair(event, true));
  main.addEventListener("mouseout", (event) => pair(event, false));
  main.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) document.getElementById("finding-" + mark.dataset.findings.split(" ")[0]).scrollIntoView({ block: "center" });
  });
  recall();
  apply();
})();
