// What the register shows about the parties and the collateral of a draft, by the searches that anybody may run.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { hanTables } from '../../data/rows/han-tables';
import type { CollateralItem, FilingDraft, PartyRef } from '../../domain/filing';
import type { AssetSeen, FilingSeen, GrantorSeen, Seen } from '../../domain/lint/lint-rules';
import { trialsOf } from '../../domain/lint/strangers';
import type { KnownName } from '../../domain/lint/typo';
import { codeKey, nameKey, partyKey } from '../../domain/party-key';
import type { SearchTerms } from '../../domain/search';
import { LookUp } from '../search/look-up';

const NOTHING: Omit<SearchTerms, 'by'> = {
  ...{ name: null, identifier: null, assetKey: null, invoiceNumber: null, debtorName: null, number: null },
  ...{ includeEnded: false, exactOnly: false, at: null, after: null },
};

@Injectable()
export class SeenInRegister {
  constructor(private readonly lookUp: LookUp) {}

  /** @param amended number of the filing that the draft amends, which contradicts itself in nothing; null: it is new */
  async about(on: Reads, draft: FilingDraft, now: string, amended: string | null): Promise<Seen> {
    const seen: { grantors: GrantorSeen[]; assets: AssetSeen[] } = { grantors: [], assets: [] };
    const others = <F extends FilingSeen>(filings: readonly F[]) =>
      filings.filter(({ number }) => number !== amended);
    for (const grantor of draft.grantors) {
      const about = await this.grantor(on, grantor, draft.securedParties, now);
      seen.grantors.push({
        ...about,
        sameIdentifier: others(about.sameIdentifier),
        sameName: others(about.sameName),
        similarNames: about.similarNames.filter(({ number }) => number !== amended),
      });
    }
    for (const item of draft.collateral) seen.assets.push(others(await this.asset(on, item, now)));
    return seen;
  }

  private async grantor(
    on: Reads,
    grantor: PartyRef,
    securedParties: readonly PartyRef[],
    now: string,
  ): Promise<GrantorSeen> {
    const ours = new Set(securedParties.map(partyKey));
    const key = nameKey(grantor.legalName);
    const code = grantor.identifier === null ? '' : codeKey(grantor.identifier);
    const byName =
      key === ''
        ? []
        : (await this.lookUp.execute(on, { ...NOTHING, by: 'name', name: grantor.legalName }, now)).hits;
    const ended = { ...NOTHING, includeEnded: true };
    const sameIdentifier =
      code === '' ? [] : await this.filings(on, { ...ended, by: 'identifier', identifier: code }, now);
    const formerNames = sameIdentifier.flatMap((filing) =>
      filing.grantors
        .filter((one) => one.identifier !== null && codeKey(one.identifier) === code)
        .map(({ legalName }) => legalName),
    );
    const similar = byName
      .filter((hit) => hit.class === 'similar')
      .map(({ matchedName, filing }): KnownName => ({
        ...{ legalName: matchedName ?? '', number: filing.number },
        isOurs: filing.securedParties.some((party) => ours.has(partyKey(party))),
      }));
    return {
      trials: trialsOf(
        grantor.legalName,
        [...new Set(formerNames)].filter((name) => nameKey(name) !== key),
        hanTables,
      ),
      sameIdentifier,
      sameName: byName.filter((hit) => hit.class === 'exact').map(({ filing }) => filing),
      isNameFiled: byName.some((hit) => hit.class === 'exact'),
      similarNames: similar,
    };
  }

  private async asset(on: Reads, item: CollateralItem, now: string): Promise<AssetSeen> {
    const { assetKey, invoiceNumber, debtorName } = item;
    const byKey = assetKey ? await this.filings(on, { ...NOTHING, by: 'asset', assetKey }, now) : [];
    const byInvoice =
      invoiceNumber && debtorName
        ? await this.filings(on, { ...NOTHING, by: 'invoice', invoiceNumber, debtorName }, now)
        : [];
    const all = new Map([...byKey, ...byInvoice].map((filing) => [filing.number, filing]));
    return [...all.values()].sort((a, b) => (a.filedAt < b.filedAt ? -1 : 1));
  }

  private async filings(on: Reads, terms: SearchTerms, now: string): Promise<FilingSeen[]> {
    return (await this.lookUp.execute(on, terms, now)).hits.map(({ filing }) => filing);
  }
}
