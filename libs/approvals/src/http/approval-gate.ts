// Stands before every route whose deed an organisation has marked: the deed is tried, and if it must wait the answer is
// 202 with the approval in its place.
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, map, type Observable, throwError } from 'rxjs';
import { AuditLog } from '#audit';
import { APPROVABLE, actorOf, commandOf, type HeldCommandView, watchCommand } from '#platform';
import type { CommandInput } from '../domain/approval';
import { mustWait } from '../domain/mark';
import { requireRule } from '../use-cases/commands';
import { HoldCommand } from '../use-cases/hold-command';
import { Marks } from '../use-cases/marks';
import { type MarkAnswer, SET_MARK } from '../use-cases/set-mark';
import { Held, Trial } from '../use-cases/trial';

const ACCEPTED = 202;
type Waits = (answer: unknown) => boolean;

@Injectable()
export class ApprovalGate implements NestInterceptor {
  constructor(
    private readonly marks: Marks,
    private readonly holding: HoldCommand,
    private readonly audit: AuditLog,
  ) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const name = Reflect.getMetadata(APPROVABLE, context.getHandler()) as string | undefined;
    return name === undefined ? next.handle() : this.interceptMarkable(name, context, next);
  }

  private async interceptMarkable(
    name: string,
    context: ExecutionContext,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const waits = await this.rule(name, actorOf(request).organisationId);
    if (!waits) return next.handle();
    const answerHeld = (held: HeldCommandView) => {
      context.switchToHttp().getResponse<FastifyReply>().status(ACCEPTED);
      return held;
    };
    watchCommand(request, new Trial(this.audit, waits));
    return next.handle().pipe(
      // The same key again: the answer that was stored is the approval.
      map((answer: unknown) => (isHeld(answer) ? answerHeld(answer) : answer)),
      catchError((error: unknown) =>
        error instanceof Held
          ? from(
              this.holding.execute(commandOf(context), name, inputOf(name, request), error).then(answerHeld),
            )
          : throwError(() => error),
      ),
    );
  }

  /** Undefined when nothing is marked. */
  private async rule(name: string, organisationId: string): Promise<Waits | undefined> {
    if (name === SET_MARK) return (answer) => (answer as MarkAnswer).loosens;
    const mark = await this.marks.of(organisationId, name);
    const { amountOf } = requireRule(name);
    return mark && ((answer) => mustWait(mark, amountOf?.(answer) ?? null));
  }
}

const isHeld = (answer: unknown): answer is HeldCommandView =>
  typeof answer === 'object' && answer !== null && 'approvalId' in answer;

function inputOf(name: string, { params, body }: FastifyRequest): CommandInput {
  const { takes } = requireRule(name);
  return {
    ...(takes.includes('id') && { id: (params as { readonly id: string }).id }),
    ...(takes.includes('body') && { body: body as Record<string, unknown> }),
  };
}
