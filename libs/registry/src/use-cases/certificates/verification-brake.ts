// Slows down whoever asks about one certificate after the other: what they could guess is little, and this keeps it so.
// Each process counts for itself.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK } from '#platform';
import { Window } from '../../domain/brake/window';
import { errors } from '../../domain/errors';

@Injectable()
export class VerificationBrake {
  private readonly window = new Window(60, 60_000);

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws registry.certificate_asked_too_often (429) with the seconds to wait */
  charge(address: string): void {
    const seconds = this.window.charge(address, this.clock.now().getTime());
    if (seconds > 0) throw errors.certificate_asked_too_often({ seconds });
  }
}
