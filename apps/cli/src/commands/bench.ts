// `bench [NAME]`: each bench measures the product and its baseline in turn, in one run, or how well the product judges,
// and answers a line or several.
import { benchDuplicates } from '../../bench/duplicates';
import { benchFiling, type BenchLine } from '../../bench/filing';
import { benchIntake } from '../../bench/intake';
import { benchLog } from '../../bench/log';
import { benchLookup } from '../../bench/lookup';
import { benchMarket } from '../../bench/market/need';
import { benchSimilar } from '../../bench/similar';
import type { CommandLine, CommandResult } from '../output';

const benches: Readonly<Record<string, (options: { full: boolean }) => Promise<readonly CommandLine[]>>> = {
  filing: async (options) => [timed(await benchFiling(options))],
  intake: async (options) => (await benchIntake(options)).map(timed),
  log: async (options) => (await benchLog(options)).map(timed),
  lookup: async (options) => (await benchLookup(options)).map(timed),
  similar: async (options) => (await benchSimilar(options)).map(timed),
  duplicates: benchDuplicates,
  market: benchMarket,
};

const words = (line: BenchLine) =>
  `${line.bench} (${line.scale}): product ${line.product}/s, baseline ${line.baseline}/s, ratio ${line.ratio}, ` +
  `p50 ${line.p50Ms} ms, p95 ${line.p95Ms} ms, p99 ${line.p99Ms} ms, peak ${line.peakMb} MB`;

const timed = (line: BenchLine): CommandLine => ({ json: line, text: words(line) });

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
  const lines: CommandLine[] = [];
  for (const [, run] of chosen) lines.push(...(await run({ full })));
  return { lines, held: true };
}
