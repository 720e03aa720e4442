// Refusals of the token endpoint carry the members of RFC 6749 beside those of our problems: the libraries of machine
// clients read nothing else.
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, Log, problemOf, sendProblem } from '#platform';
import { describable, tokenError } from '../../domain/token-error';

@Catch()
export class TokenErrors implements ExceptionFilter {
  constructor(@Inject(Log) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(error, request, { language, log: this.log });
    const english =
      language === 'en' ? problem : problemOf(error, request, { language: 'en', log: this.log });
    const pointers = problem.errors.map(({ pointer }) => pointer);
    const answer = Object.assign(problem, {
      error: tokenError({ status: problem.status, code: problem.code, pointers }),
      error_description: describable(`${english.title} ${english.fix}`),
    });
    sendProblem(http.getResponse<FastifyReply>(), answer);
  }
}
