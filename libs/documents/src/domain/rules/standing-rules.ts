// Whether a well-formed invoice can be financed as it stands. Everything here only flags: the invoice is kept, and a
// person or a later document settles the matter.
import { checkResidentId, checkUscc } from '#kernel';
import { decimalOf, signOf } from '../amounts';
import { namesAdvance, saysAssigned } from './free-text';
import { sellerId, buyerId, type InvoiceDraft } from '../invoice-draft';
import { plainCode } from '../invoice-key';
import { isAnotherParty } from './mandatory-rules';
import {
  CORRECTED_INVOICE,
  FACTORED_TYPES,
  NOT_A_CLAIM_TYPES,
  PREPAYMENT_INVOICE,
  isCreditNoteType,
} from './type-codes';
import { flagging, type Finding, type Flag } from '../verdict';

interface StandingRule {
  readonly flag: Flag;
  readonly en: string;
  readonly zh: string;
  readonly fix: { readonly en: string; readonly zh: string };
  readonly applies: (draft: InvoiceDraft) => boolean;
}

const REFER_TO_ORIGINAL = {
  en: 'It is kept and reduces the invoice it refers to; ask for finance on what remains of that one.',
  zh: '该文件予以保留，并冲减其所对应的发票；请就该发票的余额申请融资。',
};
const NOTHING_TO_DO = {
  en: 'Nothing is left to finance; choose another invoice.',
  zh: '已无可融资金额，请选择其他发票。',
};
const SHOW_RELEASE = {
  en: 'Show that the claim belongs to the seller again, for example by a release of the assignee.',
  zh: '请提供债权已回归销售方的证明，例如受让人的解除文件。',
};

function isCreditNote(draft: InvoiceDraft): boolean {
  if (draft.isCreditNote) return true;
  if (draft.typeCode !== null && isCreditNoteType(draft.typeCode)) return true;
  return (signOf(draft.grossAmount) ?? signOf(draft.payableAmount)) === -1;
}

function isPaid(draft: InvoiceDraft): boolean {
  if (draft.isPaid) return true;
  if (signOf(draft.grossAmount) !== 1 || signOf(draft.prepaidAmount) !== 1) return false;
  const prepaid = decimalOf(draft.prepaidAmount);
  return draft.grossAmount !== null && (prepaid?.greaterThanOrEqualTo(draft.grossAmount) ?? false);
}

/** A final invoice that deducts an advance names it too, so the words count only where nothing was prepaid. */
function isAdvance(draft: InvoiceDraft): boolean {
  if (draft.typeCode === PREPAYMENT_INVOICE) return true;
  if (draft.prepaidAmount !== null && draft.prepaidAmount !== '0') return false;
  const items = draft.lines.flatMap((line) => (line.itemName === null ? [] : [line.itemName]));
  return namesAdvance(items);
}

function freeText(draft: InvoiceDraft): string[] {
  return draft.paymentTerms === null ? [...draft.notes] : [...draft.notes, draft.paymentTerms];
}

