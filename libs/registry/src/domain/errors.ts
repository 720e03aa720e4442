// Every refusal of the registry, with its way out.
import { errorTable } from '#kernel';

export const errors = errorTable('registry', {
  filing_invalid: {
    kind: 'refused',
    message: { en: 'The filing cannot be registered as it stands.', zh: '登记内容不符合要求，无法登记。' },
    fix: {
      en: 'Correct the fields listed under "errors" and file again.',
      zh: '请按 errors 中所列字段更正后重新提交。',
    },
  },
  asset_claimed: {
    kind: 'conflict',
    message: {
      en: 'Of {payable}, {claimed} is already claimed by others; {wanted} does not fit.',
      zh: '该资产应付金额{payable}，已被登记占用{claimed}，无法再登记{wanted}。',
    },
    fix: {
      en: 'Take at most what is still free, or choose another receivable.',
      zh: '请将金额降至剩余可用部分以内，或选择其他应收账款。',
    },
  },
  competing_earlier_filing: {
    kind: 'conflict',
    message: {
      en: 'Another party registered a claim on this asset before: number {number}, {filedAt}. It would rank first.',
      zh: '他人已就该资产在先登记（登记编号{number}，登记时间{filedAt}），其顺位在先。',
    },
    fix: {
      en: 'Look that registration up; leave the asset out, or wait until it has ended.',
      zh: '请查询该登记；移除该资产，或待该登记终止后再办理。',
    },
  },
  payable_changed: {
    kind: 'conflict',
    message: {
      en: 'The asset is registered with {payable} payable; this filing says {given}.',
      zh: '该资产登记的应付金额为{payable}，本次填写为{given}。',
    },
    fix: {
      en: 'Read the asset again: the payable amount is fixed by its first claim.',
      zh: '请重新读取该资产：应付金额以首次登记为准。',
    },
  },
  filing_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such registration.', zh: '未找到该登记。' },
    fix: {
      en: 'Use an id from your list of registrations, or search the registry.',
      zh: '请使用登记列表中的标识符，或查询登记系统。',
    },
  },
  moment_ahead: {
    kind: 'refused',
    message: { en: 'This moment has not come yet.', zh: '该时间尚未到来。' },
    fix: {
      en: 'Give a moment that has passed, or leave it out for now.',
      zh: '请填写已过去的时间；留空即为当前。',
    },
  },
  event_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such event of a registration.', zh: '未找到该登记事项。' },
    fix: { en: 'Use an id from the history of a registration.', zh: '请使用登记历史中的标识符。' },
  },
  filing_changed: {
    kind: 'conflict',
    message: { en: 'The registration has changed since you read it.', zh: '该登记在您读取之后已发生变更。' },
    fix: { en: 'Load it again and amend it as it now stands.', zh: '请重新加载后再变更。' },
  },
  nothing_amended: {
    kind: 'refused',
    message: { en: 'The amendment changes nothing.', zh: '变更内容与现有登记一致。' },
    fix: {
      en: 'Change a party, the collateral or the maximum amount.',
      zh: '请变更当事人、担保财产或最高额。',
    },
  },
  filing_ended: {
    kind: 'conflict',
    message: { en: 'This registration has ended.', zh: '该登记已终止。' },
    fix: {
      en: 'File a new registration; it counts from its own time.',
      zh: '请重新办理登记，其时间自新登记起算。',
    },
  },
  held_by_deal: {
    kind: 'refused',
    message: { en: 'A deal holds this registration.', zh: '该登记由融资业务办理。' },
    fix: {
      en: 'Settle or unwind the deal: the registration ends with it.',
      zh: '请办理该笔业务的结清或解除，登记将随之注销。',
    },
  },
  filed_by_another: {
    kind: 'refused',
    message: {
      en: 'Only who filed this registration may change it.',
      zh: '仅办理该登记的机构可以变更该登记。',
    },
    fix: {
      en: 'Ask the organisation that filed it to extend or cancel it.',
      zh: '请联系办理登记的机构办理展期或注销。',
    },
  },
  search_invalid: {
    kind: 'invalid',
    message: { en: 'The search terms are not complete.', zh: '查询条件不完整或不正确。' },
    fix: {
      en: 'Correct the fields listed under "errors" and search again.',
      zh: '请按 errors 中所列字段更正后重新查询。',
    },
  },
  lint_of_another_draft: {
    kind: 'refused',
    message: { en: 'The check was made of another draft.', zh: '预检结果与本次登记内容不符。' },
    fix: {
      en: 'Check this draft again, or file without the check.',
      zh: '请重新预检，或不附预检结果直接登记。',
    },
  },
  priority_unclear: {
    kind: 'invalid',
    message: {
      en: 'Ranks are asked for one asset or one grantor, and suppositions name registrations among them.',
      zh: '顺位查询须且仅须指定一项资产或一名担保人；假设条件所指登记须在其中。',
    },
    fix: {
      en: 'Give assetKey or grantor; name registrations by numbers that the answer lists, juniors with seniors.',
      zh: '请填写资产标识或担保人；登记编号须为查询结果所列，后顺位与先顺位编号须同时填写。',
    },
  },
  search_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such search.', zh: '未找到该查询记录。' },
    fix: {
      en: 'Use an id from your own list of searches.',
      zh: '请使用本单位查询记录列表中的标识符。',
    },
  },
  certificate_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such certificate.', zh: '未找到该证明。' },
    fix: {
      en: 'Check the number, and the verification code printed beside it.',
      zh: '请核对证明编号及其旁所印的校验码。',
    },
  },
  certificate_asked_too_often: {
    kind: 'limited',
    retryable: true,
    message: { en: 'Too many certificates were asked about from here.', zh: '核验请求过于频繁。' },
    fix: {
      en: 'Wait {seconds} seconds, or verify the file offline.',
      zh: '请{seconds}秒后再试，或离线核验文件。',
    },
  },
  statutory_entry_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such statutory registration.', zh: '未找到该法定登记信息。' },
    fix: { en: 'Use an id from your own list.', zh: '请使用本单位列表中的标识符。' },
  },
  statutory_hash_malformed: {
    kind: 'refused',
    message: { en: 'The SHA-256 is not 64 hexadecimal digits.', zh: '摘要不是 64 位十六进制数字。' },
    fix: {
      en: 'Choose the certificate file again, or leave the field out.',
      zh: '请重新选择证明文件，或不填写该项。',
    },
  },
  statutory_time_ahead: {
    kind: 'refused',
    message: { en: '{registeredAt} is in the future.', zh: '{registeredAt} 是未来时间。' },
    fix: {
      en: 'Give the time printed on the registry’s certificate.',
      zh: '请填写登记机构证明上的登记时间。',
    },
  },
  statutory_waiting: {
    kind: 'conflict',
    message: {
      en: 'An entry for this registration waits for its check.',
      zh: '该登记已有一条法定登记信息待复核。',
    },
    fix: { en: 'Let a second person check that one first.', zh: '请先由第二人复核该条信息。' },
  },
  statutory_known: {
    kind: 'conflict',
    message: { en: 'Exactly this is recorded already.', zh: '该法定登记信息已录入。' },
    fix: { en: 'Nothing is left to do.', zh: '无需再次录入。' },
  },
  statutory_reason_missing: {
    kind: 'refused',
    message: {
      en: 'Whoever corrects or declines says why.',
      zh: '更正或退回须说明理由。',
    },
    fix: { en: 'Give the reason.', zh: '请填写理由。' },
  },
  statutory_not_open: {
    kind: 'conflict',
    message: { en: 'This entry needs no check, or has had one.', zh: '该条信息无需复核或已复核。' },
    fix: { en: 'Load the list again.', zh: '请重新加载列表。' },
  },
  statutory_maker_is_checker: {
    kind: 'refused',
    message: { en: 'Whoever entered it does not check it.', zh: '录入人不得复核本人录入的信息。' },
    fix: { en: 'Let a colleague check it.', zh: '请由其他同事复核。' },
  },
  statutory_csv_unreadable: {
    kind: 'refused',
    message: { en: 'The file is not a table of statutory registrations.', zh: '文件不是法定登记信息表。' },
    fix: {
      en: 'Use the file you downloaded here and fill in its last two columns.',
      zh: '请使用从本页下载的文件，并填写最后两列。',
    },
  },
  search_saved_already: {
    kind: 'conflict',
    message: { en: 'Your organisation watches this already.', zh: '贵单位已在关注该名称或资产。' },
    fix: { en: 'See your kept searches.', zh: '请查看已保存的查询。' },
  },
  saved_search_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such kept search.', zh: '未找到该已保存的查询。' },
    fix: { en: 'Use an id from your own list.', zh: '请使用本单位列表中的标识符。' },
  },
});
