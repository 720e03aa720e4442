// One registration in full, as it stands on its own page and inside a search certificate.
import { Alert, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import { DateText, InstantText } from '../../ui/text/date-text';
import { MoneyText } from '../../ui/text/money-text';
import { StateTag } from '../../ui/text/state-tag';

type Registration = View<'RegistrationView'>;
type Party = Registration['grantors'][number];
type Item = Registration['collateral'][number];

export function Standing({ standing }: { readonly standing: Registration['standing'] }) {
  const { t } = useTranslation();
  return (
    <Alert
      type={standing === 'statutory' ? 'success' : 'info'}
      showIcon
      style={{ marginBottom: 16 }}
      title={t(`registry.standings.${standing}`)}
    />
  );
}

export function RegistrationDetails({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation();
  const { number, category, state, grantors, securedParties, filedAt, termMonths, expiresOn } = registration;
  const { maximumAmount, origin, collateral, collateralCount, standing } = registration;
  const { statutory } = registration as Partial<Registration>;
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        {
          key: 'number',
          label: t('registry.number'),
          children: <strong className="figure">{number}</strong>,
        },
        {
          key: 'state',
          label: t('common.state'),
          children: <StateTag state={state}>{t(`registry.state.${state}`)}</StateTag>,
        },
        { key: 'filedAt', label: t('registry.filedAt'), children: <ExactInstant at={filedAt} /> },
        ...(standing === 'statutory'
          ? []
          : [{ key: 'statutory', label: t('statutory.other'), children: <OtherClock stamp={statutory} /> }]),
        {
          key: 'term',
          label: t('registry.term'),
          children: (
            <>
              <DateText date={expiresOn} /> · {t('registry.months', { count: termMonths })}
            </>
          ),
        },
        { key: 'category', label: t('registry.category'), children: t(`registry.categories.${category}`) },
        { key: 'origin', label: t('registry.origin'), children: t(`registry.origins.${origin}`) },
        { key: 'grantors', label: t('registry.grantors'), children: <Parties parties={grantors} /> },
        {
          key: 'secured',
          label: t('registry.securedParties'),
          children: <Parties parties={securedParties} />,
        },
        {
          key: 'maximum',
          label: t('registry.maximumAmount'),
          span: 'filled',
          children: <MoneyText money={maximumAmount} />,
        },
        {
          key: 'collateral',
          label: t('registry.collateral'),
          span: 'filled',
          children: (
            <Flex vertical gap={8}>
              {collateral.map((item, index) => (
                <Collateral key={index} item={item} />
              ))}
              {collateral.length < collateralCount && (
                <Typography.Text type="secondary">
                  {t('registry.moreItems', { shown: collateral.length, count: collateralCount })}
                </Typography.Text>
              )}
            </Flex>
          ),
        },
      ]}
    />
  );
}

/** The time that decides the rank, with all its digits. */
export function ExactInstant({ at }: { readonly at: string }) {
  return (
    <div>
      <InstantText at={at} seconds />
      <div className="hash">{at}</div>
    </div>
  );
}

/** The other clock; what was certified before it was shown says nothing of it. */
function OtherClock({ stamp }: { readonly stamp: Registration['statutory'] | undefined }) {
  const { t } = useTranslation();
  if (!stamp) return <Typography.Text type="secondary">{t('statutory.none')}</Typography.Text>;
  return (
    <div>
      <strong>{stamp.number}</strong>
      <ExactInstant at={stamp.registeredAt} />
    </div>
  );
}

function Parties({ parties }: { readonly parties: readonly Party[] }) {
  return parties.map(({ legalName, identifierScheme, identifier }) => (
    <div key={`${legalName}${identifier ?? ''}`}>
      {legalName}
      {identifier && (
        <div>
          <span className="hash">
            {identifierScheme} {identifier}
          </span>
        </div>
      )}
    </div>
  ));
}

function Collateral({ item }: { readonly item: Item }) {
  const { t } = useTranslation();
  const { description, amount, payable, invoiceNumber, debtorName, assetKey } = item;
  return (
    <div>
      <div>{description}</div>
      <Typography.Text type="secondary">
        {[
          invoiceNumber && `${t('registry.invoiceNumber')} ${invoiceNumber}`,
          debtorName && `${t('registry.debtorName')} ${debtorName}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography.Text>
      {amount && (
        <div>
          {t('registry.amount')} <MoneyText money={amount} strong />
          {payable && (
            <>
              {' / '}
              {t('registry.payable')} <MoneyText money={payable} />
            </>
          )}
        </div>
      )}
      {assetKey && <span className="hash">{assetKey}</span>}
    </div>
  );
}
