// A debtor's own uploads of what it owes.
export const payables = {
  title: 'My payables',
  about:
    'Upload the invoices you owe, also self-billed ones, as e-invoices, a purchase ledger or our template with due dates. Each becomes its supplier’s receivable.',
  binds:
    'An uploaded payable is your confirmation. It counts when a colleague approves it; then your company can no longer say that the debt does not exist.',
  pastEmpty: 'Nothing uploaded yet. Drop the invoices you owe above.',
  nextConfirmations: 'Go to the confirmations',
  invite: 'Invite a supplier',
  byDebtor: 'uploaded by the buyer',
};
