// Amends a registration: parties, collateral, maximum amount. What is added counts from its own time, what is taken out drops
// out at once (PBoC Order 2021 No. 7, Art. 13-15); a new term is an extension.
import { Injectable } from '@nestjs/common';
import { type DomainError, newId, shardOf } from '#kernel';
import { type Command, Db, Once, type Tx } from '#platform';
import { ClaimStore } from '../../data/claim.store';
import { FilingEventStore } from '../../data/filing-event.store';
import { AmendmentStore, type NumberedContent } from '../../data/life/amendment.store';
import { errors } from '../../domain/errors';
import { assetKeysOf, type Filing } from '../../domain/filing';
import { draftFaults } from '../../domain/filing-rules';
import { amendedContent, amendmentFaults, type AskedContent } from '../../domain/history/amendment';
import {
  changesBetween,
  changesNothing,
  type ContentChanges,
  type FilingContent,
} from '../../domain/history/content';
import { partyKey } from '../../domain/party-key';
import { type FilingAnswer, filingAnswer } from '../filing-answer';
import { contentHashOf } from '../lint/lint-draft';
import { changesOf } from './changeable';
import { ChangeRights } from './change-rights';
import { type Amending, AmendmentTrail } from './amendment-trail';
import type { EventStamp } from './event-stamps';

export interface AmendmentAsked {
  /** The version that whoever amends has seen. */
  readonly version: number;
  readonly reason: string;
  readonly content: AskedContent;
  /** A check of this very amendment, to be kept with it. */
  readonly lintId?: string | null;
  /** Of whoever did not file. */
  readonly modificationCode?: string | null;
}

@Injectable()
export class AmendFiling {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly rights: ChangeRights,
    private readonly events: FilingEventStore,
    private readonly amendments: AmendmentStore,
    private readonly claims: ClaimStore,
    private readonly life: AmendmentTrail,
  ) {}

  /**
   * @throws registry.filing_not_found (404), registry.held_by_deal, registry.filed_by_another, registry.code_wrong,
   *   registry.filing_invalid, registry.nothing_amended,
   *   registry.lint_of_another_draft (422), registry.filing_ended, registry.filing_changed (409)
   */
  async execute(command: Command, id: string, asked: AmendmentAsked): Promise<FilingAnswer> {
    const { actor } = command;
    const code = asked.modificationCode ?? null;
    const visible = await this.rights.visible(this.db.reads, actor, id, code);
    return this.once.run(command, async (tx) => {
      const [locked] = await this.events.lock(tx, visible, this.life.stamps.now());
      const before = locked && (await this.rights.read(tx, id, await this.life.stamps.lastOf(tx, id)));
      if (!before) throw errors.filing_not_found({ id });
      await this.rights.require(tx, actor, before, code);
      if (before.version !== asked.version) throw errors.filing_changed({ id });
      const stands = await this.amendments.content(tx, id, 'infinity', before.maximumAmount);
      const refused = refusal(before, stands.content, asked.content);
      if (refused) throw refused;
      const content = amendedContent(asked.content, stands.last);
      const changes = changesBetween(stands.content, content);
      if (changesNothing(changes)) throw errors.nothing_amended({ id });
      const amended = { ...before, ...valuesOf(content), version: before.version + 1 };
      const added = addedTo(amended, changes);
      await this.claims.lockNamed(tx, [id], assetKeysOf(added));
      const stamp = await this.write(tx, command, { stands, changes, amended, asked });
      await this.life.tell(tx, command, {
        locked,
        stamp,
        changes,
        amended,
        added,
        reason: asked.reason,
      });
      return { ...filingAnswer(amended), actions: changesOf(actor, amended) };
    });
  }

  private async write(
    tx: Tx,
    { actor }: Command,
    { stands, changes, amended, asked }: Writing,
  ): Promise<EventStamp> {
    const named = { grantors: amended.grantors.map(partyKey), assets: assetKeysOf(amended) };
    const stamp = await this.life.stamps.stampOne(tx, amended.id, named);
    const id = newId(shardOf(amended.id));
    await this.amendments.add(tx, {
      ...stamp,
      id,
      byUser: actor.userId,
      byOrganisation: actor.organisationId,
      reason: asked.reason,
      version: amended.version,
      changes,
      since: stands.since,
    });
    if (changes.securedParties.length > 0)
      await this.rights.endCode(tx, actor, amended.id, this.life.stamps.clock.now());
    await this.keepCheck(tx, actor, id, amended, asked);
    return stamp;
  }

  private async keepCheck(
    tx: Tx,
    { organisationId }: Command['actor'],
    eventId: string,
    { id, category, termMonths }: Filing,
    { lintId = null, content }: AmendmentAsked,
  ): Promise<void> {
    if (lintId === null) return;
    const contentHash = contentHashOf({ category, termMonths, ...sidesOf(content) }, id);
    const kept = await this.amendments.keepCheck(tx, { eventId, lintId, contentHash, organisationId });
    if (!kept) throw errors.lint_of_another_draft({ lintId });
  }
}

interface Writing extends Omit<Amending, 'reason'> {
  readonly stands: NumberedContent;
  readonly asked: AmendmentAsked;
}

function refusal(filing: Filing, stands: FilingContent, asked: AskedContent): DomainError | null {
  const { termMonths } = filing;
  // The term is not what is amended here: one that was allowed when it was filed stays.
  const limits = { termMinMonths: termMonths, termMaxMonths: termMonths };
  const faults = [
    ...amendmentFaults(stands, asked),
    ...draftFaults({ ...filing, ...valuesOf(asked) }, limits),
  ];
  return faults.length > 0 ? errors.filing_invalid({}, faults) : null;
}

const valuesOf = (asked: AskedContent) => ({ ...sidesOf(asked), collateralCount: asked.collateral.length });

const sidesOf = ({ grantors, securedParties, collateral, maximumAmount }: AskedContent) => ({
  grantors: grantors.map(({ value }) => value),
  securedParties: securedParties.map(({ value }) => value),
  collateral: collateral.map(({ value }) => value),
  maximumAmount,
});

/** The filing as if it had nothing but what was added to it. */
const addedTo = (filing: Filing, { collateral }: ContentChanges): Filing => ({
  ...filing,
  collateral: collateral.flatMap(({ before, after }) => (before === null ? [after] : [])),
});
