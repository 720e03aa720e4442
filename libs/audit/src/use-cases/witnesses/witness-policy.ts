// The witnesses of this installation's log, read once from the file that the process names; without one nobody is asked.
import { readFile } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Policy, PolicyFault, readPolicy } from '../../domain/witnesses/policy';
import { LOG_SETTINGS, type LogSettings } from '../keys/log-key';

@Injectable()
export class WitnessPolicy implements OnModuleInit {
  /** Null: the log has no witnesses. */
  policy: Policy | null = null;

  constructor(@Inject(LOG_SETTINGS) private readonly settings: LogSettings) {}

  /** @throws when the file cannot be read or is no policy: a log that silently has no witness is worse than none */
  async onModuleInit(): Promise<void> {
    const { witnessFile } = this.settings;
    if (witnessFile === null) return;
    const text = await readFile(witnessFile, 'utf8').catch((cause: unknown) => {
      throw new Error(`The file of witnesses "${witnessFile}" cannot be read; mend LOG_WITNESS_FILE.`, {
        cause,
      });
    });
    try {
      this.policy = readPolicy(text);
    } catch (error) {
      if (!(error instanceof PolicyFault)) throw error;
      throw new Error(
        `The file of witnesses "${witnessFile}" is no policy (C2SP tlog-policy): ${error.message}`,
        {
          cause: error,
        },
      );
    }
  }
}
