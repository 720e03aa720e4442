// The part of the story that tells of parties: contacts, invitations, applications, accounts, and leaving.
import { idIn, type Step } from './deed-scene';
import { contactBody, factBody, nameBody, partnerBody, relationBody } from './small-parties';

/** After an organisation was taken on and an account verified. */
export const PARTY_STORY: readonly Step[] = [
  {
    route: 'POST /api/organisations/{id}/contacts',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations'),
    body: () => contactBody('赵六'),
    deeds: ['parties.contact_verified'],
  },
  {
    route: 'POST /api/contacts/{id}/retirement',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations/{id}/contacts'),
    body: () => ({ reason: 'sweep' }),
    deeds: ['parties.contact_retired'],
  },
  {
    route: 'POST /api/organisations/{id}/facts',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations'),
    body: () => factBody,
    deeds: ['parties.fact_recorded'],
  },
  {
    route: 'POST /api/organisations/{id}/name',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations'),
    body: () => nameBody,
    deeds: ['parties.organisation_renamed'],
  },
  {
    route: 'POST /api/trading-relations',
    who: 'debtor_maker',
    body: ({ own }) => relationBody(own.things.supplierNumber, 'debtor', 'HT-3'),
    deeds: ['parties.relation_proposed'],
  },
  {
    route: 'POST /api/trading-relations/{id}/decision',
    who: 'debtor_maker',
    id: ({ own }) => own.things.relation,
    body: () => ({ decision: 'confirmed' }),
    deeds: ['parties.relation_confirmed'],
  },
  {
    route: 'POST /api/invitations',
    who: 'supplier',
    body: () => partnerBody,
    deeds: ['parties.invitation_issued'],
  },
  {
    route: 'POST /api/applications/{id}/register-lookup',
    who: 'operator',
    id: ({ own }) => own.things.application,
    deeds: ['parties.application_checked'],
  },
  {
    route: 'POST /api/applications/{id}/checks',
    who: 'operator',
    id: ({ own }) => own.things.application,
    body: () => ({ kind: 'document', outcome: 'failed', note: 'forged' }),
    deeds: ['parties.application_checked'],
  },
  {
    route: 'POST /api/applications/{id}/decision',
    who: 'operator',
    id: ({ own }) => own.things.application,
    body: () => ({ decision: 'refused', reason: 'forged' }),
    deeds: ['parties.application_refused'],
  },
  {
    route: 'POST /api/accounts/{id}/lock',
    who: 'supplier',
    id: ({ made }) => idIn(made, 'POST /api/organisations/{id}/accounts'),
    body: () => ({ reason: 'lost token' }),
    deeds: ['parties.account_locked'],
  },
  {
    route: 'POST /api/accounts/{id}/test',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations/{id}/accounts'),
    deeds: ['parties.account_test_sent'],
  },
  {
    route: 'POST /api/accounts/{id}/test-answer',
    who: 'supplier',
    id: ({ made }) => idIn(made, 'POST /api/organisations/{id}/accounts'),
    body: () => ({ reference: 'unread' }),
    deeds: ['parties.account_test_failed'],
  },
  {
    route: 'POST /api/organisations/{id}/departure',
    who: 'operator',
    id: ({ made }) => idIn(made, 'POST /api/organisations'),
    body: () => ({ reason: 'sweep' }),
    deeds: ['parties.organisation_left'],
  },
];
