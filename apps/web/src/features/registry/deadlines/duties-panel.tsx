// On the page of a registration: what is to be done about it, by when and by which article, and who said so.
import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { useSentence } from '../../../ui/text/bilingual';
import { DateText, InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { DutyForm } from './duty-form';
import { useDutyTexts } from './texts';

type Duty = View<'DutyView'>;

/** In which look each state appears elsewhere. */
const LOOKS = { open: 'waiting', overdue: 'overdue', met: 'settled', met_late: 'stale' } as const;

interface DutiesPanelProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'grantors' | 'actions'>;
}

export function DutiesPanel({ registration }: DutiesPanelProps) {
  const t = useDutyTexts();
  const [stating, setStating] = useState(false);
  const { id, actions } = registration;
  const pages = usePages(['registrations', 'duties', id], (page) =>
    take(api.GET('/api/duties', { params: { query: { ...page, filingId: id } } })),
  );
  return (
    <Section title={t('title')} about={t('about')}>
      {actions.includes('state_duty') && (
        <Flex className="no-print" style={{ marginBottom: 12 }}>
          <Button onClick={() => setStating(true)}>{t('state')}</Button>
        </Flex>
      )}
      <List pages={pages} columns={useColumns()} rowKey={(duty) => duty.id} empty={{ text: t('none') }} />
      {stating && <DutyForm registration={registration} onClose={() => setStating(false)} />}
    </Section>
  );
}

function useColumns(): Column<Duty>[] {
  const t = useDutyTexts();
  const sentence = useSentence();
  return [
    {
      key: 'what',
      title: t('what'),
      render: ({ ground, occurredOn, formerName, newName }) => (
        <>
          {t(`grounds.${ground}`)}
          {newName !== null && (
            <div>
              {formerName} → {newName}
            </div>
          )}
          <div>
            <DateText date={occurredOn} />
          </div>
        </>
      ),
    },
    {
      key: 'due',
      title: t('due'),
      render: ({ way, dueOn, calendarPublished, article }) => (
        <>
          <strong>
            {t(`ways.${way}`)} <DateText date={dueOn} />
          </strong>
          <div>
            <Typography.Text type="secondary">{sentence(article)}</Typography.Text>
          </div>
          {!calendarPublished && <div>{t('weekendsOnly')}</div>}
        </>
      ),
    },
    {
      key: 'statedBy',
      title: t('statedBy'),
      render: ({ statedAt, statedByOrganisationId }) => (
        <>
          <InstantText at={statedAt} />
          {statedByOrganisationId === null && <div>{t('byPlatform')}</div>}
        </>
      ),
    },
    {
      key: 'state',
      title: '',
      render: ({ state, metAt }) => (
        <>
          <StateTag state={LOOKS[state]}>{t(`states.${state}`)}</StateTag>
          {metAt !== null && (
            <div>
              <InstantText at={metAt} />
            </div>
          )}
        </>
      ),
    },
  ];
}
