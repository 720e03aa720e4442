// The application without its doors: what the HTTP process, the worker and the commands have in common.
import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule, auditSchema } from '#audit';
import { type Clock, SystemClock } from '#kernel';
import { type LibrarySchema, PlatformModule, platformSchema } from '#platform';

/** From the ground up. */
export const schemas: readonly LibrarySchema[] = [platformSchema, auditSchema];

export interface ApplicationSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly production: boolean;
  /** Folder of everything that is kept outside the database. */
  readonly stateDir: string;
  /** Left out: the machine's clock. */
  readonly clock?: Clock;
}

@Module({})
export class ApplicationModule {
  /** @throws when production is asked to run on any other clock than the machine's */
  static for(settings: ApplicationSettings): DynamicModule {
    const { databaseUrl, poolSize, logLevel, clock = new SystemClock() } = settings;
    if (settings.production && !(clock instanceof SystemClock))
      throw new Error('Production runs on the machine’s clock only.');
    return {
      module: ApplicationModule,
      imports: [PlatformModule.forProcess({ databaseUrl, poolSize, logLevel, clock, schemas }), AuditModule],
    };
  }
}
