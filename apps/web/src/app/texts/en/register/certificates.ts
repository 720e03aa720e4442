// Certificates of registrations and searches.
export const certificates = {
  take: 'Certificate',
  kinds: {
    registration: 'Certificate of registration',
    amendment: 'Certificate of amendment',
    extension: 'Certificate of extension',
    cancellation: 'Certificate of cancellation',
    objection: 'Certificate of objection',
    objection_withdrawal: 'Certificate of withdrawal of objection',
    objection_lapse: 'Certificate of lapse of objection',
    revocation: 'Certificate of revocation',
    search: 'Certificate of search',
  },
  number: 'Certificate number',
  code: 'Verification code',
  issuedAt: 'Issued',
  edition: 'edition {{edition}}',
  hash: 'SHA-256 of the content',
  pdf: 'Download PDF',
  receipt: 'Download signed receipt (JSON)',
  howToVerify: 'Whoever has number and code reads what it says; the file itself verifies without a network.',
  verifyPage: 'Verification page',
};
