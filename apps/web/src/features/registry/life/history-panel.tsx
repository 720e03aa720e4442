// On the page of a registration: everything that befell it, in words, and what it said at any moment.
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Spin, Timeline, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { InstantInput } from '../../../ui/forms/instant-input';
import { ProblemBox } from '../../../ui/forms/problem';
import { Section } from '../../../ui/section';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import { CertificateButton } from '../certificates/certificate-button';
import { ExactInstant } from '../registration-details';
import { ChangeLines, useItemText } from './change-lines';
import { useLifeTexts } from './texts';

type History = View<'RegistrationHistoryView'>;
type Event = History['events'][number];

const CERTIFIED: readonly Event['kind'][] = [
  'amended',
  'extended',
  'cancelled',
  'revoked',
  'objection_filed',
  'objection_withdrawn',
  'objection_lapsed',
];

export function HistoryPanel({ id }: { readonly id: string }) {
  const t = useLifeTexts();
  const [at, setAt] = useState('');
  const { data, error, isFetching } = useQuery({
    queryKey: ['registrations', 'history', id, at],
    queryFn: () =>
      take(api.GET('/api/registrations/{id}/history', { params: { path: { id }, query: at ? { at } : {} } })),
    retry: false,
  });
  return (
    <Section title={t('title')} about={t('about')}>
      <Flex gap={8} wrap align="center" className="no-print" style={{ marginBottom: 16 }}>
        <label htmlFor="history-at">{t('asOf')}</label>
        <div style={{ width: 220 }}>
          <InstantInput id="history-at" value={at} onChange={setAt} />
        </div>
        {at && <Button onClick={() => setAt('')}>{t('now')}</Button>}
        <Typography.Text type="secondary">{t('asOfAbout')}</Typography.Text>
      </Flex>
      {error && <ProblemBox error={error} />}
      {isFetching && !data && <Spin />}
      {data && at && <Then history={data} />}
      {data && (
        <Timeline
          items={[
            {
              key: 'filed',
              content: (
                <>
                  <strong>{t('kinds.initial')}</strong> <span className="figure">{data.number}</span>
                  <ExactInstant at={data.filedAt} />
                </>
              ),
            },
            ...data.events.map((event) => ({ key: event.id, content: <Befallen event={event} /> })),
          ]}
        />
      )}
    </Section>
  );
}

function Befallen({ event }: { readonly event: Event }) {
  const t = useLifeTexts();
  const { id, kind, number, at, reason, expiresOn, changes } = event;
  return (
    <>
      <Flex gap={8} wrap align="center">
        <strong>{t(`kinds.${kind}`)}</strong>
        <span className="figure">{number}</span>
        {CERTIFIED.includes(kind) && number && <CertificateButton of="event" id={id} />}
      </Flex>
      <ExactInstant at={at} />
      <div>{reason}</div>
      {expiresOn && (
        <div>
          {t('until')} <DateText date={expiresOn} />
        </div>
      )}
      {changes && <ChangeLines changes={changes} />}
    </>
  );
}

/** What the register said at the moment that was chosen. */
function Then({ history }: { readonly history: History }) {
  const { t: common } = useTranslation();
  const t = useLifeTexts();
  const itemText = useItemText();
  const { at, state, grantors, securedParties, collateral, maximumAmount } = history;
  return (
    <div className="then" style={{ marginBottom: 24 }} role="status">
      <h3>
        {t('then')} <StateTag state={state}>{common(`registry.state.${state}`)}</StateTag>
      </h3>
      <ExactInstant at={at} />
      <ul>
        {grantors.map(({ no, value }) => (
          <li key={`g${no}`}>
            {t('grantors', { no })}: {value.legalName}
          </li>
        ))}
        {securedParties.map(({ no, value }) => (
          <li key={`s${no}`}>
            {t('securedParties', { no })}: {value.legalName}
          </li>
        ))}
        {collateral.map(({ no, value, since }) => (
          <li key={`c${no}`}>
            {t('collateral', { no })}: {itemText(value)}
            <div>
              <Typography.Text type="secondary">
                {t('counts')} <span className="hash">{since}</span>
              </Typography.Text>
            </div>
          </li>
        ))}
        {maximumAmount && (
          <li>
            {t('maximumAmount')}: <MoneyText money={maximumAmount} />
          </li>
        )}
      </ul>
    </div>
  );
}
