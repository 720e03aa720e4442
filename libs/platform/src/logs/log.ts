// Structured logs on pino. Nothing secret reaches a line: the fields that may carry one are removed here, once.
import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

const SECRET_FIELDS = ['password', 'token', 'authorization', 'cookie', 'secret'];

@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(level: string) {
    this.logger = pino({
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), remove: true },
    });
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
