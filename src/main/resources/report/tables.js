"use strict";
// Tables are the figures; charts are pictures of them. Text only ever enters as text.

// Longer tables open when they are asked for, and on paper.
const LONG = 24;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// columns: [{ head, text: row => string, left, optional: left out where no row has anything there }]; rows may hold { heading } for a line between groups of rows.
function table(place, caption, all, rows) {
  const columns = all.filter(column => !column.optional || rows.some(row => !row.heading && column.text(row) !== "–"));
  const head = element("tr", {});
  for (const column of columns) head.append(element("th", { scope: "col", class: column.left ? "text" : "" }, column.head));
  const body = element("tbody", {});
  for (const row of rows) {
    if (row.heading) {
      body.append(element("tr", {}, element("th", { scope: "rowgroup", colspan: columns.length }, row.heading)));
      continue;
    }
    const line = element("tr", { class: row.hidden ? "hidden" : row.reliability === "C" ? "c" : "" });
    columns.forEach((column, i) => {
      const text = column.text(row);
      const cell = i === 0 ? element("th", { scope: "row" }, text) : element("td", { class: column.left ? "text" : "" }, text);
      if (text === "hidden") cell.classList.add("hidden");
      line.append(cell);
    });
    body.append(line);
  }
  const made = element("table", {}, element("caption", {}, `${caption}: ${rows.length} rows`), element("thead", {}, head), body);
  show(place + "-t", rows.length > LONG ? element("details", {}, element("summary", {}, `Table of ${rows.length} rows: ${caption}`), made) : made);
}

function show(id, ...content) {
  document.getElementById(id).replaceChildren(...content);
}

function nothing(place, why) {
  erase(place);
  show(place + "-c");
  show(place + "-t", element("p", { class: "nothing" }, why));
}

function shownOr(row, text) {
  return row.hidden ? "hidden" : text;
}
