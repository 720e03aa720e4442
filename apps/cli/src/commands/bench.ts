// `bench [NAME]`: each bench measures the product and its baseline in turn, in one run, and answers a line or several.
import { benchFiling, type BenchLine } from '../../bench/filing';
import { benchLog } from '../../bench/log';
import { benchLookup } from '../../bench/lookup';
import { benchSimilar } from '../../bench/similar';
import type { CommandResult } from '../output';

const benches: Readonly<Record<string, (options: { full: boolean }) => Promise<readonly BenchLine[]>>> = {
  filing: async (options) => [await benchFiling(options)],
  log: benchLog,
  lookup: benchLookup,
  similar: benchSimilar,
};

const words = (line: BenchLine) =>
  `${line.bench} (${line.scale}): product ${line.product}/s, baseline ${line.baseline}/s, ratio ${line.ratio}, ` +
  `p50 ${line.p50Ms} ms, p95 ${line.p95Ms} ms, p99 ${line.p99Ms} ms, peak ${line.peakMb} MB`;

export async function bench(name: string | undefined, full: boolean): Promise<CommandResult> {
  const chosen = Object.entries(benches).filter(([known]) => name === undefined || known === name);
  if (chosen.length === 0) {
    const known = Object.keys(benches).join(', ');
    return {
      lines: [
        { json: { error: `no such bench; there are: ${known}` }, text: `No such bench; there are: ${known}` },
      ],
      held: false,
    };
  }
  const lines = [];
  for (const [, run] of chosen) {
    for (const line of await run({ full })) lines.push({ json: line, text: words(line) });
  }
  return { lines, held: true };
}
