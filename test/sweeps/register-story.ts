// The part of the story about the register: filing, searching, certificates.
import { NOW } from '../e2e/world';
import { idIn, type Step } from './deed-scene';
import { amendmentOf, courtOrder, filingOf, objectionTo, tableOf } from './small-register';

export const REGISTER_STORY: readonly Step[] = [
  {
    route: 'POST /api/registrations',
    who: 'registry_user',
    body: () => filingOf('车床'),
    deeds: ['registry.filing_made'],
  },
  {
    route: 'POST /api/registrations/lint',
    who: 'registry_user',
    body: () => filingOf('铣床'),
    deeds: ['registry.draft_linted'],
  },
  {
    route: 'POST /api/registrations/{id}/extension',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => ({ months: 6, reason: 'the loan runs on' }),
    deeds: ['registry.filing_extended'],
  },
  {
    route: 'POST /api/registrations/{id}/amendments',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => amendmentOf('镗床', 2),
    deeds: ['registry.filing_amended'],
  },
  {
    route: 'POST /api/searches',
    who: 'registrar',
    body: () => ({ by: 'name', name: '车床的主人' }),
    deeds: ['registry.search_made'],
  },
  {
    route: 'POST /api/registrations/{id}/certificate',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    deeds: ['registry.certificate_issued'],
  },
  {
    route: 'POST /api/registration-events/{id}/certificate',
    who: 'registry_user',
    id: ({ own }) => own.things.lawyerEvent,
    deeds: ['registry.certificate_issued'],
  },
  {
    route: 'POST /api/searches/{id}/certificate',
    who: 'risk_officer',
    id: ({ own }) => own.players.risk_officer.search ?? '',
    deeds: ['registry.certificate_issued'],
  },
  {
    route: 'POST /api/registrations/{id}/statutory-entries',
    who: 'registry_user',
    id: ({ made }) => idIn(made, 'POST /api/registrations'),
    body: () => ({ number: 'ZD-3', registeredAt: NOW.toISOString() }),
    deeds: ['registry.statutory_entered'],
  },
  {
    route: 'POST /api/statutory-entries',
    who: 'registry_user',
    body: ({ own }) => ({ csv: tableOf(own.things.carriedNumber), apply: true }),
    deeds: ['registry.statutory_entered'],
  },
  {
    route: 'POST /api/statutory-entries/{id}/check',
    who: 'operations',
    id: ({ own }) => own.things.bankEntry,
    body: () => ({ decision: 'approve' }),
    deeds: ['registry.statutory_approved'],
  },
  {
    route: 'POST /api/saved-searches',
    who: 'registry_user',
    body: () => ({ watches: 'asset', term: 'invoice:watched', reference: '2026-7' }),
    deeds: ['registry.search_saved'],
  },
  {
    route: 'POST /api/saved-searches/{id}/end',
    who: 'registry_user',
    id: ({ own }) => own.things.lawyerSaved,
    deeds: ['registry.saved_search_ended'],
  },
  {
    route: 'POST /api/objections',
    who: 'supplier',
    body: ({ own }) => objectionTo(own.things.contestable),
    deeds: ['registry.objection_filed'],
  },
  {
    route: 'POST /api/objections/{id}/proof',
    who: 'supplier',
    id: ({ made }) => idIn(made, 'POST /api/objections'),
    body: () => ({ kind: 'lawsuit', body: '上海金融法院', caseNumber: '1', acceptedOn: '2026-11-20' }),
    deeds: ['registry.objection_proved'],
  },
  {
    route: 'POST /api/objections/{id}/withdrawal',
    who: 'supplier',
    id: ({ made }) => idIn(made, 'POST /api/objections'),
    body: () => ({ reason: '双方和解' }),
    deeds: ['registry.objection_withdrawn'],
  },
  {
    route: 'POST /api/registrations/{id}/revocations',
    who: 'operator',
    id: ({ own }) => own.things.contested,
    body: () => courtOrder('(2026)沪74执2号'),
    deeds: ['registry.revocation_asked'],
  },
  {
    route: 'POST /api/revocations/{id}/decision',
    who: 'operator',
    id: ({ own }) => own.things.revocation,
    body: () => ({ decision: 'approve' }),
    deeds: ['registry.filing_revoked', 'registry.revocation_approved'],
  },
  {
    route: 'POST /api/registrations/{id}/cancellation',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => ({ reason: 'paid in full' }),
    deeds: ['registry.filing_cancelled'],
  },
];
