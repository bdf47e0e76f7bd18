"use strict";
// The figures that the page carries, as objects. FigureBlock, FunnelFigures and Comparisons write what is read here.
const DATA = JSON.parse(document.getElementById("figures").textContent);
const WORDS = DATA.words;
const ALL_RATES = "*";

const STRATA = new Map();
const STRATIFIERS = new Map();
for (const [stratifier, stratum, label, order, kind, exclusive, standard] of DATA.strata) {
  STRATA.set(stratifier + "|" + stratum, { label, order, kind });
  STRATIFIERS.set(stratifier, { id: stratifier, exclusive: exclusive === 1, standard });
}

const ENTITIES = new Map(DATA.entities.map(([id, name, state]) => [id, { id, name, state }]));

function group(rate, stratifier, fields) {
  const [number, n, numerator, value, lo, hi, reliability, sufficient, gap, mark, hidden, standardised, ...flow] = fields;
  const id = rate.groups[number];
  const stratum = STRATA.get(stratifier + "|" + id) || { label: id, order: 0, kind: "VALUE" };
  return { id, label: stratum.label, kind: stratum.kind, n, numerator, value, lo, hi, reliability, sufficient, gap,
    mark: rate.marks[mark], hidden: hidden === 1, standardised, flow };
}

function prepared(rate) {
  rate.id = rate.measure + "|" + rate.rate;
  const dimension = DATA.measures.find(each => each.id === rate.id) || { order: 0, unverified: [] };
  rate.order = dimension.order;
  rate.unverified = dimension.unverified;
  rate.title = rate.measure + " " + rate.name + (rate.rate === "overall" ? "" : ", " + rate.rate);
  rate.percent = rate.scoring === "PROPORTION";
  rate.byKey = new Map();
  for (const [entity, scope, stratifier, method, coverage, direct, conflict, rows] of rate.blocks) {
    rate.byKey.set([entity, scope, stratifier].join("|"), { entity, scope, stratifier, method, coverage, direct, conflict,
      rows: rows.map(fields => group(rate, stratifier, fields)) });
  }
  rate.practices = rate.funnel.practices.map(([id, n, numerator, value, lo, hi, reliability, place, mark, hidden]) =>
    ({ id, n, numerator, value, lo, hi, reliability, place, mark, hidden: hidden === 1,
      name: (ENTITIES.get("PRACTICE/" + id) || {}).name || id, state: (ENTITIES.get("PRACTICE/" + id) || {}).state || "" }));
  return rate;
}

const RATES = DATA.rates.map(prepared)
  .sort((a, b) => a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : a.order - b.order);
const RATE = new Map(RATES.map(rate => [rate.id, rate]));

function block(rate, entity, scope, stratifier) {
  return rate.byKey.get([entity, scope, stratifier].join("|"));
}

function total(rate, entity, scope) {
  const found = block(rate, entity, scope, "TOTAL");
  return found ? found.rows[0] : null;
}

function compared(rate, entity, scope, stratifier, comparator) {
  const rows = (DATA.comparisons[rate.id] || {})[[entity, scope, stratifier, comparator].join("|")] || [];
  return new Map(rows.map(([stratum, state, diff = null, lo = null, hi = null, p = null, q = null, notable = 0]) =>
    [stratum, { state, diff, lo, hi, p, q, notable: notable === 1 }]));
}

const HAS_COMPARISONS = Object.keys(DATA.comparisons).length > 0;

// Words for what tables name by code.

function stratifierName(id) {
  return WORDS.stratifiers[id] || id.split("_x_").map(each => WORDS.stratifiers[each] || each.replaceAll("_", " ")).join(" × ");
}

function scopeName(id) {
  return id.startsWith("payer:") ? "Payer " + id.slice(6) : WORDS.scopes[id] || id;
}

function entityName(id) {
  const name = (ENTITIES.get(id) || {}).name || id.slice(id.indexOf("/") + 1);
  return id.startsWith("PROGRAM/") ? "Whole program" : id.startsWith("STATE/") ? "State " + name : name;
}

function markWords(mark) {
  return mark.split(" ").map(word => {
    const floor = /^(PRACTICE_)?BELOW_(\d+)_RESPONSES$/.exec(word);
    return floor ? `fewer than ${floor[2]} responses` : word in WORDS.marks ? WORDS.marks[word] : word;
  }).filter(word => word).join(": ");
}

function reliabilityWords(row) {
  if (row.hidden) return "hidden to protect people";
  if (row.value === null) return "no value";
  return { A: "A: reliable", B: "B: usable", C: "C: too few people or too wide an interval to compare" }[row.reliability];
}

function count(number) {
  return number === null || number === undefined ? "–" : number.toLocaleString("en-US");
}

// Figures come rounded; this only writes their digits.
function figure(rate, value) {
  return value === null || value === undefined ? "–" : value.toFixed(rate.decimals) + (rate.percent ? " %" : "");
}

function signed(rate, value) {
  if (value === null || value === undefined) return "–";
  return (value > 0 ? "+" : "") + value.toFixed(rate.decimals) + (rate.percent ? " points" : "");
}

function interval(rate, lo, hi) {
  return lo === null || hi === null || lo === undefined || hi === undefined ? "–" : lo.toFixed(rate.decimals) + " to " + hi.toFixed(rate.decimals);
}

function better(rate) {
  return rate.improvement === "LOWER" ? "lower is better" : "higher is better";
}

function unitName(rate) {
  return WORDS.units[rate.unit] || rate.unit;
}
