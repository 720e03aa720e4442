// Plays the main job with real files, from the upload of an invoice to the settled deal, on a clock that moves to three
// days after each was issued and to the days on which debts fall due. Every step says what was seen; the first thing
// that is not as it should be ends the play.
import { addDays, dateOf, localDate, startOfDay, todayOf } from '#kernel';
import type { CastPerson } from '../cast';
import { castOrganisation, OPERATOR_PERSON, organisations, people } from '../cast';
import { Client } from '../client';
import { bootstrapOperator } from '../demonstrate';
import { invite, onboard } from '../people';
import { checkTheBank } from './money/bank-check';
import { Collections } from './money/collections';
import { Companies } from './company';
import { type PlayedFile, playedFiles } from './files';
import { InvoiceScene } from './invoice-scene';
import type { Banks } from './parts';
import { Payouts } from './money/payouts';
import { verifyOffline } from './receipts';
import { Sales } from './sale';
import { setStage, type Stage } from './stage';

export interface Step {
  readonly step: string;
  readonly held: boolean;
  readonly seen: unknown;
}

const BANKS = ['jiangnan', 'huitong'] as const;
const SEARCHER = 'lawyers';
/** Beyond every due date. */
const LAST_DAY = localDate('9999-12-31');
const NOON_MS = 12 * 3600 * 1000;

/** Noon of the third day after issue, Shanghai time: inside every working day. */
const dayToPlay = (issued: string) => new Date(startOfDay(addDays(localDate(issued), 3)).getTime() + NOON_MS);

const has = (file: PlayedFile) => file.readings.some(({ draft }) => draft?.issueDate);

export async function* play(folder: string): AsyncGenerator<Step> {
  const files = await playedFiles(folder);
  const readable = files.filter(has);
  const first = readable[0]?.readings[0]?.draft?.issueDate;
  if (!first) throw new Error(`There is no readable invoice in ${folder}.`);
  const stage = await setStage(dayToPlay(first));
  try {
    yield* playOn(stage, readable, files);
  } finally {
    await stage.close();
  }
}

async function* playOn(stage: Stage, readable: readonly PlayedFile[], files: readonly PlayedFile[]) {
  const { api, clock, migrations } = stage;
  yield step('the platform starts on an empty database', { url: api.url, migrations });
  const companies = new Companies(new Client(api.url), () => todayOf(clock));
  const banks = await openPlatform(stage, companies);
  yield step('the operator takes on two financiers, their people and a searcher', banks.names);

  const now = () => clock.now();
  const payouts = new Payouts(companies, stage.bank, now);
  const sales: Sales = new Sales(companies, banks, payouts, now, (trade, bank, deal) => {
    collections.add(trade, bank, deal);
  });
  const collections = new Collections(companies, payouts, stage.bank, clock, ({ trade, deal }) => {
    sales.letGo(trade, deal);
  });
  const scene = new InvoiceScene(companies, sales);
  for (const file of readable) {
    const issued =
      file.readings
        .flatMap(({ draft }) => draft?.issueDate ?? [])
        .sort()
        .at(-1) ?? '';
    const day = dayToPlay(issued);
    for await (const { what, seen } of collections.until(dateOf(day))) yield step(what, seen);
    if (day > clock.now()) clock.moveTo(day);
    for await (const { what, seen } of scene.play(file)) yield step(`${file.name}: ${what}`, seen);
  }
  const unreadable = files.filter((file) => !has(file));
  if (unreadable.length > 0)
    yield step(
      `${unreadable.length} files that cannot be read yet are refused, each with its reason`,
      await scene.refuseAll(unreadable),
    );

  yield step('every limit is used by exactly what is advanced', await sales.verifyLimits());
  for await (const { what, seen } of collections.until(LAST_DAY)) yield step(what, seen);
  yield step('every limit is free again', await sales.verifyLimits());
  yield step(
    'what the bank told twice and in the wrong order is booked once',
    await checkTheBank(stage.bank, banks, companies, collections.net),
  );
  const signedIn = (login: string) => companies.signedIn(login);
  yield step(
    'receipts are verified offline, by the public key alone',
    await verifyOffline(api.url, sales.evidence, signedIn),
  );
  const findings = Object.values(await stage.verify()).flat();
  yield { step: 'every book recomputes', held: findings.length === 0, seen: findings };
  const { financed, tooLate } = sales;
  yield {
    step: 'the story reached its end: every deal is settled',
    held: financed > 0 && collections.settled === financed,
    seen: { ...scene.outcomes, financed, tooLate, settled: collections.settled },
  };
}

async function openPlatform(stage: Stage, companies: Companies): Promise<Banks> {
  await bootstrapOperator(stage.api.app);
  const operator = await companies.signedIn(OPERATOR_PERSON.login);
  const ids = new Map<string, string>();
  for (const organisation of organisations.filter(({ key }) => [...BANKS, SEARCHER].includes(key)))
    ids.set(organisation.key, await onboard(operator, organisation));
  const staff = people.filter(({ at }) => ids.has(at));
  for (const person of staff) await invite(operator, person, ids.get(person.at) ?? '');
  const names = organisations.filter(({ key }) => ids.has(key)).map(({ legalName }) => legalName);
  const loginOf = (key: string, role: string, place = 0) =>
    staff.filter(({ at, roles }: CastPerson) => at === key && roles.includes(role))[place]?.login ?? '';
  return {
    names,
    searcher: loginOf(SEARCHER, 'registry_user'),
    banks: BANKS.map((key, place) => ({
      id: ids.get(key) ?? '',
      name: castOrganisation(key).legalName,
      officer: loginOf(key, 'relationship_officer'),
      riskOfficer: loginOf(key, 'risk_officer'),
      operations: loginOf(key, 'operations'),
      colleague: loginOf(key, 'operations', 1),
      waives: place > 0,
    })),
  };
}

const step = (what: string, seen: unknown): Step => ({ step: what, held: true, seen });