const STANDING: readonly StandingRule[] = [
  {
    flag: 'credit_note',
    en: 'This is a credit note, by its type or by its negative amount.',
    zh: '这是贷项通知单（红字发票）：依其类型或负数金额判断。',
    fix: REFER_TO_ORIGINAL,
    applies: isCreditNote,
  },
  {
    flag: 'correction',
    en: 'This is a corrected invoice (type 384).',
    zh: '这是更正发票（类型 384）。',
    fix: REFER_TO_ORIGINAL,
    applies: (draft) => draft.typeCode === CORRECTED_INVOICE,
  },
  {
    flag: 'not_a_claim',
    en: 'A pro forma or consignment invoice claims no payment yet.',
    zh: '形式发票或寄售发票尚不构成付款请求权。',
    fix: {
      en: 'Upload the final invoice once the goods are sold.',
      zh: '请在货物售出后上传正式发票。',
    },
    applies: (draft) => draft.typeCode !== null && NOT_A_CLAIM_TYPES.has(draft.typeCode),
  },
  {
    flag: 'negative_payable',
    en: 'The amount due is negative: the seller owes the buyer.',
    zh: '应付金额为负：销售方欠购买方款项。',
    fix: NOTHING_TO_DO,
    applies: (draft) => signOf(draft.payableAmount) === -1,
  },
  {
    flag: 'zero_payable',
    en: 'The amount due is zero.',
    zh: '应付金额为零。',
    fix: NOTHING_TO_DO,
    applies: (draft) => signOf(draft.payableAmount) === 0,
  },
  {
    flag: 'void',
    en: 'The invoice is marked void.',
    zh: '发票已作废。',
    fix: NOTHING_TO_DO,
    applies: (draft) => draft.isVoid,
  },
  {
    flag: 'reversed',
    en: 'The invoice was reversed by a red-letter invoice.',
    zh: '发票已被红冲。',
    fix: NOTHING_TO_DO,
    applies: (draft) => draft.isReversed,
  },
  {
    flag: 'paid',
    en: 'The invoice has already been paid.',
    zh: '发票已付款。',
    fix: NOTHING_TO_DO,
    applies: isPaid,
  },
  {
    flag: 'payee_not_seller',
    en: 'The payee is not the seller.',
    zh: '收款方不是销售方。',
    fix: SHOW_RELEASE,
    applies: (draft) => draft.payee !== null && isAnotherParty(draft.payee, draft.seller),
  },
  {
    flag: 'already_assigned',
    en: 'The invoice, or its accounting voucher, says that its claim was assigned, factored or securitised.',
    zh: '发票或其会计凭证载明该债权已转让、已办理保理或已证券化。',
    fix: SHOW_RELEASE,
    applies: (draft) =>
      draft.isAssigned ||
      (draft.typeCode !== null && FACTORED_TYPES.has(draft.typeCode)) ||
      saysAssigned(freeText(draft)),
  },
  {
    flag: 'advance',
    en: 'This invoice asks for an advance: nothing has been delivered for it yet.',
    zh: '这是预付款发票：尚无对应的交付。',
    fix: {
      en: 'Finance the final invoice after delivery.',
      zh: '请在交付后就正式发票申请融资。',
    },
    applies: isAdvance,
  },
];

const MASK = /[*＊•●]|X{3,}/iu;
/** 18 characters that begin like a USCC; the VAT numbers of other countries begin with two letters. */
const CHINESE_LOOKING = /^[0-9Y][0-9A-Z*]{17}$/iu;

interface IdentifierOf {
  readonly en: string;
  readonly zh: string;
  readonly value: string | null;
  readonly country: string | null;
}

function identifierFindings(draft: InvoiceDraft): Finding[] {
  const parties: readonly IdentifierOf[] = [
    { en: 'seller', zh: '销售方', value: sellerId(draft), country: draft.seller.country },
    { en: 'buyer', zh: '购买方', value: buyerId(draft), country: draft.buyer.country },
  ];
  return parties.flatMap((party) => {
    if (party.value === null || !isChinese(party.value, party.country, draft)) return [];
    return identifierFinding(party, party.value);
  });
}

/** The country decides where an EN 16931 address states one; else the document and the look of the identifier. */
function isChinese(value: string, country: string | null, draft: InvoiceDraft): boolean {
  if (country !== null) return country === 'CN';
  return draft.source === 'efapiao' || CHINESE_LOOKING.test(plainCode(value));
}

function identifierFinding({ en, zh }: IdentifierOf, value: string): Finding[] {
  if (MASK.test(value)) {
    const fix = { en: 'A person compares it with the business licence.', zh: '请人工与营业执照核对。' };
    return [
      flagging(
        'identifier_masked',
        { en: `The identifier of the ${en} is masked.`, zh: `${zh}识别号被遮掩。` },
        fix,
      ),
    ];
  }
  const { valid, reason } = identifierCheck(plainCode(value));
  if (valid) return [];
  const fix = {
    en: 'Compare it with the business licence; if it was mistyped, correct it and upload again.',
    zh: '请与营业执照核对；如系误录，请更正后重新上传。',
  };
  return [
    flagging(
      'identifier_invalid',
      {
        en: `The identifier of the ${en} fails its check: ${reason?.en ?? value}`,
        zh: `${zh}识别号校验不通过：${reason?.zh ?? value}`,
      },
      fix,
    ),
  ];
}

const REMEMBERED = 1000;
const remembered = new Map<string, ReturnType<typeof checkUscc>>();

/** The few parties of a table come again in every row. */
function identifierCheck(code: string): ReturnType<typeof checkUscc> {
  const known = remembered.get(code);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  // A natural person supplies and buys under the number of the identity card, which GB 11643 checks.
  const person = checkResidentId(code);
  const check = person.valid ? person : checkUscc(code);
  remembered.set(code, check);
  return check;
}

export function standingFindings(draft: InvoiceDraft): Finding[] {
  const flags = STANDING.filter(({ applies }) => applies(draft)).map(({ flag, en, zh, fix }) =>
    flagging(flag, { en, zh }, fix),
  );
  return [...flags, ...identifierFindings(draft)];
}
