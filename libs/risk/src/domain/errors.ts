// What risk refuses. The sentences name no limit and no use: those are the financier's own figures.
import { errorTable } from '#kernel';

export const errors = errorTable('risk', {
  limit_missing: {
    kind: 'refused',
    message: {
      en: 'The financier has no limit for this debtor in {currency}.',
      zh: '资金方未对该债务人设置{currency}额度。',
    },
    fix: {
      en: 'Ask the financier’s risk officer to set a limit, or leave this debtor out.',
      zh: '请由资金方风险人员设置额度，或去掉该债务人的账款。',
    },
  },
  limit_exceeded: {
    kind: 'refused',
    message: {
      en: 'The financier’s limit for this debtor has no room for {wanted}.',
      zh: '资金方对该债务人的剩余额度不足{wanted}。',
    },
    fix: {
      en: 'Take a smaller amount, wait until earlier deals are paid, or have the limit raised.',
      zh: '请减少金额、等待已有业务结清，或由资金方调高额度。',
    },
  },
  limit_negative: {
    kind: 'refused',
    message: { en: 'A limit cannot be below zero.', zh: '额度不能小于零。' },
    fix: { en: 'Give zero to stop new business.', zh: '如需停止新增业务，请填写零。' },
  },
  limit_exists: {
    kind: 'conflict',
    message: {
      en: 'There already is a limit for this debtor in {currency}, at version {version}.',
      zh: '该债务人已有{currency}额度，当前版本为{version}。',
    },
    fix: {
      en: 'Look at it, then send its version as expectedVersion to change it.',
      zh: '请先查看现有额度，再以其版本号作为 expectedVersion 提交修改。',
    },
  },
  limit_changed: {
    kind: 'conflict',
    message: {
      en: 'The limit is at version {version} and no longer at {expectedVersion}: somebody changed it.',
      zh: '额度当前版本为{version}，而非{expectedVersion}：已有他人修改。',
    },
    fix: { en: 'Reload the limit and decide again.', zh: '请刷新额度后重新决定。' },
  },
  limit_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such limit.', zh: '未找到该额度。' },
    fix: {
      en: 'Use the id of a limit of your own, and no expectedVersion for the first one of a debtor.',
      zh: '请使用本单位额度的标识符；首次设置时不要填写 expectedVersion。',
    },
  },
  debtor_unstated: {
    kind: 'refused',
    message: {
      en: 'The debtor is to be named once: by id or by identifier.',
      zh: '请以标识符或证照号码之一指明债务人。',
    },
    fix: {
      en: 'Give either debtorId or debtorIdentifier.',
      zh: '请只填写 debtorId 或 debtorIdentifier 其中之一。',
    },
  },
  debtor_unknown: {
    kind: 'refused',
    message: { en: 'This debtor is not on the platform.', zh: '平台上没有该债务人。' },
    fix: {
      en: 'Check the number, or ask the operator to take the debtor onto the platform.',
      zh: '请核对号码，或请运营方办理该债务人入驻。',
    },
  },
  debtor_suspended: {
    kind: 'refused',
    message: {
      en: 'The debtor is suspended: its limit may be lowered and not set or raised.',
      zh: '该债务人已停用：额度只能调低，不能新设或调高。',
    },
    fix: { en: 'Lower the limit, or wait until the debtor is back.', zh: '请调低额度，或待其恢复后再设置。' },
  },
  own_debt: {
    kind: 'refused',
    message: { en: 'A financier has no limit for itself.', zh: '资金方不能对自身设置额度。' },
    fix: { en: 'Name another organisation as the debtor.', zh: '请选择其他单位作为债务人。' },
  },
  not_a_financier: {
    kind: 'refused',
    message: { en: 'Only a financier sets limits.', zh: '只有资金方可以设置额度。' },
    fix: {
      en: 'Ask the operator to check what your organisation may be on the platform.',
      zh: '请联系运营方核对本单位的业务身份。',
    },
  },
});
