// Uploads on their way, and what became of them.
export const uploading = {
  files_one: '{{count}} file',
  files_other: '{{count}} files',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  state: {
    reading: 'Being read',
    planned: 'Plan: not applied',
    applying: 'Being applied',
    applied: 'Applied',
    undoing: 'Being undone',
    undone: 'Undone',
  },
  doneOf: '{{done, number}} of {{total, number}} invoices done, {{rate, number}} a second',
  /** Of a plan in which nothing is good: an unknown party may have joined since. */
  judgeAgain: 'Judge again and apply what is good',
  readingTitle: 'Upload being read',
  begun: 'Just begun.',
  done: '{{done, number}} invoices done, {{rate, number}} a second',
  doneAbout: '{{done, number}} of about {{total, number}} invoices done, {{rate, number}} a second',
};
