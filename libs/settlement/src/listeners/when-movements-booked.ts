// What an import could not apply before its process ended is applied here.
import { Injectable } from '@nestjs/common';
import { On, type Payload } from '#platform';
import { movementsBooked } from '../settlement.events';
import { ApplyMovements } from '../use-cases/apply-movements';

@Injectable()
export class WhenMovementsBooked {
  constructor(private readonly applying: ApplyMovements) {}

  @On(movementsBooked)
  async handle(movements: Payload<typeof movementsBooked.fields>): Promise<void> {
    await this.applying.execute(movements);
  }
}
