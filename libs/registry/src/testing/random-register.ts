// A register that many people use at random for years: they file, amend, extend, cancel, object, go to court, and now and
// then somebody has a certificate of what there is. What the rules refuse leaves nothing.
import { Sequencer } from '#audit';
import { addDays, dateOf, money, newId } from '#kernel';
import { type Actor, Db, EVERYONE, query } from '#platform';
import { FilingStore } from '../data/filing.store';
import { AmendmentStore } from '../data/life/amendment.store';
import type { FilingDraft } from '../domain/filing';
import type { AskedContent, AskedLine } from '../domain/history/amendment';
import { type CertifiedKind, IssueCertificate } from '../use-cases/certificates/issue-certificate';
import { Filings } from '../use-cases/filings';
import { LapseFilings } from '../use-cases/lapse-filings';
import { AmendFiling } from '../use-cases/life/amend-filing';
import { CancelRegistration } from '../use-cases/life/cancel-registration';
import { ExtendFiling } from '../use-cases/life/extend-filing';
import { FileObjection } from '../use-cases/objections/file-objection';
import { LapseObjections } from '../use-cases/objections/lapse-objections';
import { MoveObjection } from '../use-cases/objections/move-objection';
import { RevokeFiling } from '../use-cases/objections/revoke-filing';
import {
  actor,
  command,
  fresh,
  naming,
  party,
  type RegistryUnderTest,
  userFiling,
} from './registry-under-test';

const DAY_MS = 86_400_000;
const GRANTORS = ['甲公司', '乙公司', '丙公司'].map(party);
/** Whoever is busy is busy with what came last; the oldest have long ended. */
const RECENT = 80;
const EVERY_STEPS = 8;

export interface Made {
  readonly id: string;
  readonly number: string;
  readonly draft: FilingDraft;
}
export interface Issued {
  readonly id: string;
  readonly kind: CertifiedKind;
  readonly subjectId: string;
}

const person = (permission: string): Actor => ({
  ...actor(newId(1), EVERYONE),
  permissions: new Set([permission]),
});

export class RandomRegister {
  readonly filings: Made[] = [];
  readonly issued: Issued[] = [];
  readonly reader = person('registration.file');
  private readonly objections: { readonly id: string; readonly by: Actor }[] = [];
  private readonly objectors = [person('objection.file'), person('objection.file')] as const;
  private readonly court = [person('registration.revoke'), person('registration.revoke')] as const;

  constructor(
    private readonly registry: RegistryUnderTest,
    /** A number below `below`. */
    private readonly draw: (below: number) => number,
  ) {}

  private get<T>(token: abstract new (...args: never[]) => T): T {
    return this.registry.nest.get(token);
  }

  /** Something that somebody tries; then some time goes by, and terms run out in it. */
  async step(): Promise<void> {
    await this.attempt();
    if (this.draw(3) === 0) this.registry.clock.advance(this.draw(4) * DAY_MS + 1);
    if (this.draw(EVERY_STEPS) === 0) await this.get(LapseObjections).execute();
    if (this.draw(EVERY_STEPS) === 0) await this.get(LapseFilings).execute();
  }

  /** Of the latest filing or event of some registration, as it was when it was made. */
  async certify(): Promise<void> {
    while ((await this.get(Sequencer).sequence()) > 0);
    const filing = this.recent(this.filings);
    if (!filing) return;
    const [event] = await query<{ id: string }>(
      this.get(Db).reads,
      'select id from registry.filing_event where filing_id = $1 order by at desc limit 1',
      [filing.id],
    );
    const [kind, id] =
      event && this.draw(3) > 0 ? (['event', event.id] as const) : (['registration', filing.id] as const);
    const issuing = this.get(IssueCertificate).execute(command(this.reader), kind, id);
    await refusable(issuing.then((answer) => this.issued.push({ id: answer.id, kind, subjectId: id })));
  }

  private recent<T>(list: readonly T[]): T | undefined {
    return list[list.length - 1 - this.draw(Math.min(list.length, RECENT))];
  }

