// Facts and who hears of them: what is declared in code is whole, is what the source says, and has its queue.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { declaredEvents, declaredSubscriptions, PARKED, requiredQueues } from '#platform';
import { floors } from '../../config/floors.mjs';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { filesBelow, root } from './store-files';
import '../../apps/application';

const sources = ['libs', 'apps'].flatMap((folder) =>
  filesBelow(
    folder,
    (file) => /^(?!.*node_modules)(?!apps\/web).*\.ts$/.test(file) && !/spec\.ts$/.test(file),
  ),
);
const found = (pattern: RegExp) =>
  sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, what]) => ({
      file,
      what: what ?? '',
    })),
  );

describe('an event', () => {
  const events = declaredEvents();
  const inSource = found(/\bdefineEvent\(\s*'([^']+)'/g);

  it('is declared wherever the source says so', () => {
    expect(inSource.length).toBeGreaterThan(3);
    expect(events.map(({ name }) => name).sort()).toEqual(inSource.map(({ what }) => what).sort());
  });

  it('has fields, of known kinds', () => {
    const bare = events.filter(({ fields }) => Object.keys(fields).length === 0);
    expect(bare.map(({ name }) => name)).toEqual([]);
    const odd = events.filter(({ fields }) =>
      Object.entries(fields).some(
        ([name, kind]) => !/^[a-z]\w*$/.test(name) || !['text', 'text[]', 'text?'].includes(kind),
      ),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('bears the name of its library', () => {
    const strays = inSource.filter(({ file, what }) => !file.startsWith(`libs/${what.split('.')[0] ?? ''}/`));
    expect(strays).toEqual([]);
  });
});

describe('a listener', () => {
  const subscriptions = declaredSubscriptions();

  it('names a declared event', () => {
    expect(subscriptions.length).toBeGreaterThan(0);
    const events = new Set(declaredEvents());
    expect(
      subscriptions.filter(({ event }) => !events.has(event)).map(({ subscriber }) => subscriber),
    ).toEqual([]);
  });

  it('is declared wherever the source says so', () =>
    expect(found(/@(On)\(/g).map(({ file }) => file)).toHaveLength(subscriptions.length));

  it('hears of its own floor or one below: calls go down, events go up', () => {
    const places = found(/class (When\w+)/g);
    const upward = subscriptions.flatMap(({ subscriber, event }) => {
      const library = places.find(({ what }) => what === subscriber)?.file.split('/')[1] ?? '';
      const from = event.name.split('.')[0] ?? '';
      return library === from || floors[library]?.includes(from) ? [] : `${subscriber} hears ${event.name}`;
    });
    expect(upward).toEqual([]);
  });
});

describe('a queue', () => {
  let database: TestDatabase;
  let app: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = new Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  it('is in the migrated database, with a place for what failed every retry', async () => {
    const { rows } = await app.query<{ name: string; dead: string | null }>(
      'select name, dead_letter as dead from jobs.queue',
    );
    const there = new Map(rows.map(({ name, dead }) => [name, dead]));
    const needed = requiredQueues();
    expect(needed.length).toBeGreaterThan(3);
    expect(needed.filter(({ name }) => !there.has(name)).map(({ name }) => name)).toEqual([]);
    const lost = needed.filter(
      ({ name, options }) => (there.get(name) ?? undefined) !== options['deadLetter'],
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
    expect(there.has(PARKED)).toBe(true);
  });
});
