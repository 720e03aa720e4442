// The drawing library is as heavy as the rest of a screen: it is fetched when a chart is shown, and the screen does not
// wait for it.
import { type ComponentProps, lazy, Suspense } from 'react';

const Chart = lazy(async () => ({ default: (await import('./chart')).Chart }));

export function LazyChart(props: ComponentProps<typeof Chart>) {
  return (
    <Suspense fallback={<div style={{ height: props.height }} />}>
      <Chart {...props} />
    </Suspense>
  );
}
