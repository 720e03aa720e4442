// The debtor's queue, and disputes.
export const queue = {
  count_one: '{{count}} to answer or check',
  count_other: '{{count}} to answer or check',
  overdue: '{{count}} overdue',
  held: '{{count}} held',
  confirmOne: 'Confirm invoice {{number}} in full?',
  documentsHelp: 'Naming your order and your receipt of the goods makes the evidence better.',
  noAssignment: 'Our contract with the supplier forbids assignment',
  noAssignmentHelp: 'Supplier and financier are warned. On a money claim it does not bind third parties.',
  downloadXlsx: 'Download as Excel',
  held_by_dispute: 'in dispute',
  ownUpload: 'your own upload',
};

export const disputing = {
  title: 'Dispute about invoice {{number}}',
  platform: 'The platform, from the tax bureau’s answer',
  course: 'What happened',
  opened: 'Opened by {{name}}',
  answered: 'Answered by {{name}}, who caused it',
  escalated: 'Put before the operator',
  closed: 'Closed by {{name}}',
  holds: 'Nothing more of this receivable is financed until the dispute is closed.',
  whoCloses:
    'Whoever caused it answers; another organisation closes it. Once it is before the operator, only the operator closes it.',
};
