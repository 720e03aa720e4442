// Which queues must exist. They are made by the owner at migration, because a queue is a table and `app` makes none.
import { declaredSubscriptions, queueOf } from '../events/event';
import { declaredSchedules } from './schedule';

/** Jobs that failed every retry wait here until an operator has looked at them. */
export const PARKED = 'platform.parked';

/** Through it pg-boss hands out what is due by its schedule. It would make it itself, were it allowed to. */
const DUE = '__pgboss__send-it';

interface QueueNeed {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

export function requiredQueues(): QueueNeed[] {
  const parked = { name: PARKED, options: { policy: 'standard' } };
  const subscribers = declaredSubscriptions().map((one) => ({
    name: queueOf(one),
    options: { policy: 'standard', deadLetter: PARKED },
  }));
  const schedules = declaredSchedules().map(({ queue }) => ({ name: queue, options: { policy: 'short' } }));
  return [parked, { name: DUE, options: { policy: 'standard' } }, ...subscribers, ...schedules];
}