  private async attempt(): Promise<void> {
    const [filing, objection] = [this.recent(this.filings), this.recent(this.objections)];
    const choice = this.draw(13);
    if (!filing || choice < 2) return this.file();
    if (choice < 5) return this.amend(filing.id);
    if (choice === 5)
      return refusable(this.get(CancelRegistration).execute(command(this.reader), filing.id, 'Paid'));
    if (choice < 8)
      return refusable(
        this.get(ExtendFiling).execute(command(this.reader), filing.id, 1 + this.draw(3), 'Runs on'),
      );
    if (choice < 10) return this.object(filing.number);
    if (choice === 10) return this.revoke(filing.id);
    if (!objection) return;
    const moving = this.get(MoveObjection);
    if (choice === 11) return refusable(moving.withdraw(command(objection.by), objection.id, 'Settled'));
    const acceptedOn = dateOf(this.registry.clock.now());
    const proof = {
      kind: 'lawsuit',
      body: 'Court',
      caseNumber: '1',
      acceptedOn,
      documentSha256: null,
    } as const;
    return refusable(moving.prove(command(objection.by), objection.id, proof));
  }

  private async file(): Promise<void> {
    const { userId, organisationId } = this.reader;
    const drawn = this.draw(3);
    const draft = userFiling({
      filedBy: { userId, organisationId },
      grantors: GRANTORS.filter((_, index) => index === drawn || index === 0),
      termMonths: 1 + this.draw(6),
      maximumAmount: this.draw(2) === 0 ? null : money('100', 'CNY'),
    });
    const [verdict] = await this.get(Db).run((tx) => this.get(Filings).file(tx, [draft]));
    if (verdict && 'filed' in verdict) this.filings.push({ ...verdict.filed, draft });
  }

  private async amend(id: string): Promise<void> {
    const on = this.get(Db).reads;
    const now = (await this.get(FilingStore).byIds(on, [id], '9999-12-31T00:00:00Z')).get(id);
    if (!now) return;
    const { content } = await this.get(AmendmentStore).content(on, id, 'infinity', now.maximumAmount);
    const asked = { version: now.version, reason: 'The parties agreed', content: this.changed(content) };
    return refusable(this.get(AmendFiling).execute(command(this.reader), id, asked));
  }

  private changed(content: AskedContent): AskedContent {
    const added = <T>(value: T): AskedLine<T> => ({ no: null, value });
    const { grantors, collateral } = content;
    const changes: readonly (() => Partial<AskedContent>)[] = [
      () => ({ collateral: [...collateral, ...naming(fresh('asset')).map(added)] }),
      () => ({ collateral: collateral.slice(1) }),
      () => ({ grantors: [...grantors, added(party(fresh('戊公司')))] }),
      () => ({ grantors: grantors.slice(0, -1) }),
      () => ({ grantors: grantors.map(({ no }) => ({ no, value: party(fresh('renamed')) })) }),
      () => ({ securedParties: [added(party(fresh('bank')))] }),
      () => ({ maximumAmount: money(String(1 + this.draw(900)), 'CNY') }),
    ];
    const [first, second] = [changes[this.draw(changes.length)], changes[this.draw(changes.length)]];
    return { ...content, ...first?.(), ...second?.() };
  }

  private async object(number: string): Promise<void> {
    const by = this.objectors[this.draw(2) === 0 ? 0 : 1];
    const given = { objector: 'X', reason: 'It is mine', evidenceName: null, evidenceSha256: null };
    const made = this.get(FileObjection).execute(command(by), { ...given, number });
    return refusable(made.then(({ id }) => this.objections.push({ id, by })));
  }

  private async revoke(id: string): Promise<void> {
    if (this.draw(3) > 0) return;
    const order = { court: 'Court', documentNumber: '1', documentSha256: 'a'.repeat(64) };
    const orderedOn = addDays(dateOf(this.registry.clock.now()), -1);
    const [maker, checker] = this.court;
    const revoking = this.get(RevokeFiling);
    const asked = revoking.ask(command(maker), id, { ...order, orderedOn });
    const decision = { decision: 'approve', reason: null } as const;
    return refusable(asked.then((found) => revoking.decide(command(checker), found.id, decision)));
  }
}

/** Refusals are part of the game; anything else is not. */
async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!String((error as { code?: unknown }).code).startsWith('registry.')) throw error;
  });
}
