// Strikes a registration that a court ordered struck: entered by one person of the operator, decided by another.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { newId, shardOf, todayOf } from '#kernel';
import { type Actor, type Command, Db, keyset, Once, type PageQuery, type Reads, type Tx } from '#platform';
import { FilingEventStore } from '../../data/filing-event.store';
import { RevocationStore } from '../../data/objections/revocation.store';
import { errors as filingErrors } from '../../domain/errors';
import { requireHash } from '../../domain/objection/document';
import { errors } from '../../domain/objection/errors';
import {
  type CourtOrder,
  refuseDecision,
  refuseRevocation,
  type Revocation,
  type RevocationDecision,
  revocationState,
  type RevocationState,
} from '../../domain/objection/revocation';
import { CancelFilings } from '../cancel-filings';
import { EventStamps } from '../life/event-stamps';

/** Who entered and decided it stays with the house. */
export interface RevocationAnswer extends Omit<Revocation, 'askedBy' | 'decision'> {
  readonly state: RevocationState;
  readonly actions: readonly string[];
}
export interface RevocationFilter extends PageQuery {
  readonly state?: RevocationState;
}
interface Decision {
  readonly decision: RevocationDecision;
  readonly reason: string | null;
}

@Injectable()
export class RevokeFiling {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly events: FilingEventStore,
    private readonly revocations: RevocationStore,
    private readonly ending: CancelFilings,
    private readonly stamps: EventStamps,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws registry.filing_not_found (404), objection_too_late, revocation_waiting (409), day_ahead,
   *   document_hash_malformed (422)
   */
  ask(command: Command, filingId: string, order: CourtOrder): Promise<RevocationAnswer> {
    requireHash(order.documentSha256);
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const askedAt = this.stamps.now();
      const [filing] = await this.events.lock(tx, [filingId], askedAt);
      if (!filing) throw filingErrors.filing_not_found({ id: filingId });
      const waiting = await this.revocations.waits(tx, filingId);
      const { orderedOn } = order;
      const today = todayOf(this.stamps.clock);
      const refusal = refuseRevocation({ orderedOn, today, waiting, state: filing.state });
      if (refusal) throw refusal;
      const id = newId(shardOf(filingId));
      const { userId: askedBy, organisationId: askedByOrganisation } = actor;
      await this.revocations.add(tx, { ...order, id, filingId, askedBy, askedByOrganisation, askedAt });
      await this.record(tx, actor, id, {
        action: 'registry.revocation_asked',
        version: 1,
        details: { filingId, ...order },
      });
      return this.one(tx, actor, id);
    });
  }

  /**
   * @throws registry.revocation_not_found (404), revocation_decided, objection_too_late (409), revocation_maker_decides,
   *   revocation_reason_missing (422)
   */
  decide(command: Command, id: string, { decision, reason }: Decision): Promise<RevocationAnswer> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const seen = await this.revocations.byId(tx, id);
      if (!seen) throw errors.revocation_not_found();
      const decidedAt = this.stamps.now();
      await this.events.lock(tx, [seen.filingId], decidedAt);
      const revocation = (await this.revocations.byId(tx, id)) ?? seen;
      const refusal = refuseDecision(revocation, { deciderId: actor.userId, decision, reason });
      if (refusal) throw refusal;
      const { askedBy, filingId } = revocation;
      const decidedBy = actor.userId;
      await this.revocations.decide(tx, {
        revocationId: id,
        askedBy,
        decision,
        reason,
        decidedBy,
        decidedAt,
      });
      const action = decision === 'approve' ? 'registry.revocation_approved' : 'registry.revocation_declined';
      await this.record(tx, actor, id, { action, version: 2, details: { filingId, reason } });
      if (decision === 'approve') await this.strike(tx, actor, revocation);
      return this.one(tx, actor, id);
    });
  }

  /** One row more than the page holds. */
  async page(actor: Actor, filter: RevocationFilter): Promise<RevocationAnswer[]> {
    const asked = { ...keyset(filter), state: filter.state ?? null };
    const found = await this.revocations.page(this.db.reads, asked);
    return found.map((one) => answerOf(one, actor));
  }

  private async strike(tx: Tx, actor: Actor, revocation: Revocation): Promise<void> {
    const { id: revocationId, filingId, court, documentNumber, documentSha256, orderedOn } = revocation;
    const { userId, organisationId } = actor;
    const [struck] = await this.ending.end(
      tx,
      [filingId],
      { userId, organisationId },
      {
        kind: 'revoked',
        action: 'registry.filing_revoked',
        reason: `${court} ${documentNumber}`,
        details: { revocationId, court, documentNumber, documentSha256, orderedOn },
      },
    );
    if (struck === undefined) throw errors.objection_too_late();
  }

  private record(
    tx: Tx,
    actor: Actor,
    subjectId: string,
    {
      action,
      version,
      details,
    }: { action: string; version: number; details: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const subjectType = 'registry.revocation';
    return this.audit.record(tx, actor, [
      { action, subjectType, subjectId, subjectVersion: version, details },
    ]);
  }

  private async one(on: Reads, actor: Actor, id: string): Promise<RevocationAnswer> {
    const found = await this.revocations.byId(on, id);
    if (!found) throw errors.revocation_not_found();
    return answerOf(found, actor);
  }
}

function answerOf({ askedBy, decision, ...facts }: Revocation, actor: Actor): RevocationAnswer {
  const deciding = { deciderId: actor.userId, decision: 'approve', reason: null } as const;
  const may =
    actor.permissions.has('registration.revoke') && refuseDecision({ askedBy, decision }, deciding) === null;
  return { ...facts, state: revocationState({ decision }), actions: may ? ['decide'] : [] };
}
