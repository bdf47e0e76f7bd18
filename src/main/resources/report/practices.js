"use strict";
// The views of what is known, of practices, and of what is not shown.

function viewCompleteness(choice) {
  const rows = DATA.completeness.filter(row => row[1] === choice.basis || row[0] === "ALL")
    .map(([payer, , attribute, people, known, share, self, guessed, conflict, declined]) =>
      ({ payer, attribute, people, known, share, self, guessed, conflict, declined }));
  if (!rows.length) return nothing("completeness", "This page carries no table of what is known about people.");
  const payers = [...new Set(rows.map(row => row.payer))];
  const attributes = [...new Set(rows.map(row => row.attribute))];
  const name = row => row.payer === "ALL" ? "Everybody" : row.payer;
  const everybody = rows.find(row => row.payer === "ALL");
  const words = `Share of people whose answer is known, by payer and attribute. Period: ${PERIOD}. n = ${count(everybody.people)} people of all payers; `
    + "n of each payer in the table. Method: people counted, covered in the period or not. Compared with: everybody (first row). "
    + "Groups of an attribute that too few people of a measure answered are shown, and not compared; the program says how many are enough.";
  show("completeness-c", words);
  drawCells("completeness", words, attributes.map(each => WORDS.attributes[each] || each),
    payers.map(payer => `${payer === "ALL" ? "Everybody" : payer} (n ${count(rows.find(row => row.payer === payer).people)})`),
    rows.map(row => ({ row: payers.indexOf(row.payer), column: attributes.indexOf(row.attribute), share: row.share === null ? 0 : row.share / 100,
      text: row.share === null ? "–" : row.share.toFixed(1) + " %", look: row.share === null ? "empty" : "filled",
      lines: [`${name(row)}, ${WORDS.attributes[row.attribute] || row.attribute}`, `known for ${count(row.known)} of ${count(row.people)}`] })));
  const percent = value => value === null ? "–" : value.toFixed(1) + " %";
  table("completeness", "What is known, of all people of the payer", [
    { head: "Payer", text: name, left: true },
    { head: "Attribute", text: row => WORDS.attributes[row.attribute] || row.attribute, left: true },
    { head: "n", text: row => count(row.people) },
    { head: "Known", text: row => count(row.known) },
    { head: "Share known", text: row => percent(row.share) },
    { head: "Told to a practice", text: row => percent(row.self) },
    { head: "Guessed from names or places", text: row => percent(row.guessed) },
    { head: "Sources contradict", text: row => percent(row.conflict) },
    { head: "Declined", text: row => count(row.declined) }], rows);
}

