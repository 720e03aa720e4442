// Refusals about modification codes, with their way out.
import { errorTable } from '#kernel';

export const errors = errorTable('registry', {
  code_wrong: {
    kind: 'refused',
    message: {
      en: 'This is not the modification code of the registration.',
      zh: '修改码与该登记不符。',
    },
    fix: {
      en: 'Ask whoever filed for the code in force: a new one, and a change of the secured parties, end the one before.',
      zh: '请向原登记办理方索取现行修改码：重新取码或变更担保权人后，原修改码即失效。',
    },
  },
});
