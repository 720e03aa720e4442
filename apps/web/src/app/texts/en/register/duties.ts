// Deadlines within which the law wants a registration amended or cancelled.
export const duties = {
  title: 'Deadlines',
  about:
    'When the debt or the security ends, or a grantor changes its name, whoever filed has to say so in the register. Both sides see by when; whoever filed is reminded.',
  state: 'State a fact',
  stateTitle: 'What happened to registration {{number}}?',
  stateAbout:
    'The registration stays as it is. Everyone concerned is told, and whoever filed is reminded until the register says so. If nothing is done, you may object.',
  stated: 'Recorded: whoever filed is told.',
  what: 'What happened',
  grounds: {
    debt_discharged: 'The debt is discharged',
    security_enforced: 'The security was enforced',
    security_waived: 'The secured parties gave up all of it',
    otherwise_extinguished: 'The security ended otherwise',
    grantor_renamed: 'A grantor has another name',
  },
  occurredOn: 'On',
  formerName: 'Grantor, as registered',
  newName: 'Name as the licence now has it',
  ways: { cancel: 'Cancel', amend: 'Amend' },
  due: 'To be done by',
  weekendsOnly: 'Holidays of that year are not published yet: counted by weekends alone.',
  statedBy: 'Stated',
  byPlatform: 'by the platform',
  states: { open: 'Open', overdue: 'Overdue', met: 'Done in time', met_late: 'Done late' },
  none: 'Nothing is due for this registration.',
};
