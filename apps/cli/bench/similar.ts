// How long it takes to find the names that a mistyped name can mean, among many: the product's keys and judgement
// against one look-up of the name itself by its unique index, in one run.
import { performance } from 'node:perf_hooks';
import { invariant } from '#kernel';
import { query } from '#platform';
import { nameKey } from '#registry';
import type { BenchLine } from './filing';
import { lineOf } from './log-line';
import { chineseName, latinName, seeded } from './names/name-maker';
import { type NameStage, onNameStage } from './names/name-stage';
import { SLIPS } from './names/name-slips';

interface SimilarBenchOptions {
  readonly full: boolean;
  /** Names there are to find. */
  readonly count?: number;
}

const SEED = 7;
const QUERIES = 500;
const WARM_UP = 50;
const AT_A_TIME = 50_000;
const SLIP = SLIPS['letter changed'];

export async function benchSimilar({ full, count = full ? 1_000_000 : 100_000 }: SimilarBenchOptions) {
  return onNameStage(async (stage): Promise<BenchLine[]> => {
    const random = seeded(SEED);
    const some: Record<'Chinese' | 'Latin', string[]> = { Chinese: [], Latin: [] };
    for (let made = 0; made < count; made += AT_A_TIME) {
      const names = Array.from({ length: Math.min(AT_A_TIME, count - made) }, (_, index) =>
        index % 2 === 0 ? chineseName(random) : latinName(random),
      );
      some.Chinese.push(...names.filter((_, index) => index % 2 === 0).slice(0, QUERIES));
      some.Latin.push(...names.filter((_, index) => index % 2 === 1).slice(0, QUERIES));
      await stage.index(names);
    }
    const lines = [];
    for (const [script, names] of Object.entries(some)) {
      const asked = Array.from(
        { length: QUERIES + WARM_UP },
        () => names[Math.floor(random() * names.length)] ?? '',
      );
      lines.push(await measure(stage, `${script}, one letter changed, ${count} names`, asked, random));
    }
    return lines;
  });
}

async function measure(
  { reads, names }: NameStage,
  scale: string,
  asked: readonly string[],
  random: () => number,
): Promise<BenchLine> {
  let found = 0;
  const latencies: number[] = [];
  const bare: number[] = [];
  for (const [index, name] of asked.entries()) {
    const mistyped = SLIP?.(name, random) ?? name;
    const start = performance.now();
    const answer = await names.execute(reads, mistyped);
    const between = performance.now();
    await query(reads, 'select legal_name from registry.grantor_name where name_key = $1', [nameKey(name)]);
    if (index < WARM_UP) continue;
    latencies.push(between - start);
    bare.push(performance.now() - between);
    if (answer.found.some(({ nameKey: key }) => key === nameKey(name))) found++;
  }
  const recall = found / latencies.length;
  invariant(recall > 0, 'something is found');
  const measured = { product: perSecond(latencies), baseline: perSecond(bare), latencies };
  const peakMb = Math.round(process.memoryUsage.rss() / 1_048_576);
  return lineOf('similar', `${scale}, recall ${recall.toFixed(3)}`, measured, peakMb);
}

const perSecond = (latencies: readonly number[]) =>
  (latencies.length * 1_000) / latencies.reduce((sum, millis) => sum + millis, 0);
