// How the one-cent test of a bank account stands.
export const accountTest = {
  about:
    '0.01 goes to the account with a reference of six digits, which its owner reads in the statement and states here. Where a bank is connected it sends the cent; otherwise you do, with the reference that is shown then.',
  state: {
    none: '',
    waiting: 'Waits for {{bank}}',
    sent: '0.01 sent, awaits its owner',
    passed: 'One-cent test passed',
    failed: 'One-cent test failed',
    refused: 'The bank did not send 0.01',
  },
  byHand: 'Send 0.01 with reference {{reference}}',
  tries_one: 'Asked once; asked again by itself',
  tries_other: 'Asked {{count}} times; asked again by itself',
  refusal: {
    AC01: 'The bank knows no such account number. Propose the account again with the right number.',
    AC04: 'The account is closed. Propose another one.',
    AC06: 'The account is blocked at its bank. Have it unblocked there, or propose another one.',
    BE01: 'The account has another holder. Propose it again with the holder’s name as the bank knows it.',
    NARR: 'The bank gave another reason. Ask your bank, then propose the account again.',
  },
};
