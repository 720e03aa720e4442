// Stands before the routes of approvable deeds, and before no other: what it does is the business of the library of
// approvals, which lies above the libraries whose routes these are.
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Observable } from 'rxjs';

/** Whoever decides which deeds wait; provided once in an application. */
export const APPROVAL_GATE = Symbol('approval gate');

@Injectable()
export class ApprovableInterceptor implements NestInterceptor {
  constructor(private readonly modules: ModuleRef) {}

  /** Without a gate no approvable deed is done. */
  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const gate: NestInterceptor = this.modules.get(APPROVAL_GATE, { strict: false });
    return gate.intercept(context, next);
  }
}
