// A small market for tests on a real database: a supplier, debtors, financiers with limits, confirmed receivables.
// The spec hands over the application, because this library may not know all that it is made of.
import type { DynamicModule } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { dateOf, ManualClock, money, newId, shardFor } from '#kernel';
import { type Capability, OnboardOrganisation } from '#parties';
import { type Actor, type Command, Db, EVERYONE, query, WITHOUT_SIGN_IN } from '#platform';
import { assetKeyOf, Receivables } from '#receivables';
import { type Filing, Filings } from '#registry';
import { SetLimit } from '#risk';
import { AcceptOffer } from '../use-cases/deals/accept-offer';
import { MakeOffer, type OfferInput } from '../use-cases/offers/make-offer';
import { OpenRequest, type RequestInput } from '../use-cases/requests/open-request';

export const START = new Date('2026-06-01T02:00:00Z');
const PERMISSIONS = [
  'request.read',
  'request.create',
  'request.withdraw',
  'offer.read',
  'offer.create',
  'offer.accept',
  'offer.withdraw',
  'deal.read',
  'notice.read',
  'limit.set',
];

export const keyed = (actor: Actor, key: string, route = 'POST /test', requestHash = 'same'): Command => ({
  actor,
  idempotency: { key, route, requestHash },
});
export const plain = (actor: Actor): Command => ({ actor, idempotency: null });

export class MarketUnderTest {
  private count = 0;

  private constructor(
    readonly nest: TestingModule,
    readonly clock: ManualClock,
  ) {}

  static async start(application: DynamicModule, clock: ManualClock): Promise<MarketUnderTest> {
    const nest = await Test.createTestingModule({ imports: [application] }).compile();
    return new MarketUnderTest(nest, clock);
  }

  get db(): Db {
    return this.nest.get(Db);
  }

  rows<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return query<Row>(this.db.reads, sql, params);
  }

  async member(capability: Capability): Promise<Actor> {
    const operator = actorOf(newId(0), EVERYONE);
    const name = `${capability} ${++this.count}`;
    const { id } = await this.nest.get(OnboardOrganisation).execute(plain(operator), {
      legalName: name,
      capabilities: [capability],
      identifiers: [{ scheme: 'LOCAL', value: `MEMBER/${this.count}` }],
    });
    return actorOf(id, { organisations: [id] });
  }

  /** A financier with a limit on each of the debtors. */
  async financier(debtors: readonly Actor[], limit = '1000000'): Promise<Actor> {
    const financier = await this.member('factor');
    for (const { organisationId: debtorId } of debtors)
      await this.nest.get(SetLimit).execute(plain(financier), { debtorId, limit: money(limit, 'CNY') });
    return financier;
  }

  /** A confirmed receivable, due in 91 days unless said otherwise; a smaller `confirmed` makes it partly disputed. */
  async receivable(
    supplier: Actor,
    debtor: Actor,
    given: { payable?: string; confirmed?: string; dueDate?: string } = {},
  ): Promise<string> {
    const { payable = '100000', dueDate = '2026-08-31' } = given;
    const { confirmed = payable } = given;
    const shard = shardFor(supplier.organisationId);
    const [id, documentId] = [newId(shard), newId(shard)];
    const invoice = `N-${++this.count}`;
    const at = this.clock.now();
    await this.rows(
      `insert into documents.document values ($1, $2, $3, 'a.xml', 'text/xml', 1, repeat('0', 64), $4)`,
      [documentId, supplier.organisationId, supplier.userId, at],
    );
    await this.rows('insert into receivables.invoice_claim values ($1, $2)', [invoice, id]);
    await this.rows(
      `insert into receivables.receivable (id, supplier_id, debtor_id, document_id, invoice_key, invoice_number,
         type_code, issue_date, due_date, currency, registered_amount, payable_amount, confirmed_amount, state,
         listed_at, answer_by, answered_at, version, created_at)
       values ($1, $2, $3, $4, $5, $5, '380', '2026-05-01', $6, 'CNY', $7, $7, $8, $9, $10, $11, $10, 2, $10)`,
      [
        id,
        supplier.organisationId,
        debtor.organisationId,
        documentId,
        invoice,
        dueDate,
        payable,
        confirmed,
        confirmed === payable ? 'confirmed' : 'part_disputed',
        at,
        dateOf(at),
      ],
    );
    return id;
  }

  open(
    supplier: Actor,
    receivableIds: readonly string[],
    financiers: readonly Actor[],
    over: Partial<RequestInput> = {},
  ) {
    return this.nest.get(OpenRequest).execute(plain(supplier), {
      receivables: receivableIds.map((receivableId) => ({ receivableId })),
      financierIds: financiers.map(({ organisationId }) => organisationId),
      ...over,
    });
  }

  offer(financier: Actor, requestId: string, over: Partial<OfferInput> = {}, command = plain(financier)) {
    return this.nest.get(MakeOffer).execute(command, offerInput(requestId, this.clock, over));
  }

  /** A registration by a registry user that names these receivables for a secured party of this name. */
  async file(by: Actor, receivableIds: readonly string[], securedParty: string): Promise<Filing> {
    const receivables = await this.nest.get(Receivables).byIds(this.db.reads, EVERYONE, receivableIds);
    const named = (legalName: string) => ({
      ...{ organisationId: null, legalName, identifierScheme: null, identifier: null },
    });
    const draft = {
      category: 'receivables_pledge' as const,
      origin: 'user' as const,
      dealId: null,
      grantors: [named('A Grantor')],
      securedParties: [named(securedParty)],
      collateral: receivables.map((one) => ({
        ...{ assetKey: assetKeyOf(one), description: 'Receivables of 2026' },
        ...{ amount: null, payable: null, invoiceNumber: null, debtorName: null },
      })),
      termMonths: 12,
      maximumAmount: null,
      filedBy: { userId: by.userId, organisationId: by.organisationId },
    };
    const [verdict] = await this.db.run((tx) => this.nest.get(Filings).file(tx, [draft]));
    if (!verdict || !('filed' in verdict)) throw new Error('the registry did not file it');
    return verdict.filed;
  }

  accept(supplier: Actor, offerId: string, command = plain(supplier)) {
    return this.nest.get(AcceptOffer).execute(command, offerId);
  }
}

const offerInput = (requestId: string, clock: ManualClock, over: Partial<OfferInput> = {}): OfferInput => ({
  requestId,
  advanceRate: '0.8',
  rateAnnual: '0.06',
  recourse: 'with',
  validUntil: new Date(clock.now().getTime() + 86_400_000).toISOString(),
  ...over,
});

function actorOf(organisationId: string, scope: Actor['scope']): Actor {
  return {
    ...WITHOUT_SIGN_IN,
    userId: newId(0),
    organisationId,
    roles: [],
    permissions: new Set(PERMISSIONS),
    scope,
    sessionId: 'test',
  };
}
