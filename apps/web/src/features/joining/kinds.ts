// The words that joining chooses among, as the server knows them.
import type { View } from '../../api/client';

export const KINDS = [
  'enterprise',
  'cooperative',
  'natural_person',
] as const satisfies readonly View<'JoiningBody'>['kind'][];

export const REQUESTABLE = [
  'supplier',
  'core_enterprise',
  'bank',
  'factor',
  'finance_company',
  'guarantor',
  'insurer',
  'registry_user',
] as const satisfies readonly View<'JoiningBody'>['capabilities'][number][];

export const DOCUMENT_KINDS = [
  'licence',
  'articles',
  'authorisation',
  'identity',
] as const satisfies readonly View<'DocumentReferenceBody'>['kind'][];

export const SOURCES = [
  'register',
  'call_back',
  'letter',
  'in_person',
] as const satisfies readonly View<'ContactBody'>['source'][];
