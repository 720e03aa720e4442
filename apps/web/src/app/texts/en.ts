// All English texts, by feature.
import { approvals } from './en/desk/approvals';
import { audit } from './en/audit';
import { certificates } from './en/register/certificates';
import { common } from './en/common';
import { assurance } from './en/desk/assurance';
import { demands } from './en/desk/demands';
import { payables } from './en/desk/payables';
import { disputing, queue } from './en/desk/queue';
import { confirming } from './en/receivables/confirming';
import { desk } from './en/desk/desk';
import { documents } from './en/documents';
import { factoring } from './en/factoring';
import { identity } from './en/identity';
import { joining } from './en/parties/joining';
import { nav } from './en/nav';
import { operations } from './en/operations';
import { parties } from './en/parties';
import { people } from './en/desk/people';
import { departure } from './en/parties/departure';
import { profile } from './en/parties/profile';
import { receivables } from './en/receivables';
import { registry } from './en/registry';
import { risk } from './en/risk';
import { saved } from './en/register/saved';
import { settlement } from './en/settlement';
import { statutory } from './en/register/statutory';
import { tax } from './en/watch/tax';

export const en = {
  approvals,
  audit,
  certificates,
  common,
  assurance,
  demands,
  payables,
  queue,
  disputing,
  confirming,
  desk,
  documents,
  factoring,
  identity,
  joining,
  nav,
  operations,
  parties,
  people,
  departure,
  profile,
  receivables,
  registry,
  risk,
  saved,
  settlement,
  statutory,
  tax,
};

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
/** Another language has the same keys. */
export type Catalogue = Texts<typeof en>;
