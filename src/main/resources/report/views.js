"use strict";
// The views of groups. Each names n, period, method and comparator in its caption.
const PERIOD = DATA.head.start + " to " + DATA.head.end;

function chosenRates(choice) {
  return choice.measure === ALL_RATES ? RATES.filter(rate => rate.percent) : [RATE.get(choice.measure)];
}

function notCarried(choice) {
  return `This page holds no figures for ${entityName(choice.entity)}, ${scopeName(choice.scope)}, by ${stratifierName(choice.by)}: `
    + "nobody was measured there, or the figures are too many for one page and stand in the table stratified_result.";
}

function methodWords(rate, found) {
  const intervals = rate.intervals.map(each => WORDS.intervals[each] || each).join(", ");
  return (WORDS.methods[found.method] || found.method) + (intervals ? `; 95 % ${intervals}` : "");
}

function knownWords(found) {
  const words = [];
  const asked = STRATIFIERS.get(found.stratifier).standard === "OMB_SPD15_2024";
  if (found.coverage !== null) words.push(asked ? `${found.coverage.toFixed(1)} % of people answered the combined question of 2024` : `known for ${found.coverage.toFixed(1)} % of them`);
  if (found.direct !== null) words.push(`given directly by ${found.direct.toFixed(1)} %`);
  if (found.conflict !== null) words.push(`contradictory for ${found.conflict.toFixed(1)} %`);
  return words.length ? " Groups: " + words.join(", ") + "." : "";
}

function caption(choice, rates, comparator) {
  const [rate] = rates;
  const found = rates.map(each => block(each, choice.entity, choice.scope, choice.by)).find(each => each);
  const all = total(rate, choice.entity, choice.scope);
  const where = `${entityName(choice.entity)}, ${scopeName(choice.scope)}, by ${stratifierName(choice.by)}. Period: ${PERIOD}. `;
  const method = `Method: ${methodWords(rate, found)}. Compared with: ${comparator}.`;
  const absent = DATA.head.absent.length ? ` Without data of: ${DATA.head.absent.join(", ")}.` : "";
  const overlap = STRATIFIERS.get(choice.by).exclusive ? "" : " A person can be in several of these groups.";
  if (rates.length > 1) return `Every measure in percent. ${where}n: see the table. ${method}${overlap}${absent}`;
  const flow = all ? `n = ${count(all.n)} of ${count(all.flow[1])} in the denominator (${count(all.flow[2])} excluded, ${count(all.flow[3])} excepted). ` : "";
  const data = all && all.sufficient !== null && !all.hidden ? ` Data could show it for ${count(all.sufficient)} of ${count(all.n)}.` : "";
  const mark = all && markWords(all.mark) ? ` Quality: ${markWords(all.mark)}.` : "";
  return `${rate.title}, in ${unitName(rate)}, ${better(rate)}. ${where}${flow}${method}${knownWords(found)}${overlap}${data}${mark}${absent}`;
}

// Everybody first, then the groups in the stratifier's order; with a heading each where several measures are shown.
function groupRows(choice) {
  const rates = chosenRates(choice);
  const rows = [];
  for (const rate of rates) {
    const found = block(rate, choice.entity, choice.scope, choice.by);
    const all = total(rate, choice.entity, choice.scope);
    if (!found) continue;
    if (rates.length > 1) rows.push({ heading: `${rate.title} (${better(rate)})`, short: rate.measure + (rate.rate === "overall" ? "" : ", " + rate.rate) });
    if (all) rows.push({ ...all, rate, label: "Everybody", everybody: true });
    if (choice.by !== "TOTAL") for (const row of found.rows) rows.push({ ...row, rate, all });
  }
  return rows;
}

const QUALITY = { head: "Quality", text: row => markWords(row.mark) || "–", left: true, optional: true };

const AGES = " At the program's ages: the value of a group if its people were as old as everybody measured in the whole program"
  + " (direct standardisation by four ages); none where the group has nobody of an age that the program has.";

function groupColumns() {
  return [
    { head: "Group", text: row => row.label, left: true },
    { head: "n", text: row => shownOr(row, count(row.n)) },
    { head: "Numerator", text: row => shownOr(row, row.rate.percent ? count(row.numerator) : "–") },
    { head: "Value", text: row => shownOr(row, figure(row.rate, row.value)) },
    { head: "95 % interval", text: row => shownOr(row, interval(row.rate, row.lo, row.hi)) },
    { head: "At the program's ages", text: row => row.hidden ? "–" : figure(row.rate, row.standardised), optional: true },
    { head: "Data could show it", text: row => shownOr(row, count(row.sufficient)) },
    { head: "Reliability", text: reliabilityWords, left: true },
    QUALITY];
}

function axisName(rates) {
  return rates[0].percent ? "percent of people" : unitName(rates[0]);
}

function viewGroups(choice) {
  const rates = chosenRates(choice);
  const rows = groupRows(choice);
  if (!rows.length) return nothing("groups", notCarried(choice));
  const words = caption(choice, rates, "everybody of the same place and payers (dashed line)");
  show("groups-c", words + (rows.some(row => !row.heading && row.standardised !== null) ? AGES : ""));
  drawDots("groups", `Values of groups with their intervals. ${words}`, rows.map(row => row.heading ? row : ({
    label: `${row.label} (n ${row.hidden ? "hidden" : count(row.n)})`, x: row.value, from: row.lo, to: row.hi, hidden: row.hidden,
    everybody: row.everybody, reference: row.all ? row.all.value : null, reliability: row.reliability, filled: row.reliability !== "B",
    why: markWords(row.mark),
    lines: [row.label, `n ${count(row.n)}`, `${figure(row.rate, row.value)} (${interval(row.rate, row.lo, row.hi)})`, reliabilityWords(row)]
  })), axisName(rates));
  table("groups", "Values of groups", groupColumns(), rows);
}

