// The evidence of a confirmation for a financier: of what a request offers it, or of what its deal has financed. Of
// everything else there is nothing to be had, not even that it exists.
import { Injectable } from '@nestjs/common';
import { type Actor, type Command, Db, EVERYONE, scopeOf } from '#platform';
import { Assurances, IssueEvidence, Receivables, receivablesErrors } from '#receivables';
import { DealStore } from '../../data/deal.store';
import { RequestStore } from '../../data/request.store';
import { errors } from '../../domain/errors';

@Injectable()
export class ProveOffered {
  constructor(
    private readonly db: Db,
    private readonly requests: RequestStore,
    private readonly deals: DealStore,
    private readonly receivables: Receivables,
    private readonly assurances: Assurances,
    private readonly issuing: IssueEvidence,
  ) {}

  /** @throws factoring.request_not_found, receivables.receivable_not_found, confirmation_not_found (404) */
  async ofRequest(command: Command, requestId: string, receivableId: string): Promise<string> {
    const [request] = await this.requests.byIds(this.db.reads, scopeOf(command.actor), [requestId]);
    if (!request) throw errors.request_not_found();
    const items = await this.requests.items(this.db.reads, scopeOf(command.actor), [requestId]);
    return this.issue(command, items, receivableId);
  }

  /** @throws factoring.deal_not_found, receivables.receivable_not_found, confirmation_not_found (404) */
  async ofDeal(command: Command, dealId: string, receivableId: string): Promise<string> {
    const scope = scopeOf(command.actor);
    const [deal] = await this.deals.byIds(this.db.reads, scope, [dealId]);
    if (!deal || !isParty(command.actor, deal)) throw errors.deal_not_found();
    return this.issue(command, await this.deals.items(this.db.reads, scope, [dealId]), receivableId);
  }

  private async issue(
    command: Command,
    items: readonly { readonly receivableId: string }[],
    receivableId: string,
  ): Promise<string> {
    const isIn = items.some((item) => item.receivableId === receivableId);
    const [receivable] = isIn ? await this.receivables.byIds(this.db.reads, EVERYONE, [receivableId]) : [];
    if (!receivable) throw receivablesErrors.receivable_not_found({ receivableId });
    const found = await this.assurances.of(this.db.reads, [receivable]);
    const confirmationId = found.get(receivable.id)?.confirmationId;
    if (!confirmationId) throw receivablesErrors.confirmation_not_found({ confirmationId: '-' });
    return this.issuing.execute(command, confirmationId, EVERYONE);
  }
}

const isParty = (
  { organisationId }: Actor,
  { supplierId, financierId }: { readonly supplierId: string; readonly financierId: string },
): boolean => organisationId === supplierId || organisationId === financierId;
