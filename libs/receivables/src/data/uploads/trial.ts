// Does work inside a transaction and takes it back again: a plan is what an application would do, said by the same code.
import { query, type Tx } from '#platform';

export async function tried<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await query(tx, 'savepoint trial');
  const result = await work();
  await query(tx, 'rollback to savepoint trial');
  return result;
}
