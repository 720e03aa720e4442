// Hands facts to their listeners: stored with the deed, delivered later, at least once, one delivery per subscriber.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import type { Reads, Tx } from '../db/db';
import { Jobs } from '../jobs/jobs';
import {
  assertPayload,
  declaredSubscriptions,
  type EventFields,
  type EventKind,
  type Payload,
  queueOf,
} from './event';

@Injectable()
export class Events {
  constructor(private readonly jobs: Jobs) {}

  /** What this subscriber has not heard yet. */
  async unheard<F extends EventFields>(
    on: Reads,
    event: EventKind<F>,
    subscriber: string,
  ): Promise<Payload<F>[]> {
    const found = declaredSubscriptions().find(
      (one) => one.event.name === event.name && one.subscriber === subscriber,
    );
    invariant(found, `${subscriber} hears of ${event.name}`);
    const jobs = await this.jobs.waiting(on, queueOf(found));
    return jobs.map((job) => (job as { payload: Payload<F> }).payload);
  }

  /** Stores the facts of a batch by one insert; nothing is sent unless the transaction commits. */
  async emit<F extends EventFields>(
    tx: Tx,
    event: EventKind<F>,
    payloads: readonly Payload<F>[],
  ): Promise<void> {
    for (const payload of payloads) assertPayload(event, payload);
    const facts = payloads.map((payload) => ({ eventId: randomUUID(), payload }));
    const queues = declaredSubscriptions()
      .filter((one) => one.event.name === event.name)
      .map(queueOf);
    await this.jobs.enqueue(
      tx,
      queues.flatMap((queue) => facts.map((data) => ({ queue, data }))),
    );
  }
}
