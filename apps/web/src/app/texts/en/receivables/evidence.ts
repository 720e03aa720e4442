// Files as evidence in a dispute.
export const evidence = {
  title: 'Evidence',
  about: 'Everybody whom the dispute concerns sees every file. What was added stays.',
  none: 'No file was added yet.',
  add: 'Add a file',
  addHint: 'Up to 20 MB: a photograph, a delivery note, a letter. Add files here or drop them.',
  added: 'The file was added.',
  side: {
    supplier: 'From the supplier',
    debtor: 'From the buyer',
    other: 'From {{name}}',
  },
  fingerprint: 'SHA-256 of the content',
};
