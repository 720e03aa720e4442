// Long computations beside the one thread that answers everybody. Only functions of what they are given go there; a process
// that is told to have no threads, as most tests are, computes them where it stands.
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Piscina } from 'piscina';

export const THREADS = Symbol('Threads');
const UNUSED_MS = 30_000;
/** Of each thread, so that a computation out of hand does not take the process with it. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** What goes to another thread and comes back is copied: plain values, typed arrays and keys. */
export interface Computation<Input, Output> {
  /** The compiled file that exports it. */
  readonly file: string;
  readonly name: string;
  readonly compute: (input: Input) => Output | Promise<Output>;
}

@Injectable()
export class Threads implements OnModuleDestroy {
  private pool: Piscina | null = null;

  constructor(@Inject(THREADS) private readonly count: number) {}

  async run<Input, Output>(
    { file, name, compute }: Computation<Input, Output>,
    input: Input,
  ): Promise<Output> {
    if (this.count === 0) return compute(input);
    this.pool ??= new Piscina({
      // What the process was started with watches over the process, and would end it from within a thread.
      execArgv: [],
      ...{ minThreads: 0, maxThreads: this.count, idleTimeout: UNUSED_MS, resourceLimits: LIMITS },
    });
    return this.pool.run(input, { filename: file, name }) as Promise<Output>;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.destroy();
  }
}
