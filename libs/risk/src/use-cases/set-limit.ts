// A risk officer sets how much a debtor may owe the financier in one currency, for the first time or anew.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Clock, money, type Money, newId, shardFor, zero } from '#kernel';
import { isFinancier, Organisations, type OrganisationSummary } from '#parties';
import { type Actor, CLOCK, type Command, Once, type Reads, type Tx } from '#platform';
import { LimitLineStore } from '../data/limit-line.store';
import { errors } from '../domain/errors';
import { assertDebtor, assertExpected, assertLimit, type LimitLine, withLimit } from '../domain/limit-line';
import { type LimitShown, shownLimit } from './limits.queries';

export interface LimitDecision {
  /** The debtor by id, or by any of its identifiers: the one or the other. */
  readonly debtorId?: string;
  readonly debtorIdentifier?: string;
  readonly limit: Money;
  /** Version of the limit that this one replaces; absent for the first. */
  readonly expectedVersion?: number;
}

@Injectable()
export class SetLimit {
  constructor(
    private readonly once: Once,
    private readonly lines: LimitLineStore,
    private readonly organisations: Organisations,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A limit may be set below its use: what is in use stays, and nothing new fits.
   * @throws risk.limit_negative, debtor_unstated, debtor_unknown, debtor_suspended, own_debt, not_a_financier (422),
   *   limit_not_found (404), limit_exists, limit_changed (409)
   */
  async execute(command: Command, decision: LimitDecision): Promise<LimitShown> {
    const { actor } = command;
    const limit = money(decision.limit.amount, decision.limit.currency);
    assertLimit(limit);
    return this.once.run(command, async (tx) => {
      await this.assertFinancier(tx, actor);
      const debtor = await this.debtorOf(tx, decision);
      const key = { debtorId: debtor.id, currency: limit.currency };
      const [before] = await this.lines.lock(tx, actor.organisationId, [key]);
      assertExpected(before, decision.expectedVersion);
      assertDebtor(debtor, actor.organisationId, limit, before);
      const line = before
        ? await this.change(tx, before, limit)
        : await this.open(tx, actor.organisationId, debtor.id, limit);
      await this.record(tx, actor, line, before);
      return shownLimit(line, debtor.legalName, actor);
    });
  }

  private async assertFinancier(on: Reads, { organisationId }: Actor): Promise<void> {
    const own = (await this.organisations.byIds(on, [organisationId])).get(organisationId);
    if (!own || !isFinancier(own.capabilities)) throw errors.not_a_financier();
  }

  private async debtorOf(
    on: Reads,
    { debtorId, debtorIdentifier }: LimitDecision,
  ): Promise<OrganisationSummary> {
    const name = debtorId ?? debtorIdentifier;
    if (name === undefined || (debtorId !== undefined && debtorIdentifier !== undefined))
      throw errors.debtor_unstated();
    const found =
      debtorId === undefined
        ? await this.organisations.byIdentifierValues(on, [name])
        : await this.organisations.byIds(on, [name]);
    const debtor = found.get(name);
    if (!debtor) throw errors.debtor_unknown();
    return debtor;
  }

  private async change(tx: Tx, before: LimitLine, limit: Money): Promise<LimitLine> {
    const line = withLimit(before, limit, this.clock.now());
    await this.lines.change(tx, line);
    return line;
  }

  private async open(tx: Tx, financierId: string, debtorId: string, limit: Money): Promise<LimitLine> {
    const none = zero(limit.currency);
    const line: LimitLine = {
      ...{ financierId, debtorId, currency: limit.currency, limit, used: none, excess: none },
      id: newId(shardFor(financierId)),
      version: 1,
      setAt: this.clock.now(),
    };
    if (await this.lines.add(tx, line)) return line;
    // Someone else set the first limit after we looked for it, so ours is a change without an expected version.
    const [other] = await this.lines.lock(tx, financierId, [line]);
    throw errors.limit_exists({ currency: line.currency, version: other?.version, limit: other?.limit });
  }

  private async record(tx: Tx, actor: Actor, line: LimitLine, before: LimitLine | undefined): Promise<void> {
    const { id, version, debtorId, limit, used } = line;
    await this.audit.record(tx, actor, [
      {
        action: before ? 'risk.limit_changed' : 'risk.limit_set',
        subjectType: 'limit_line',
        subjectId: id,
        subjectVersion: version,
        details: { debtorId, limit, limitBefore: before?.limit ?? null, used },
      },
    ]);
  }
}
