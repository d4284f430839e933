"use strict";
(() => {
  // A unit is [name, paragraph, source, target, score in thousandths or -1, findings], a finding
  // [check, severity, message, places], a place [side, start, end]: see align/report/data.py.
  const NAME = 0, PARAGRAPH = 1, SCORE = 4, FINDINGS = 5;
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

  // How bad each unit is: the worst severity of its findings, 3 for none.
  const worst = units.map((unit) => Math.min(3, ...unit[FINDINGS].map((found) => found[1])));
  const isLow = (unit) => unit[SCORE] >= 0 && unit[SCORE] < 500;
  const badness = (place) => {
    const unit = units[place];
    const rank = worst[place] === 0 ? 0 : isLow(unit) ? 1 : worst[place] + 1;
    return rank * 2000 + (unit[SCORE] < 0 ? 1000 : unit[SCORE]);
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
    const box = element("article", "unit s" + worst[place]);
    box.id = "unit-" + place;
    box.setAttribute("aria-label", unit[NAME]);
    box.tabIndex = -1;
    const meta = element("div", "meta");
    if (unit[SCORE] >= 0) {
      const score = (unit[SCORE] / 1000).toFixed(2);
      const shown = element("span", "score" + (isLow(unit) ? " low" : ""), score);
      shown.setAttribute("aria-label", "score " + score);
      const bar = element("span", "bar");
      const filled = element("i");
      filled.style.width = unit[SCORE] / 10 + "%";
      bar.append(filled);
      meta.append(shown, bar);
    }
    meta.append(unit[PARAGRAPH] ? "¶ " + unit[PARAGRAPH] + " · " : "", unit[NAME]);
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
      if (most < 1000 && !(unit[SCORE] >= 0 && unit[SCORE] <= most)) return false;
      if (kind === "doubtful" && !(worst[place] < 2 || isLow(unit))) return false;
      if (kind === "severity" && !unit[FINDINGS].some((found) => found[1] === Number(value))) return false;
      if (kind === "check" && !unit[FINDINGS].some((found) => found[0] === value)) return false;
      return !words || (unit[2] + "\n" + unit[3] + "\n" + unit[NAME]).toLowerCase().includes(words);
    };
  };
  const sorted = (places) => {
    const by = byId("sort").value;
    if (by === "worst") return places.sort((one, other) => badness(one) - badness(other) || one - other);
    if (by === "score") return places.sort((one, other) => units[one][SCORE] - units[other][SCORE] || one - other);
    if (by === "length") return places.sort((one, other) => units[other][2].length - units[one][2].length || one - other);
    return places;
  };
  const refresh = () => {
    shown = sorted([...units.keys()].filter(wanted()));
    draw();
  };

  const goTo = (place) => {
    let index = shown.indexOf(place);
    if (index < 0) {
      byId("search").value = "";
      byId("show").value = "";
      if (byId("most")) byId("most").value = 1;
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
    const starts = findings.flatMap(([, severity, , places]) =>
      places.filter((place) => place[0] === side && severity < 2).map((place) => place[1]));
    let begin = starts.length ? Math.max(0, Math.min(...starts) - 24) : 0;
    if (begin && (text.charCodeAt(begin) & 0xfc00) === 0xdc00) begin -= 1;  // half a character
    const line = element("span", "where", (begin ? "…" : "") + text.slice(begin));
    line.lang = data.languages[side];
    return line;
  };

  // What to look at first.
  const first = byId("first");
  for (const place of data.first) {
    const unit = units[place];
    const item = element("li");
    const level = isLow(unit) ? 0 : worst[place];
    const button = element("button", "s" + level + " f" + level);
    button.type = "button";
    const found = unit[FINDINGS].find((one) => one[1] === worst[place]);
    const what = isLow(unit) && worst[place] !== 0 ? "the two sides hardly say the same" : found[2];
    const rank = isLow(unit) && worst[place] !== 0 ? "low score" : SEVERITIES[worst[place]];
    const score = unit[SCORE] < 0 ? "" : " · score " + (unit[SCORE] / 1000).toFixed(2);
    const more = unit[FINDINGS].filter((one) => one[1] < 2).length - (what === found?.[2] ? 1 : 0);
    const others = more > 0 ? ` (and ${more} more)` : "";
    button.append(element("span", "tag", rank), element("span", "what", what + others));
    button.append(element("span", "where", unit[NAME] + score));
    for (const side of [0, 1]) {
      if (unit[2 + side]) button.append(excerpt(unit[2 + side], side, unit[FINDINGS]));
    }
    button.addEventListener("click", () => goTo(place));
    item.append(button);
    first.append(item);
  }
  if (!data.first.length) first.append(element("li", "empty", "Nothing: no error, no warning, no low score."));

  // The map: each unit takes room on either ribbon by its length; a link joins the two.
  const map = byId("map");
  const sums = [[0], [0]];
  for (const unit of units) {
    for (const side of [0, 1]) sums[side].push(sums[side].at(-1) + unit[2 + side].length);
  }
  const drawMap = () => {
    const scale = window.devicePixelRatio || 1;
    const [width, height] = [map.clientWidth, map.clientHeight];
    map.width = width * scale;
    map.height = height * scale;
    const pen = map.getContext("2d");
    pen.scale(scale, scale);
    const colours = getComputedStyle(document.documentElement);
    const of = (name) => colours.getPropertyValue("--" + name);
    const x = (side, at) => 8 + (width - 16) * sums[side][at] / Math.max(1, sums[side].at(-1));
    const [top, low, thick] = [8, height - 30, 22];
    // The calm ones first, so that what is wrong is never hidden behind them.
    const order = [...units.keys()].sort((one, other) => badness(other) - badness(one));
    for (const place of order) {
      const unit = units[place];
      const bad = worst[place] === 0 || isLow(unit) ? "error" : worst[place] === 1 ? "warning" : "link";
      const lone = !unit[2] || !unit[3];
      pen.fillStyle = of(lone ? "line" : bad);
      const edges = [0, 1].map((side) => [x(side, place), Math.max(x(side, place + 1), x(side, place) + 1)]);
      if (unit[2]) pen.fillRect(edges[0][0], top, edges[0][1] - edges[0][0], thick);
      if (unit[3]) pen.fillRect(edges[1][0], low, edges[1][1] - edges[1][0], thick);
      if (lone) continue;
      pen.globalAlpha = bad === "link" ? 0.35 : 0.8;
      pen.beginPath();
      pen.moveTo(edges[0][0], top + thick);
      pen.lineTo(edges[0][1], top + thick);
      pen.lineTo(edges[1][1], low);
      pen.lineTo(edges[1][0], low);
      pen.fill();
      pen.globalAlpha = 1;
    }
  };
  map.addEventListener("click", (event) => {
    const box = map.getBoundingClientRect();
    const side = event.clientY - box.top < box.height / 2 ? 0 : 1;
    const at = (event.clientX - box.left - 8) / (box.width - 16) * sums[side].at(-1);
    let [from, to] = [0, units.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      sums[side][middle] <= at ? from = middle : to = middle;
    }
    if (units.length) goTo(from);
  });

  // Keys, theme, printing.
  const step = (forward) => {
    const here = document.activeElement.closest?.(".unit");
    let index = here ? shown.indexOf(Number(here.id.slice(5))) : forward ? -1 : shown.length;
    do index += forward ? 1 : -1; while (index >= 0 && index < shown.length && worst[shown[index]] > 1 && !isLow(units[shown[index]]));
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
  window.addEventListener("beforeprint", () => {
    watcher.disconnect();
    [...list.children].slice(0, 50).forEach((block) => block.dataset.from && fill(block));
    list.dataset.printed = "";
  });
  window.addEventListener("afterprint", draw);
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
