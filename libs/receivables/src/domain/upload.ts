// A delivery of files on its way: read, planned, applied, undone; how far it has come, and what an undo may take back.
import type { Id } from '#kernel';
import type { Proved } from './confirmation/evidence';

export const UPLOAD_STATES = ['reading', 'planned', 'applying', 'applied', 'undoing', 'undone'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Taken in as it is read, or first only planned. */
export const UPLOAD_MODES = ['direct', 'plan'] as const;
export type UploadMode = (typeof UPLOAD_MODES)[number];

/** Invoices that the organisation is owed, or what it owes; the latter is also its answer. */
export const UPLOAD_SIDES = ['receivables', 'payables'] as const;
export type UploadSide = (typeof UPLOAD_SIDES)[number];

/** What would become of an invoice, or what did. */
export type OutcomeStage = 'planned' | 'applied';

export interface OutcomeCounts {
  readonly accepted: number;
  readonly changed: number;
  readonly flagged: number;
  readonly refused: number;
  readonly duplicates: number;
}

export const NO_OUTCOMES: OutcomeCounts = { accepted: 0, changed: 0, flagged: 0, refused: 0, duplicates: 0 };

export interface Upload extends OutcomeCounts {
  readonly id: Id<'upload'>;
  readonly organisationId: string;
  readonly uploaderId: string;
  readonly files: number;
  readonly state: UploadState;
  readonly mode: UploadMode;
  readonly side: UploadSide;
  /** Applied as a whole or not at all. */
  readonly isWhole: boolean;
  /** Invoices that have their outcome in the present stage. */
  readonly rowsDone: number;
  /** Bigints, as text. */
  readonly bytesDone: string;
  readonly bytesTotal: string;
  readonly receivedAt: Date;
  /** When the present stage began. */
  readonly begunAt: Date;
  readonly movedAt: Date;
  /** Receivables that the undo took back, and those that stayed; null before. */
  readonly withdrawn: number | null;
  readonly kept: number | null;
  /** Rows with which a long undo is done. */
  readonly undoneRows: number;
  /** Of payables: whose answers they are, and how that person was signed in; null otherwise. */
  readonly makerId: string | null;
  readonly makerSession: string | null;
  readonly makerKind: Proved['kind'] | null;
  readonly makerMethods: readonly string[] | null;
  readonly version: number;
}

/** From each state to those that may follow it. A plan whose application is refused as a whole is a plan again. */
export const TRANSITIONS: Readonly<Record<UploadState, readonly UploadState[]>> = Object.freeze({
  reading: ['planned', 'applied'],
  planned: ['applying', 'applied', 'undone'],
  applying: ['applied', 'planned'],
  applied: ['undoing', 'undone'],
  undoing: ['undone'],
  undone: [],
});

export function canBecome(from: UploadState, to: UploadState): boolean {
  return TRANSITIONS[from].includes(to);
}

export const isAtWork = (state: UploadState): boolean =>
  state === 'reading' || state === 'applying' || state === 'undoing';

/** Which outcomes are being written, or were written last. */
export function stageOf({ state, mode }: Pick<Upload, 'state' | 'mode'>): OutcomeStage {
  return state === 'planned' || (state === 'reading' && mode === 'plan') ? 'planned' : 'applied';
}

export interface Progress {
  readonly rowsDone: number;
  /** Of an undo all; else estimated from the bytes that were read; null where that says nothing, as of a workbook. */
  readonly rowsTotal: number | null;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | null;
}

type Underway = Pick<Upload, 'state' | 'rowsDone' | 'undoneRows' | 'bytesDone' | 'bytesTotal' | 'begunAt'>;

export function progressOf(upload: Underway, now: Date): Progress {
  const { begunAt } = upload;
  const isUndo = upload.state === 'undoing';
  const rowsDone = isUndo ? upload.undoneRows : upload.rowsDone;
  const seconds = Math.max((now.getTime() - begunAt.getTime()) / 1000, 0);
  const rowsPerSecond = seconds > 0 ? Math.round(rowsDone / seconds) : 0;
  const rowsTotal = isUndo ? upload.rowsDone : rowsEstimated(upload);
  const secondsLeft =
    rowsTotal === null || rowsPerSecond === 0 ? null : Math.ceil((rowsTotal - rowsDone) / rowsPerSecond);
  return { rowsDone, rowsTotal, rowsPerSecond, secondsLeft };
}

function rowsEstimated({ rowsDone, bytesDone, bytesTotal }: Underway): number | null {
  const share = Number(bytesTotal) > 0 ? Math.min(Number(bytesDone) / Number(bytesTotal), 1) : 0;
  return share > 0 && rowsDone > 0 ? Math.max(Math.round(rowsDone / share), rowsDone) : null;
}

/** Why an undo leaves a receivable as it is. */
export const KEPT_REASONS = ['answered', 'corrected', 'cleared', 'mandate_ended', 'moved_on'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];
