// What PostgreSQL, or the way to it, meant by an error.
import { QueryFailedError } from 'typeorm';

/** The SQLSTATE of a database error (PostgreSQL manual, appendix A), or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  const thrown: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True when the error is the violation of exactly this constraint, which a use case may turn into a refusal. */
export function violates(error: unknown, constraint: string): boolean {
  const thrown: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return thrown instanceof Error && 'constraint' in thrown && thrown.constraint === constraint;
}

/** True when the database cannot be reached, or the connection was lost: whether a commit arrived is then unknown. */
export function isConnectionLoss(error: unknown): boolean {
  if (/^(08|57P0[123])/.test(sqlState(error) ?? '')) return true;
  return (
    error instanceof Error &&
    /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded/i.test(error.message)
  );
}
