// All Chinese texts, by feature; the compiler sees that none is missing.
import type { Catalogue } from './en';
import { approvals } from './zh/desk/approvals';
import { audit } from './zh/audit';
import { certificates } from './zh/register/certificates';
import { common } from './zh/common';
import { assurance } from './zh/desk/assurance';
import { demands } from './zh/desk/demands';
import { payables } from './zh/desk/payables';
import { disputing, queue } from './zh/desk/queue';
import { confirming } from './zh/receivables/confirming';
import { desk } from './zh/desk/desk';
import { documents } from './zh/documents';
import { factoring } from './zh/factoring';
import { identity } from './zh/identity';
import { joining } from './zh/parties/joining';
import { nav } from './zh/nav';
import { operations } from './zh/operations';
import { parties } from './zh/parties';
import { people } from './zh/desk/people';
import { departure } from './zh/parties/departure';
import { profile } from './zh/parties/profile';
import { receivables } from './zh/receivables';
import { registry } from './zh/registry';
import { risk } from './zh/risk';
import { saved } from './zh/register/saved';
import { settlement } from './zh/settlement';
import { statutory } from './zh/register/statutory';
import { tax } from './zh/watch/tax';

export const zh: Catalogue = {
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
