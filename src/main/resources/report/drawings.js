"use strict";
// The two pictures that several views share: values with their intervals, and cells of a grid.
const ROW = 26;

function labelWidth(width) {
  return Math.round(Math.min(290, width * 0.36));
}

// One row of a picture: a dot with its interval, the comparator as a short upright line.
function dot(rows, c) {
  return (params, api) => {
    const row = rows[params.dataIndex];
    const y = api.coord([0, params.dataIndex])[1];
    const at = value => api.coord([value, params.dataIndex])[0];
    const area = params.coordSys;
    const children = [];
    const line = (x1, y1, x2, y2, style) => children.push({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: c.ink, lineWidth: 1.5, ...style } });
    if (row.heading) {
      line(area.x, y + ROW / 2, area.x + area.width, y + ROW / 2, { stroke: c.line });
      return { type: "group", children };
    }
    if (row.reference !== null && row.reference !== undefined) {
      line(at(row.reference), y - ROW / 2, at(row.reference), y + ROW / 2, { stroke: c.mark, lineDash: [4, 3] });
    }
    if (row.hidden) {
      children.push({ type: "rect", shape: { x: area.x, y: y - 7, width: area.width, height: 14 }, style: { fill: c.panel, decal: hatch(c) } });
    } else if (row.x !== null) {
      const stroke = row.reliability === "C" ? c.grey : c.accent;
      const fill = row.filled ? stroke : c.page;
      if (row.from !== null && row.to !== null) {
        line(at(row.from), y, at(row.to), y, { stroke, lineWidth: 2 });
        line(at(row.from), y - 5, at(row.from), y + 5, { stroke, lineWidth: 2 });
        line(at(row.to), y - 5, at(row.to), y + 5, { stroke, lineWidth: 2 });
      }
      children.push(row.everybody
        ? { type: "rect", shape: { x: -5, y: -5, width: 10, height: 10 }, x: at(row.x), y, rotation: Math.PI / 4, style: { fill, stroke, lineWidth: 2 } }
        : { type: "circle", shape: { cx: at(row.x), cy: y, r: 6 }, style: { fill, stroke, lineWidth: 2 } });
    } else {
      children.push({ type: "text", style: { x: area.x + 6, y: y - 6, text: row.why || "no value", fill: c.soft, fontSize: 11 } });
    }
    return { type: "group", children };
  };
}

// rows: { label, x, from, to, reference, reliability, filled, hidden, everybody, heading, short, lines: [text] }
function drawDots(place, words, rows, axisName) {
  draw(place, words, rows.length * ROW + 70, (c, width) => ({
    grid: { left: labelWidth(width) + 20, right: 24, top: 12, bottom: 48 },
    tooltip: tooltip(c, each => rows[each.dataIndex].lines || []),
    xAxis: { type: "value", name: axisName, nameLocation: "middle", nameGap: 28, nameTextStyle: { color: c.soft },
      axisLabel: { color: c.ink }, splitLine: { lineStyle: { color: c.line, opacity: 0.6 } } },
    yAxis: { type: "category", inverse: true, data: rows.map(row => row.short || row.label), axisTick: { show: false },
      axisLine: { show: false }, axisLabel: { ...axisText(c, labelWidth(width)), margin: 14,
        formatter: (text, i) => rows[i].heading ? `{heading|${text.replace(/[{}|]/g, " ")}}` : text,
        rich: { heading: { fontWeight: "bold", color: c.ink, fontSize: 12 } } } },
    series: [{ type: "custom", renderItem: dot(rows, c), encode: { x: [0, 2, 3, 4], y: 1 },
      data: rows.map((row, i) => [row.x, i, row.from, row.to, row.reference].map(each => each ?? "-")) }]
  }));
}

// cells: { column, row, share (0 to 1), text, small, look: "filled" | "hollow" | "grey" | "hidden" | "empty", lines }
function drawCells(place, words, columns, rows, cells) {
  const height = 44;
  const cellWidth = width => (width - labelWidth(width) - 30) / columns.length;
  draw(place, words, rows.length * height + 90, (c, width) => ({
    grid: { left: labelWidth(width) + 14, right: 8, top: 78, bottom: 8 },
    tooltip: tooltip(c, each => cells[each.dataIndex].lines),
    xAxis: { type: "category", position: "top", data: columns, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { ...axisText(c, cellWidth(width) - 4), fontSize: cellWidth(width) < 70 ? 10 : 12 } },
    yAxis: { type: "category", inverse: true, data: rows, axisTick: { show: false }, axisLine: { show: false }, axisLabel: axisText(c, labelWidth(width)) },
    series: [{ type: "custom", data: cells.map(cell => [cell.column, cell.row]), renderItem: (params, api) => {
      const cell = cells[params.dataIndex];
      const [x, y] = api.coord([cell.column, cell.row]);
      const [w, h] = api.size([1, 1]);
      const fontSize = w < 60 ? 11 : 13;
      const colour = mixed(c.low, c.high, cell.share ?? 0);
      const looks = {
        filled: { fill: colour, text: inkOn(colour) },
        hollow: { fill: c.page, stroke: colour, lineWidth: 4, text: c.ink },
        grey: { fill: c.panel, text: c.soft },
        hidden: { fill: c.panel, decal: hatch(c), text: c.ink },
        empty: { fill: c.page, text: c.soft }
      };
      const { text, ...style } = looks[cell.look];
      const inset = cell.look === "hollow" ? 4 : 2;
      return { type: "group", children: [
        { type: "rect", shape: { x: x - w / 2 + inset, y: y - h / 2 + inset, width: w - 2 * inset, height: h - 2 * inset }, style },
        { type: "text", style: { x, y: y - (cell.small ? 7 : 0), text: cell.text, fill: text, align: "center", verticalAlign: "middle", fontSize } },
        { type: "text", style: { x, y: y + 9, text: cell.small || "", fill: text, align: "center", verticalAlign: "middle", fontSize: 10 } }] };
    } }]
  }));
}
