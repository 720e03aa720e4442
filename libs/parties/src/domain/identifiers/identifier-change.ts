// Numbers come and go: a VAT registration ends, an LEI is taken out later. What was once an organisation's number is nobody
// else's ever after, because old papers still say it.
import { compareDates, type Id, type LocalDate } from '#kernel';
import { errors as partyErrors } from '../errors';
import { type Identifier, identifierFault, identifierKey, type IdentifierScheme } from '../identifier';
import { MOST_IDENTIFIERS, type Organisation } from '../organisation';
import { errors } from './errors';

/** A resident's number is who the person is: it neither comes nor goes. */
export const CHANGING_SCHEMES = [
  'USCC',
  'LEI',
  'VAT',
  'LOCAL',
] as const satisfies readonly IdentifierScheme[];
export type ChangingScheme = (typeof CHANGING_SCHEMES)[number];

export const IDENTIFIER_CHANGES = ['added', 'retired'] as const;

export interface IdentifierWish {
  readonly scheme: ChangingScheme;
  readonly value: string;
  readonly change: (typeof IDENTIFIER_CHANGES)[number];
  /** The day of the certificate, or of its end. */
  readonly changedOn: LocalDate;
  /** What it rests on: a certificate, an entry of the register. */
  readonly evidence: string;
}

export interface IdentifierChange extends IdentifierWish {
  readonly id: Id<'identifier_change'>;
  readonly organisationId: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

type Held = Pick<Organisation, 'identifiers'>;

const isSame = (one: Identifier, other: Identifier): boolean =>
  one.scheme === other.scheme && identifierKey(one.value) === identifierKey(other.value);

/**
 * The number as it is kept.
 * @throws parties.identifier_invalid, identifiers_missing, identifier_misdated (422), identifier_held,
 *   identifier_not_held (409)
 */
export function assertIdentifierChange(
  wish: IdentifierWish,
  { identifiers }: Held,
  today: LocalDate,
): Identifier {
  if (compareDates(wish.changedOn, today) > 0) throw errors.identifier_misdated();
  const held = identifiers.find((one) => isSame(one, wish));
  if (wish.change === 'retired') {
    if (!held) throw errors.identifier_not_held();
    if (identifiers.length === 1) throw errors.identifier_last();
    return held;
  }
  if (held) throw errors.identifier_held();
  const identifier = { scheme: wish.scheme, value: wish.value.trim() };
  const fault = identifierFault(identifier);
  if (fault) throw partyErrors.identifier_invalid({ reason: fault });
  if (identifiers.length >= MOST_IDENTIFIERS)
    throw partyErrors.identifiers_missing({ most: MOST_IDENTIFIERS });
  return identifier;
}
