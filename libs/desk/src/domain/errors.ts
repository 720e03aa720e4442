// Every refusal of the desk, with its way out.
import { type ErrorEntry, type ErrorKind, errorTable } from '#kernel';

type Pair = readonly [en: string, zh: string];
const entry = (kind: ErrorKind, [en, zh]: Pair, [fixEn, fixZh]: Pair): ErrorEntry => ({
  kind,
  message: { en, zh },
  fix: { en: fixEn, zh: fixZh },
});

export const errors = errorTable('desk', {
  draft_not_found: entry(
    'not_found',
    ['There is no such draft.', '未找到该草稿。'],
    ['Choose one from your list of drafts.', '请从草稿列表中选择。'],
  ),
  draft_changed: entry(
    'conflict',
    [
      'Somebody changed this draft meanwhile: it is at version {version}.',
      '草稿已被他人修改，当前版本为{version}。',
    ],
    ['Load it again, then repeat your changes.', '请重新载入后再修改。'],
  ),
  too_many_drafts: entry(
    'refused',
    ['Your organisation has {limit} drafts already.', '本单位草稿已达{limit}份。'],
    ['File or discard some of them.', '请先提交或删除部分草稿。'],
  ),
  file_not_found: entry(
    'not_found',
    ['There is no such file of registrations.', '未找到该批量登记文件。'],
    ['Choose one from your list of files.', '请从文件列表中选择。'],
  ),
  file_not_planned: entry(
    'conflict',
    [
      'The file is {state}; only a planned file is filed.',
      '该文件状态为{state}，仅已预检的文件可以提交登记。',
    ],
    ['Load it again to see where it stands.', '请刷新查看其当前状态。'],
  ),
  file_too_long: entry(
    'refused',
    ['The file has more than {limit} registrations.', '文件中登记超过{limit}笔。'],
    ['Split it and hand in the parts.', '请拆分后分别上传。'],
  ),
  line_malformed: entry(
    'refused',
    ['Line {line}: "{column}" is missing or malformed.', '第{line}行的“{column}”缺失或格式有误。'],
    ['Correct the cell as the template describes it.', '请按模板说明更正该单元格。'],
  ),
  reference_used: entry(
    'conflict',
    [
      'Your reference {reference} is that of registration {number} already.',
      '编号{reference}已用于登记{number}。',
    ],
    ['Use another reference, or leave the line out: it is registered.', '请更换编号；如已登记，请删除该行。'],
  ),
  statement_too_long: entry(
    'refused',
    ['The statement has more than {limit} lines.', '账单超过{limit}行。'],
    ['Take it as CSV, or for one organisation.', '请下载CSV格式，或按单个单位下载。'],
  ),
  reference_twice: entry(
    'refused',
    [
      'The reference {reference} stands for two registrations in this file.',
      '编号{reference}在文件中用于两笔登记。',
    ],
    [
      'Put the lines of one registration below each other, and give each registration its own reference.',
      '同一登记的各行须相邻，不同登记须使用不同编号。',
    ],
  ),
});
