// How every process of ours connects. `date` columns stay strings: a day has no time zone.
import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';

types.setTypeParser(types.builtins.DATE, (text: string) => text);

type Lists = Pick<DataSourceOptions, 'entities' | 'migrations'>;

export function dataSourceOptions(url: string, lists: Lists, poolSize = 16): DataSourceOptions {
  return {
    ...lists,
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    applicationName: 'youquan',
    connectTimeoutMS: 10_000,
    // Without a handler an idle connection that the server closes (a failover, a restart) ends the process.
    poolErrorHandler: () => undefined,
  };
}
