// Connects queues to the listeners and scheduled methods that code declares, in whichever process does the work.
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { declaredSubscriptions, queueOf } from '../events/event';
import { Jobs } from './jobs';
import { declaredSchedules } from './schedule';

interface Fact {
  readonly eventId: string;
  readonly payload: object;
}
type Methods = Record<string, (payload?: object, eventId?: string) => Promise<void>>;

@Injectable()
export class Working {
  constructor(
    private readonly jobs: Jobs,
    private readonly modules: ModuleRef,
  ) {}

  /** @throws when a listener is declared but no module provides it, or a queue is missing. */
  async start(): Promise<void> {
    await this.jobs.assertQueues();
    const subscribers = declaredSubscriptions().map((one) => ({
      ...one,
      instance: this.instance(one.target),
    }));
    const schedules = declaredSchedules().map((one) => ({ ...one, instance: this.instance(one.target) }));
    await this.jobs.startWorking();
    for (const { instance, method, ...subscription } of subscribers)
      this.jobs.work(queueOf({ ...subscription, method }), async (data) => {
        const { eventId, payload } = data as Fact;
        await instance[method]?.(payload, eventId);
      });
    for (const { instance, method, queue, cron } of schedules) {
      this.jobs.work(queue, async () => instance[method]?.());
      await this.jobs.schedule(queue, cron);
    }
  }

  private instance(target: object): Methods {
    return this.modules.get<Methods>(target as never, { strict: false });
  }
}
