// Where upper libraries say what an organisation must finish before it leaves: calls go down, and this asks nobody
// upwards by name.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import type { Reads } from '#platform';
import type { Obstacle } from '../../domain/departure/departure';

type Count = (on: Reads, organisationId: string) => Promise<number>;

@Injectable()
export class DepartureObstacles {
  private readonly counts = new Map<Obstacle, Count>();

  declare(obstacle: Obstacle, count: Count): void {
    invariant(!this.counts.has(obstacle), `${obstacle} is counted by one library`);
    this.counts.set(obstacle, count);
  }

  async of(on: Reads, organisationId: string): Promise<ReadonlyMap<Obstacle, number>> {
    const found = new Map<Obstacle, number>();
    for (const [obstacle, count] of this.counts) found.set(obstacle, await count(on, organisationId));
    return found;
  }
}
