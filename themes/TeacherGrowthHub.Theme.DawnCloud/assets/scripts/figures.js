/* figures.js · draws the trend of the figures; the table below it says the same without a script. */
import { init, use } from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

// Colours come from the theme's tokens, so a redraw follows a change of colours.
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const line = ({ name, rates }, first) => {
  const color = token(first ? '--pri' : '--dawn-t');
  return {
    name,
    type: 'line',
    data: rates,
    symbol: 'circle',
    symbolSize: first ? 7 : 5,
    showAllSymbol: true,
    clip: false,
    lineStyle: { color, width: first ? 3 : 2, type: first ? 'solid' : 'dashed' },
    itemStyle: { color },
    labelLayout: { moveOverlap: 'shiftY' },
    endLabel: { show: true, formatter: `${name} {c}%`, color, fontSize: 13, distance: 6 },
  };
};

const options = ({ months, lines }) => ({
  // A month without figures has no place for the label to move from.
  animation: false,
  textStyle: { fontFamily: token('--sans') },
  grid: { left: 44, right: 104, top: 16, bottom: 28 },
  tooltip: {
    trigger: 'axis',
    renderMode: 'richText',
    padding: 12,
    valueFormatter: (value) => (value === null || value === undefined ? '—' : `${value}%`),
    backgroundColor: token('--surface'),
    borderColor: token('--edge'),
    textStyle: { color: token('--ink') },
  },
  xAxis: {
    type: 'category',
    data: months,
    boundaryGap: months.length < 2,
    axisLine: { lineStyle: { color: token('--edge') } },
    axisTick: { show: false },
    axisLabel: { color: token('--ink3'), fontSize: 13 },
  },
  yAxis: {
    type: 'value',
    min: 0,
    max: 100,
    interval: 25,
    splitLine: { lineStyle: { color: token('--line') } },
    axisLabel: { color: token('--ink3'), fontSize: 13, formatter: '{value}%' },
  },
  series: lines.map((row, place) => line(row, place === 0)),
});

for (const place of document.querySelectorAll('[data-trend]')) {
  const data = JSON.parse(place.dataset.trend);
  place.hidden = false;
  for (const table of document.querySelectorAll('[data-trend-table]')) table.open = false;
  const chart = init(place, null, { renderer: 'svg' });
  const draw = () => chart.setOption(options(data));
  draw();
  document.addEventListener('hub:theme', draw);
  window.addEventListener('resize', () => chart.resize());
}
