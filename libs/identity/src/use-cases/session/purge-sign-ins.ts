// Forgets brakes that hold nobody and sessions that are long over, a bounded number at a time; the deeds stay.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, Every } from '#platform';
import { BrakeStore } from '../../data/brake.store';
import { ChallengeStore } from '../../data/challenge.store';
import { SessionStore } from '../../data/session.store';

const BATCH = 10_000;
const DAY_MS = 86_400_000;
const SESSION_DAYS = 30;

@Injectable()
export class PurgeSignIns {
  constructor(
    private readonly db: Db,
    private readonly brakes: BrakeStore,
    private readonly sessions: SessionStore,
    private readonly challenges: ChallengeStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Every('identity.purge_sign_ins', '43 3 * * *')
  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    const before = (days: number) => new Date(now - days * DAY_MS);
    for (let gone = BATCH; gone === BATCH;)
      gone = await this.db.run((tx) => this.brakes.purge(tx, before(1), BATCH));
    for (let gone = BATCH; gone === BATCH;)
      gone = await this.db.run((tx) => this.challenges.purge(tx, before(1), BATCH));
    for (let gone = BATCH; gone === BATCH;)
      gone = await this.db.run((tx) => this.sessions.purge(tx, before(SESSION_DAYS), BATCH));
  }
}
