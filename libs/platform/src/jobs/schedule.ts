// Work that recurs. Declared in code beside what it does; the queue is made when the database is migrated.
import { invariant } from '#kernel';

interface Schedule {
  readonly queue: string;
  /** Five-field cron expression, Asia/Shanghai. */
  readonly cron: string;
  readonly target: object;
  readonly method: string;
}

const schedules: Schedule[] = [];

/** Marks a method that the worker calls on the given rhythm; it may be called twice and must tolerate that. */
export const Every =
  (queue: string, cron: string) =>
  <T extends () => Promise<void>>(
    target: object,
    method: string,
    _descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    invariant(!schedules.some((one) => one.queue === queue), `schedule ${queue} declared twice`);
    schedules.push({ queue, cron, target: target.constructor, method });
  };

export const declaredSchedules = (): readonly Schedule[] => [...schedules];
