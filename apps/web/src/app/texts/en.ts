// All English texts, by feature.
import { audit } from './en/audit';
import { common } from './en/common';
import { confirming } from './en/receivables/confirming';
import { documents } from './en/documents';
import { factoring } from './en/factoring';
import { identity } from './en/identity';
import { nav } from './en/nav';
import { operations } from './en/operations';
import { parties } from './en/parties';
import { receivables } from './en/receivables';
import { registry } from './en/registry';
import { risk } from './en/risk';
import { settlement } from './en/settlement';

export const en = {
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

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
/** Another language has the same keys. */
export type Catalogue = Texts<typeof en>;
