// The pages that have help of their own, by the first word of their path.

export type Topic =
  | 'start'
  | 'receivables'
  | 'uploads'
  | 'confirmations'
  | 'payables'
  | 'demands'
  | 'inbox'
  | 'mails'
  | 'mail-wishes'
  | 'duplicates'
  | 'tax-checks'
  | 'market'
  | 'requests'
  | 'offers'
  | 'deals'
  | 'notices'
  | 'limits'
  | 'approvals'
  | 'registrations'
  | 'registration-drafts'
  | 'registration-files'
  | 'searches'
  | 'objections'
  | 'statutory'
  | 'fees'
  | 'priorities'
  | 'person-accesses'
  | 'organisations'
  | 'applications'
  | 'invitations'
  | 'users'
  | 'parameters'
  | 'calendar'
  | 'documents'
  | 'deeds'
  | 'log'
  | 'receipts'
  | 'accounts'
  | 'payouts'
  | 'payments'
  | 'statements'
  | 'payment-slips';

export interface Help {
  readonly what: string;
  readonly next: string;
}
export type Topics = Readonly<Record<Topic, Help>>;
