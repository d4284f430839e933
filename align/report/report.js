"use strict";
(() => {
  // A unit is [name, paragraph, source, target, quality in thousandths or -1, findings], a finding
  // [check, severity, message, places], a place [side, start, end]; then comes the score, of the
  // aligner, in the same way, and 1 where it was moved: see align/report/data.py.
  const NAME = 0, PARAGRAPH = 1, QUALITY = 4, FINDINGS = 5, SCORE = 6, MOVED = 7;
  const SEVERITIES = ["error", "warning", "info"];
  const BLOCK = 40;  // units that are put into the page, and taken out of it, together
  const data = JSON.parse(document.getElementById("data").textContent);
  const units = data.units;
  const byId = (id) => document.getElementById(id);
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // How bad each unit is: the worst severity of its findings, 3 for none; and a number that is the
  // lower the worse it is, as in align/report/data.py.
  const worst = units.map((unit) => Math.min(3, ...unit[FINDINGS].map((found) => found[1])));
  const isBelow = (value) => value >= 0 && value < data.low;
  const trust = (unit) =>
    Math.min(...[unit[QUALITY], unit[SCORE]].filter((value) => value >= 0));  // of none, Infinity
  const isLow = (unit) => trust(unit) < data.low;
  const isDoubtful = (place) => worst[place] < 2 || isLow(units[place]);
  const figures = (unit) => [["quality", unit[QUALITY]], ["score", unit[SCORE]]]
    .filter(([, value]) => value >= 0)
    .map(([name, value]) => [name + " " + (value / 1000).toFixed(2), value]);
  const badness = (place) => {
    const least = Math.min(trust(units[place]), 1000);
    if (worst[place] === 0) return Math.min(least, data.wrong);
    return isLow(units[place]) ? least : worst[place] * 2000 + least;
  };

  // A unit's name in the list: without what all names begin with, such as the document's, and cut
  // where it is too long, but not in its last part, by which units of one document differ.
  const KIND = "unit ";
  const shared = (() => {
    if (!units.length) return "";
    const [low, high] = units.reduce(([low, high], { [NAME]: name }) =>
      [name < low ? name : low, name > high ? name : high], [units[0][NAME], units[0][NAME]]);
    let same = 0;
    while (same < low.length && low[same] === high[same]) same += 1;
    return low.slice(0, Math.max(...[" ", ":", "/"].map((sign) => low.lastIndexOf(sign, same - 1))) + 1);
  })();
  const ownName = (name) => (shared.startsWith(KIND) ? KIND : "") + name.slice(shared.length);
  const shortName = (name) => {
    const own = ownName(name);
    const cut = own.lastIndexOf(":");
    const cell = element("span", "name");
    cell.title = name;
    if (cut > 0) cell.append(element("span", "head", own.slice(0, cut)));
    cell.append(element("span", cut > 0 ? "" : "head", own.slice(Math.max(cut, 0))));
    return cell;
  };

  // Text with its marks. Documents' text comes into the page by textContent only.
  const marked = (text, side, findings, words) => {
    const spans = [];
    for (const [, severity, message, places] of findings) {
      for (const [where, start, end] of places) {
        if (where === side && end > start) spans.push([start, end, "m" + severity, message]);
      }
    }
    if (words) {
      const lower = text.toLowerCase();
      for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
        spans.push([at, at + words.length, "hit", ""]);
      }
    }
    spans.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const cell = element("div", "side");
    let at = 0;
    for (const [start, end, className, message] of spans) {
      if (start < at) continue;
      cell.append(text.slice(at, start));
      const mark = element("mark", className, text.slice(start, end));
      if (message) mark.title = message;
      cell.append(mark);
      at = end;
    }
    cell.append(text.slice(at));
    cell.lang = data.languages[side];
    if (!text) {
      cell.className = "side none";
      cell.textContent = side ? "no target" : "no source";
      cell.lang = "en";
    }
    return cell;
  };

  const made = (place, words) => {
    const unit = units[place];
    const box = element("article", "unit s" + (isLow(unit) ? Math.min(worst[place], 1) : worst[place]));
    box.id = "unit-" + place;
    box.setAttribute("aria-label", unit[NAME]);
    box.tabIndex = -1;
    const meta = element("div", "meta");
    const told = figures(unit);
    meta.append(...told.map(([words, value]) => element("span", "figure" + (isBelow(value) ? " low" : ""), words)));
    if (told.length) {
      const bar = element("span", "bar");
      const filled = element("i");
      filled.style.width = trust(unit) / 10 + "%";
      bar.append(filled);
      meta.append(bar);
    }
    if (unit[MOVED]) meta.append(element("span", "paragraph", "in another order"));
    if (unit[PARAGRAPH]) meta.append(element("span", "paragraph", "¶\u00a0" + unit[PARAGRAPH]));
    meta.append(shortName(unit[NAME]));
    box.append(meta, marked(unit[2], 0, unit[FINDINGS], words), marked(unit[3], 1, unit[FINDINGS], words));
    if (unit[FINDINGS].length) {
      const list = element("ul", "findings");
      for (const [check, severity, message] of unit[FINDINGS]) {
        const line = element("li", "f" + severity);
        line.append(element("span", "tag", SEVERITIES[severity]), message + " ");
        line.append(element("span", "why", "– " + (data.whys[check] || check)));
        list.append(line);
      }
      box.append(list);
    }
    return box;
  };

  // The list: blocks of units, filled when they come near to what is seen and emptied when they
  // leave it, so that the page stays light however long the memory is.
  const list = byId("units");
  let shown = [];
  let words = "";
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) entry.isIntersecting ? fill(entry.target) : empty(entry.target);
  }, { rootMargin: "1200px 0px" });
  const fill = (block) => {
    if (block.firstChild) return;
    const from = Number(block.dataset.from);
    block.append(...shown.slice(from, from + BLOCK).map((place) => made(place, words)));
    block.style.height = "";
  };
  const empty = (block) => {
    if (!block.firstChild || block.contains(document.activeElement)) return;
    block.style.height = block.offsetHeight + "px";
    block.replaceChildren();
  };
  const guess = (from) => {
    let height = 0;
    for (const place of shown.slice(from, from + BLOCK)) {
      const unit = units[place];
      const lines = Math.max(1, Math.ceil(Math.max(unit[2].length / 26, unit[3].length / 52)));
      height += 24 + 25 * Math.max(lines, 2) + 25 * unit[FINDINGS].length;
    }
    return height;
  };
  const draw = () => {
    watcher.disconnect();
    list.replaceChildren();
    for (let from = 0; from < shown.length; from += BLOCK) {
      const block = element("div");
      block.dataset.from = from;
      block.style.height = guess(from) + "px";
      list.append(block);
      watcher.observe(block);
    }
    if (!shown.length) list.append(element("p", "empty", "No unit is like that."));
    byId("count").textContent = shown.length.toLocaleString("en") + " of " + units.length.toLocaleString("en");
  };

  const wanted = () => {
    const show = byId("show").value;
    const [kind, value] = [show.split(":")[0], show.slice(show.indexOf(":") + 1)];
    const most = byId("most") ? Number(byId("most").value) * 1000 : 1000;
    words = byId("search").value.trim().toLowerCase();
    return (place) => {
      const unit = units[place];
      if (most < 1000 && !(trust(unit) <= most)) return false;
      if (kind === "moved" && !unit[MOVED]) return false;
      if (kind === "doubtful" && !isDoubtful(place)) return false;
      if (kind === "severity" && !unit[FINDINGS].some((found) => found[1] === Number(value))) return false;
      if (kind === "check" && !unit[FINDINGS].some((found) => found[0] === value)) return false;
      return !words || [unit[2], unit[3], unit[NAME], ownName(unit[NAME])].join("\n").toLowerCase().includes(words);
    };
  };
  const sorted = (places) => {
    const by = byId("sort").value;
    if (by === "worst") return places.sort((one, other) => badness(one) - badness(other) || one - other);
    const of = (place) => Math.min(trust(units[place]), 2000);  // a unit without any comes last
    if (by === "trust") return places.sort((one, other) => of(one) - of(other) || one - other);
    if (by === "length") return places.sort((one, other) => units[other][2].length - units[one][2].length || one - other);
    return places;
  };
  const refresh = () => {
    shown = sorted([...units.keys()].filter(wanted()));
    draw();
  };

  const reset = () => {
    byId("search").value = byId("show").value = "";
    if (byId("most")) byId("most").value = 1;
  };
  const goTo = (place) => {
    let index = shown.indexOf(place);
    if (index < 0) {
      reset();
      refresh();
      index = shown.indexOf(place);
    }
    const block = list.children[Math.floor(index / BLOCK)];
    fill(block);
    const box = byId("unit-" + place);
    box.scrollIntoView({ block: "start" });
    box.focus({ preventScroll: true });
    // Blocks above are filled meanwhile, and may turn out higher than guessed.
    requestAnimationFrame(() => requestAnimationFrame(() => box.scrollIntoView({ block: "start" })));
  };

  // One line of a text: what is marked in it stands near to its beginning.
  const excerpt = (text, side, findings) => {
    const bad = findings.filter((found) => found[1] < 2);
    const starts = bad.flatMap((found) =>
      found[3].filter((place) => place[0] === side).map((place) => place[1]));
    let begin = starts.length ? Math.max(0, Math.min(...starts) - 24) : 0;
    const space = text.slice(begin, begin + 20).indexOf(" ");
    if (begin && space >= 0) begin += space + 1;  // no half of a word
    if (begin && (text.charCodeAt(begin) & 0xfc00) === 0xdc00) begin -= 1;  // half a character
    const moved = bad.map((found) => [...found.slice(0, 3), found[3].map(([where, start, end]) =>
      [where, start - begin, end - begin])]);
    const line = marked(text.slice(begin), side, moved, "");
    line.className = "where";
    if (begin) line.prepend("…");
    return line;
  };

  // What to look at first: units, or runs of them that have slipped together.
  const first = byId("first");
  for (const [place, last] of data.first) {
    const unit = units[place];
    const item = element("li");
    const found = unit[FINDINGS].find((one) => one[1] === worst[place]);
    const low = isLow(unit) && worst[place] !== 0;
    const level = low ? (trust(unit) < data.wrong ? 0 : 1) : worst[place];
    const alone = !isBelow(unit[QUALITY]);  // the aligner alone doubts it
    const button = element("button", "s" + level + " f" + level);
    button.type = "button";
    let what = worst[place] < 2 ? found[2] :
      alone ? "the two sides may not be partners" : "the two sides hardly say the same";
    const more = unit[FINDINGS].filter((one) => one[1] < 2).length - 1;
    if (more > 0) what += ` (and ${more} more)`;
    const told = figures(unit).map(([words]) => words.replace(" ", "\u00a0"));
    let where = [unit[NAME], ...told].join(" · ");
    if (last > place) {
      what = `${last - place + 1} units in a row have slipped: each target seems to belong to the unit beside it`;
      where = `${unit[NAME]} to ${units[last][NAME]}`;
    }
    button.append(element("span", "tag", low ? (alone ? "doubtful" : "low quality") : SEVERITIES[worst[place]]));
    button.append(element("span", "what", what), element("span", "place", where));
    for (const side of [0, 1]) {
      if (unit[2 + side]) button.append(excerpt(unit[2 + side], side, unit[FINDINGS]));
    }
    button.addEventListener("click", () => goTo(place));
    item.append(button);
    first.append(item);
  }
  if (!data.first.length) first.append(element("li", "empty", "Nothing: no error, no warning, no low figure."));
  const doubtful = [...units.keys()].filter(isDoubtful).length;
  const toAll = byId("doubtful");
  toAll.hidden = doubtful <= data.first.length;
  toAll.textContent = `Show all ${doubtful.toLocaleString("en")} units that may be wrong, the worst first`;
  toAll.addEventListener("click", () => {
    reset();
    byId("show").value = "doubtful";
    byId("sort").value = "worst";
    refresh();
    byId("filter").scrollIntoView({ block: "start" });
    list.focus({ preventScroll: true });
  });

  const kindOf = (place) => {
    const unit = units[place];
    if (worst[place] === 0 || trust(unit) < data.wrong) return 0;
    if (!unit[2] || !unit[3]) return 2;
    return worst[place] === 1 || isLow(unit) ? 1 : 3;
  };
  const lengths = units.map((unit) => [unit[2].length, unit[3].length]);
  const targets = data.targets ?? [...units.keys()];
  const drawMap = mapOf(byId("map"), lengths, targets, kindOf, (place) => units[place][MOVED], goTo);

  // Keys, theme, printing.
  const step = (forward) => {
    const here = document.activeElement.closest?.(".unit");
    let index = here ? shown.indexOf(Number(here.id.slice(5))) : forward ? -1 : shown.length;
    do index += forward ? 1 : -1; while (index >= 0 && index < shown.length && !isDoubtful(shown[index]));
    if (index >= 0 && index < shown.length) goTo(shown[index]);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "j" || event.key === "k") step(event.key === "j");
    else if (event.key === "/") byId("search").focus();
    else return;
    event.preventDefault();
  });
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const setTheme = (name) => {
    root.dataset.theme = name;
    root.style.colorScheme = name;
    drawMap();
  };
  byId("theme").addEventListener("click", () => setTheme(root.dataset.theme === "dark" ? "light" : "dark"));
  dark.addEventListener("change", () => setTheme(dark.matches ? "dark" : "light"));
  // On paper: light, and of a long list only what may be wrong, unless other units were chosen.
  const MOST_PRINTED = 500;
  let before = null;
  window.addEventListener("beforeprint", () => {
    before = { shown, theme: root.dataset.theme };
    watcher.disconnect();
    setTheme("light");
    const chosen = shown.length > MOST_PRINTED && shown.length === units.length ? shown.filter(isDoubtful) : shown;
    const kept = chosen.length > MOST_PRINTED ? new Set([...chosen].sort((one, other) => badness(one) - badness(other) || one - other).slice(0, MOST_PRINTED)) : null;
    shown = kept ? chosen.filter((place) => kept.has(place)) : chosen;
    list.replaceChildren(...shown.map((place) => made(place, words)));
    const all = before.shown.length === units.length;
    const which = chosen.length < before.shown.length ? "those that may be wrong" : all ? "all" : "those that were chosen";
    byId("printed").textContent = `${shown.length.toLocaleString("en")} of ${units.length.toLocaleString("en")} units: ` +
      (kept ? `the worst of ${which}` : which) + ".";
  });
  window.addEventListener("afterprint", () => {
    shown = before.shown;
    setTheme(before.theme);
    draw();
  });
  window.addEventListener("resize", drawMap);
  let waiting = 0;
  byId("filter").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 120);
  });
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  setTheme(dark.matches ? "dark" : "light");
  refresh();
})();
