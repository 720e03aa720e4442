// What became of the mail of a demand, in a word.
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { StateTag } from '../../../ui/text/state-tag';

const COLOUR_OF = { delivered: 'accepted', under_way: 'issued', no_contact: 'waiting' } as const;

export function DeliveryTag({ delivery }: Pick<View<'DemandView'>, 'delivery'>) {
  const { t } = useTranslation();
  return <StateTag state={COLOUR_OF[delivery]}>{t(`demands.delivery.${delivery}`)}</StateTag>;
}
