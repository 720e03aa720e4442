// The part of UNTDID 1001 that EN 16931 admits as invoice and credit note types (code list rule BR-CL-01).
const INVOICES = new Set(
  (
    '71 80 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 ' +
    '395 456 457 527 553 575 623 633 751 780 817 870 875 876 877 935'
  ).split(' '),
);

const CREDIT_NOTES = new Set('81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' '));

export const CORRECTED_INVOICE = '384';
export const PREPAYMENT_INVOICE = '386';
/** Factored invoice and factored credit note: the type itself says that the claim was assigned. */
export const FACTORED_TYPES: ReadonlySet<string> = new Set(['393', '396']);
/** Pro forma and consignment invoices claim no payment for a completed sale. */
export const NOT_A_CLAIM_TYPES: ReadonlySet<string> = new Set(['325', '395']);

export function isKnownType(typeCode: string): boolean {
  return INVOICES.has(typeCode) || CREDIT_NOTES.has(typeCode);
}

export function isCreditNoteType(typeCode: string): boolean {
  return CREDIT_NOTES.has(typeCode);
}
