// The record of deeds.
export const audit = {
  receipt: 'Receipt',
  verify: 'Verify a receipt',
  title: 'Record of deeds',
  about: 'Who did what, in the order it was recorded. Lines are only ever added.',
  empty: 'No deed is recorded yet.',
  emptySubject: 'No deed on this subject.',
  at: 'When',
  action: 'What',
  subject: 'On what',
  version: 'Version',
  by: 'By whom',
  platform: 'the platform',
  details: 'Details',
  only: 'Only this subject',
  showAll: 'Show all',
};
