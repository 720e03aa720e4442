// Who may change a registration: the organisation that filed it, signed in as itself, and whoever shows the modification code in
// force. What a deal holds is the deal's: it ends with it.
import { Injectable } from '@nestjs/common';
import { newId, shardOf } from '#kernel';
import { type Actor, EVERYONE, type Reads, type Tx } from '#platform';
import { FilingStore } from '../../data/filing.store';
import { ModificationCodeStore } from '../../data/life/modification-code.store';
import type { Filing } from '../../domain/filing';
import { errors } from '../../domain/modification/code-errors';
import { requireChangeable } from './changeable';
import { isCode } from './code-hash';

@Injectable()
export class ChangeRights {
  constructor(
    private readonly filings: FilingStore,
    private readonly codes: ModificationCodeStore,
  ) {}

  /** The id when it is there for the actor; a code leads to any registration, as its number does in a search. */
  visible(on: Reads, { scope }: Actor, id: string, code: string | null): Promise<string[]> {
    return this.filings.visible(on, code === null ? scope : EVERYONE, [id]);
  }

  async read(tx: Tx, id: string, at: string): Promise<Filing | undefined> {
    return (await this.filings.byIds(tx, [id], at)).get(id);
  }

  /**
   * @throws registry.held_by_deal, registry.filed_by_another, registry.code_wrong (422), registry.filing_ended (409)
   */
  async require(tx: Tx, actor: Actor, filing: Filing, code: string | null): Promise<void> {
    const byCode = code !== null && filing.filedBy.organisationId !== actor.organisationId;
    if (byCode && !isCode(filing.id, code, await this.codes.inForce(tx, filing.id)))
      throw errors.code_wrong();
    requireChangeable(actor, filing, byCode);
  }

  /** Whoever is a secured party no longer shall not change it by a code from before. The registration is locked. */
  async endCode(tx: Tx, { userId, organisationId }: Actor, filingId: string, at: Date): Promise<void> {
    if ((await this.codes.inForce(tx, filingId)) === null) return;
    const by = { byUser: userId, byOrganisation: organisationId };
    const id = newId(shardOf(filingId));
    await this.codes.add(tx, { id, filingId, reason: 'secured_parties_changed', codeHash: null, at, ...by });
  }
}
