// What a certificate states of its subject: gathered once, when it is issued.
import { Injectable } from '@nestjs/common';
import type { Money } from '#kernel';
import type { Reads, Scope } from '#platform';
import { StatutoryStore } from '../../data/certificates/statutory.store';
import { FilingStore } from '../../data/filing.store';
import { AmendmentStore } from '../../data/life/amendment.store';
import { type ObjectionNamed, ObjectionStore } from '../../data/objections/objection.store';
import { SearchStore } from '../../data/search.store';
import type {
  CertificateContent,
  CertificateKind,
  ChangeFacts,
  ChangeField,
  EventFacts,
  HitFacts,
  PartyFacts,
  RegistrationFacts,
  SearchFacts,
  StatutoryStamp,
} from '../../formats/certificate/certificate';
import { errors } from '../../domain/errors';
import type { CollateralItem, Filing, PartyRef } from '../../domain/filing';
import type { ContentChanges } from '../../domain/history/content';
import type { FilingEventKind } from '../../domain/history/history';
import type { SearchHit } from '../search/look-up';
import type { SearchCertificate } from '../search/make-search';

/** All that does not depend on the moment of issuing. */
export type CertificateSubject = Omit<CertificateContent, 'edition' | 'issuedAt' | 'verifyAt'>;

@Injectable()
export class CertificateSubjects {
  constructor(
    private readonly filings: FilingStore,
    private readonly searches: SearchStore,
    private readonly statutory: StatutoryStore,
    private readonly amendments: AmendmentStore,
    private readonly objections: ObjectionStore,
  ) {}

  /** A registration as it was filed. @throws registry.filing_not_found also when it is another's */
  async registration(on: Reads, scope: Scope, filingId: string): Promise<CertificateSubject> {
    const visible = await this.filings.visible(on, scope, [filingId]);
    const filing = await this.asFiled(on, visible);
    if (!filing) throw errors.filing_not_found({ id: filingId });
    return {
      kind: 'registration',
      number: filing.number,
      subjectId: filing.id,
      subjectVersion: 1,
      recordedAt: filing.filedAt,
      standing: filing.standing,
      statutory: stampOf((await this.statutory.inForce(on, [filing.id])).get(filing.id)),
      registration: registrationFacts(filing),
      event: null,
      search: null,
    };
  }

  /** @throws registry.search_not_found also when it is another's */
  async search(on: Reads, scope: Scope, searchId: string): Promise<CertificateSubject> {
    const found = await this.searches.certificate<SearchCertificate>(on, scope, searchId);
    if (!found) throw errors.search_not_found({ id: searchId });
    return {
      kind: 'search',
      number: found.number,
      subjectId: found.id,
      subjectVersion: 1,
      recordedAt: found.searchedAt,
      standing: found.standing,
      statutory: null,
      registration: null,
      event: null,
      search: searchFacts(found),
    };
  }

  /**
   * An event of a registration, and the registration as it stood from then on.
   * @throws registry.event_not_found also when it is of another's
   */
  async event(on: Reads, scope: Scope, eventId: string): Promise<CertificateSubject> {
    const place = await this.amendments.placeOf(on, eventId);
    const [filingId] = place ? await this.filings.visible(on, scope, [place.filingId]) : [];
    if (!place || filingId === undefined) throw errors.event_not_found({ id: eventId });
    const events = await this.amendments.events(on, filingId, 'infinity');
    const event = events.find(({ id }) => id === eventId);
    const kind = event && CERTIFIED_EVENTS[event.kind];
    const filing = event && (await this.filings.byIds(on, [filingId], event.at)).get(filingId);
    if (!event || !kind || event.number === null || !filing) throw errors.event_not_found({ id: eventId });
    return {
      kind,
      number: event.number,
      subjectId: filingId,
      // The filing is version 1, and each event one more; only the end of an objection may come after a lapse was noted, which
      // is a version of its own.
      subjectVersion: place.before + 2,
      recordedAt: event.at,
      standing: filing.standing,
      statutory: stampOf((await this.statutory.inForce(on, [filingId])).get(filingId)),
      registration: registrationFacts(filing),
      event: {
        ...objectionNamed(kind, await this.objections.ofEvent(on, eventId)),
        reason: event.reason,
        changes: event.changes ? changeFacts(event.changes) : [],
      },
      search: null,
    };
  }

  /** As it stood at the moment of filing, whatever became of it. */
  private async asFiled(on: Reads, ids: readonly string[]): Promise<Filing | undefined> {
    const [filing] = (await this.filings.byIds(on, ids, ALWAYS)).values();
    return filing && (await this.filings.byIds(on, [filing.id], filing.filedAt)).get(filing.id);
  }
}

