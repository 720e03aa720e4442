// How every process of ours connects. `date` columns stay strings: a day has no time zone.
import { types } from 'pg';
import type { DataSourceOptions, Logger } from 'typeorm';

types.setTypeParser(types.builtins.DATE, (text: string) => text);

const nothing = (): void => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

type Lists = Pick<DataSourceOptions, 'entities' | 'migrations'>;

export function dataSourceOptions(url: string, lists: Lists, poolSize = 16): DataSourceOptions {
  return {
    ...lists,
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    // Errors are thrown to the caller, who says what there is to say; standard output belongs to the commands.
    logger: SILENT,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    applicationName: 'youquan',
    // Statements of one transaction that need no answer from each other travel together: Promise.all sends them at once.
    extra: { pipeline: true },
    // Also how long a request may wait for a free connection before it is told to come back.
    connectTimeoutMS: 30_000,
    // Without a handler an idle connection that the server closes (a failover, a restart) ends the process.
    poolErrorHandler: () => undefined,
  };
}
