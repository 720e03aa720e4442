// Disputes as those see them whom they concern: supplier, debtor, the financiers of the receivable, and the operator.
import { Injectable } from '@nestjs/common';
import { Documents } from '#documents';
import { Organisations } from '#parties';
import { type Actor, Db, EVERYONE, type Page, pageOf, type Reads } from '#platform';
import { type DisputeFilter, DisputeStore } from '../../data/confirmation/dispute.store';
import { DisputeFileStore } from '../../data/confirmation/dispute-file.store';
import { ReceivableStore } from '../../data/receivable.store';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import {
  type Dispute,
  type DisputeFile,
  fileFault,
  type FileSide,
  fileSideOf,
  type Side,
  stepsOf,
} from '../../domain/dispute';

type Hidden = 'openedBy' | 'answeredBy' | 'escalatedBy' | 'closedBy';
type Instants = 'openedAt' | 'answeredAt' | 'escalatedAt' | 'closedAt';

/** A file of evidence: whose it is, and when it was added. */
export interface DisputeFileShown {
  readonly id: string;
  readonly side: FileSide;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly addedAt: string;
}

/** Organisations are named, people are not. */
export interface DisputeShown extends Omit<Dispute, Hidden | Instants> {
  readonly invoiceNumber: string;
  readonly supplierName: string;
  readonly debtorName: string;
  readonly causedByName: string;
  /** Null: the platform itself found it. */
  readonly openedByName: string | null;
  readonly closedByName: string | null;
  readonly openedAt: string;
  readonly answeredAt: string | null;
  readonly escalatedAt: string | null;
  readonly closedAt: string | null;
  readonly files: readonly DisputeFileShown[];
  readonly actions: readonly string[];
}

@Injectable()
export class DisputeQueries {
  constructor(
    private readonly db: Db,
    private readonly disputes: DisputeStore,
    private readonly receivables: ReceivableStore,
    private readonly organisations: Organisations,
    private readonly files: DisputeFileStore,
    private readonly documents: Documents,
  ) {}

  async page(actor: Actor, filter: DisputeFilter): Promise<Page<DisputeShown>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.disputes.page(on, actor.scope, filter), filter);
    return { items: await this.show(on, actor, items), next };
  }

  /** As `byId`, outside every transaction. */
  one(actor: Actor, id: string): Promise<DisputeShown> {
    return this.byId(this.db.reads, actor, id);
  }

  /** @throws receivables.dispute_not_found (404), also for one that concerns others */
  async byId(on: Reads, actor: Actor, id: string): Promise<DisputeShown> {
    const found = await this.disputes.byId(on, actor.scope, id);
    const [shown] = await this.show(on, actor, found ? [found] : []);
    if (!shown) throw errors.dispute_not_found({ disputeId: id });
    return shown;
  }

  /** @throws receivables.dispute_file_not_found (404), also for one in a dispute that concerns others */
  async file(actor: Actor, id: string) {
    const on = this.db.reads;
    const file = await this.files.byId(on, actor.scope, id);
    const [document] = await this.documents.byIds(on, file ? [file.documentId] : []);
    if (!document) throw errors.dispute_file_not_found({ fileId: id });
    const { name, mediaType, sizeBytes, sha256 } = document;
    return { name, mediaType, sizeBytes: Number(sizeBytes), path: await this.documents.pathOf(sha256) };
  }

  private async show(on: Reads, actor: Actor, disputes: readonly Dispute[]): Promise<DisputeShown[]> {
    if (disputes.length === 0) return [];
    const receivables = await this.receivables.byIds(
      on,
      EVERYONE,
      disputes.map(({ receivableId }) => receivableId),
    );
    const numbers = new Map<string, string>(receivables.map(({ id, invoiceNumber }) => [id, invoiceNumber]));
    const files = await this.filesOf(on, actor, disputes);
    const parties = disputes.flatMap((one) => [
      ...[one.supplierId, one.debtorId, one.causedBy],
      ...files.map(({ organisationId }) => organisationId),
      ...(one.openedByOrganisation === null ? [] : [one.openedByOrganisation]),
      ...(one.closedByOrganisation === null ? [] : [one.closedByOrganisation]),
    ]);
    const names = await this.organisations.byIds(on, [...new Set(parties)]);
    const nameOf = (id: string) => names.get(id)?.legalName ?? '';
    return disputes.map((one) => ({
      ...shownTo(one, numbers.get(one.receivableId) ?? '', nameOf),
      ...evidenceShownTo(actor, one, files, nameOf),
    }));
  }

  private async filesOf(on: Reads, actor: Actor, disputes: readonly Dispute[]): Promise<KnownFile[]> {
    const files = await this.files.ofDisputes(
      on,
      actor.scope,
      disputes.map(({ id }) => id),
    );
    const documents = await this.documents.byIds(
      on,
      files.map(({ documentId }) => documentId),
    );
    const known = new Map<string, (typeof documents)[number]>(documents.map((one) => [one.id, one]));
    return files.flatMap((file) => {
      const document = known.get(file.documentId);
      return document ? [{ ...file, document }] : [];
    });
  }
}

