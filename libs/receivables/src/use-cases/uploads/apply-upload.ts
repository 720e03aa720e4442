// Applies a plan. Every invoice is judged again, for much may have happened since; as a whole or row by row.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { errors } from '../../domain/errors';
import type { Candidate } from '../../domain/intake';
import { NO_OUTCOMES, type Upload, type UploadSide } from '../../domain/upload';
import { AT_ONCE_INVOICES } from './receive-upload';
import { madeBy } from './payable-maker';
import { TakeInOrPlan } from './take-in-or-plan';
import { UploadReader } from './upload-reader';
import { countsOf, UploadSteps } from './upload-steps';
import { UploadQueries, type UploadShown } from './uploads.queries';

/** More than this is not applied by one transaction. */
const MOST_AS_A_WHOLE = 100_000;

@Injectable()
export class ApplyUpload {
  constructor(
    private readonly once: Once,
    private readonly reader: UploadReader,
    private readonly intake: TakeInOrPlan,
    private readonly steps: UploadSteps,
    private readonly queries: UploadQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param isWhole all or nothing: one refused invoice refuses the application
   * @throws receivables.upload_not_found, upload_not_planned, plan_not_sound, plan_too_long
   */
  async execute(
    command: Command,
    id: string,
    isWhole: boolean,
    side: UploadSide = 'receivables',
  ): Promise<UploadShown> {
    const { actor } = command;
    const found = await this.queries.require(actor, side, id);
    const { documentIds, files } = await this.reader.filesOf(found);
    const isShort = found.state === 'planned' && found.rowsDone <= AT_ONCE_INVOICES;
    const candidates = isShort
      ? await this.reader.atMost(AT_ONCE_INVOICES, found.organisationId, files)
      : null;
    return this.once.run(command, async (tx) => {
      const upload = await this.steps.lock(tx, actor.scope, id);
      assertApplicable(upload, isWhole);
      if (candidates === null) await this.begin(tx, command, upload, isWhole);
      else await this.apply(tx, command, { ...upload, isWhole }, { candidates, documentIds });
      return this.queries.read(tx, actor, id);
    });
  }

  private async begin(tx: Tx, { actor }: Command, upload: Upload, isWhole: boolean): Promise<void> {
    const fresh = isWhole ? {} : { ...NO_OUTCOMES, rowsDone: 0, bytesDone: '0' };
    const change = { state: 'applying', isWhole, ...fresh, begunAt: this.clock.now() } as const;
    const answers = upload.side === 'payables' ? madeBy(actor) : {};
    await this.steps.moveOn(tx, actor, 'receivables.application_begun', upload, { ...change, ...answers });
    await this.steps.queue(tx, upload.id);
  }

  private async apply(
    tx: Tx,
    { actor }: Command,
    upload: Upload,
    {
      candidates,
      documentIds,
    }: { readonly candidates: readonly Candidate[]; readonly documentIds: readonly string[] },
  ): Promise<void> {
    const maker = upload.side === 'payables' ? actor : null;
    const place = { uploadId: upload.id, stage: 'applied', documentIds, maker } as const;
    const outcomes = await this.intake.execute(tx, actor, place, candidates);
    const counts = countsOf(outcomes);
    if (upload.isWhole && counts.refused > 0) throw errors.plan_not_sound({ refused: counts.refused });
    await this.steps.keep(tx, upload.id, 'applied', outcomes);
    const change = { state: 'applied', ...counts, rowsDone: outcomes.length } as const;
    const answers = maker ? madeBy(maker) : {};
    await this.steps.moveOn(tx, actor, 'receivables.upload_applied', upload, { ...change, ...answers });
  }
}

function assertApplicable({ state, refused, rowsDone }: Upload, isWhole: boolean): void {
  if (state !== 'planned') throw errors.upload_not_planned({ state });
  if (isWhole && refused > 0) throw errors.plan_not_sound({ refused });
  if (isWhole && rowsDone > MOST_AS_A_WHOLE) throw errors.plan_too_long({ limit: MOST_AS_A_WHOLE });
}
