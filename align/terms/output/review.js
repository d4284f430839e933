"use strict";
(() => {
  // An entry is [term, [[translation, count], ...], score, count, status, examples, remark], an
  // example [where, source, target, [start, end], [start, end]]: see align/terms/output/review.py.
  const TERM = 0, TRANSLATIONS = 1, SCORE = 2, COUNT = 3, STATUS = 4, EXAMPLES = 5, REMARK = 6;
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // Documents' text comes into the page by textContent only.
  const marked = (text, span, side) => {
    const made = element("span");
    made.lang = data.languages[side];
    made.append(text.slice(0, span[0]), element("mark", "", text.slice(...span)), text.slice(span[1]));
    return made;
  };

  // On a narrow screen, where the table's head is not shown, numbers and boxes bear its words.
  const heads = [...document.querySelectorAll("thead th")].map((head) => head.textContent);

  const row = (entry, place) => {
    const made = element("tr");
    const tick = element("input");
    tick.type = "checkbox";
    tick.id = "keep-" + place;
    tick.setAttribute("aria-label", "Keep " + entry[TERM]);
    const term = element("td", "", entry[TERM]);
    term.lang = data.languages[0];
    const field = element("input");
    field.type = "text";
    field.value = entry[TRANSLATIONS][0][0];
    field.lang = data.languages[1];
    field.setAttribute("aria-label", "Translation of " + entry[TERM]);
    const translation = element("td");
    translation.append(field);
    if (entry[TRANSLATIONS].length > 1) {
      const use = entry[TRANSLATIONS].map(([text, count]) => text + " " + count).join(", ");
      translation.append(element("p", "others", use));
    }
    if (entry[STATUS] === "different") translation.append(element("p", "others", "unlike the glossary"));
    const contexts = element("td");
    for (const [where, source, target, from, to] of entry[EXAMPLES]) {
      const context = element("p", "context");
      context.append(marked(source, from, 0), element("br"), marked(target, to, 1), " ", element("span", "where", where));
      contexts.append(context);
    }
    const cell = element("td");
    cell.append(tick);
    made.append(cell, term, translation, element("td", "", entry[SCORE].toFixed(2)), element("td", "", String(entry[COUNT])), contexts);
    heads.forEach((head, column) => { made.cells[column].dataset.label = head; });
    return { entry, made, tick, field };
  };

  const rows = data.entries.map(row);
  byId("rows").append(...rows.map((item) => item.made));
  const shown = () => rows.filter((item) => !item.made.hidden);
  const count = () => {
    const ticked = rows.filter((item) => item.tick.checked).length;
    byId("count").textContent = `${ticked} of ${rows.length} ticked, ${shown().length} shown`;
  };
  const tests = {
    "": () => true,
    ticked: (item) => item.tick.checked,
    open: (item) => !item.tick.checked,
    several: (item) => item.entry[TRANSLATIONS].length > 1,
    different: (item) => item.entry[STATUS] === "different",
  };
  const filter = () => {
    const words = byId("search").value.trim().toLowerCase();
    const test = tests[byId("show").value];
    for (const item of rows) {
      const text = (item.entry[TERM] + "\n" + item.field.value).toLowerCase();
      item.made.hidden = !(test(item) && text.includes(words));
    }
    byId("none").hidden = shown().length > 0;
    count();
  };
  const tickAll = (value) => {
    for (const item of shown()) item.tick.checked = value;
    count();
  };
  const cell = (text) => text.replace(/\s+/g, " ").trim();
  const glossary = () => rows
    .filter((item) => item.tick.checked && cell(item.field.value))
    .map((item) => [item.entry[TERM], item.field.value, item.entry[REMARK]].map(cell).join("\t") + "\n")
    .join("");
  const save = () => {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([glossary()], { type: "text/plain;charset=utf-8" }));
    link.download = "glossary.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("search").addEventListener("input", filter);
  byId("show").addEventListener("input", filter);
  byId("rows").addEventListener("change", count);
  byId("tick").addEventListener("click", () => tickAll(true));
  byId("untick").addEventListener("click", () => tickAll(false));
  byId("save").addEventListener("click", save);
  filter();
})();
