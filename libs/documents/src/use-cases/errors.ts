// What can be wrong with a request for a stored document; why a file cannot be read is said in domain/errors.
import { errorTable } from '#kernel';

export const errors = errorTable('documents', {
  document_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such document.', zh: '该文件不存在。' },
    fix: { en: 'Choose a document from your list.', zh: '请从本单位的文件列表中选择。' },
  },
});
