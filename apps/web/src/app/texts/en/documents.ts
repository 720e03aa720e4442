// Files as they were received.
export const documents = {
  title: 'Files',
  about: 'Every file exactly as you sent it, with its SHA-256 fingerprint.',
  empty: 'You have not sent any file yet.',
  emptyFix: 'Upload invoices',
  name: 'File',
  type: 'Type',
  size: 'Size',
  received: 'Received',
  fingerprint: 'SHA-256',
  download: 'Download',
};
