// `registry search-eval`: how well names are found. On a file of names and one of queries, what each query finds; alone,
// the recall on the searches of the sample folder and on invented slips of every family, against their bars.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readEnv } from '#config/env';
import { nameKey } from '#registry';
import { makeNames, seeded } from '../../bench/names/name-maker';
import { type NameStage, onNameStage } from '../../bench/names/name-stage';
import { SLIPS } from '../../bench/names/name-slips';
import { type CommandLine, type CommandResult, UsageError } from '../output';

interface Files {
  readonly names?: string | undefined;
  readonly queries?: string | undefined;
}
interface Family {
  readonly family: string;
  readonly queries: number;
  readonly wanted: number;
  readonly found: number;
  readonly listed: number;
  readonly rules: Readonly<Record<string, number>>;
}
type Judged = Family & { readonly bar: number };
interface Asked {
  readonly query: string;
  readonly wanted: readonly string[];
}

const SEED = 20_261_122;
const NAMES = 20_000;
const QUERIES = 200;
const BARS = { exact: 1, slips: 0.99 } as const;
const SAMPLE = 'registry-names/bcgov-ppr/SEARCH_RESULTS.BS.first60.csv';

export async function registrySearchEval(files: Files): Promise<CommandResult> {
  if ((files.names === undefined) !== (files.queries === undefined))
    throw new UsageError('Give both --names and --queries, or neither.');
  const { names, queries } = files;
  return onNameStage((stage) =>
    names !== undefined && queries !== undefined
      ? evaluateFiles(stage, linesOf(names), linesOf(queries))
      : evaluateFamilies(stage),
  );
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

async function evaluateFiles(
  stage: NameStage,
  names: readonly string[],
  queries: readonly string[],
): Promise<CommandResult> {
  await stage.index(names);
  const lines: CommandLine[] = [];
  for (const query of queries) {
    const { found } = await stage.names.execute(stage.reads, query);
    const hits = found.map(({ legalName, class: how, score, rule }) => ({
      name: legalName,
      class: how,
      score,
      rule,
    }));
    const text = hits.map(({ name, class: how, score, rule }) => `  ${how} ${score} ${rule}: ${name}`);
    lines.push({ json: { query, hits }, text: [query, ...text].join('\n') });
  }
  return { lines, held: true };
}

async function evaluateFamilies(stage: NameStage): Promise<CommandResult> {
  const sample = sampleSearches();
  const invented = [...new Set(makeNames(NAMES, SEED))];
  await stage.index([...invented, ...sample.flatMap(({ wanted }) => wanted)]);
  const families: Judged[] = [
    { ...(await judged(stage, 'sample, exact hits', sample, 'exact')), bar: BARS.exact },
  ];
  for (const [family, slip] of Object.entries(SLIPS)) {
    const random = seeded(SEED);
    const asked = invented.flatMap((name): Asked[] => {
      const query = slip(name, random);
      return query === null ? [] : [{ query, wanted: [name] }];
    });
    families.push({ ...(await judged(stage, family, asked.slice(0, QUERIES))), bar: BARS.slips });
  }
  const lines = families.filter(({ queries }) => queries > 0).map(lineOf);
  return { lines, held: families.every((one) => one.queries === 0 || one.found / one.wanted >= one.bar) };
}

async function judged(
  { names, reads }: NameStage,
  family: string,
  asked: readonly Asked[],
  wantedClass?: string,
): Promise<Family> {
  let [wanted, right, listed] = [0, 0, 0];
  const rules: Record<string, number> = {};
  for (const one of asked) {
    const { found } = await names.execute(reads, one.query);
    const byName = new Map(found.map((hit) => [hit.nameKey, hit]));
    listed += found.length;
    for (const name of one.wanted) {
      wanted++;
      const hit = byName.get(nameKey(name));
      if (!hit || (wantedClass !== undefined && hit.class !== wantedClass)) continue;
      right++;
      rules[hit.rule] = (rules[hit.rule] ?? 0) + 1;
    }
  }
  return { family, queries: asked.length, wanted, found: right, listed, rules };
}

/** The searches of a real register with the names that it called exact; none where there is no sample folder. */
function sampleSearches(): Asked[] {
  const { samplesDir } = readEnv();
  if (samplesDir === null) return [];
  const rows: Record<string, string>[] = parse(readFileSync(join(samplesDir, SAMPLE)), {
    columns: true,
    bom: true,
  });
  const wanted = new Map<string, Set<string>>();
  for (const { CRITERIA = '', MATCH_TYPE, RESULT = '' } of rows)
    if (MATCH_TYPE === 'E') wanted.set(CRITERIA, (wanted.get(CRITERIA) ?? new Set()).add(RESULT));
  return [...wanted].map(([query, names]) => ({ query, wanted: [...names] }));
}

function lineOf({ family, queries, wanted, found, listed, rules, bar }: Judged): CommandLine {
  const recall = Number((found / wanted).toFixed(4));
  const precision = listed === 0 ? 1 : Number((found / listed).toFixed(4));
  const json = { family, queries, wanted, found, recall, precision, bar, held: recall >= bar, rules };
  const why = Object.entries(rules).map(([rule, count]) => `${rule} ${count}`);
  return {
    json,
    text: `${family}: recall ${recall} (bar ${bar}), precision ${precision}, ${found} of ${wanted}; ${why.join(', ')}`,
  };
}
