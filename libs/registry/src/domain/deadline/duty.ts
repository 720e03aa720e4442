// Facts that oblige whoever filed to bring the register up to date, and by when: cancel within ten working days of the end of
// the debt or the security, amend within four months of a grantor's change of name (PBoC Order 2021 No. 7, Art. 14 and 16).
import {
  addDays,
  addMonths,
  type Bilingual,
  compareDates,
  dateOf,
  type DomainError,
  type LocalDate,
  startOfDay,
  type WorkingCalendar,
} from '#kernel';
import { errors as registryErrors } from '../errors';
import type { Filing } from '../filing';
import { type Micros, microsOf } from '../filing-time';
import { nameKey } from '../party-key';
import { errors } from './duty-errors';

export const GROUNDS = [
  'debt_discharged',
  'security_enforced',
  'security_waived',
  'otherwise_extinguished',
  'grantor_renamed',
] as const;
export type Ground = (typeof GROUNDS)[number];

export const WAYS = ['cancel', 'amend'] as const;
export type Way = (typeof WAYS)[number];
/** What is to be done about it. */
export const wayOf = (ground: Ground): Way => (ground === 'grantor_renamed' ? 'amend' : 'cancel');

export const DUTY_STATES = ['open', 'overdue', 'met', 'met_late'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** Where the deadline stands in the law. */
export const ARTICLES: Readonly<Record<Way, Bilingual>> = Object.freeze({
  cancel: {
    en: 'PBoC Order 2021 No. 7, Art. 16: cancel within ten working days; whoever is late answers for the damage',
    zh: '《动产和权利担保统一登记办法》（人民银行令〔2021〕第7号）第十六条：十个工作日内注销；迟延造成损害的，承担责任',
  },
  amend: {
    en: 'PBoC Order 2021 No. 7, Art. 14: amend within four months of the change of name',
    zh: '《动产和权利担保统一登记办法》（人民银行令〔2021〕第7号）第十四条：名称变更之日起四个月内办理变更登记',
  },
});

export interface DutyFigures {
  readonly cancelWorkingDays: number;
  readonly renameMonths: number;
}
export interface Due {
  /** The last day. */
  readonly dueOn: LocalDate;
  /** The first instant after it. */
  readonly dueAt: Micros;
  /** False: holidays of a year on the way are not published, and only weekends were left out. */
  readonly calendarPublished: boolean;
}

/**
 * The day of the fact does not count, a period of months ends with the same day of the month or its last one, on the next
 * working day where that is off, at 24:00 in Shanghai (Civil Code Art. 201-203).
 */
export function dueOf(
  ground: Ground,
  occurredOn: LocalDate,
  { cancelWorkingDays, renameMonths }: DutyFigures,
  calendar: WorkingCalendar,
): Due {
  const { date, published } =
    wayOf(ground) === 'cancel'
      ? calendar.addWorkingDays(occurredOn, cancelWorkingDays)
      : calendar.nextWorkingDay(addMonths(occurredOn, renameMonths));
  return { dueOn: date, dueAt: microsOf(startOfDay(addDays(date, 1))), calendarPublished: published };
}

export interface DutyFact {
  readonly ground: Ground;
  readonly occurredOn: LocalDate;
  /** Of a change of name; null otherwise, as `newName`. */
  readonly formerName: string | null;
  readonly newName: string | null;
}

type Obliged = Pick<Filing, 'id' | 'origin' | 'state' | 'filedAt' | 'grantors'>;

/** Null when a duty may follow from it. What a deal holds ends with the deal, and is amended by nobody. */
export const refuseFiling = ({ id, origin, state }: Obliged): DomainError | null =>
  origin === 'deal'
    ? registryErrors.held_by_deal({ id })
    : state === 'live'
      ? null
      : registryErrors.filing_ended({ id });

/** Null when this may be stated of a filing as it stands. */
export function refuseFact(filing: Obliged, fact: DutyFact, today: LocalDate): DomainError | null {
  const { ground, occurredOn: day } = fact;
  const refusal = refuseFiling(filing);
  if (refusal) return refusal;
  if (compareDates(day, today) > 0) return errors.duty_day_ahead({ day });
  if (wayOf(ground) === 'amend') return refuseNames(filing, fact);
  if (fact.formerName !== null || fact.newName !== null) return errors.duty_names_missing();
  return compareDates(day, dateOf(new Date(filing.filedAt))) < 0 ? errors.duty_before_filing({ day }) : null;
}

function refuseNames({ grantors }: Obliged, { formerName, newName }: DutyFact): DomainError | null {
  if (formerName === null || newName === null) return errors.duty_names_missing();
  const key = nameKey(formerName);
  if (!grantors.some(({ legalName }) => nameKey(legalName) === key))
    return errors.duty_name_unknown({ name: formerName });
  return nameKey(newName) === key ? errors.duty_name_unchanged() : null;
}

/** @param metAt when the register was brought up to date; null: it was not yet */
export function dutyState(dueAt: Micros, metAt: Micros | null, now: Micros): DutyState {
  if (metAt !== null) return metAt < dueAt ? 'met' : 'met_late';
  return now < dueAt ? 'open' : 'overdue';
}
