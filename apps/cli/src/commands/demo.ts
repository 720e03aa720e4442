// `demo`: plays the main job end to end over HTTP on a throw-away database and prints what was seen at each step.
import 'reflect-metadata';
import { join } from 'node:path';
import { projectFolder, readEnv } from '#config/env';
import { play, type Step } from '../../../demonstration/play/play';
import type { CommandLine, CommandResult } from '../output';

export function demo(): Promise<CommandResult> {
  const { samplesDir } = readEnv();
  const folder = samplesDir ? join(samplesDir, 'e-invoices') : join(projectFolder(), 'test', 'samples');
  let held = true;
  async function* lines(): AsyncGenerator<CommandLine> {
    let number = 0;
    for await (const step of guarded(folder)) {
      held &&= step.held;
      number++;
      const mark = step.held ? 'ok  ' : 'FAIL';
      yield {
        json: { number, ...step },
        text: `${mark} ${number}. ${step.step}  ${JSON.stringify(step.seen)}`,
      };
    }
  }
  return Promise.resolve({
    lines: lines(),
    get held() {
      return held;
    },
  });
}

/** The first thing that is not as it should be is the last step. */
async function* guarded(folder: string): AsyncGenerator<Step> {
  try {
    yield* play(folder);
  } catch (error) {
    yield {
      step: 'the play was ended',
      held: false,
      seen: error instanceof Error ? error.message : String(error),
    };
  }
}
