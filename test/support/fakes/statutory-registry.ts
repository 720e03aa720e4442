// A statutory registry that behaves as such systems do: it knows a filing only after a while, tells everything again and
// again, and may say another time later on.
import type { RegistryNews, StatutoryRegistry, SubmittedFiling } from '#registry';

export class FakeStatutoryRegistry implements StatutoryRegistry {
  readonly submitted: SubmittedFiling[] = [];
  private readonly told = new Map<string, RegistryNews>();
  private isAway = false;

  submit(filings: readonly SubmittedFiling[]): Promise<void> {
    if (this.isAway) return Promise.reject(new Error('The statutory registry is away.'));
    this.submitted.push(...filings);
    return Promise.resolve();
  }

  /** Everything twice. */
  news(filingNumbers: readonly string[]): Promise<readonly RegistryNews[]> {
    const known = filingNumbers.flatMap((number) => this.told.get(number) ?? []);
    return Promise.resolve([...known, ...known]);
  }

  /** From now on it says this. */
  tell(filingNumber: string, number: string, registeredAt: Date): void {
    this.told.set(filingNumber, { filingNumber, number, registeredAt: registeredAt.toISOString() });
  }

  goAway(isAway: boolean): void {
    this.isAway = isAway;
  }
}
