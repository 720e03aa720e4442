// Every refusal of the log, with its way out.
import { errorTable } from '#kernel';

export const errors = errorTable('audit', {
  log_empty: {
    kind: 'not_found',
    message: { en: 'The log has no checkpoint yet.', zh: '日志尚无检查点。' },
    fix: { en: 'Ask again after the first deed.', zh: '请在产生首条记录后再查询。' },
  },
  checkpoint_not_found: {
    kind: 'not_found',
    message: { en: 'There is no checkpoint of size {size}.', zh: '没有规模为{size}的检查点。' },
    fix: {
      en: 'Take a size that a checkpoint stated; GET /api/log/checkpoint has the newest.',
      zh: '请使用检查点所载的规模；最新检查点见 GET /api/log/checkpoint。',
    },
  },
  leaf_not_found: {
    kind: 'not_found',
    message: { en: 'The log of that size has no such leaf.', zh: '该规模的日志中没有此叶。' },
    fix: {
      en: 'Give an index below the size, or the hash of a leaf in it.',
      zh: '请给出小于规模的序号，或其中某叶的哈希。',
    },
  },
  proof_unprovable: {
    kind: 'invalid',
    message: {
      en: 'From size {from} to size {to} there is nothing to prove.',
      zh: '从规模{from}到规模{to}无可证明。',
    },
    fix: {
      en: 'Give a first size of at least 1 that is not above the second.',
      zh: '起始规模应至少为1，且不大于结束规模。',
    },
  },
  deed_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such deed.', zh: '没有该记录。' },
    fix: { en: 'Check the id, or list the deeds on the subject.', zh: '请核对编号，或按对象查询记录。' },
  },
  not_sequenced_yet: {
    kind: 'conflict',
    retryable: true,
    message: { en: 'The deed is stored and not yet in the log.', zh: '该记录已保存，尚未写入日志。' },
    fix: { en: 'Ask again in a second.', zh: '请一秒后重试。' },
  },
});
