"use strict";
// What is shown is chosen in the filters and stands in the address, so that a view can be sent as a link.
const SCOPES = [...new Set(RATES.flatMap(rate => [...rate.byKey.values()].map(found => found.scope)))]
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
const BY = [...new Set(RATES.flatMap(rate => [...rate.byKey.values()].map(found => found.stratifier)))]
  .sort((a, b) => crossing(a) - crossing(b) || (stratifierName(a) < stratifierName(b) ? -1 : 1));
const CONTROLS = { measure: "measure", entity: "entity", scope: "payers-of", by: "by", basis: "basis", against: "against" };

function rank(scope) {
  return scope === "ALL" ? 0 : scope.startsWith("payer:") ? 2 : 1;
}

function crossing(stratifier) {
  return stratifier === "TOTAL" ? 0 : stratifier.includes("_x_") ? 2 : 1;
}

function fill(id, options) {
  show(id, ...options.map(([value, text]) => element("option", { value }, text)));
}

function prepareFilters() {
  fill("measure", [...RATES.map(rate => [rate.id, rate.title]), ...(RATES.some(rate => rate.percent) ? [[ALL_RATES, "Every measure in percent"]] : [])]);
  const entities = [...new Set(RATES.flatMap(rate => [...rate.byKey.values()].map(found => found.entity)))]
    .sort((a, b) => (a.startsWith("PROGRAM") ? 0 : 1) - (b.startsWith("PROGRAM") ? 0 : 1) || (a < b ? -1 : 1));
  fill("entity", entities.map(entity => [entity, entityName(entity)]));
  fill("payers-of", SCOPES.map(scope => [scope, scopeName(scope)]));
  fill("by", BY.map(by => [by, stratifierName(by)]));
  fill("against", (HAS_COMPARISONS ? ["REST", "FIXED_REF", "OVERALL"] : ["OVERALL"]).map(each => [each, WORDS.comparators[each]]));
  if (BY.includes("race_eth_2024")) document.getElementById("by").value = "race_eth_2024";
}

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const [name, id] of Object.entries(CONTROLS)) {
    const control = document.getElementById(id);
    if ([...control.options].some(option => option.value === wanted.get(name))) control.value = wanted.get(name);
  }
}

function chosen() {
  return Object.fromEntries(Object.entries(CONTROLS).map(([name, id]) => [name, document.getElementById(id).value]));
}

function update() {
  const choice = chosen();
  const rates = chosenRates(choice);
  for (const view of [viewGroups, viewGaps, viewGrid, viewFunnel, viewHidden]) view(choice);
  const found = rates.filter(rate => block(rate, choice.entity, choice.scope, choice.by));
  const groups = found.length ? block(found[0], choice.entity, choice.scope, choice.by).rows.length : 0;
  const name = rates.length > 1 ? "Every measure in percent" : rates[0].title;
  show("shown", `Shown: ${name}; ${entityName(choice.entity)}; ${scopeName(choice.scope)}; ${choice.by === "TOTAL" ? "everybody" : `${groups} groups by ${stratifierName(choice.by)}`}; ${PERIOD}.`);
  const doubts = [...new Set(rates.flatMap(rate => rate.unverified))];
  show("unverified", ...(doubts.length ? [element("details", {}, element("summary", {}, `${doubts.length} rules behind what is shown were not checked against their source`),
    element("ul", {}, ...doubts.map(doubt => element("li", {}, doubt))))] : []));
}

function prepareHead() {
  const head = DATA.head;
  show("banner", head.tier === "PUBLIC"
    ? "Public: made from a release. restricted = false. Figures that could reveal a person are hidden."
    : "Restricted: small groups can reveal a person. Nothing here is for publication.");
  show("about", `${head.program}. Measurement period ${PERIOD}. ${head.tier === "PUBLIC" ? "Release" : "Run"} ${head.id}.`);
  show("payers", `Payers in these figures: ${head.present.join(", ") || "none"}. `
    + (head.absent.length ? `Payers without data: ${head.absent.join(", ")}; people they alone cover are missing.` : "No payer of the program is missing."));
}

function start() {
  prepareHead();
  if (!RATES.length) return show("shown", "This run has no figures.");
  prepareFilters();
  readAddress();
  for (const id of Object.values(CONTROLS)) {
    document.getElementById(id).addEventListener("change", () => {
      history.replaceState(null, "", "#" + new URLSearchParams(chosen()));
      if (id === "basis") viewCompleteness(chosen());
      else update();
    });
  }
  addEventListener("hashchange", () => {
    readAddress();
    viewCompleteness(chosen());
    update();
  });
  viewCompleteness(chosen());
  update();
}

start();
