// Searches for natural persons, and the log of who made them.
export const person = {
  by: 'Person',
  number: 'Number of the identity document',
  numberAbout: 'The whole number. It is neither kept nor shown; the certificate says its mask.',
  purpose: 'Why you search',
  purposeAbout: 'Kept with your name and your organisation; the person can read it.',
  title: 'Searches for persons',
  about:
    'Who searched the register for a natural person by the number of the identity document, when, and why.',
  empty: 'Nobody has searched for a person that you may read about.',
  masked: 'Number',
  at: 'When',
  why: 'Why',
  organisation: 'Organisation',
  user: 'Person',
};
