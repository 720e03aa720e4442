// A file of registrations on its way: planned, then filed by a second command. What is wrong with one registration leaves
// its neighbours alone.
import type { Bilingual, Id } from '#kernel';
import { errors } from './errors';

export const FILING_FILE_STATES = ['planning', 'planned', 'applying', 'applied'] as const;
export type FilingFileState = (typeof FILING_FILE_STATES)[number];
export type FilingStage = 'planned' | 'applied';

export const FILING_FILE_TRANSITIONS: Readonly<Record<FilingFileState, readonly FilingFileState[]>> =
  Object.freeze({ planning: ['planned'], planned: ['applying'], applying: ['applied'], applied: [] });

export const stageOf = (state: FilingFileState): FilingStage =>
  state === 'planning' || state === 'planned' ? 'planned' : 'applied';

export const isAtWork = (state: FilingFileState): boolean => state === 'planning' || state === 'applying';

/** Registrations that one file may hold. */
export const MOST_REGISTRATIONS = 50_000;

export interface FilingFile {
  readonly id: Id<'filing_file'>;
  readonly organisationId: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly makerId: string;
  readonly state: FilingFileState;
  /** Registrations judged in the present stage; the sum of the next two. */
  readonly done: number;
  readonly sound: number;
  readonly refused: number;
  readonly receivedAt: Date;
  readonly movedAt: Date;
  readonly version: number;
}

/** Why a registration of a file was refused, and in which cell. */
export interface LineFault {
  readonly code: string;
  readonly line: number;
  readonly column: string | null;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/** What became of a registration of a file; a plan has neither id nor number. */
export interface FilingLine {
  /** Its first line, the header of the file being line 1. */
  readonly line: number;
  readonly reference: string | null;
  readonly filingId: string | null;
  readonly filingNumber: string | null;
  readonly fault: LineFault | null;
}

/** @throws desk.file_not_planned (409) */
export function assertMayApply({ state }: Pick<FilingFile, 'state'>): void {
  if (!FILING_FILE_TRANSITIONS[state].includes('applying')) throw errors.file_not_planned({ state });
}
