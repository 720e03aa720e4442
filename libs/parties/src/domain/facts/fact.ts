// What is known about an organisation and changes with time: its size, industry and region. A fact holds from its date
// until the next one; nothing is overwritten, because size counts as it was on the day a contract was signed.
import { compareDates, type Id, type LocalDate } from '#kernel';
import { errors } from '../errors';
import { isIndustry, isRegion } from './classifications';

/** Sizes of 工信部联企业〔2011〕300号: 大型, 中型, 小型, 微型. */
export const SME_SIZES = ['large', 'medium', 'small', 'micro'] as const;
export type SmeSize = (typeof SME_SIZES)[number];

export const FACT_KINDS = ['sme_size', 'industry', 'region'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

const FITS: Readonly<Record<FactKind, (value: string) => boolean>> = Object.freeze({
  sme_size: (value: string) => SME_SIZES.some((one) => one === value),
  industry: isIndustry,
  region: isRegion,
});

export interface FactWish {
  readonly kind: FactKind;
  readonly value: string;
  readonly validFrom: LocalDate;
  /** Where it is known from: a register, a statement of the organisation, a certificate. */
  readonly source: string;
}

export interface OrganisationFact extends FactWish {
  readonly id: Id<'organisation_fact'>;
  readonly organisationId: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** What held on one day; null where nothing was recorded for it. */
export interface OrganisationProfile {
  readonly smeSize: SmeSize | null;
  readonly industry: string | null;
  readonly region: string | null;
}

/** @throws parties.fact_malformed, fact_in_future (422) */
export function assertFact(wish: FactWish, today: LocalDate): FactWish {
  const value = wish.value.trim();
  if (!FITS[wish.kind](value)) throw errors.fact_malformed({ kind: wish.kind });
  if (compareDates(wish.validFrom, today) > 0) throw errors.fact_in_future();
  return { ...wish, value, source: wish.source.trim() };
}

/** Whoever records is not of that organisation. @throws parties.record_own (422) */
export function assertMayRecord(organisationId: string, by: { readonly organisationId: string }): void {
  if (organisationId === by.organisationId) throw errors.record_own();
}

/** The profile that these facts make, of which each kind occurs once at most. */
export function profileOf(facts: readonly Pick<OrganisationFact, 'kind' | 'value'>[]): OrganisationProfile {
  const valueOf = (kind: FactKind) => facts.find((one) => one.kind === kind)?.value ?? null;
  const smeSize = SME_SIZES.find((one) => one === valueOf('sme_size')) ?? null;
  return { smeSize, industry: valueOf('industry'), region: valueOf('region') };
}