function viewFunnel(choice) {
  if (choice.measure === ALL_RATES) return nothing("funnel", "Choose one measure to see practices.");
  const rate = RATE.get(choice.measure);
  const state = choice.entity.startsWith("STATE/") ? choice.entity.slice(6) : "";
  const rows = rate.practices.filter(row => !state || row.state === state);
  if (!rows.length) return nothing("funnel", "No practice has people in this measure.");
  const limited = rate.funnel.limits.length > 0;
  const words = `${rate.title}, in ${unitName(rate)}, ${better(rate)}. Practices${state ? " of " + entityName(choice.entity) : ""}, all payers together. `
    + `Period: ${PERIOD}. n = ${count(rows.reduce((sum, row) => sum + (row.n || 0), 0))} people of ${rows.length} practices; people without a practice are left out. Compared with: the program's ${figure(rate, rate.funnel.centre)}. `
    + (limited ? "Method: exact binomial control limits around the program's value, which is taken as known; a practice outside the 95 % limits is one in twenty by chance alone, outside the 99.8 % limits one in five hundred. Neither says why."
      : "Method: values as they are. This is no share of people, so no limits of chance are drawn.");
  show("funnel-c", words);
  const looks = { WITHIN: "circle", BEYOND_95: "diamond", BEYOND_998: "triangle" };
  draw("funnel", `Practices by number of people and value. ${words}`, 440, c => {
    const line = (index, name, type, colour) => ({ type: "line", name, symbol: "none", silent: true, data: rate.funnel.limits.map(limit => [limit[0], limit[index]]),
      lineStyle: { type, color: colour, width: 1.2 }, itemStyle: { color: colour } });
    return {
      grid: { left: 60, right: 24, top: 40, bottom: 48 },
      legend: { top: 4, textStyle: { color: c.ink }, data: limited ? ["95 % limits", "99.8 % limits", "program"] : ["program"] },
      tooltip: tooltip(c, each => each.data.lines || []),
      xAxis: { type: "value", name: "people (n)", nameLocation: "middle", nameGap: 28, nameTextStyle: { color: c.soft }, min: 0, axisLabel: { color: c.ink }, splitLine: { show: false } },
      yAxis: { type: "value", scale: !rate.percent, axisLabel: { color: c.ink, formatter: rate.percent ? "{value} %" : "{value}" }, splitLine: { lineStyle: { color: c.line, opacity: 0.6 } } },
      series: [
        ...(limited ? [line(1, "99.8 % limits", "solid", c.soft), line(4, "99.8 % limits", "solid", c.soft), line(2, "95 % limits", "dashed", c.soft), line(3, "95 % limits", "dashed", c.soft)] : []),
        { type: "line", name: "program", symbol: "none", silent: true, itemStyle: { color: c.mark }, lineStyle: { color: c.mark, width: 1.5 },
          data: [[0, rate.funnel.centre], [Math.max(...rows.map(row => row.n || 0)), rate.funnel.centre]] },
        { type: "scatter", data: rows.filter(row => !row.hidden && row.value !== null).map(row => {
          const colour = row.reliability === "C" ? c.grey : c.accent;
          return { value: [row.n, row.value], symbol: looks[row.place] || "circle", symbolSize: row.place && row.place !== "WITHIN" ? 15 : 11,
            itemStyle: { color: row.reliability === "B" ? c.page : colour, borderColor: row.place && row.place !== "WITHIN" ? c.mark : colour, borderWidth: 2 },
            lines: [row.name, `n ${count(row.n)}`, figure(rate, row.value), WORDS.places[row.place] || "", reliabilityWords(row)].filter(text => text) };
        }) }]
    };
  });
  table("funnel", "Practices", [
    { head: "Practice", text: row => row.name, left: true },
    { head: "Id", text: row => row.id, left: true },
    { head: "State", text: row => row.state, left: true },
    { head: "n", text: row => shownOr(row, count(row.n)) },
    { head: "Numerator", text: row => shownOr(row, rate.percent ? count(row.numerator) : "–") },
    { head: "Value", text: row => shownOr(row, figure(rate, row.value)) },
    { head: "95 % interval", text: row => shownOr(row, interval(rate, row.lo, row.hi)) },
    ...(limited ? [{ head: "Against the program", text: row => WORDS.places[row.place] || "–", left: true }] : []),
    { head: "Reliability", text: reliabilityWords, left: true },
    QUALITY], rows);
}

// Below this many people a release shows no group of its own (the smallest cell that CMS lets anybody publish).
const SMALL = 11;

function viewHidden(choice) {
  const isPublic = DATA.head.tier === "PUBLIC";
  const lines = new Map();
  for (const rate of chosenRates(choice)) {
    for (const found of rate.byKey.values()) {
      const line = lines.get(found.stratifier) || { id: found.stratifier, groups: 0, hidden: 0, small: 0, withheld: 0, unreliable: 0 };
      for (const row of found.rows) {
        line.groups++;
        if (row.hidden) line.hidden++;
        else if (row.n > 0 && row.n < SMALL) line.small++;
        if (!row.hidden && row.n > 0 && row.value === null) line.withheld++;
        if (!row.hidden && row.value !== null && row.reliability === "C") line.unreliable++;
      }
      lines.set(found.stratifier, line);
    }
  }
  const rows = [...lines.values()].sort((a, b) => a.id === "TOTAL" ? -1 : b.id === "TOTAL" ? 1 : stratifierName(a.id) < stratifierName(b.id) ? -1 : 1);
  const rates = chosenRates(choice);
  show("hidden-c", `${rates.length > 1 ? "Every measure in percent" : rates[0].title}. Period: ${PERIOD}. n = ${count(rows.reduce((sum, row) => sum + row.groups, 0))} figures of the program and its states. `
    + "Method: figures counted, not people. Compared with: nothing. "
    + (isPublic ? "This page was made from a release: hidden figures could reveal a person, or another figure that could."
      : "This page is restricted and hides nothing. Figures of fewer than 11 people are those that a release must not show, and it hides others with them, so that they cannot be worked out."));
  const share = (part, row) => row.groups ? `${count(part)} of ${count(row.groups)}` : "–";
  table("hidden", "Figures by stratifier", [
    { head: "Groups by", text: row => stratifierName(row.id), left: true },
    { head: "Figures", text: row => count(row.groups) },
    ...(isPublic ? [{ head: "Hidden", text: row => share(row.hidden, row) }] : [{ head: "Fewer than 11 people", text: row => share(row.small, row) }]),
    { head: "Withheld for quality", text: row => share(row.withheld, row) },
    { head: "Reliability C", text: row => share(row.unreliable, row) }], rows);
}
