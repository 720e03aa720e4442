// A line of the bench of the log, from what was measured.
import { type BenchLine, percentile, rounded } from './filing';

interface Measured {
  /** Per second. */
  readonly product: number;
  readonly baseline: number;
  readonly latencies: readonly number[];
}

export function lineOf(bench: string, scale: string, measured: Measured, peakMb: number): BenchLine {
  const { product, baseline } = measured;
  const sorted = [...measured.latencies].sort((a, b) => a - b);
  return {
    bench,
    scale,
    product: Math.round(product),
    baseline: Math.round(baseline),
    ratio: rounded(product / baseline, 3),
    p50Ms: rounded(percentile(sorted, 0.5), 1),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
    peakMb,
  };
}
