// Slows down whoever asks about one certificate after the other: what they could guess is little, and this keeps it so.
// Each process counts for itself, in a bounded memory.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK } from '#platform';
import { errors } from '../../domain/errors';

const WINDOW_MS = 60_000;
const PER_WINDOW = 60;
const MOST_ADDRESSES = 10_000;

@Injectable()
export class VerificationBrake {
  private readonly asked = new Map<string, { since: number; count: number }>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws registry.certificate_asked_too_often (429) with the seconds to wait */
  charge(address: string): void {
    const now = this.clock.now().getTime();
    const known = this.asked.get(address);
    const isRunning = known !== undefined && now >= known.since && now - known.since < WINDOW_MS;
    const entry = isRunning ? known : { since: now, count: 0 };
    entry.count += 1;
    // The one asked longest ago goes first.
    this.asked.delete(address);
    this.asked.set(address, entry);
    const [oldest] = this.asked.keys();
    if (this.asked.size > MOST_ADDRESSES && oldest !== undefined) this.asked.delete(oldest);
    if (entry.count > PER_WINDOW)
      throw errors.certificate_asked_too_often({
        seconds: Math.ceil((entry.since + WINDOW_MS - now) / 1_000),
      });
  }
}
