// The computation of plans, by name, for the threads of the process.
import { join } from 'node:path';
import type { Computation } from '#platform';
import { type Solved, type SolveInput, solveProgramme } from './solve-programme';

export const PROGRAMME: Computation<SolveInput, Solved> = {
  file: join(__dirname, 'solve-programme.js'),
  name: 'solveProgramme',
  compute: solveProgramme,
};
