// What other libraries ask about organisations. They hold the ids already, from rows they were allowed to read, so
// there is no scope here: a name and its identifiers are what parties to one deal know of each other.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads, type Tx } from '#platform';
import { OrganisationStore } from '../data/organisation.store';
import { errors } from '../domain/errors';
import { FINANCIERS, type Organisation, type OrganisationSummary } from '../domain/organisation';
import { IdentifierKeys } from './personal/identifier-keys';

const MOST_FINANCIERS = 1000;
const MOST_OPERATORS = 10;

@Injectable()
export class Organisations {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly keys: IdentifierKeys,
  ) {}

  /** Ids that lead nowhere are missing in the answer. */
  async byIds(on: Reads, ids: readonly string[]): Promise<Map<string, OrganisationSummary>> {
    const found = await this.organisations.byIds(on, EVERYONE, [...new Set(ids)]);
    return new Map(found.map((one) => [one.id, summaryOf(one)]));
  }

  /** As `byIds`; none of them leaves, or is suspended, before the transaction is over. */
  async hold(tx: Tx, ids: readonly string[]): Promise<Map<string, OrganisationSummary>> {
    const found = await this.organisations.hold(tx, [...new Set(ids)]);
    return new Map(found.map((one) => [one.id, summaryOf(one)]));
  }

  /** By identifiers of any scheme; the key is the value as given, compared without width, case, spaces and hyphens. */
  async byIdentifierValues(on: Reads, values: readonly string[]): Promise<Map<string, OrganisationSummary>> {
    const keysOf = new Map<string, readonly string[]>();
    for (const value of new Set(values)) keysOf.set(value, await this.keys.keysOf(value));
    const keys = [...new Set([...keysOf.values()].flat())];
    const found = await this.organisations.byIdentifierKeys(on, EVERYONE, keys);
    const byKey = new Map(found.map((one) => [one.key, summaryOf(one)]));
    return new Map(
      values.flatMap((value) => {
        const summary = (keysOf.get(value) ?? []).flatMap((key) => byKey.get(key) ?? [])[0];
        return summary ? [[value, summary] as const] : [];
      }),
    );
  }

  /** Every number that each of these has or had: a paper says the one of its day. */
  async numbersOf(on: Reads, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.organisations.numbers(on, EVERYONE, [...new Set(ids)]);
    const numbers = new Map<string, string[]>();
    for (const { organisationId, value } of rows)
      numbers.set(organisationId, [...(numbers.get(organisationId) ?? []), value]);
    return numbers;
  }

  /** Active banks, factors and finance companies, the newest first; at most a thousand. */
  async financiers(on: Reads): Promise<OrganisationSummary[]> {
    const filter = { capabilities: FINANCIERS, status: 'active', limit: MOST_FINANCIERS } as const;
    const found = await this.organisations.page(on, EVERYONE, filter);
    return found.slice(0, MOST_FINANCIERS).map(summaryOf);
  }

  /** Ids of those that run the platform. */
  async operators(on: Reads): Promise<string[]> {
    const filter = { capabilities: ['operator'], status: 'active', limit: MOST_OPERATORS } as const;
    return (await this.organisations.page(on, EVERYONE, filter)).map(({ id }) => id);
  }

  /** @throws parties.organisation_not_found (404) */
  async require(on: Reads, id: string): Promise<OrganisationSummary> {
    const [found] = await this.organisations.byIds(on, EVERYONE, [id]);
    if (!found) throw errors.organisation_not_found();
    return summaryOf(found);
  }

  /** False on a platform that nobody has been onboarded to. */
  async any(on: Reads): Promise<boolean> {
    return this.organisations.any(on, EVERYONE);
  }
}

function summaryOf({ id, legalName, capabilities, identifiers, status }: Organisation): OrganisationSummary {
  return { id, legalName, capabilities, identifiers, status };
}
