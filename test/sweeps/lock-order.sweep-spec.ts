// Nobody waits in a circle: whoever takes several kinds of locks goes down config/lock-order.ts, and a store that locks
// rows takes them in one order or takes just one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { LOCK_ORDER } from '#config/lock-order';
import { filesBelow, lockingTexts, parse, root, storeFiles, walk } from './store-files';

const isHanded = (node: ts.Node, source: ts.SourceFile): node is ts.ParameterDeclaration =>
  ts.isParameter(node) && node.type?.getText(source) === 'Locking';

/** The locks that a file says it takes, in the order of its text; where it has the means from, or that they are handed to it. */
function ladderOf(file: string): { steps: string[]; from: string[] } {
  const source = parse(file);
  const steps: string[] = [];
  const from: string[] = [];
  let says: string | null = null;
  walk(source, (node) => {
    if (ts.isImportDeclaration(node) && node.importClause?.getText(source).includes('newLockOrder'))
      from.push((node.moduleSpecifier as ts.StringLiteral).text);
    if (isHanded(node, source)) {
      from.push('its caller');
      says = node.name.getText(source);
    }
    if (!ts.isCallExpression(node)) return;
    const [argument] = node.arguments;
    if (node.expression.getText(source) === 'newLockOrder' && ts.isVariableDeclaration(node.parent))
      says = node.parent.name.getText(source);
    if (node.expression.getText(source) === says && argument && ts.isStringLiteral(argument))
      steps.push(argument.text);
  });
  return { steps, from };
}

describe('who takes several kinds of locks', () => {
  const climbers = filesBelow(
    'libs',
    (file) =>
      /\.ts$/.test(file) &&
      !/spec\.ts$/.test(file) &&
      /\bnewLockOrder\b|: Locking\b/.test(readFileSync(join(root, file), 'utf8')),
  );

  /** An approval is locked by who decides, and a key by whoever has one, before anything else. */
  const BELOW_THE_KEY = LOCK_ORDER.slice(LOCK_ORDER.indexOf('idempotency key') + 1);
  /** An acceptance makes the deal, so nobody can hold it; money comes later. */
  const AFTER_THE_ACCEPTANCE: readonly string[] = ['payment', 'deal', 'payout'];

  it('is at least the acceptance, which takes all that is there before a deal but the key that is taken before', () => {
    const acceptance = climbers.find((file) => file.endsWith('/accept-offer.ts'));
    expect(ladderOf(acceptance ?? '').steps).toEqual(
      BELOW_THE_KEY.filter((lock) => !AFTER_THE_ACCEPTANCE.includes(lock)),
    );
  });

  it('takes, among them, every kind there is', () => {
    const taken = new Set(climbers.flatMap((file) => ladderOf(file).steps));
    expect(BELOW_THE_KEY.filter((lock) => !taken.has(lock))).toEqual([]);
  });

  it.each(climbers.map((file) => [file]))('goes down the one order: %s', (file) => {
    const { steps, from } = ladderOf(file);
    expect([['#config/lock-order'], ['its caller']]).toContainEqual(from);
    const places = steps.map((step) => (LOCK_ORDER as readonly string[]).indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.length).toBeGreaterThan(1);
  });
});

/** One row by its key; or the key of the table as the first thing to order by, right before the lock. */
const ONE_ROW =
  /\b(\w+\.)?(id|subordination_id|token_hash) = \$\d+(\s+and\b(?![^]*\bor\b)[^]*)?\s+for (no key )?(update|share)( of \w+)?\s*$/i;
const KEY = '(\\w+\\.)?(id|account_id|filing_id|asset_key|grantor_key|subject collate "C")';
const IN_ORDER = new RegExp(
  `\\border by ${KEY}(, [\\w., ]+)?\\s+(limit \\$\\d+ )?\\s*for (no key )?(update|share)`,
  'i',
);
/** Waits for nobody, so it cannot be part of a circle. */
const NO_WAIT = /for update( of \w+)? skip locked/i;
/**
 * An upsert locks the rows that it meets, in the order in which it comes to them. As a part of a larger statement it
 * writes below rows that are locked already.
 */
const UPSERT = /^\s*insert\b[^]*\bon conflict\b[^]*\bdo update\b/i;
const PART = /^\s*with\b(?![^]*\bfor (update|share)\b)/i;
const ORDERED_UPSERT = /\bselect\b[^]*\border by\b[^]*\bon conflict\b/i;
const UPSERT_OF_ONE = /^\s*insert\b[^]*?\bvalues \([^()]*\)\s+on conflict\b/i;

/** What stands in brackets narrows further; an `or` there opens nothing. */
function withoutAsides(sql: string): string {
  const shorter = sql.replace(/\([^()]*\)/g, 'aside');
  return shorter === sql ? sql : withoutAsides(shorter);
}

const isOrdered = (sql: string): boolean =>
  ONE_ROW.test(withoutAsides(sql)) ||
  IN_ORDER.test(sql) ||
  NO_WAIT.test(sql) ||
  PART.test(sql) ||
  (UPSERT.test(sql) && (ORDERED_UPSERT.test(sql) || UPSERT_OF_ONE.test(sql)));

describe('a store that locks rows', () => {
  const statements = storeFiles().flatMap((file) => lockingTexts(file).map((sql) => ({ file, sql })));

  it('was found', () => expect(statements.length).toBeGreaterThan(15));

  it('takes one, or takes them in the order of their keys', () =>
    expect(statements.filter(({ sql }) => !isOrdered(sql))).toEqual([]));

  it('is judged by rules that can say no', () => {
    expect(isOrdered('select 1 from t where id = any($1) for update')).toBe(false);
    expect(isOrdered('select 1 from t where debtor_id = $1 for update')).toBe(false);
    expect(isOrdered('select 1 from t where id = $1 or n = 1 for update')).toBe(false);
    expect(isOrdered('select 1 from t where id = $1 and (n = 1 or n = 2) for update')).toBe(true);
    expect(isOrdered('select 1 from t order by due_date for update')).toBe(false);
    expect(isOrdered('insert into t select * from unnest($1) on conflict (id) do update set n = 1')).toBe(
      false,
    );
    expect(isOrdered('insert into t values ($1), ($2) on conflict (id) do update set n = 1')).toBe(false);
    expect(isOrdered('insert into t (id) values ($1) on conflict (id) do update set n = 1')).toBe(true);
    expect(isOrdered('select 1 from t order by t.id for update of t')).toBe(true);
  });
});

describe('rows are locked', () => {
  it('in stores alone', () => {
    const elsewhere = filesBelow(
      'libs',
      (file) => /\/src\/.*\.ts$/.test(file) && !/(spec|\.store)\.ts$/.test(file),
    );
    expect(
      elsewhere.filter((file) => !/^libs\/platform\//.test(file) && lockingTexts(file).length > 0),
    ).toEqual([]);
  });
});
