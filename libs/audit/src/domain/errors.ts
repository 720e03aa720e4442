// Every refusal of the log, with its way out.
import { errorTable } from '#kernel';

export const errors = errorTable('audit', {
  log_empty: {
    kind: 'not_found',
    message: { en: 'The log has no checkpoint yet.', zh: '日志尚无检查点。' },
    fix: { en: 'Ask again after the first deed.', zh: '请在产生首条记录后再查询。' },
  },
  not_witnessed: {
    kind: 'not_found',
    message: {
      en: 'No checkpoint of the log has the cosignatures of a quorum of witnesses yet.',
      zh: '日志尚无经足够见证方联署的检查点。',
    },
    fix: {
      en: 'Ask again in a minute, or take GET /api/log/checkpoint; GET /api/log/witnesses says who cosigns.',
      zh: '请一分钟后再查询，或使用 GET /api/log/checkpoint；见证方及其状态见 GET /api/log/witnesses。',
    },
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
  tile_not_found: {
    kind: 'not_found',
    message: { en: 'The log has no such tile.', zh: '日志中没有此分块。' },
    fix: {
      en: 'Name a tile as C2SP tlog-tiles does, no wider than the newest checkpoint makes it.',
      zh: '请按 C2SP tlog-tiles 命名分块，宽度不得超过最新检查点所及。',
    },
  },
  key_not_new: {
    kind: 'conflict',
    message: { en: 'The log has had this key before.', zh: '日志曾使用过该密钥。' },
    fix: {
      en: 'Name a file that does not exist yet: a new key is made there.',
      zh: '请指定尚不存在的文件，新密钥将在其中生成。',
    },
  },
  key_not_current: {
    kind: 'conflict',
    message: {
      en: 'Another key signs the log than the one this installation has.',
      zh: '为日志签名的密钥与本机密钥不符。',
    },
    fix: {
      en: 'Set LOG_KEY_FILE to the key that "log key" of the running platform names.',
      zh: '请将 LOG_KEY_FILE 设为平台现用密钥（见"log key"）。',
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
