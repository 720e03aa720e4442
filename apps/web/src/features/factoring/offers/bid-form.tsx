// A financier's offer on a whole request.
import { Form, Radio, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput, dayOf, endOfDay, PercentInput } from '../../../ui/forms/inputs';
import { BidPrice } from './bid-price';
import type { BidValues } from './bid-values';
import { FeeFields } from './fee-fields';

type Request = View<'RequestView'>;
type Body = View<'OfferBody'>;

const DAY_COUNTS = ['ACT/360', 'ACT/365', '30/360'] as const;

interface BidFormProps {
  readonly request: Request;
  readonly onClose: () => void;
}

/** The offer binds until its day ends; on the closing day itself, until the request closes. */
function bodyOf({ surplusTo, fees = [], validOn, ...terms }: BidValues, request: Request): Body {
  const { id: requestId, closesAt, total } = request;
  return {
    ...terms,
    requestId,
    ...(surplusTo !== 'law' && { surplusTo }),
    fees: fees.map(({ name, amount }) => ({ name, amount: { amount, currency: total.currency } })),
    validUntil: validOn === dayOf(closesAt) ? closesAt : endOfDay(validOn),
  };
}

export function BidForm({ request, onClose }: BidFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BidValues>();
  const offer = useDeed({
    call: (body: Body, header) => take(api.POST('/api/offers', { body, params: { header } })),
    touches: ['requests', 'offers', 'comparison'],
    done: t('factoring.offerSent'),
    onDone: onClose,
  });
  const required = [{ required: true, message: t('common.required') }];
  return (
    <FormDialog<BidValues>
      title={t('factoring.offerTitle')}
      yes={t('factoring.sendOffer')}
      form={form}
      deed={offer}
      names={{ validUntil: 'validOn' }}
      initialValues={{
        dayCount: 'ACT/360',
        recourse: 'with',
        surplusTo: 'law',
        validOn: dayOf(request.closesAt),
      }}
      width={900}
      onFinish={(values) => offer.mutate(bodyOf(values, request))}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">{t('factoring.offerAbout')}</Typography.Paragraph>
      <div className="beside">
        <div>
          <div className="two-columns">
            <Form.Item name="advanceRate" label={t('factoring.advanceRate')} rules={required}>
              <PercentInput placeholder="80" />
            </Form.Item>
            <Form.Item name="rateAnnual" label={t('factoring.rateAnnual')} rules={required}>
              <PercentInput placeholder="4.5" />
            </Form.Item>
            <Form.Item name="dayCount" label={t('factoring.dayCount')}>
              <Select options={DAY_COUNTS.map((value) => ({ value, label: value }))} />
            </Form.Item>
            <Form.Item name="validOn" label={t('factoring.bindUntil')} rules={required}>
              <DateInput />
            </Form.Item>
          </div>
          <Form.Item name="recourse" label={t('factoring.recourseField')}>
            <Radio.Group
              options={(['with', 'without'] as const).map((value) => ({
                value,
                label: t(`factoring.recourse.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="surplusTo" label={t('factoring.surplusTo')}>
            <Select
              options={(['law', 'supplier', 'financier'] as const).map((value) => ({
                value,
                label: t(`factoring.surplus.${value}`),
              }))}
            />
          </Form.Item>
          <FeeFields currency={request.total.currency} />
        </div>
        <BidPrice form={form} requestId={request.id} />
      </div>
    </FormDialog>
  );
}