export const sideOf = ({ organisationId, scope }: Actor): Side => ({
  organisationId,
  isOperator: scope.organisations === 'all',
});

type KnownFile = DisputeFile & {
  readonly document: Pick<DisputeFileShown, 'name' | 'mediaType' | 'sha256'> & { readonly sizeBytes: string };
};

/** The files of one dispute, and whether the reader may add another. */
function evidenceShownTo(
  actor: Actor,
  dispute: Dispute,
  all: readonly KnownFile[],
  nameOf: (id: string) => string,
): Pick<DisputeShown, 'files' | 'actions'> {
  const side = sideOf(actor);
  const files = all.filter(({ disputeId }) => disputeId === dispute.id);
  const own = files.filter(({ organisationId }) => organisationId === side.organisationId);
  const settles = actor.permissions.has('dispute.settle');
  return {
    files: files.map(({ id, organisationId, addedAt, document: { name, mediaType, sizeBytes, sha256 } }) => ({
      ...{ id, organisationId, name, mediaType, sha256, sizeBytes: Number(sizeBytes) },
      side: fileSideOf(dispute, organisationId),
      organisationName: nameOf(organisationId),
      addedAt: addedAt.toISOString(),
    })),
    actions: [
      ...(settles ? stepsOf(dispute, side) : []),
      ...(settles && !fileFault(dispute, side, own.length) ? ['attach'] : []),
    ],
  };
}

function shownTo(
  dispute: Dispute,
  invoiceNumber: string,
  nameOf: (id: string) => string,
): Omit<DisputeShown, 'files' | 'actions'> {
  const { id, receivableId, supplierId, debtorId, cause, causedBy, openedByOrganisation } = dispute;
  const { reason, note, amount, currency, holds, state, answer, closedByOrganisation } = dispute;
  const { closingReason, closingNote, version } = dispute;
  return {
    ...{ id, receivableId, supplierId, debtorId, cause, causedBy, openedByOrganisation, invoiceNumber },
    ...{ reason, note, amount, currency, holds, state, answer, closedByOrganisation },
    ...{ closingReason, closingNote, version },
    supplierName: nameOf(supplierId),
    debtorName: nameOf(debtorId),
    causedByName: nameOf(causedBy),
    openedByName: openedByOrganisation === null ? null : nameOf(openedByOrganisation),
    closedByName: closedByOrganisation === null ? null : nameOf(closedByOrganisation),
    openedAt: dispute.openedAt.toISOString(),
    answeredAt: dispute.answeredAt?.toISOString() ?? null,
    escalatedAt: dispute.escalatedAt?.toISOString() ?? null,
    closedAt: dispute.closedAt?.toISOString() ?? null,
  };
}
