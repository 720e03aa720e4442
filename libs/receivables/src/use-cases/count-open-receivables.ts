// Whoever is a party to a receivable that still stands cannot leave the platform.
import { Injectable } from '@nestjs/common';
import { DepartureObstacles } from '#parties';
import { ReceivableStore } from '../data/receivable.store';

@Injectable()
export class CountOpenReceivables {
  constructor(obstacles: DepartureObstacles, receivables: ReceivableStore) {
    obstacles.declare('open_receivables', (on, id) => receivables.countStanding(on, { organisations: [id] }));
  }
}
