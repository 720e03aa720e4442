// Horizontal bars, stacked: amounts by name, as the drawing library wants them. The numbers are for lengths only; what
// is said in figures is the text that came from the server.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chart';
import { groupDigits } from '../text/amount-text';

export interface Series {
  readonly name: string;
  readonly colour: string;
  /** Decimal texts, one for each row. */
  readonly amounts: readonly string[];
}

const LABEL_WIDTH = 130;

export const stackedBars =
  (rows: readonly string[], series: readonly Series[]) =>
  ({ text, line }: ChartColours): EChartsCoreOption => ({
    grid: { left: 8, right: 16, top: 32, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: text }, itemWidth: 12, itemHeight: 12 },
    tooltip: {
      trigger: 'item',
      formatter: ({ seriesName, dataIndex }: { seriesName: string; dataIndex: number }) =>
        `${seriesName}: ${groupDigits(series.find(({ name }) => name === seriesName)?.amounts[dataIndex] ?? '')}`,
    },
    xAxis: {
      type: 'value',
      axisLabel: { color: text, hideOverlap: true },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...rows],
      axisLabel: { color: text, width: LABEL_WIDTH, overflow: 'truncate' },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    series: series.map(({ name, colour, amounts }) => ({
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 18,
      itemStyle: { color: colour },
      data: amounts.map(Number),
    })),
  });
