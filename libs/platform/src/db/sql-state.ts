// What PostgreSQL meant by an error: its five-character SQLSTATE, and the constraint it names.
import { QueryFailedError } from 'typeorm';

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
}

const driverError = (error: unknown): DriverError | undefined => {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof Error && 'code' in error ? (error as DriverError) : undefined;
};

/** The SQLSTATE of a database error (PostgreSQL manual, appendix A), or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  const code = driverError(error)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True when the error is the violation of exactly this constraint, which a use case may turn into a refusal. */
export function violates(error: unknown, constraint: string): boolean {
  return driverError(error)?.constraint === constraint;
}
