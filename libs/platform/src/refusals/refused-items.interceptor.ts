// Many commands in one request are answered one by one: what was refused among them is told as if it had been asked alone.
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { tellRefusal } from './refusal-watch';

@Injectable()
export class RefusedItemsInterceptor implements NestInterceptor {
  constructor(private readonly modules: ModuleRef) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'POST') return next.handle();
    return next
      .handle()
      .pipe(tap((answer) => tellRefusal(this.modules, request, { codes: codesIn(answer) })));
  }
}

function codesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return [];
  if (!Array.isArray(answer.items)) return [];
  const codes = answer.items.flatMap((item: { readonly error?: { readonly code?: unknown } | null }) =>
    typeof item.error?.code === 'string' ? [item.error.code] : [],
  );
  return [...new Set(codes)];
}
