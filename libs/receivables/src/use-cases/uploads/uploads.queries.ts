// What became of an upload, as its organisation reads it: where it stands, the counts, and the outcome of each invoice
// page by page.
import { Inject, Injectable } from '@nestjs/common';
import { Documents } from '#documents';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, Db, type Page, type PageQuery, pageOf, type Reads } from '#platform';
import { type OutcomeFilter, type OutcomeRead, OutcomeStore } from '../../data/uploads/outcome.store';
import { UploadStore } from '../../data/uploads/upload.store';
import { errors } from '../../domain/errors';
import {
  isAtWork,
  type OutcomeStage,
  type Progress,
  progressOf,
  stageOf,
  type Upload,
  type UploadSide,
} from '../../domain/upload';

/** How many outcomes the answer to an upload carries itself. */
export const FIRST_OUTCOMES = 200;

type Told = 'id' | 'uploaderId' | 'files' | 'side' | 'state' | 'mode' | 'isWhole' | 'withdrawn' | 'kept';
type Counted = 'accepted' | 'changed' | 'flagged' | 'refused' | 'duplicates';

export interface UploadSummary extends Pick<Upload, Told | Counted> {
  readonly receivedAt: string;
  /** While it is at work; null before and after. */
  readonly progress: Progress | null;
  readonly actions: readonly string[];
}

/** As a list of uploads tells them apart. */
export interface UploadListed extends UploadSummary {
  /** Name of its first file; null of an upload of before files were kept with it. */
  readonly firstFile: string | null;
}

export interface OutcomeShown extends Omit<OutcomeRead, 'claimKey' | 'reasons'> {
  readonly reasons: readonly (Omit<OutcomeRead['reasons'][number], 'field'> & {
    readonly field: string | null;
  })[];
}

export interface UploadShown extends UploadSummary {
  readonly outcomes: readonly OutcomeShown[];
  /** Position after which the next page begins; null when this was the last. */
  readonly next: number | null;
}

function outcomeShown({ claimKey: _, reasons, ...outcome }: OutcomeRead): OutcomeShown {
  return { ...outcome, reasons: reasons.map((reason) => ({ ...reason, field: reason.field ?? null })) };
}

@Injectable()
export class UploadQueries {
  constructor(
    private readonly db: Db,
    private readonly uploads: UploadStore,
    private readonly outcomes: OutcomeStore,
    private readonly documents: Documents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, side: UploadSide, page: PageQuery): Promise<Page<UploadListed>> {
    const rows = await this.uploads.page(this.db.reads, actor.scope, side, page);
    const names = await this.firstFiles(actor, rows);
    const now = this.clock.now();
    return pageOf(
      rows.map((one) => ({ ...summaryOf(actor, one, now), firstFile: names.get(one.id) ?? null })),
      page,
    );
  }

  private async firstFiles({ scope }: Actor, uploads: readonly Upload[]): Promise<Map<string, string>> {
    const first = await this.uploads.firstDocuments(
      this.db.reads,
      scope,
      uploads.map(({ id }) => id),
    );
    const documents = await this.documents.byIds(this.db.reads, [...first.values()]);
    const names = new Map<string, string>(documents.map(({ id, name }) => [id, name]));
    return new Map(
      [...first].flatMap(([uploadId, id]) => {
        const name = names.get(id);
        return name === undefined ? [] : [[uploadId, name] as const];
      }),
    );
  }

  /** @throws receivables.upload_not_found, also for another tenant's and for one of the other side */
  async byId(
    actor: Actor,
    side: UploadSide,
    id: string,
    filter: Omit<OutcomeFilter, 'stage'>,
  ): Promise<UploadShown> {
    await this.require(actor, side, id);
    return this.read(this.db.reads, actor, id, filter);
  }

  /** Without the outcomes. @throws receivables.upload_not_found */
  async summary(actor: Actor, id: string): Promise<UploadSummary> {
    return summaryOf(actor, await this.find(this.db.reads, actor, id), this.clock.now());
  }

  async read(
    on: Reads,
    actor: Actor,
    id: string,
    filter: Omit<OutcomeFilter, 'stage'> = { limit: FIRST_OUTCOMES },
  ): Promise<UploadShown> {
    const upload = await this.find(on, actor, id);
    const stage = this.stageShown(upload);
    const rows = await this.outcomes.page(on, actor.scope, id, { ...filter, stage });
    const outcomes = rows.slice(0, filter.limit).map(outcomeShown);
    const next = rows.length > filter.limit ? (outcomes.at(-1)?.position ?? null) : null;
    return { ...summaryOf(actor, upload, this.clock.now()), outcomes, next };
  }

  /** A plan that was discarded shows what it was. */
  private stageShown(upload: Upload): OutcomeStage {
    const isDiscarded = upload.state === 'undone' && upload.withdrawn === 0;
    return isDiscarded ? 'planned' : stageOf(upload);
  }

  /** @throws receivables.upload_not_found, also for another tenant's and for one of the other side */
  async require(actor: Actor, side: UploadSide, id: string): Promise<Upload> {
    const upload = await this.find(this.db.reads, actor, id);
    if (upload.side !== side) throw errors.upload_not_found({ uploadId: id });
    return upload;
  }

  private async find(on: Reads, { scope }: Actor, id: string): Promise<Upload> {
    const upload = await this.uploads.byId(on, scope, id);
    if (!upload) throw errors.upload_not_found({ uploadId: id });
    return upload;
  }
}

function summaryOf(actor: Actor, upload: Upload, now: Date): UploadSummary {
  const { id, uploaderId, files, side, state, mode, isWhole, withdrawn, kept, receivedAt } = upload;
  const { accepted, changed, flagged, refused, duplicates } = upload;
  return {
    ...{ id, uploaderId, files, side, state, mode, isWhole, withdrawn, kept },
    ...{ accepted, changed, flagged, refused, duplicates },
    receivedAt: receivedAt.toISOString(),
    progress: isAtWork(state) ? progressOf(upload, now) : null,
    actions: actionsOn(actor, upload),
  };
}

const MAY_DO: Readonly<Record<UploadSide, string>> = Object.freeze({
  receivables: 'upload.create',
  payables: 'payable.upload',
});

function actionsOn({ permissions }: Actor, { side, state, accepted, flagged }: Upload): string[] {
  if (!permissions.has(MAY_DO[side])) return [];
  if (state === 'planned') return ['apply', 'discard'];
  // What was uploaded as payable is an answer: it is declined or withdrawn, as every answer.
  if (side === 'payables') return [];
  return state === 'applied' && accepted + flagged > 0 ? ['undo'] : [];
}
