// Leaving the platform at one's own request.
export const departure = {
  title: 'Requests to leave',
  about: 'An administrator asks; the operator lets the organisation go when nothing of it is open.',
  empty: 'Nobody asks to leave.',
  at: 'Asked',
  obstacles: 'Still open',
  obstacle: { open_deals: 'Deals: {{count}}', open_receivables: 'Receivables: {{count}}' },
  nothingOpen: 'nothing',
  states: { open: 'Awaits the operator', granted: 'Granted', refused: 'Refused', withdrawn: 'Taken back' },
  ask: 'Ask to leave',
  askTitle: 'Ask that your organisation may leave?',
  askConsequence: 'Nothing ends yet. The operator sees the reason and what is still open, and decides.',
  withdraw: 'Take back',
  grant: 'Let go',
  grantTitle: 'Let the organisation go?',
  grantConsequence:
    'It leaves for good: its people cannot sign in, its accounts are in force for nothing. Its record stays.',
  refuse: 'Refuse',
  refuseTitle: 'Refuse the request?',
  refuseConsequence: 'The organisation stays and reads your reason.',
};
