// The public register of companies, as the platform asks it, and what its answer says about an application.
import { identifierKey } from '../identifier';
import { searchName } from '../legal-name';
import type { Application, CheckOutcome } from './application';

/** What the register says of a company. */
export interface RegisterEntry {
  readonly legalName: string;
  readonly identifier: string;
  /** In business: neither struck off, revoked nor in liquidation. */
  readonly inBusiness: boolean;
}

/** The edge to the register; it may be slow, fail, or answer about somebody else. */
export interface CompanyRegister {
  /** Null: it knows no such company. @throws when it cannot answer */
  lookUp(identifier: string): Promise<RegisterEntry | null>;
}
export const COMPANY_REGISTER = Symbol('CompanyRegister');

export interface RegisterFinding {
  readonly outcome: CheckOutcome;
  readonly note: string;
}

/** What is said about an application by an answer of the register; undefined: there was no answer. */
export function registerFinding(
  { legalName, identifiers }: Pick<Application, 'legalName' | 'identifiers'>,
  entry: RegisterEntry | null | undefined,
): RegisterFinding {
  if (entry === undefined)
    return { outcome: 'unavailable', note: '登记机关未答复 The register did not answer' };
  if (entry === null)
    return { outcome: 'failed', note: '登记机关无此单位 The register knows no such company' };
  const keys = identifiers.map(({ value }) => identifierKey(value));
  if (!keys.includes(identifierKey(entry.identifier)))
    return {
      outcome: 'unavailable',
      note: '登记机关答复了另一单位 The register answered about another company',
    };
  if (searchName(entry.legalName) !== searchName(legalName))
    return {
      outcome: 'failed',
      note: `登记名称不同 Registered under another name: ${entry.legalName.slice(0, 200)}`,
    };
  if (!entry.inBusiness) return { outcome: 'failed', note: '登记状态非存续 Not in business any more' };
  return { outcome: 'passed', note: '名称、号码与登记一致 Name and number as registered' };
}