function viewGaps(choice) {
  const rates = chosenRates(choice);
  const overall = choice.against === "OVERALL";
  const rows = [];
  for (const row of groupRows(choice)) {
    if (row.everybody) continue;
    if (row.heading) { rows.push(row); continue; }
    const other = overall ? { diff: row.gap, lo: null, hi: null, p: null, q: null, notable: false, state: "OK" }
      : compared(row.rate, choice.entity, choice.scope, choice.by, choice.against).get(row.id);
    rows.push({ ...row, ...(other || { diff: null, lo: null, hi: null, p: null, q: null, notable: false, state: "NO_COMPARATOR" }) });
  }
  if (!rows.some(row => row.label)) return nothing("gaps", choice.by === "TOTAL" ? "Choose groups to see gaps." : notCarried(choice));
  const plain = overall ? " These are plain differences without an interval: everybody includes the group, so the two are not independent." : "";
  const words = caption(choice, rates, WORDS.comparators[choice.against]) + plain
    + (overall ? "" : " A filled dot: more than chance after all comparisons of this kind are counted (q below 0.05).");
  show("gaps-c", words);
  const why = row => row.state in WORDS.states ? WORDS.states[row.state] : row.state;
  drawDots("gaps", `Differences of groups. ${words}`, rows.map(row => row.heading ? row : ({
    label: `${row.label} (n ${row.hidden ? "hidden" : count(row.n)})`, x: row.diff, from: row.lo, to: row.hi, reference: 0, hidden: row.hidden,
    reliability: row.reliability, filled: overall ? row.reliability !== "B" : row.notable, why: why(row),
    lines: [row.label, `n ${count(row.n)}`, `${signed(row.rate, row.diff)} (${interval(row.rate, row.lo, row.hi)})`, why(row), reliabilityWords(row)].filter(line => line)
  })), rates[0].percent ? "difference in percentage points" : "difference, " + unitName(rates[0]));
  table("gaps", "Differences of groups", [
    { head: "Group", text: row => row.label, left: true },
    { head: "n", text: row => shownOr(row, count(row.n)) },
    { head: "Value", text: row => shownOr(row, figure(row.rate, row.value)) },
    { head: "Difference", text: row => shownOr(row, signed(row.rate, row.diff)) },
    ...(overall ? [] : [
      { head: "95 % interval", text: row => shownOr(row, interval(row.rate, row.lo, row.hi)) },
      { head: "p", text: row => row.p ?? "–" },
      { head: "q", text: row => row.q ?? "–" },
      { head: "Comparison", text: row => why(row) || (row.notable ? "more than chance" : "may be chance"), left: true }]),
    { head: "Reliability", text: reliabilityWords, left: true }], rows);
}

function viewGrid(choice) {
  if (choice.measure === ALL_RATES) return nothing("grid", "Choose one measure to see payers beside one another.");
  const rate = RATE.get(choice.measure);
  const scopes = SCOPES.filter(scope => block(rate, choice.entity, scope, choice.by));
  if (!scopes.length) return nothing("grid", notCarried(choice));
  const rows = new Map();
  scopes.forEach((scope, column) => {
    const all = choice.by === "TOTAL" ? [] : [{ ...total(rate, choice.entity, scope), label: "Everybody", kind: "TOTAL" }];
    for (const cell of [...all, ...block(rate, choice.entity, scope, choice.by).rows]) {
      const line = rows.get(cell.id) || { id: cell.id, label: cell.label, cells: [], order: (STRATA.get(choice.by + "|" + cell.id) || { order: -1 }).order };
      line.cells[column] = cell;
      rows.set(cell.id, line);
    }
  });
  const lines = [...rows.values()].sort((a, b) => a.order - b.order);
  const values = lines.flatMap(line => line.cells).filter(cell => cell && cell.value !== null).map(cell => cell.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const share = value => most > least ? (value - least) / (most - least) : 0.5;
  const text = cell => !cell || cell.n === 0 ? "–" : cell.hidden ? "hidden" : cell.value === null ? "withheld" : figure(rate, cell.value);
  const words = caption({ ...choice, scope: "ALL" }, [rate], "the other payers; payers overlap, so a person can be counted with several")
    + " Darker in print, stronger on a dark screen: a higher value.";
  show("grid-c", words);
  const look = cell => !cell || cell.n === 0 ? "empty" : cell.hidden ? "hidden" : cell.value === null || cell.reliability === "C" ? "grey" : cell.reliability === "B" ? "hollow" : "filled";
  drawCells("grid", `Values of groups by payer. ${words}`, scopes.map(scope => scope.startsWith("payer:") ? scope.slice(6).replaceAll("-", "-\n") : scopeName(scope)), lines.map(line => line.label),
    lines.flatMap((line, row) => scopes.map((scope, column) => {
      const cell = line.cells[column];
      return { row, column, share: cell && cell.value !== null ? share(cell.value) : 0, text: text(cell), look: look(cell),
        small: cell && cell.n && !cell.hidden ? "n " + count(cell.n) : "",
        lines: [`${line.label}, ${scopeName(scope)}`, ...(cell ? [`n ${count(cell.n)}`, `${text(cell)} (${interval(rate, cell.lo, cell.hi)})`, reliabilityWords(cell)] : ["nobody"])] };
    })));
  table("grid", "Values of groups by payer, n in brackets, then the letter of reliability", [{ head: "Group", text: line => line.label, left: true },
    ...scopes.map((scope, column) => ({ head: scopeName(scope), text: line => {
      const cell = line.cells[column];
      return cell && cell.n && !cell.hidden ? `${text(cell)} (${count(cell.n)}) ${cell.reliability}` : text(cell);
    } }))], lines);
}
