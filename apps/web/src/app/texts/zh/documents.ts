// Files as they were received.
export const documents = {
  title: '文件',
  about: '您提交的每个文件均按原样保存，并附 SHA-256 指纹。',
  empty: '您尚未提交任何文件。',
  emptyFix: '上传发票',
  name: '文件',
  type: '类型',
  size: '大小',
  received: '接收时间',
  fingerprint: 'SHA-256',
  download: '下载',
};
