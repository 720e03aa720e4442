// What becomes of a filing: its events in order, and the filing as it stood at any instant worked out from them alone.
// The rows of the present are a projection of this; where the two differ, this is right.
import { invariant } from '#kernel';
import type { FilingState } from '../filing';
import type { Micros } from '../filing-time';
import { type ContentChanges, type FilingContent, withChanges } from './content';

interface At {
  readonly at: Micros;
}
export type FilingEvent = At &
  (
    | { readonly kind: 'initial'; readonly content: FilingContent; readonly expiresAt: Micros }
    | { readonly kind: 'amended'; readonly changes: ContentChanges }
    | { readonly kind: 'extended'; readonly expiresAt: Micros }
    | { readonly kind: 'cancelled' | 'revoked' }
    | { readonly kind: ObjectionEventKind; readonly objection: string }
  );
export type ObjectionEventKind =
  'objection_filed' | 'objection_proved' | 'objection_withdrawn' | 'objection_lapsed';
export type FilingEventKind = FilingEvent['kind'];
export const FILING_EVENT_KINDS: readonly FilingEventKind[] = [
  ...(['initial', 'amended', 'extended', 'cancelled', 'revoked'] as const),
  ...(['objection_filed', 'objection_proved', 'objection_withdrawn', 'objection_lapsed'] as const),
];

export interface FilingAt {
  readonly content: FilingContent;
  /** Since when each line of the collateral counts: what was added later ranks from then on. */
  readonly since: ReadonlyMap<number, Micros>;
  readonly expiresAt: Micros;
  readonly state: FilingState;
  /** Null while it lives. */
  readonly endedAt: Micros | null;
  /** The objections that stand, in the order they were filed. */
  readonly objections: readonly string[];
}

/** Null before the filing was made. Events are in ascending time; what happened after `instant` is not looked at. */
export function filingAt(events: readonly FilingEvent[], instant: Micros): FilingAt | null {
  const [first, ...later] = events;
  invariant(first?.kind === 'initial', 'the history of a filing begins with it');
  if (first.at > instant) return null;
  let stands = begun(first);
  for (const event of later) {
    if (event.at > instant) break;
    invariant(eventRefusal(asOf(stands, event.at), event) === null, `${event.kind} could happen`);
    stands = after(stands, event);
  }
  return asOf(stands, instant);
}

export type EventRefusal = 'filing_ended' | 'term_not_longer' | 'objection_unknown' | 'objection_known';

/** Why an event cannot befall a filing as it stands at that moment; null when it can. */
export function eventRefusal(stands: FilingAt, event: FilingEvent): EventRefusal | null {
  const known = 'objection' in event && stands.objections.includes(event.objection);
  // A filing that has ended takes its objections along; only these may still be ended on paper.
  if ('objection' in event && event.kind !== 'objection_filed') return known ? null : 'objection_unknown';
  if (stands.state !== 'live') return 'filing_ended';
  if (event.kind === 'extended' && event.expiresAt <= stands.expiresAt) return 'term_not_longer';
  return known ? 'objection_known' : null;
}

const begun = ({ at, content, expiresAt }: FilingEvent & { readonly kind: 'initial' }): FilingAt => ({
  content,
  since: new Map(content.collateral.map(({ no }) => [no, at])),
  expiresAt,
  state: 'live',
  endedAt: null,
  objections: [],
});

function after(stands: FilingAt, event: FilingEvent): FilingAt {
  switch (event.kind) {
    case 'initial':
      return begun(event);
    case 'amended':
      return amended(stands, event.changes, event.at);
    case 'extended':
      return { ...stands, expiresAt: event.expiresAt };
    case 'cancelled':
    case 'revoked':
      return { ...stands, state: event.kind, endedAt: event.at };
    case 'objection_filed':
      return { ...stands, objections: [...stands.objections, event.objection] };
    case 'objection_proved':
      return stands;
    case 'objection_withdrawn':
    case 'objection_lapsed':
      return { ...stands, objections: stands.objections.filter((one) => one !== event.objection) };
  }
}

/** What is taken out drops out at once; what is put in again later counts from then. */
function amended(stands: FilingAt, changes: ContentChanges, at: Micros): FilingAt {
  const content = withChanges(stands.content, changes);
  const since = content.collateral.map(({ no }): [number, Micros] => [no, stands.since.get(no) ?? at]);
  return { ...stands, content, since: new Map(since) };
}

/** A term that has run out by then has ended the filing, whether or not anybody noted it. */
const asOf = (stands: FilingAt, instant: Micros): FilingAt =>
  stands.state === 'live' && stands.expiresAt <= instant
    ? { ...stands, state: 'lapsed', endedAt: stands.expiresAt }
    : stands;
