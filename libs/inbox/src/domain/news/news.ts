// The words in which the table of deeds says whom a deed asks and whom it tells: each gives what one deed means.
import type { EntryKind, EntryWish } from '../entry';

/** A deed as the inbox hears of it; `id` grows with time, `details` are plain facts. */
export interface DeedDone {
  readonly id: string;
  readonly action: string;
  readonly subjectId: string;
  /** A person or a machine client; null when the platform itself did it. */
  readonly userId: string | null;
  readonly organisationId: string | null;
  readonly visibleTo: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}
export interface Ending {
  readonly kind: EntryKind;
  readonly subjectId: string;
  readonly state: 'done' | 'void';
}
/** A wish without an organisation is for the operators of the platform, whichever they are. */
export type Wish = Omit<EntryWish, 'organisationId'> & { readonly organisationId: string | null };
export interface News {
  readonly wishes: readonly Wish[];
  readonly endings: readonly Ending[];
}
export type Effect = (deed: DeedDone) => News;
type Organisations = (deed: DeedDone) => readonly (string | null)[];
type OneId = (deed: DeedDone) => string;

const NOTHING: News = Object.freeze({ wishes: [], endings: [] });

/** A text of the details; empty when there is none. */
export const detail =
  (name: string): OneId =>
  ({ details }) => {
    const value = details[name];
    return typeof value === 'string' ? value : '';
  };
const itself: OneId = ({ subjectId }) => subjectId;

export const ownColleagues: Organisations = ({ organisationId }) =>
  organisationId === null ? [] : [organisationId];
/** Those whom the deed concerns beside its doer's organisation. */
export const others: Organisations = ({ visibleTo, organisationId }) =>
  visibleTo.filter((one) => one !== organisationId);
/** One of those whom the deed names, in its order, whoever did it. */
export const named =
  (place: number): Organisations =>
  ({ visibleTo }) =>
    visibleTo.slice(place, place + 1);
/** The doer's organisation; those whom the deed names when the platform did it. */
export const home: Organisations = (deed) =>
  deed.organisationId === null ? deed.visibleTo : ownColleagues(deed);
export const operators: Organisations = () => [null];

interface About {
  readonly subject?: OneId;
  /** Name of the detail with the time by which it is to be done. */
  readonly due?: string;
}

/** Asks, or tells, everyone in these organisations who may, but the doer. */
export const inform =
  (kind: EntryKind, to: Organisations, { subject = itself, due }: About = {}): Effect =>
  (deed) => ({
    wishes: to(deed).map((organisationId) => ({
      ...{ organisationId, kind, subjectId: subject(deed) },
      ...(organisationId === deed.organisationId && { notFor: deed.userId }),
      ...(due !== undefined && { dueAt: timeOf(detail(due)(deed)) }),
    })),
    endings: [],
  });

/** Tells one person, the doer too: what touches the safety of an account is told to its holder. */
export const tellPerson =
  (kind: EntryKind, person: OneId): Effect =>
  (deed) => {
    const [organisationId = deed.organisationId] = deed.visibleTo;
    const personId = person(deed);
    return personId === '' || organisationId === null
      ? NOTHING
      : { wishes: [{ organisationId, kind, subjectId: deed.subjectId, personId }], endings: [] };
  };

/** The task is done; it fell away when the platform itself did this. */
export const ends =
  (kind: EntryKind, subject: OneId = itself): Effect =>
  (deed) => ({
    wishes: [],
    endings: [{ kind, subjectId: subject(deed), state: deed.userId === null ? 'void' : 'done' }],
  });

export const unless =
  (field: string, values: readonly string[], effect: Effect): Effect =>
  (deed) =>
    values.includes(detail(field)(deed)) ? NOTHING : effect(deed);

/** Everything that these say together. */
export const both =
  (...effects: readonly Effect[]): Effect =>
  (deed) => {
    const news = effects.map((effect) => effect(deed));
    return {
      wishes: news.flatMap(({ wishes }) => wishes),
      endings: news.flatMap(({ endings }) => endings),
    };
  };

function timeOf(text: string): Date | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
