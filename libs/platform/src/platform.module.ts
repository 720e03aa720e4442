// The technical ground, once per process: database, jobs, events, clock, logs, and the closed door.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Clock } from '#kernel';
import { dataSourceOptions } from './db/data-source';
import { Db, GUARDED } from './db/db';
import { Once } from './db/once';
import type { LibrarySchema } from './db/schema';
import { Events } from './events/events';
import { AccessGuard } from './http/access';
import { ProblemFilter } from './http/problem';
import { Jobs } from './jobs/jobs';
import { Working } from './jobs/working';
import { Log } from './logs/log';
import { Calendars } from './parameters/calendars';
import { Parameters } from './parameters/parameters';
import { PurgeKeys } from './db/purge-keys';
import { THREADS, Threads } from './threads/threads';

export const CLOCK = Symbol('Clock');

interface PlatformSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly clock: Clock;
  /** A transaction inside a transaction is refused, which costs time; true when left out. */
  readonly guarded?: boolean;
  readonly schemas: readonly LibrarySchema[];
  /** Beside the main one, for long computations; none when left out. */
  readonly threads?: number | undefined;
}

const services = [Db, Once, Jobs, Events, Working, Parameters, Calendars, PurgeKeys, Threads];

@Global()
@Module({})
export class PlatformModule {
  static forProcess(settings: PlatformSettings): DynamicModule {
    const { databaseUrl, poolSize, schemas } = settings;
    const entities = schemas.flatMap((schema) => schema.entities);
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(databaseUrl, { entities }, poolSize),
          retryAttempts: 0,
        }),
        PassportModule,
      ],
      providers: [
        ...services,
        { provide: CLOCK, useValue: settings.clock },
        { provide: THREADS, useValue: settings.threads ?? 0 },
        { provide: GUARDED, useValue: settings.guarded ?? true },
        { provide: Log, useFactory: () => new Log(settings.logLevel) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [...services, CLOCK, Log],
    };
  }
}
