// What of a bulk command could not be done, line by line with the reason and the fix.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { type Bilingual, useSentence } from '../../../ui/text/bilingual';

type Task = View<'TaskView'>;
export interface ItemResult {
  readonly outcome: string;
  readonly receivableId?: string | null;
  readonly error: { readonly message: Bilingual; readonly fix: Bilingual } | null;
}

/** Says how many of the items were done, and shows the others with their reasons. */
export function useBulkReport() {
  const { modal, message } = App.useApp();
  const { t } = useTranslation();
  const sentence = useSentence();
  return (results: readonly ItemResult[], tasks: readonly Task[], done: (count: number) => string) => {
    const refused = results.filter(({ error }) => error);
    const count = results.length - refused.length;
    if (count > 0) void message.success(done(count));
    if (refused.length === 0) return;
    const numbers = new Map(tasks.map(({ id, invoiceNumber }) => [id, invoiceNumber]));
    modal.warning({
      title: t('receivables.someRefused', { count: refused.length }),
      width: 560,
      content: refused.map(({ receivableId, error }, index) => (
        <p key={index}>
          {receivableId && <strong>{numbers.get(receivableId)} </strong>}
          {error && `${sentence(error.message)} ${sentence(error.fix)}`}
        </p>
      )),
    });
  };
}
