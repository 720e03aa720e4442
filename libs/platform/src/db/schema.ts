// What a library brings to the database. The apps join these lists; nothing is discovered by magic.
import type { MigrationInterface } from 'typeorm';

type Class<T> = new () => T;

export interface LibrarySchema {
  /** Name of the library's PostgreSQL schema. */
  readonly name: string;
  readonly entities: readonly Class<object>[];
  readonly migrations: readonly Class<MigrationInterface>[];
  /** Tables of facts: rows are inserted and read, never changed and never removed. */
  readonly books: readonly string[];
}
