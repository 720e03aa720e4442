// A register of companies that a test misbehaves with: it knows what it is told, fails, and mixes companies up.
import type { CompanyRegister, RegisterEntry } from '#parties';

export class FakeCompanyRegister implements CompanyRegister {
  private readonly entries = new Map<string, RegisterEntry>();
  /** What it does instead of answering; null: it answers. */
  failure: 'down' | 'mixed_up' | null = null;

  knows(entry: RegisterEntry): void {
    this.entries.set(entry.identifier, entry);
  }

  lookUp(identifier: string): Promise<RegisterEntry | null> {
    if (this.failure === 'down') return Promise.reject(new Error('503 Service Unavailable'));
    if (this.failure === 'mixed_up')
      return Promise.resolve({
        legalName: '别家有限公司',
        identifier: '91110000802100433B',
        inBusiness: true,
      });
    return Promise.resolve(this.entries.get(identifier) ?? null);
  }
}
