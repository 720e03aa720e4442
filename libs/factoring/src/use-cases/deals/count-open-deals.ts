// Whoever is a party to a deal that has not ended cannot leave the platform.
import { Injectable } from '@nestjs/common';
import { DepartureObstacles } from '#parties';
import { DealStore } from '../../data/deal.store';

@Injectable()
export class CountOpenDeals {
  constructor(obstacles: DepartureObstacles, deals: DealStore) {
    obstacles.declare('open_deals', (on, id) => deals.countOpen(on, { organisations: [id] }));
  }
}
