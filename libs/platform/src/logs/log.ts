// Structured logs on pino. Nothing secret reaches a line: the fields that may carry one are removed here, once.
import { Injectable, type LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger } from 'pino';

const SECRET_FIELDS = ['password', 'token', 'authorization', 'cookie', 'secret'];

/** A database error carries the values of its statement, hashes and account numbers among them: these stay out. */
function errorFields(error: Error): object {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  return { type: error.constructor.name, message: error.message, stack: error.stack, code, constraint };
}

@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(level: string, out: DestinationStream = pino.destination(1)) {
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorFields },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), remove: true },
    };
    this.logger = pino(options, out);
  }

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  error(error: unknown, context?: string): void {
    if (error instanceof Error) this.logger.error({ context, err: error }, error.message);
    else this.logger.error({ context }, String(error));
  }
  /** One line per request: who, what, how long. */
  request(line: Readonly<Record<string, unknown>>): void {
    this.logger.info(line, 'request');
  }
}
