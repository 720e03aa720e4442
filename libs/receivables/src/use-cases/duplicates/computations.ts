// The computations of screening, by name, for the threads of the process.
import { join } from 'node:path';
import type { Computation } from '#platform';
import type { FoundSum, SumGroups } from '../../domain/duplicates/sums-among';
import { type PrintsWanted, type PrintTexts, printsOf, sumsAmong } from './compute';

const file = join(__dirname, 'compute.js');

export const PRINTS: Computation<PrintsWanted, PrintTexts[]> = { file, name: 'printsOf', compute: printsOf };
export const SUMS: Computation<SumGroups, FoundSum[]> = { file, name: 'sumsAmong', compute: sumsAmong };
