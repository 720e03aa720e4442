// The small world has no worker: what waits in the queues of the inbox is handed to its listeners here.
import { Db, declaredSubscriptions, query } from '#platform';
import type { World } from '../e2e/world';

const LISTENERS: readonly string[] = [
  'WhenReceivableMoves',
  'WhenApprovalMoves',
  'WhenDealMoves',
  'WhenDeedDone',
];

interface Fact {
  readonly data: { readonly eventId: string; readonly payload: object };
}
type Handler = (payload: object, eventId: string) => Promise<void>;

/** Listeners tolerate repetition, so a fact that was handed over before may come again. */
export async function deliverFacts({ app: { app } }: World): Promise<void> {
  const { reads } = app.get(Db, { strict: false });
  for (const { event, subscriber, target, method } of declaredSubscriptions()) {
    if (!LISTENERS.includes(subscriber)) continue;
    const facts = await query<Fact>(reads, 'select data from jobs.job where name = $1 order by created_on', [
      `${event.name}/${subscriber}`,
    ]);
    const listener = app.get<Record<string, Handler>>(target as never, { strict: false });
    for (const { data } of facts) await listener[method]?.(data.payload, data.eventId);
  }
}
