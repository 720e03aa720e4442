// The log of searches for natural persons with the names of those who searched: whom it concerns cannot ask for them.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import { type Actor, Db, type Page, pageOf, type PageQuery } from '#platform';
import { type AccessAnswer, PersonAccesses } from '#registry';

export interface NamedAccess extends AccessAnswer {
  readonly organisationName: string;
}

@Injectable()
export class NamedAccesses {
  constructor(
    private readonly db: Db,
    private readonly accesses: PersonAccesses,
    private readonly organisations: Organisations,
  ) {}

  async page(actor: Actor, filter: PageQuery): Promise<Page<NamedAccess>> {
    const { items, next } = pageOf(await this.accesses.page(actor, filter), filter);
    const ids = new Set(items.map(({ byOrganisation }) => byOrganisation));
    const named = await this.organisations.byIds(this.db.reads, [...ids]);
    const nameOf = (id: string): string => named.get(id)?.legalName ?? '';
    return {
      items: items.map((one) => ({ ...one, organisationName: nameOf(one.byOrganisation) })),
      next,
    };
  }
}
