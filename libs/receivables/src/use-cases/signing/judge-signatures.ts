// Holds signed answers against what the server itself would state: another receivable, another amount, another time or
// another key is told by its field, before the signature itself is looked at.
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Clock, DomainError, invariant } from '#kernel';
import { type Actor, CLOCK, type Tx } from '#platform';
import { type Signature, SignatureStore } from '../../data/confirmation/signature.store';
import { SigningKeyStore } from '../../data/confirmation/signing-key.store';
import type { Answer, Confirmation, SignedAnswer } from '../../domain/answer';
import { confirmationErrors as errors } from '../../domain/confirmation/errors';
import { isSignedBy } from '../../formats/signature';
import { keyFault, type SigningKey } from '../../domain/confirmation/signing-key';
import {
  differingField,
  isDatedNow,
  type SignedStatement,
  STATEMENT_FORMAT,
  type Statement,
  type StatementBasis,
} from '../../domain/confirmation/statement';
import type { Receivable } from '../../domain/receivable';
import { StatementBases } from './statement-bases';

export interface ToSign {
  readonly answer: Answer;
  readonly receivable: Receivable;
  readonly confirmation: Confirmation;
}

const canonical = (value: unknown): string | undefined =>
  value === undefined ? undefined : canonicalJson(value);

@Injectable()
export class JudgeSignatures {
  constructor(
    private readonly keys: SigningKeyStore,
    private readonly signatures: SignatureStore,
    private readonly bases: StatementBases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By confirmation: what was signed, or why it does not count. Answers without a signature are passed over. */
  async judge(
    tx: Tx,
    actor: Actor,
    answers: readonly ToSign[],
  ): Promise<Map<string, Signature | DomainError>> {
    const signed = answers.flatMap(({ answer, ...rest }) =>
      answer.signed ? [{ ...rest, signed: answer.signed }] : [],
    );
    if (signed.length === 0) return new Map();
    const scope = { organisations: [actor.organisationId] };
    const found = await this.keys.share(tx, scope, [...new Set(signed.map((one) => one.signed.keyId))]);
    const keys = new Map<string, SigningKey>(found.map((key) => [key.id, key]));
    const bases = await this.bases.of(
      tx,
      signed.map(({ receivable }) => receivable),
    );
    const used = await this.signatures.used(
      tx,
      scope,
      signed.map((one) => one.signed.signature),
    );
    return new Map(
      signed.map(({ confirmation, receivable, signed: given }) => {
        const basis = bases.get(receivable.id);
        invariant(basis, 'every receivable has its words');
        const statement = statementOf(basis, confirmation);
        const key = keys.get(given.keyId);
        const judged = this.judgeOne(actor, key, statement, given, confirmation.id);
        const isNew = judged instanceof DomainError || !used.has(given.signature);
        used.add(given.signature);
        return [confirmation.id, isNew ? judged : errors.signature_used()];
      }),
    );
  }

  private judgeOne(
    actor: Actor,
    key: SigningKey | undefined,
    statement: Statement,
    given: SignedAnswer,
    confirmationId: string,
  ): Signature | DomainError {
    const now = this.clock.now();
    const fault = keyFault(key, actor, now);
    if (fault) return fault;
    invariant(key, 'a key without a fault is there');
    const stated = parsed(given.statement);
    const signedAt = textAt(stated, 'signedAt');
    const own: SignedStatement = { ...statement, keyId: key.id, signedAt };
    const field = differingField(own, stated, (a, b) => canonical(a) === canonical(b));
    if (field !== undefined) return errors.statement_differs({ field });
    if (given.statement !== canonicalJson(own)) return errors.statement_differs({ field: 'format' });
    if (!isDatedNow(signedAt, now)) return errors.statement_dated({ signedAt });
    if (!isSignedBy(key, given.statement, given.signature)) return errors.signature_invalid();
    const { statement: text, signature } = given;
    return { confirmationId, keyId: key.id, statement: text, signature, signedAt: new Date(signedAt) };
  }
}

/** What the debtor states with this answer. */
export function statementOf(basis: StatementBasis, answer: Confirmation): Statement {
  const { decision, confirmed, reason, note, orderNumber, goodsReceiptNumber } = answer;
  return {
    format: STATEMENT_FORMAT,
    ...basis,
    ...{ decision, confirmed, reason, note, orderNumber, goodsReceiptNumber },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, name: string): string {
  const found = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof found === 'string' ? found : '';
}
