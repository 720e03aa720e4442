// Where an entry of the inbox is done or can be looked at, for what its reader may see: as near to the thing as there is a
// page or a filter for it.
import type { View } from '../../api/client';

type Entry = Pick<View<'EntryView'>, 'kind' | 'subjectType' | 'subjectId' | 'organisationId' | 'label'>;
type Subject = Entry['subjectType'];
type May = (permission: string) => boolean;

/** Subjects with a page of their own. */
const PAGES = {
  approval: '/approvals/$id',
  deal: '/deals/$id',
  demand: '/demands/$id',
  dispute: '/disputes/$id',
  financing_request: '/requests/$id',
  payment: '/payments/$id',
  payout: '/payouts/$id',
  registration: '/registrations/$id',
  upload: '/uploads/$id',
} as const satisfies Partial<Record<Subject, string>>;

/** The others are found in a list. */
const LISTS = {
  account: '/accounts',
  answer_file: '/answer-files',
  application: '/applications',
  confirmation: '/confirmations',
  contact: '/organisations',
  duplicate: '/duplicates',
  mandate: '/organisations',
  notice: '/notices',
  organisation: '/organisations',
  receivable: '/receivables',
  revocation: '/objections',
  saved_search: '/searches',
  signing_key: '/signing-keys',
  statutory_entry: '/statutory',
  subordination: '/priorities',
  trading_relation: '/organisations',
  user: '/users',
} as const satisfies Record<Exclude<Subject, keyof typeof PAGES>, string>;

export type EntryPlace =
  | {
      readonly page: (typeof PAGES)[keyof typeof PAGES] | '/organisations/$id' | '/payables/$id';
      readonly id: string;
    }
  | {
      readonly list: (typeof LISTS)[keyof typeof LISTS] | '/security';
      readonly search?: Readonly<Record<string, string>>;
    };

const OWN_SAFETY: readonly Entry['kind'][] = ['password_changed', 'second_factor_changed', 'session_stolen'];
/** Answered on the page of one's own organisation, where they stand. */
const OF_OUR_OWN: readonly Subject[] = ['contact', 'mandate', 'trading_relation'];

const hasPage = (subject: Subject): subject is keyof typeof PAGES => subject in PAGES;

/** Null when the reader may not see the place. */
export function placeOf(entry: Entry, may: May): EntryPlace | null {
  const { kind, subjectType, subjectId: id, organisationId } = entry;
  if (OWN_SAFETY.includes(kind)) return { list: '/security' };
  if (kind === 'answer_reminder' || kind === 'answer_escalated') return remindedOf(may);
  if (OF_OUR_OWN.includes(subjectType) && may('organisation.read'))
    return { page: '/organisations/$id', id: organisationId };
  if (subjectType === 'organisation' && may('organisation.read')) return ofOrganisation(entry);
  if (hasPage(subjectType)) return pageOf(subjectType, id, may);
  return listOf(entry, subjectType, may);
}

function pageOf(subject: keyof typeof PAGES, id: string, may: May): EntryPlace {
  if (subject === 'dispute' && !may('dispute.read')) return { list: '/receivables' };
  // What a debtor uploaded itself stands among its payables.
  if (subject === 'upload' && !may('upload.create')) return { page: '/payables/$id', id };
  return { page: PAGES[subject], id };
}

/** Whoever hears of a colleague's silence need not be one who answers. */
const remindedOf = (may: May): EntryPlace | null => {
  if (may('confirmation.read')) return { list: '/confirmations' };
  return may('user.read') ? { list: '/users' } : null;
};

/** Who asks to leave is decided on in the list, beside the others who ask. */
const ofOrganisation = ({ kind, subjectId }: Entry): EntryPlace =>
  kind === 'departure_to_decide' ? { list: '/organisations' } : { page: '/organisations/$id', id: subjectId };

function listOf({ kind, label }: Entry, subject: keyof typeof LISTS, may: May): EntryPlace | null {
  if (subject === 'user' && !may('user.read')) return null;
  if (subject === 'receivable' && may('confirmation.read')) return { list: '/confirmations' };
  if (subject === 'receivable' && label !== null) return { list: '/receivables', search: { q: label } };
  if (kind === 'application_to_decide') return { list: '/applications', search: { state: 'submitted' } };
  return { list: LISTS[subject] };
}
