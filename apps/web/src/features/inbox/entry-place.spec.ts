// No entry is a dead end: whoever may see what it is about is led there, as near as there is a place for it.
import { kinds } from '../../app/texts/en/desk/inbox-kinds';
import { placeOf } from './entry-place';

type Entry = Parameters<typeof placeOf>[0];

const entry = (
  kind: Entry['kind'],
  subjectType: Entry['subjectType'],
  label: string | null = null,
): Entry => ({
  ...{ kind, subjectType, label },
  ...{ subjectId: 'it', organisationId: 'us' },
});
const everything = () => true;
const nothing = () => false;
const only =
  (...permissions: string[]) =>
  (permission: string) =>
    permissions.includes(permission);

const SUBJECTS: Readonly<Record<Entry['subjectType'], string>> = {
  account: '/accounts',
  answer_file: '/answer-files',
  application: '/applications',
  approval: '/approvals/$id',
  confirmation: '/confirmations',
  contact: '/organisations/$id',
  deal: '/deals/$id',
  demand: '/demands/$id',
  dispute: '/disputes/$id',
  duplicate: '/duplicates',
  financing_request: '/requests/$id',
  mandate: '/organisations/$id',
  notice: '/notices',
  organisation: '/organisations/$id',
  payment: '/payments/$id',
  payout: '/payouts/$id',
  receivable: '/confirmations',
  registration: '/registrations/$id',
  revocation: '/objections',
  saved_search: '/searches',
  signing_key: '/signing-keys',
  statutory_entry: '/statutory',
  subordination: '/priorities',
  trading_relation: '/organisations/$id',
  upload: '/uploads/$id',
  user: '/users',
};

it.each(Object.entries(SUBJECTS) as [Entry['subjectType'], string][])(
  '%s is found at %s',
  (subject, path) => {
    const place = placeOf(entry('receivable_confirmed', subject), everything);
    expect(place && 'page' in place ? place.page : place?.list).toBe(path);
  },
);

it.each(Object.keys(kinds) as Entry['kind'][])('%s leads somewhere', (kind) => {
  for (const subject of Object.keys(SUBJECTS) as Entry['subjectType'][])
    expect(placeOf(entry(kind, subject), everything)).not.toBeNull();
});

it.each<[string, Entry, (permission: string) => boolean, ReturnType<typeof placeOf>]>([
  [
    'the organisation that it is about',
    entry('organisation_suspended', 'organisation'),
    everything,
    { page: '/organisations/$id', id: 'it' },
  ],
  ['who asks to leave', entry('departure_to_decide', 'organisation'), everything, { list: '/organisations' }],
  [
    'our own contacts',
    entry('contact_verified', 'contact'),
    everything,
    { page: '/organisations/$id', id: 'us' },
  ],
  [
    'the invoice, for its supplier',
    entry('receivable_confirmed', 'receivable', '25440000'),
    only('receivable.read'),
    { list: '/receivables', search: { q: '25440000' } },
  ],
  [
    'a receivable without a number',
    entry('receivable_confirmed', 'receivable'),
    only('receivable.read'),
    { list: '/receivables' },
  ],
  [
    'what a debtor uploaded',
    entry('upload_read', 'upload'),
    only('payable.upload'),
    { page: '/payables/$id', id: 'it' },
  ],
  [
    'what a supplier uploaded',
    entry('upload_read', 'upload'),
    only('upload.create'),
    { page: '/uploads/$id', id: 'it' },
  ],
  [
    'a dispute, for who sees receivables alone',
    entry('dispute_opened', 'dispute'),
    only('receivable.read'),
    { list: '/receivables' },
  ],
  [
    'applications that wait',
    entry('application_to_decide', 'application'),
    everything,
    { list: '/applications', search: { state: 'submitted' } },
  ],
  [
    'what is to be answered',
    entry('answer_reminder', 'organisation'),
    only('confirmation.read'),
    { list: '/confirmations' },
  ],
  [
    'colleagues who are silent',
    entry('answer_escalated', 'organisation'),
    only('user.read'),
    { list: '/users' },
  ],
  ['neither', entry('answer_escalated', 'organisation'), nothing, null],
  ['one own safety', entry('session_stolen', 'user'), nothing, { list: '/security' }],
  ['people, for who may not see them', entry('roles_changed', 'user'), nothing, null],
])('leads to %s', (_, one, may, place) => {
  expect(placeOf(one, may)).toEqual(place);
});
