// The part of the story about the register: filing, searching, certificates.
import type { Step } from './deed-scene';
import { filingOf } from './small-register';

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
    route: 'POST /api/searches/{id}/certificate',
    who: 'risk_officer',
    id: ({ own }) => own.players.risk_officer.search ?? '',
    deeds: ['registry.certificate_issued'],
  },
  {
    route: 'POST /api/registrations/{id}/cancellation',
    who: 'registry_user',
    id: ({ own }) => own.things.filing,
    body: () => ({ reason: 'paid in full' }),
    deeds: ['registry.filing_cancelled'],
  },
];
