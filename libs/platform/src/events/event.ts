// Events are past-tense facts with plain payloads. Both the facts and who listens are declared in code,
// so that a process can refuse to start when a listener names an event that nobody declared.
import { invariant } from '#kernel';

type FieldKind = 'text' | 'text[]' | 'text?';
type Value<K extends FieldKind> = K extends 'text'
  ? string
  : K extends 'text[]'
    ? readonly string[]
    : string | null;
export type EventFields = Readonly<Record<string, FieldKind>>;
export type Payload<F extends EventFields> = { readonly [K in keyof F]: Value<F[K]> };

export interface EventKind<F extends EventFields> {
  readonly name: string;
  readonly fields: F;
}
interface Subscription {
  readonly event: EventKind<EventFields>;
  /** Unique together with the event; names the queue, so it is never changed while jobs wait. */
  readonly subscriber: string;
  readonly target: object;
  readonly method: string;
}

const events = new Map<string, EventKind<EventFields>>();
const subscriptions: Subscription[] = [];

/** Declares `library.what_happened` with its payload; values are text, ids among them. */
export function defineEvent<F extends EventFields>(name: string, fields: F): EventKind<F> {
  invariant(/^[a-z]+\.[a-z]+(_[a-z]+)+$/.test(name), `event name ${name}`);
  invariant(!events.has(name), `event ${name} declared twice`);
  const event = Object.freeze({ name, fields });
  events.set(name, event);
  return event;
}

/** Marks the method of an injectable listener. It is called at least once per event, so it must tolerate repetition. */
export const On =
  <F extends EventFields>(event: EventKind<F>) =>
  <T extends (payload: Payload<F>, eventId: string) => Promise<void>>(
    target: object,
    method: string,
    _descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    invariant(events.get(event.name) === event, `listener for an undeclared event ${event.name}`);
    const subscriber = target.constructor.name;
    const taken = subscriptions.some((one) => one.event === event && one.subscriber === subscriber);
    invariant(!taken, `${subscriber} listens twice to ${event.name}`);
    subscriptions.push({ event, subscriber, target: target.constructor, method });
  };

export const declaredEvents = (): readonly EventKind<EventFields>[] => [...events.values()];
export const declaredSubscriptions = (): readonly Subscription[] => [...subscriptions];

/** The queue of one subscriber to one event: one delivery per subscriber. */
export const queueOf = ({ event, subscriber }: Subscription): string => `${event.name}/${subscriber}`;

/** @throws when a payload is not what its event declares: our mistake, found before it is stored. */
export function assertPayload(event: EventKind<EventFields>, payload: object): void {
  const given = payload as Record<string, unknown>;
  const fits = (kind: FieldKind, value: unknown) =>
    kind === 'text[]'
      ? Array.isArray(value) && value.every((item) => typeof item === 'string')
      : typeof value === 'string' || (kind === 'text?' && value === null);
  for (const [field, kind] of Object.entries(event.fields))
    invariant(fits(kind, given[field]), `${event.name}.${field} must be ${kind}`);
  const extra = Object.keys(given).filter((field) => !(field in event.fields));
  invariant(extra.length === 0, `${event.name} does not declare ${extra.join(', ')}`);
}
