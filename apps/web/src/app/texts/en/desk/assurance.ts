// What assures a receivable that is offered or financed, and how its debtor answers.
export const assurance = {
  title: 'Evidence',
  noGrade: 'not graded',
  disputed: 'in dispute',
  noAssignment: 'assignment excluded by contract',
  noAssignmentMeans:
    'The contract with the buyer forbids assignment. On a money claim this does not bind third parties (Civil Code, Art. 545); know it before you agree.',
  response: 'How the buyer answers',
  own: 'How suppliers and financiers see your answers',
  fewCases: 'fewer than five cases in a year: not shown',
  noCases: 'no case in a year yet',
  median: '{{days}} days (median)',
  inTime: '{{percent}} % in time',
  disputedShare: '{{percent}} % disputed',
  withdrawnShare: '{{percent}} % withdrawn',
  cases_one: '{{count}} case',
  cases_other: '{{count}} cases',
  atLeast: 'Evidence',
  any: 'Any evidence',
  orBetter: '{{grade}} or better',
  weakest: 'Weakest evidence',
};
