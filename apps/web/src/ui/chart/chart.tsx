// A chart in the colours of the theme, for eyes only: what it shows stands in words and figures beside it.
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useBrightness } from '../../app/theme';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface ChartColours {
  readonly text: string;
  readonly line: string;
}

interface ChartProps {
  readonly label: string;
  readonly height: number;
  readonly option: (colours: ChartColours) => EChartsCoreOption;
}

const COLOURS = {
  light: { text: '#5b6562', line: '#e4e9e7' },
  dark: { text: '#a9b4b0', line: '#2c3431' },
};

export function Chart({ label, height, option }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const { dark } = useBrightness();
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const colours = COLOURS[dark ? 'dark' : 'light'];
    chart.setOption({
      animation: false,
      textStyle: { color: colours.text, fontFamily: getComputedStyle(document.body).fontFamily },
      ...option(colours),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height }} />;
}
