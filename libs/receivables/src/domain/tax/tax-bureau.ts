// The tax bureau as receivables sees it. A true edge, so it is an interface: an interface of a deployment asks it at
// once, or people carry files to it.
import type { TaxAnswer, TaxQuery } from './tax-check';

/** Injection token of the deployment's `TaxBureau`; null where none can be asked. */
export const TAX_BUREAU = Symbol('TaxBureau');

/** An answer with the text it was read from, whose hash is kept as evidence. */
export interface TaxReply {
  readonly answer: TaxAnswer;
  readonly raw: string;
}

export interface TaxBureau {
  /** As it is kept with each check. */
  readonly name: string;
  /** `waiting`: the answer comes later, by a result file. May throw, or take too long: then there is no answer. */
  check(query: TaxQuery): Promise<TaxReply | 'waiting'>;
}

/** People take the queries to the bureau and bring a file with its answers. */
export const CARRIED_BUREAU: TaxBureau = Object.freeze({
  name: 'file',
  check: () => Promise.resolve('waiting' as const),
});
