// Corrections that wait for their invoice, as their supplier reads them.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf } from '#platform';
import {
  type WaitingCorrection,
  WaitingCorrectionStore,
  type WaitingFilter,
} from '../../data/corrections/waiting-correction.store';

type Told = 'id' | 'kind' | 'number' | 'issueDate' | 'amount' | 'preceding' | 'debtorId' | 'documentId';

export interface WaitingShown extends Pick<WaitingCorrection, Told> {
  readonly debtorName: string;
  readonly waitingSince: string;
}

@Injectable()
export class WaitingCorrectionQueries {
  constructor(
    private readonly db: Db,
    private readonly store: WaitingCorrectionStore,
    private readonly organisations: Organisations,
  ) {}

  /** The newest first. */
  async page({ scope }: Actor, filter: WaitingFilter): Promise<Page<WaitingShown>> {
    const on = this.db.reads;
    const found = await this.store.page(on, scope, filter);
    const names = await this.organisations.byIds(
      on,
      found.map(({ debtorId }) => debtorId),
    );
    return pageOf(
      found.map(({ id, kind, number, issueDate, amount, preceding, debtorId, documentId, waitingSince }) => ({
        ...{ id, kind, number, issueDate, amount, preceding, debtorId, documentId },
        debtorName: names.get(debtorId)?.legalName ?? '',
        waitingSince: waitingSince.toISOString(),
      })),
      filter,
    );
  }
}
