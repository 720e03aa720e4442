// All Chinese texts, by feature; the compiler sees that none is missing.
import type { Catalogue } from './en';
import { audit } from './zh/audit';
import { common } from './zh/common';
import { confirming } from './zh/receivables/confirming';
import { documents } from './zh/documents';
import { factoring } from './zh/factoring';
import { identity } from './zh/identity';
import { nav } from './zh/nav';
import { operations } from './zh/operations';
import { parties } from './zh/parties';
import { receivables } from './zh/receivables';
import { registry } from './zh/registry';
import { risk } from './zh/risk';
import { settlement } from './zh/settlement';

export const zh: Catalogue = {
  audit,
  common,
  confirming,
  documents,
  factoring,
  identity,
  nav,
  operations,
  parties,
  receivables,
  registry,
  risk,
  settlement,
};
