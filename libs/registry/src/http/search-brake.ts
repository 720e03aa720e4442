// Slows down whoever would read the register through by searching it, or keep it from others: a search by name looks
// through many names, and the check of a draft makes several. Each process counts for itself.
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { actorOf, CLOCK } from '#platform';
import { Window } from '../domain/brake/window';
import { errors } from '../domain/errors';

const PER_MINUTE = 300;

@Injectable()
export class SearchBrake implements CanActivate {
  private readonly window = new Window(PER_MINUTE, 60_000);

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws registry.searched_too_often (429) with the seconds to wait */
  canActivate(context: ExecutionContext): boolean {
    const { userId } = actorOf(context.switchToHttp().getRequest());
    const seconds = this.window.charge(userId, this.clock.now().getTime());
    if (seconds > 0) throw errors.searched_too_often({ seconds });
    return true;
  }
}
