// Takes the sellers and buyers that invoices name onto the platform, and keeps who is signed in for whom.
import { buyerIds, type InvoiceDraft, sellerIds } from '#documents';
import { checkUscc, type LocalDate } from '#kernel';
import { type CastPerson, DEMO_PASSWORD } from '../cast';
import type { Client } from '../client';
import { invite } from '../people';

export interface Company {
  readonly id: string;
  readonly legalName: string;
  readonly login: string;
}
export type TradingRole = 'supplier' | 'debtor_maker' | 'debtor_checker';

const ROLES: readonly TradingRole[] = ['supplier', 'debtor_maker', 'debtor_checker'];

export class Companies {
  private readonly known = new Map<string, Company>();
  private count = 0;
  private readonly sessions = new Map<string, { day: LocalDate; client: Client }>();

  constructor(
    private readonly anyone: Client,
    private readonly today: () => LocalDate,
  ) {}

  /** Sessions end with the clock: one sign-in a day and person. */
  async signedIn(login: string): Promise<Client> {
    const held = this.sessions.get(login);
    if (held?.day === this.today()) return held.client;
    const client = await this.anyone.signIn(login, DEMO_PASSWORD);
    this.sessions.set(login, { day: this.today(), client });
    return client;
  }

  as(company: Company, role: TradingRole): Promise<Client> {
    return this.signedIn(`${company.login}.${role}`);
  }

  /** The companies that the seller's identifiers name: one, unless they are missing or contradict each other. */
  sellers(draft: InvoiceDraft): Promise<readonly Company[]> {
    return this.companies(draft.seller.name, sellerIds(draft));
  }

  buyers(draft: InvoiceDraft): Promise<readonly Company[]> {
    return this.companies(draft.buyer.name, buyerIds(draft));
  }

  /** A company is taken onto the platform under the identifier that counts first. */
  private async companies(name: string | null, identifiers: readonly string[]): Promise<readonly Company[]> {
    const [first] = identifiers;
    if (name !== null && first !== undefined && !this.known.has(first))
      this.known.set(first, await this.onboard(name, first));
    return [...new Set(identifiers.flatMap((identifier) => this.known.get(identifier) ?? []))];
  }

  private async onboard(legalName: string, identifier: string): Promise<Company> {
    const operator = await this.signedIn('operator');
    const scheme = checkUscc(identifier).valid ? 'USCC' : 'LOCAL';
    const { id } = await operator.post<{ id: string }>('/organisations', {
      legalName,
      capabilities: ['supplier', 'core_enterprise'],
      identifiers: [{ scheme, value: identifier }],
    });
    const company = { id, legalName, login: `company-${++this.count}` };
    for (const role of ROLES) {
      const login = `${company.login}.${role}`;
      const person: CastPerson = { login, name: login, at: company.login, roles: [role] };
      await invite(operator, person, id);
    }
    return company;
  }
}
