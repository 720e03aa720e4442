import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { arrayText, asArrayText } from './array-text';

describe('a list as the text of an array', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  const back = async (values: readonly (string | number | null)[]): Promise<unknown> =>
    (await client.query<{ list: unknown }>('select $1::text[] as list', [arrayText(values)])).rows[0]?.list;

  it.each([
    ['nothing', []],
    ['plain words', ['a', '2026-01-31', '12.50', '019a-b', 'S:x/1']],
    ['what means nothing at all', [null, 'null', 'NULL', 'Null', '']],
    ['what an array is written with', ['{', '}', ',', '"', '\\', '\\"', '{a,"b"}', ' a ', '\t\n\r']],
    ['other scripts', ['明远', '（2026）', '😀', 'ß']],
  ])('holds %s', async (_, values) => expect(await back(values)).toEqual(values));

  it('holds numbers', async () => expect(await back([1, -2.5])).toEqual(['1', '-2.5']));

  it.each([[['a', Buffer.from('b')]], [[new Date(0)]], [[['a']]], [[true]], ['a'], [null], [7]])(
    'leaves %p to the driver',
    (param) => expect(asArrayText(param)).toBe(param),
  );
});
