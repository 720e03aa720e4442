import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ManualClock, newId } from '#kernel';
import { type Command, EVERYONE, WITHOUT_SIGN_IN } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { ApiModule } from '../api.module';
import { OperationsQueries } from './operations.queries';
import { SetCalendarDay } from './set-calendar-day';
import { SetParameter } from './set-parameter';

const NAME = 'identity.session_idle_minutes';
const actor = {
  ...WITHOUT_SIGN_IN,
  ...{ userId: newId(1), organisationId: newId(1), roles: [], permissions: new Set<string>() },
  ...{ scope: EVERYONE, sessionId: '' },
};
const keyed = (key: string | null): Command => ({
  actor,
  idempotency: key === null ? null : { route: 'POST /here', key, requestHash: key },
});

describe('the operator', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'operations-'));
  const clock = new ManualClock(new Date('2027-03-10T02:00:00Z'));
  let database: TestDatabase;
  let app: INestApplicationContext;
  const setParameter = (effectiveFrom: string, value: string, key: string | null = null) =>
    app.get(SetParameter).execute(keyed(key), { name: NAME, value, effectiveFrom, source: 'Decision 1' });
  const setDay = (date: string) =>
    app.get(SetCalendarDay).execute(keyed(null), { date, kind: 'off', name: '停工', source: 'Decision 2' });
  const shown = async () =>
    (await app.get(OperationsQueries).parameterList()).find(({ name }) => name === NAME);

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { databaseUrl: database.appUrl, poolSize: 4, logLevel: 'silent', stateDir, clock };
    const module = ApiModule.for({ ...settings, production: false });
    app = await NestFactory.createApplicationContext(module, { logger: false });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(stateDir, { recursive: true });
  });

  it('sets a parameter from today on or later, never back', async () => {
    await setParameter('2027-03-10', '20');
    await setParameter('2027-03-12', '10');
    await expect(setParameter('2027-03-09', '5')).rejects.toMatchObject({ code: 'operations.date_past' });
    const dates = (await shown())?.values.map(({ effectiveFrom, value }) => `${effectiveFrom} ${value}`);
    expect(dates).toEqual(['2026-01-01 30', '2027-03-10 20', '2027-03-12 10']);
    expect((await shown())?.current).toBe('20');
    clock.moveTo(new Date('2027-03-12T02:00:00Z'));
    expect((await shown())?.current).toBe('10');
  });

  it('gets the same answer for the same key on the day after', async () => {
    const first = await setParameter('2027-03-12', '15', 'one key');
    clock.moveTo(new Date('2027-03-13T02:00:00Z'));
    expect(await setParameter('2027-03-12', '15', 'one key')).toEqual(first);
  });

  it('sets a day of the calendar that is not over yet, never one that is', async () => {
    await setDay('2027-03-15');
    const { days } = await app.get(OperationsQueries).calendar(2027);
    expect(days).toContainEqual({ date: '2027-03-15', working: false, nameEn: '停工', nameZh: '停工' });
    await expect(setDay('2027-03-12')).rejects.toMatchObject({ code: 'operations.date_past' });
  });
});
