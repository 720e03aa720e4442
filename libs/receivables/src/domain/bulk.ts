// What is said of each item of a bulk command. When nothing at all could be done the whole command is refused, because
// only what changed something is remembered under an idempotency key.
import type { Bilingual, DomainError } from '#kernel';
import { errors } from './errors';

export interface ItemFault {
  readonly code: string;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export const faultView = ({ code, text, fix }: DomainError): ItemFault => ({ code, message: text, fix });

/** @throws the fault of a single item; receivables.nothing_done when each of several has one */
export function refuseWhenNothingDone(faults: readonly (DomainError | undefined)[]): void {
  const found = faults.flatMap((fault, index) => (fault ? [{ fault, index }] : []));
  const [first] = found;
  if (!first || found.length < faults.length) return;
  if (faults.length === 1) throw first.fault;
  throw errors.nothing_done(
    { count: faults.length },
    found.map(({ fault, index }) => ({
      pointer: `/items/${index}`,
      rule: fault.code,
      message: fault.text,
      fix: fault.fix,
    })),
  );
}
