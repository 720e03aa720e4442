// The only place that knows HTTP status numbers: every failure leaves as RFC 9457 problem+json, in the caller's language.
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Bilingual, DomainError, type ErrorKind } from '#kernel';
import { isConnectionLoss, sqlState } from '../db/sql-state';
import { Log } from '../logs/log';
import { tellRefusal } from '../refusals/refusal-watch';
import { errors } from './errors';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  refused: 422,
  limited: 429,
  unavailable: 503,
};

class FieldProblem {
  @ApiProperty({ type: String, description: 'JSON Pointer (RFC 6901) to the field' }) pointer!: string;
  @ApiProperty({ type: String }) rule!: string;
  @ApiProperty({ type: String }) message!: string;
  @ApiProperty({ type: String }) fix!: string;
}
export class Problem {
  @ApiProperty({ type: String }) type!: string;
  @ApiProperty({ type: String, description: 'One sentence: what is wrong' }) title!: string;
  @ApiProperty({ type: Number }) status!: number;
  @ApiProperty({ type: String, description: 'Stable code: library.what' }) code!: string;
  @ApiProperty({ type: String, description: 'One sentence: what to do' }) fix!: string;
  @ApiProperty({ type: Boolean, description: 'The same request may succeed later' }) retryable!: boolean;
  @ApiProperty({ type: [FieldProblem] }) errors!: FieldProblem[];
  @ApiProperty({ type: 'object', additionalProperties: true }) details!: Record<string, unknown>;
  @ApiProperty({ type: String }) instance!: string;
}

type Language = keyof Bilingual;

/** The first of the two languages that the header names; English when it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const match = /\b(zh|en)\b/i.exec(acceptLanguage ?? '');
  return match?.[1]?.toLowerCase() === 'zh' ? 'zh' : 'en';
}

export function toProblem(error: DomainError, language: Language, instance: string): Problem {
  return {
    type: `urn:youquan:problem:${error.code}`,
    title: error.text[language],
    status: STATUS[error.kind],
    code: error.code,
    fix: error.fix[language],
    retryable: error.retryable,
    errors: error.errors.map(({ pointer, rule, message, fix }) => ({
      pointer,
      rule,
      message: message[language],
      fix: fix[language],
    })),
    details: { ...error.details },
    instance,
  };
}

const UNEXPECTED = {
  type: 'urn:youquan:problem:platform.internal',
  code: 'platform.internal',
  status: 500,
  retryable: true,
  errors: [],
  details: {},
};

function internal(language: Language, instance: string): Problem {
  const [title, fix] =
    language === 'zh'
      ? ['系统内部出现错误，已记录。', '请稍后重试；如仍出现，请联系平台运营方。']
      : [
          'Something is wrong on our side; it has been recorded.',
          'Try again later; if it stays, tell the operator.',
        ];
  return { ...UNEXPECTED, title, fix, instance };
}

/** What the framework or the database threw, as one of our refusals; undefined when it is our own mistake. */
function asRefusal(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const state = sqlState(error);
  if (state) return ofSqlState(state);
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === 503) return errors.unavailable(failedChecks(error));
  if (status === undefined || status >= 500) return undefined;
  if (status === 401) return errors.signed_out();
  if (status === 404) return errors.route_unknown();
  if (status === 413) return errors.too_large();
  return errors.malformed({ reason: (error as Error).message.slice(0, 200) });
}

/** The names of the checks of readiness that failed; what they found stays inside. */
function failedChecks(error: unknown): { readonly failed: readonly string[] } {
  const said = error instanceof HttpException ? error.getResponse() : {};
  const { error: failed } = said as { readonly error?: unknown };
  return { failed: typeof failed === 'object' && failed !== null ? Object.keys(failed) : [] };
}

function ofSqlState(state: string): DomainError | undefined {
  if (state.startsWith('22')) return errors.value_unstorable();
  if (state === '55P03' || state === '40001' || state === '40P01') return errors.busy();
  if (/^(08|53|57)/.test(state)) return errors.unavailable();
  return undefined;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(Log) private readonly log: Log,
    private readonly modules: ModuleRef,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const language = languageOf(request.headers['accept-language']);
    if (error instanceof DomainError)
      tellRefusal(this.modules, request, { codes: [error.code], errors: error.errors });
    sendProblem(http.getResponse<FastifyReply>(), problemOf(error, request, { language, log: this.log }));
  }
}

/** Any failure of a request as a problem; what is our own mistake is logged and says nothing of itself. */
export function problemOf(
  error: unknown,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  { language, log }: { readonly language: Language; readonly log: Log },
): Problem {
  const refusal = asRefusal(error) ?? (isConnectionLoss(error) ? errors.unavailable() : undefined);
  const instance = url.split('?')[0] ?? '';
  if (!refusal) log.error(error, `${method} ${instance}`);
  return refusal ? toProblem(refusal, language, instance) : internal(language, instance);
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (reply.sent) return;
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