const ALWAYS = '9999-12-31T00:00:00Z';

const stampOf = (found: StatutoryStamp | undefined): StatutoryStamp | null =>
  found ? { number: found.number, registeredAt: found.registeredAt } : null;

const amountText = (money: Money | null): string | null => money && `${money.currency} ${money.amount}`;

const partyFacts = ({ legalName, identifierScheme, identifier }: PartyRef): PartyFacts => ({
  legalName,
  identifierScheme,
  identifier,
});

const itemFacts = ({ description, amount, invoiceNumber, debtorName }: CollateralItem) => ({
  description,
  amount: amountText(amount),
  invoiceNumber,
  debtorName,
});

const registrationFacts = (filing: Filing): RegistrationFacts => ({
  number: filing.number,
  category: filing.category,
  filedAt: filing.filedAt,
  termMonths: filing.termMonths,
  expiresOn: filing.expiresOn,
  maximumAmount: amountText(filing.maximumAmount),
  grantors: filing.grantors.map(partyFacts),
  securedParties: filing.securedParties.map(partyFacts),
  collateral: filing.collateral.map(itemFacts),
});

/** That a case was taken is no event of the register's own making: whoever shows it has the court's paper. */
const CERTIFIED_EVENTS: Readonly<Record<FilingEventKind, CertificateKind | null>> = {
  ...{ initial: null, amended: 'amendment', extended: 'extension', cancelled: 'cancellation' },
  ...{ revoked: 'revocation', objection_filed: 'objection', objection_proved: null },
  ...{ objection_withdrawn: 'objection_withdrawal', objection_lapsed: 'objection_lapse' },
};

/** The certificate of an objection has the objection's own number. */
function objectionNamed(
  kind: CertificateKind,
  named: ObjectionNamed | null,
): Pick<EventFacts, 'objection' | 'objector'> {
  if (named === null) return {};
  return kind === 'objection' ? { objector: named.objector } : named;
}

const partyText = ({ legalName, identifierScheme, identifier }: PartyRef): string =>
  identifier === null ? legalName : `${legalName}, ${identifierScheme ?? ''} ${identifier}`;
const itemText = ({ description, amount, invoiceNumber, debtorName }: CollateralItem): string =>
  [description, amountText(amount), invoiceNumber, debtorName].filter(Boolean).join('; ');

function changeFacts(changes: ContentChanges): ChangeFacts[] {
  const { grantors, securedParties, collateral, maximumAmount } = changes;
  const fact =
    <T>(field: ChangeField, text: (value: T) => string) =>
    (change: Changed<T>): ChangeFacts => ({
      field: `${field} ${change.no}`,
      before: change.before && text(change.before),
      after: change.after && text(change.after),
    });
  return [
    ...grantors.map(fact('grantor', partyText)),
    ...securedParties.map(fact('securedParty', partyText)),
    ...collateral.map(fact('collateral', itemText)),
    ...(maximumAmount === null
      ? []
      : [
          {
            field: 'maximumAmount',
            before: amountText(maximumAmount.before),
            after: amountText(maximumAmount.after),
          },
        ]),
  ];
}
interface Changed<T> {
  readonly no: number;
  readonly before: T | null;
  readonly after: T | null;
}

const searchFacts = (found: SearchCertificate): SearchFacts => ({
  terms: found.terms,
  termsHash: found.termsHash,
  termsSalt: found.termsSalt,
  hitCount: found.hitCount,
  complete: found.complete,
  hits: found.hits.map(hitFacts),
  nearMisses: found.nearMisses.map(({ legalName }) => legalName),
});

const namesOf = (parties: readonly PartyRef[]): string[] => parties.map(({ legalName }) => legalName);

const hitFacts = ({ filing, ...hit }: SearchHit): HitFacts => ({
  class: hit.class,
  rule: hit.rule,
  score: hit.score,
  matchedName: hit.matchedName,
  number: filing.number,
  category: filing.category,
  state: filing.state,
  filedAt: filing.filedAt,
  expiresOn: filing.expiresOn,
  // Certificates of searches made before both clocks were shown say nothing of the other one.
  statutory: (filing as Partial<typeof filing>).statutory ?? null,
  grantors: namesOf(filing.grantors),
  securedParties: namesOf(filing.securedParties),
  ...objectionFacts(filing),
});

/** Nothing where none stands, so that a search without objections is certified as ever. */
function objectionFacts({ objections }: Partial<SearchHit['filing']>): Pick<HitFacts, 'objections'> {
  if (!objections || objections.length === 0) return {};
  return {
    objections: objections.map(({ number, filedAt, objector, proved }) => ({
      number,
      filedAt,
      objector,
      proved,
    })),
  };
}
