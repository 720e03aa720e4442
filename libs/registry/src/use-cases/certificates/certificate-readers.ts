// Whose certificates these are, and what became of what they certify.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db, type Scope } from '#platform';
import type { StoredCertificate } from '../../data/certificates/certificate.store';
import { FilingEventStore } from '../../data/filing-event.store';
import { FilingStore } from '../../data/filing.store';
import { SearchStore } from '../../data/search.store';
import type { FilingState } from '../../domain/filing';

@Injectable()
export class CertificateReaders {
  constructor(
    private readonly db: Db,
    private readonly filings: FilingStore,
    private readonly searches: SearchStore,
    private readonly events: FilingEventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sees(scope: Scope, { kind, subjectId }: StoredCertificate): Promise<boolean> {
    if (kind === 'search') return (await this.searches.certificate(this.db.reads, scope, subjectId)) !== null;
    return (await this.filings.visible(this.db.reads, scope, [subjectId])).length > 0;
  }

  async stateNow({ kind, subjectId }: StoredCertificate): Promise<FilingState | null> {
    if (kind === 'search') return null;
    const [standing] = await this.events.standings(
      this.db.reads,
      [subjectId],
      this.clock.now().toISOString(),
    );
    return standing?.state ?? null;
  }
}
