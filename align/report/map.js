"use strict";
/* The map: each unit takes room on either ribbon by its length, and a link joins the two.
 *
 * lengths: the lengths of both sides of each unit.
 * targets: the places of the units in the order in which they stand on the lower ribbon.
 * kindOf: gives the kind of the unit at a place: 0 wrong, 1 doubtful, 2 one side only, 3 in order.
 * isMoved: tells whether the unit at a place stands in another order on the lower ribbon.
 * goTo: called with the place of the unit that was clicked at.
 *
 * Returns what draws it, in the colours of the page as they are then.
 */
const mapOf = (map, lengths, targets, kindOf, isMoved, goTo) => {
  const COLOURS = ["error", "warning", "line"];  // of what is not in order
  const MARGIN = 8, THICK = 22, HAIR = 3, WIDE = 6;
  const orders = [[...lengths.keys()], targets];  // of the units on either ribbon
  const ranks = [orders[0], []];  // and where each unit stands there
  targets.forEach((place, rank) => { ranks[1][place] = rank; });
  const sums = orders.map((order, side) => {
    const sum = [0];
    for (const place of order) sum.push(sum.at(-1) + lengths[place][side]);
    return sum;
  });
  const x = (side, at) =>
    Math.round(MARGIN + (map.clientWidth - 2 * MARGIN) * sums[side][at] / Math.max(1, sums[side].at(-1)));

  // Units that would be thinner than a hair make one strand; it has the share of each kind in it.
  const strands = () => {
    const made = [];
    let strand = null;
    lengths.forEach((both, place) => {
      strand ??= { from: place, kinds: [0, 0, 0, 0] };
      strand.kinds[kindOf(place)] += both[0] + both[1];
      const isWide = [0, 1].some((side) =>
        x(side, ranks[side][place] + 1) - x(side, ranks[side][strand.from]) >= HAIR);
      const goesOn = ranks[1][place + 1] === ranks[1][place] + 1 && isMoved(place + 1) === isMoved(place);
      if (!isWide && goesOn) return;
      const whole = strand.kinds.reduce((one, other) => one + other) || 1;
      made.push({ from: strand.from, to: place + 1, shares: strand.kinds.map((kind) => kind / whole) });
      strand = null;
    });
    return made;
  };

  const draw = () => {
    const scale = window.devicePixelRatio || 1;
    map.width = map.clientWidth * scale;
    map.height = map.clientHeight * scale;
    const pen = map.getContext("2d");
    pen.scale(scale, scale);
    const colours = getComputedStyle(document.documentElement);
    const [top, low] = [MARGIN, map.clientHeight - MARGIN - THICK];
    // The calm ones first, so that what is wrong is never hidden behind them.
    const order = strands().sort((one, other) => one.shares[0] - other.shares[0] ||
      one.shares[1] - other.shares[1] || isMoved(one.from) - isMoved(other.from));
    for (const { from, to, shares } of order) {
      const edges = [0, 1].map((side) => {
        const [first, behind] = [ranks[side][from], ranks[side][to - 1] + 1];
        const [left, right] = [x(side, first), x(side, behind)];
        if (sums[side][behind] === sums[side][first]) return [left, left];
        return [left, Math.max(right - (right - left > WIDE ? 1 : 0), left + 1)];  // set apart
      });
      const paint = (name, strength) => {
        pen.fillStyle = colours.getPropertyValue("--" + name);
        pen.globalAlpha = strength;
        pen.fillRect(edges[0][0], top, edges[0][1] - edges[0][0], THICK);
        pen.fillRect(edges[1][0], low, edges[1][1] - edges[1][0], THICK);
        if (edges.some(([left, right]) => left === right)) return;
        pen.globalAlpha = strength * (name === "link" ? 0.35 : name === "moved" ? 0.6 : 0.8);
        pen.beginPath();
        pen.moveTo(edges[0][0], top + THICK);
        pen.lineTo(edges[0][1], top + THICK);
        pen.lineTo(edges[1][1], low);
        pen.lineTo(edges[1][0], low);
        pen.fill();
      };
      if (shares[2] < 1) paint(isMoved(from) ? "moved" : "link", 1);
      // By the root of its share a single error is seen, and a stretch of errors stands out.
      for (const kind of [2, 1, 0]) {
        if (shares[kind]) paint(COLOURS[kind], Math.sqrt(shares[kind]));
      }
    }
  };

  map.addEventListener("click", (event) => {
    const box = map.getBoundingClientRect();
    const side = event.clientY - box.top < box.height / 2 ? 0 : 1;
    const at = (event.clientX - box.left - MARGIN) / (box.width - 2 * MARGIN) * sums[side].at(-1);
    let [from, to] = [0, lengths.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      sums[side][middle] <= at ? from = middle : to = middle;
    }
    if (lengths.length) goTo(orders[side][from]);
  });
  return draw;
};
