// What an amendment leaves behind beside its rows: names that are found, a deed, a fee, and a word to those whose deals it competes with, or no more.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { todayOf } from '#kernel';
import type { Command, Tx } from '#platform';
import { ClaimStore } from '../../data/claim.store';
import type { LockedFiling } from '../../data/filing-event.store';
import { isTaken } from '../../domain/asset-claim';
import { assetKeysOf, type Filing } from '../../domain/filing';
import type { ContentChanges } from '../../domain/history/content';
import { CompetitionEnds } from '../competition-ends';
import { ChargeFees } from '../fees/charge-fees';
import { FilingNews } from '../filing-news';
import { Grantors } from '../grantors';
import { type EventStamp, EventStamps } from './event-stamps';

export interface Amending {
  readonly changes: ContentChanges;
  /** As it now is. */
  readonly amended: Filing;
  readonly reason: string;
}

@Injectable()
export class AmendmentTrail {
  constructor(
    private readonly grantors: Grantors,
    private readonly news: FilingNews,
    private readonly claims: ClaimStore,
    private readonly competition: CompetitionEnds,
    private readonly fees: ChargeFees,
    private readonly audit: AuditLog,
    readonly stamps: EventStamps,
  ) {}

  async tell(
    tx: Tx,
    { actor }: Command,
    told: Amending & {
      readonly locked: LockedFiling;
      readonly stamp: EventStamp;
      readonly added: Filing;
    },
  ): Promise<void> {
    const { locked, stamp, changes, amended, added, reason } = told;
    await this.grantors.index(tx, [amended]);
    const parties = [...amended.grantors, ...amended.securedParties];
    await this.audit.record(tx, actor, [
      {
        action: 'registry.filing_amended',
        subjectType: 'registry.filing',
        subjectId: amended.id,
        subjectVersion: amended.version,
        at: stamp.at,
        details: {
          number: stamp.number,
          at: stamp.at,
          reason,
          assetKeys: assetKeysOf(added),
          ...countsOf(changes),
        },
        visibleTo: [
          ...new Set([...locked.parties, ...parties.flatMap(({ organisationId }) => organisationId ?? [])]),
        ],
      },
    ]);
    const charge = { kind: 'amendment', organisationId: actor.organisationId, months: null } as const;
    await this.fees.charge(tx, todayOf(this.stamps.clock), [
      { ...charge, filingId: amended.id, number: stamp.number, at: stamp.at },
    ]);
    await this.compete(tx, changes, amended, added);
  }

  /** Another secured party competes afresh on all of it; what is let go competes no more. The assets are locked. */
  private async compete(tx: Tx, changes: ContentChanges, amended: Filing, added: Filing): Promise<void> {
    const held = new Set(assetKeysOf(amended));
    const gone = changes.collateral.flatMap(({ before }) => before?.assetKey ?? []);
    const isOtherParty = changes.securedParties.length > 0;
    const ended = isOtherParty ? [...held, ...gone] : gone.filter((key) => !held.has(key));
    await this.competition.tellOf(tx, amended.id, [...new Set(ended)]);
    const begun = isOtherParty ? amended : added;
    const claims = await this.claims.read(tx, assetKeysOf(begun));
    const taken = assetKeysOf(begun).filter((key) => isTaken(claims, key));
    await this.news.warn(tx, [begun], taken);
  }
}

const countsOf = ({ grantors, securedParties, collateral }: ContentChanges) => ({
  grantors: grantors.length,
  securedParties: securedParties.length,
  collateral: collateral.length,
});
