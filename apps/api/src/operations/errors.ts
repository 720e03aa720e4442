// What can be refused when an operator sets a parameter or a calendar day.
import { errorTable } from '#kernel';

export const errors = errorTable('operations', {
  parameter_unknown: {
    kind: 'not_found',
    message: { en: 'There is no parameter "{name}".', zh: '不存在参数“{name}”。' },
    fix: { en: 'Choose one from the list of parameters.', zh: '请从参数列表中选择。' },
  },
  value_unfit: {
    kind: 'refused',
    message: { en: 'The value does not fit the kind "{kind}".', zh: '参数值与类型“{kind}”不符。' },
    fix: { en: 'Give a value of that kind.', zh: '请填写该类型的值。' },
  },
  date_past: {
    kind: 'refused',
    message: {
      en: 'What is set here may not take effect before today: past deeds keep what held on their day.',
      zh: '生效日期不得早于今天：既往行为适用其当日的规定。',
    },
    fix: { en: 'Choose today or a later day.', zh: '请选择今天或之后的日期。' },
  },
});
