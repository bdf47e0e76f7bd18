"use strict";
// How charts are kept: drawn as SVG in the page's own colours, drawn again when colours, width or paper change.
const CHARTS = new Map();
const PAPER_WIDTH = 680;

function colours() {
  const style = getComputedStyle(document.documentElement);
  const named = {};
  for (const name of ["page", "ink", "soft", "line", "panel", "accent", "mark", "grey", "low", "high"]) {
    named[name] = style.getPropertyValue("--" + name).trim();
  }
  return named;
}

// build: (colours, width) => option of the library; words say what the picture shows, the table says the figures.
function draw(place, words, height, build) {
  const box = document.getElementById(place + "-p");
  box.style.height = height + "px";
  box.setAttribute("role", "img");
  const known = CHARTS.get(place);
  const chart = known ? known.chart : echarts.init(box, null, { renderer: "svg" });
  CHARTS.set(place, { chart, words, build });
  paint(place);
}

function paint(place) {
  const { chart, words, build } = CHARTS.get(place);
  const onPaper = "print" in document.documentElement.dataset;
  chart.resize(onPaper ? { width: PAPER_WIDTH, height: "auto" } : { width: "auto", height: "auto" });
  const description = words + " The table that follows holds the same figures.";
  chart.setOption({ animation: false, textStyle: { fontFamily: "system-ui, sans-serif" },
    aria: { enabled: true, label: { description }, decal: { show: true } }, ...build(colours(), chart.getWidth()) }, true);
  document.getElementById(place + "-p").setAttribute("aria-label", description);
}

function erase(place) {
  const known = CHARTS.get(place);
  if (known) known.chart.dispose();
  CHARTS.delete(place);
  const box = document.getElementById(place + "-p");
  box.removeAttribute("role");
  box.removeAttribute("aria-label");
  box.style.height = "0";
}

function repaint() {
  for (const place of CHARTS.keys()) paint(place);
}

function onPaper(printing) {
  if (printing) document.documentElement.dataset.print = "";
  else delete document.documentElement.dataset.print;
  for (const details of document.querySelectorAll(".table details")) details.open = printing;
  repaint();
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
addEventListener("beforeprint", () => onPaper(true));
addEventListener("afterprint", () => onPaper(false));
let resizing = 0;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(repaint, 100);
});

function channels(colour) {
  return [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
}

function mixed(from, to, part) {
  const [a, b] = [channels(from), channels(to)];
  return "#" + a.map((each, i) => Math.round(each + (b[i] - each) * part).toString(16).padStart(2, "0")).join("");
}

// Black or white, whichever is read more easily on the colour.
function inkOn(colour) {
  const [r, g, b] = channels(colour).map(each => (each / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3 ? "#111111" : "#ffffff";
}

function tooltip(c, lines) {
  return { trigger: "item", confine: true, backgroundColor: c.page, borderColor: c.line, textStyle: { color: c.ink, fontSize: 13 },
    formatter: each => {
      const box = element("div", {});
      for (const line of lines(each)) box.append(element("div", {}, line));
      return box;
    } };
}

function axisText(c, width) {
  return { color: c.ink, fontSize: 12, lineHeight: 14, width, overflow: "break", interval: 0 };
}

function hatch(c) {
  return { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: c.soft };
}
