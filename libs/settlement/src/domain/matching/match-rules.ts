// Why a payment was matched, how sure that is, and whether it may be booked without a person. Conservative: a rule is
// automatic only when the payer's own words or an amount that fits nothing else leave no second reading.
import type { Bilingual } from '#kernel';

export interface MatchRule {
  /** Between 0 and 1: an order of trust, not a measured probability. */
  readonly confidence: number;
  readonly automatic: boolean;
  readonly reason: Bilingual;
}

const rule = (confidence: number, automatic: boolean, en: string, zh: string): MatchRule =>
  Object.freeze({ confidence, automatic, reason: { en, zh } });

export const MATCH_RULES = Object.freeze({
  reference: rule(
    0.99,
    true,
    'The payment names the item, and the amount is exactly what is outstanding.',
    '付款注明了该笔账款，且金额与未付金额完全一致。',
  ),
  references: rule(
    0.98,
    true,
    'The payment names several items, and the amount is exactly their sum.',
    '付款注明了多笔账款，且金额等于其合计。',
  ),
  reference_completed: rule(
    0.95,
    true,
    'The payment names some items; only one combination of the payer’s other items makes up the rest.',
    '付款注明了部分账款，其余金额恰好只对应付款人其他账款的一种组合。',
  ),
  reference_part: rule(
    0.95,
    true,
    'The payer of the item names it and pays a part.',
    '债务人注明了该笔账款并支付了部分金额。',
  ),
  parts_complete: rule(
    0.95,
    true,
    'Several payments name the item and together make exactly what is outstanding.',
    '多笔付款均注明该笔账款，合计恰为未付金额。',
  ),
  reference_over: rule(
    0.9,
    true,
    'The payer names the items and pays more than is outstanding; the rest is left over.',
    '债务人注明了账款，付款超过未付金额，余额未分配。',
  ),
  reference_slip: rule(
    0.95,
    true,
    'The number is written with other zeros, spaces or a slip of typing; payer and amount agree.',
    '注明的编号在零、空格或录入上略有出入，但付款人与金额一致。',
  ),
  references_deducted: rule(
    0.94,
    true,
    'The payer names the items and pays all but a small deduction, which stays open on the item due last.',
    '债务人注明了账款并支付全额，仅有小额扣款，差额留在最后到期的账款上。',
  ),
  amount_and_payer: rule(
    0.93,
    true,
    'Among the payer’s items only this one has exactly this amount.',
    '付款人的账款中仅此一笔金额完全一致。',
  ),
  all_open_items: rule(
    0.92,
    true,
    'The amount is exactly the sum of all open items of the payer, known by its account.',
    '金额等于该账户付款人全部未付账款的合计。',
  ),
  reference_weak: rule(
    0.75,
    false,
    'The payment seems to name the item by a short or differently written number.',
    '付款疑似以较短或写法不同的编号注明该笔账款。',
  ),
  reference_short: rule(
    0.7,
    false,
    'The payment names several items but pays less than their sum.',
    '付款注明了多笔账款，但金额少于其合计。',
  ),
  reference_other_payer: rule(
    0.65,
    false,
    'The payment names the item, but neither the payer nor the amount agrees.',
    '付款注明了该笔账款，但付款人和金额均不一致。',
  ),
  combination: rule(
    0.6,
    false,
    'A combination of the payer’s items makes up the amount.',
    '付款人的若干账款合计等于该金额。',
  ),
  amount_unsure: rule(
    0.5,
    false,
    'The amount fits, but other items or payments fit as well, or the text names another document.',
    '金额相符，但另有账款或付款也相符，或附言注明了其他单据。',
  ),
  payer_only: rule(
    0.3,
    false,
    'Only the payer is known; the money is proposed for the items that fell due first.',
    '仅能确定付款人，建议先抵充最早到期的账款。',
  ),
});

export type MatchRuleName = keyof typeof MATCH_RULES;

export const UNMATCHED = Object.freeze({
  nothing_found: {
    en: 'Neither a reference nor the payer leads to an open item.',
    zh: '编号和付款人均未对应任何未付账款。',
  },
  already_settled: {
    en: 'The payment names only items that are already settled.',
    zh: '付款注明的账款均已结清。',
  },
  nothing_received: { en: 'The entry brought no money in.', zh: '该笔分录没有收入款项。' },
});

export type UnmatchedName = keyof typeof UNMATCHED;
