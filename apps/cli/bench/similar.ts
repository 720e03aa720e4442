// How long it takes to find the names that a mistyped name can mean, among many: the product's keys and judgement
// against one look-up of the name itself by its unique index, in one run.
import { performance } from 'node:perf_hooks';
import { invariant } from '#kernel';
import { query } from '#platform';
import { nameKey } from '#registry';
import type { BenchLine } from './filing';
import { lineOf } from './log-line';
import { distinctNames } from './names/distinct-names';
import { pick, seeded } from './names/name-maker';
import { type NameStage, onNameStage } from './names/name-stage';
import { SLIPS } from './names/name-slips';

interface SimilarBenchOptions {
  readonly full: boolean;
  /** Names there are to find, one size after the other. */
  readonly counts?: readonly number[];
}

const SEED = 7;
const QUERIES = 500;
const WARM_UP = 50;
/** Of so many places among the names, some are asked for. */
const SAMPLE = 10_000;
const HAN = /\p{Script=Han}/u;
const SLIP = SLIPS['letter changed'];

export async function benchSimilar({ full, counts }: SimilarBenchOptions): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const count of counts ?? (full ? [1_000_000, 10_000_000] : [100_000]))
    lines.push(...(await among(count)));
  return lines;
}

async function among(count: number): Promise<BenchLine[]> {
  return onNameStage(async (stage): Promise<BenchLine[]> => {
    const random = seeded(SEED);
    const some: string[] = [];
    await stage.load(sampled(distinctNames(count, random), Math.ceil(count / SAMPLE), some));
    const lines = [];
    for (const [script, names] of [
      ['Chinese', some.filter((name) => HAN.test(name))],
      ['Latin', some.filter((name) => !HAN.test(name))],
    ] as const) {
      const asked = Array.from({ length: QUERIES + WARM_UP }, () => pick(random, names));
      lines.push(await measure(stage, `${script}, one letter changed, ${count} names`, asked, random));
    }
    return lines;
  });
}

/** Passes all on, and keeps two neighbours of every `every`. */
function* sampled(names: Iterable<string>, every: number, kept: string[]): Generator<string> {
  let index = 0;
  for (const name of names) {
    if (index++ % every < 2) kept.push(name);
    yield name;
  }
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
