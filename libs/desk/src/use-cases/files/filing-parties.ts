// Who a registration of many names: a party with an identifier that is known here sees it.
import { Injectable } from '@nestjs/common';
import { Organisations } from '#parties';
import type { Reads } from '#platform';
import type { PartyRef } from '#registry';
import type { TableParty } from '../../domain/filing-table';

@Injectable()
export class FilingParties {
  constructor(private readonly organisations: Organisations) {}

  /** Looks all of them up at once; answers what makes each a party of a filing. */
  async among(on: Reads, parties: readonly TableParty[]): Promise<(party: TableParty) => PartyRef> {
    const known = await this.organisations.byIdentifierValues(
      on,
      parties.flatMap(({ identifier }) => identifier ?? []),
    );
    return (party) => ({
      ...party,
      organisationId: (party.identifier !== null ? known.get(party.identifier)?.id : null) ?? null,
    });
  }

  /** Whoever hands registrations in, as their party. */
  async own(on: Reads, organisationId: string): Promise<PartyRef> {
    const { legalName, identifiers } = await this.organisations.require(on, organisationId);
    const [identifier] = identifiers;
    return {
      ...{ organisationId, legalName },
      ...{ identifierScheme: identifier?.scheme ?? null, identifier: identifier?.value ?? null },
    };
  }
}
