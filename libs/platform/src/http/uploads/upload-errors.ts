// What can be wrong with files on their way here, before anybody reads them.
import { type ErrorEntry, type ErrorKind, errorTable } from '#kernel';

type Pair = readonly [en: string, zh: string];
const entry = (kind: ErrorKind, [en, zh]: Pair, [fixEn, fixZh]: Pair): ErrorEntry => ({
  kind,
  message: { en, zh },
  fix: { en: fixEn, zh: fixZh },
});

export const uploadErrors = errorTable('platform', {
  upload_not_multipart: entry(
    'invalid',
    ['The upload is not multipart/form-data.', '上传内容不是 multipart/form-data。'],
    ['Send the files as parts of a multipart/form-data body.', '请以 multipart/form-data 发送文件。'],
  ),
  upload_broken: entry(
    'invalid',
    ['The upload broke off or is not well formed.', '上传内容不完整或格式有误。'],
    ['Send the files again.', '请重新上传文件。'],
  ),
  upload_field: entry(
    'invalid',
    ['The upload holds fields beside the files.', '上传中除文件外还有其他字段。'],
    ['Send files only.', '请只发送文件。'],
  ),
  file_too_large: entry(
    'too_large',
    ['A file is larger than {limitMb} MB.', '有文件超过 {limitMb} MB。'],
    ['Split the file and upload the parts.', '请拆分文件后分别上传。'],
  ),
  upload_too_large: entry(
    'too_large',
    ['The files together are larger than {limitMb} MB.', '文件合计超过 {limitMb} MB。'],
    ['Upload fewer files at a time.', '请减少单次上传的文件。'],
  ),
  too_many_files: entry(
    'too_large',
    ['The upload holds more than {limit} files.', '单次上传超过 {limit} 个文件。'],
    ['Upload fewer files at a time.', '请减少单次上传的文件。'],
  ),
  upload_not_one: entry(
    'invalid',
    ['The upload is to hold exactly one file.', '上传须且仅须包含一个文件。'],
    ['Choose one file and send it again.', '请选择一个文件后重新上传。'],
  ),
});
