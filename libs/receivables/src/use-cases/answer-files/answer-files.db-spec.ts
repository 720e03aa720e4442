import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { newId } from '#kernel';
import { type Actor, type IncomingFile, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { commandOf, csv, type Stage, stageForTest } from '../../stage-for-test';
import { AnswerFileQueries } from './answer-files.queries';
import { MoveAnswerFile } from './move-answer-file';
import { QueueFile } from './queue-file';
import { WorkOnAnswerFile } from './work-on-answer-file';

/** `ANSWER_LINES=50000` measures the whole of what one file may hold. */
const LINES = Number(process.env['ANSWER_LINES'] ?? '2500');
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is in use after the garbage is gone. */
function liveBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('a file of answers', () => {
  let database: TestDatabase;
  let stage: Stage;
  let next = 0;
  let watch: NodeJS.Timeout | undefined;
  const printed: string[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
  });
  afterAll(async () => {
    clearInterval(watch);
    await stage.close();
    await database.drop();
    process.stdout.write(`${printed.join('\n')}\n`);
  });

  async function* incoming(...texts: string[]): AsyncGenerator<IncomingFile> {
    for (const text of texts) yield { name: 'answers.csv', bytes: Buffer.from(text) };
  }
  const moving = () => stage.app.get(MoveAnswerFile);
  const work = (id: string) => stage.app.get(WorkOnAnswerFile).execute(id);
  const shown = (id: string, actor: Actor = stage.maker) =>
    stage.app.get(AnswerFileQueries).byId(stage.db.reads, actor, id);
  const received = async (text: string) =>
    (await moving().receive(commandOf(stage.maker), incoming(text))).id;
  const lines = (id: string, onlyRefused = false) =>
    stage.app.get(AnswerFileQueries).lines(stage.maker, id, { after: 0, limit: 500, onlyRefused });
  const listed = async (howMany: number) => {
    const rows = Array.from({ length: howMany }, () => ({ number: `F-${(++next).toString()}` }));
    return (await stage.upload(csv(...rows))).outcomes.map(({ receivableId }) => receivableId ?? '');
  };
  const queueText = async () => {
    let text = '';
    for await (const piece of stage.app.get(QueueFile).pieces(stage.maker)) text += piece;
    return text;
  };
  /** The queue as somebody decides it: `decide` gives the cells from `decision` on. */
  const decided = (text: string, decide: (receivableId: string) => string) =>
    text
      .trimEnd()
      .split('\r\n')
      .map((line, index) => (index === 0 ? line : line.replace(/,{6}$/, `,${decide(line.slice(0, 36))}`)))
      .join('\r\n');

  it('is the queue, decided line by line, planned, applied and checked by another', async () => {
    const [a = '', b = '', c = '', d = ''] = await listed(4);
    const answers: Readonly<Record<string, string>> = {
      [a]: 'confirm,,,,PO-1,GR-1',
      [b]: 'dispute,600.00,quality,rusty,,',
      [c]: 'reject,,,,,',
    };
    const id = await received(decided(await queueText(), (receivable) => answers[receivable] ?? ',,,,,'));
    expect(await shown(id)).toMatchObject({ state: 'planning', actions: [] });
    await work(id);
    expect(await shown(id)).toMatchObject({ state: 'planned', linesDone: 3, sound: 2, refused: 1 });
    expect(await lines(id, true)).toMatchObject([
      { receivableId: c, fault: { code: 'receivables.reason_missing' } },
    ]);
    await moving().apply(commandOf(stage.maker), id);
    await work(id);
    const checker = { ...stage.checker };
    expect(await shown(id, checker)).toMatchObject({ state: 'applied', actions: ['approve', 'decline'] });
    await moving().check(commandOf(checker), id, 'approve');
    await work(id);
    await work(id);
    expect(await shown(id)).toMatchObject({ state: 'checked', linesDone: 2, sound: 2, refused: 0 });
    const states = await query<{ id: string; state: string }>(
      stage.db.reads,
      'select id, state from receivables.receivable where id = any($1)',
      [[a, b, c, d]],
    );
    const stateOf = (wanted: string) => states.find((one) => one.id === wanted)?.state;
    expect([a, b, c, d].map(stateOf)).toEqual(['confirmed', 'part_disputed', 'listed', 'listed']);
    const [kept] = await query(
      stage.db.reads,
      `select channel, order_number as "order", maker_id as maker, checker_id as checker
       from receivables.confirmation where receivable_id = $1`,
      [a],
    );
    expect(kept).toEqual({
      ...{ channel: 'file', order: 'PO-1', maker: stage.maker.userId, checker: checker.userId },
    });
  });

  it('names what cannot be read by its column, and takes no other tenant’s receivable', async () => {
    const header = 'receivable_id,number,due_date,currency,seller_name,decision,confirmed_amount,reason';
    const [own = ''] = await listed(1);
    const row = (receivable: string, cells: string) => `${receivable},N,2026-04-15,EUR,S,${cells}`;
    const id = await received(
      [
        header,
        row('nonsense', 'confirm,,'),
        row(newId(1), 'confirm,,'),
        row(own, 'maybe,,'),
        row(own, 'confirm,,'),
        row(own, 'confirm,,'),
      ].join('\n'),
    );
    await work(id);
    const found = await lines(id);
    expect(
      found.map(({ line, fault }) => [line, fault?.code.replace('receivables.', '') ?? 'sound']),
    ).toEqual([
      [2, 'answer_line_malformed'],
      [3, 'receivable_not_found'],
      [4, 'answer_line_malformed'],
      [5, 'sound'],
      [6, 'answer_pending'],
    ]);
  });

  it('is refused in another order, by its maker, for strangers, and as two files', async () => {
    const id = await received('hello');
    const refusal = (code: string) => ({ code: `receivables.${code}` });
    const { maker, checker } = stage;
    await expect(moving().apply(commandOf(maker), id)).rejects.toMatchObject(refusal('answer_file_moved_on'));
    await work(id);
    expect(await shown(id)).toMatchObject({ state: 'planned', linesDone: 0, actions: [] });
    await moving().apply(commandOf(maker), id);
    await work(id);
    await expect(moving().check(commandOf(maker), id, 'approve')).rejects.toMatchObject(
      refusal('maker_is_checker'),
    );
    await expect(moving().check(commandOf(stage.supplier), id, 'approve')).rejects.toMatchObject(
      refusal('answer_file_not_found'),
    );
    await expect(moving().receive(commandOf(maker), incoming('a', 'b'))).rejects.toMatchObject(
      refusal('answer_file_one'),
    );
    await expect(moving().receive(commandOf(checker), incoming())).rejects.toMatchObject(
      refusal('answer_file_one'),
    );
    await expect(
      query(
        stage.db.reads,
        `update receivables.answer_file set state = 'checking', checker_id = maker_id, checker_session = '',
           checker_kind = 'person', checker_methods = '{}', decision = 'approve' where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/answer_file_two_people/);
  });

  it('goes on where a process left it, and memory does not grow with its lines', async () => {
    const [model = ''] = await listed(1);
    await query(
      stage.db.reads,
      `insert into receivables.receivable (id, supplier_id, debtor_id, document_id, invoice_key, invoice_number,
         type_code, issue_date, due_date, currency, registered_amount, payable_amount, state, listed_at, answer_by,
         version, created_at)
       select overlay(r.id::text placing lpad(to_hex(n), 6, '0') from 31)::uuid, supplier_id, debtor_id, document_id,
         invoice_key || n, invoice_number || n, type_code, issue_date, due_date + 1, currency, registered_amount,
         payable_amount, state, listed_at, answer_by, 1, created_at
       from receivables.receivable r, generate_series(1, $2) as n where r.id = $1 on conflict do nothing`,
      [model, LINES - 10],
    );
    const text = await queueText();
    const id = await received(decided(text, () => 'confirm,,,,,'));
    const [idle, most] = [liveBytes(), { bytes: 0 }];
    watch = setInterval(() => (most.bytes = Math.max(most.bytes, liveBytes())), 200);
    const timed = async (name: string, step: () => Promise<void>) => {
      const begun = performance.now();
      await step();
      const seconds = (performance.now() - begun) / 1000;
      printed.push(`answer file, ${LINES} lines, ${name}: ${Math.round(LINES / seconds)} lines/s`);
    };
    await timed('planned', () => work(id));
    expect((await shown(id)).sound).toBeGreaterThanOrEqual(LINES - 10);
    await moving().apply(commandOf(stage.maker), id);
    // Two at once: the row's lock lets one of them go on, and nothing is done twice.
    await timed('applied', async () => {
      await Promise.all([work(id), work(id)]);
    });
    const applied = await shown(id);
    expect(applied).toMatchObject({ state: 'applied', refused: 0 });
    await moving().check(commandOf(stage.checker), id, 'approve');
    await timed('checked', () => work(id));
    const grown = Math.round((most.bytes - idle) / MEGABYTE);
    printed.push(`answer file, ${LINES} lines: ${grown} MB live above idle at most`);
    expect(await shown(id)).toMatchObject({ state: 'checked', sound: applied.sound, refused: 0 });
    const [count] = await query<{ many: number }>(
      stage.db.reads,
      `select count(*)::int as many from receivables.confirmation where channel = 'file' and state = 'approved'`,
    );
    expect(count?.many).toBeGreaterThanOrEqual(LINES - 10);
    expect(grown).toBeLessThan(100);
  }, 300_000);
});
