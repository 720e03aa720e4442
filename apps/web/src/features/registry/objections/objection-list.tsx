// Objections, with their deadlines and what their objector may do.
import { Link } from '@tanstack/react-router';
import { Button, Flex, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import type { Pages } from '../../../api/pages';
import { type Column, List } from '../../../ui/list';
import { DateText, InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { ProofForm } from './proof-form';
import { useObjectionTexts } from './texts';
import { WithdrawalForm } from './withdrawal-form';

type Objection = View<'ObjectionView'>;
type Deed = 'prove' | 'withdraw';

/** In which look each state appears elsewhere. */
const LOOKS = { standing: 'objected', proved: 'objected', withdrawn: 'withdrawn', lapsed: 'lapsed' } as const;

interface ObjectionListProps {
  readonly pages: Pages<Objection>;
  readonly empty: ReactNode;
}

export function ObjectionList({ pages, empty }: ObjectionListProps) {
  const [doing, choose] = useState<{ readonly deed: Deed; readonly objection: Objection } | null>(null);
  const columns = useColumns((deed, objection) => choose({ deed, objection }));
  const close = () => choose(null);
  return (
    <>
      <List pages={pages} columns={columns} rowKey={({ id }) => id} empty={{ text: empty }} />
      {doing?.deed === 'prove' && <ProofForm objection={doing.objection} onClose={close} />}
      {doing?.deed === 'withdraw' && <WithdrawalForm objection={doing.objection} onClose={close} />}
    </>
  );
}

function useColumns(onDeed: (deed: Deed, objection: Objection) => void): Column<Objection>[] {
  const { t: common } = useTranslation();
  const t = useObjectionTexts();
  return [
    {
      key: 'number',
      title: t('number'),
      render: ({ number, filedAt }) => (
        <>
          <strong className="figure">{number}</strong>
          <div>
            <InstantText at={filedAt} seconds />
          </div>
        </>
      ),
    },
    {
      key: 'registration',
      title: t('registration'),
      render: ({ filingId, filingNumber }) => (
        <Link to="/registrations/$id" params={{ id: filingId }} className="figure">
          {filingNumber}
        </Link>
      ),
    },
    {
      key: 'objector',
      title: t('objector'),
      render: ({ objector, capacity }) => (
        <>
          {objector}
          <div>
            <Typography.Text type="secondary">{t(`capacities.${capacity}`)}</Typography.Text>
          </div>
        </>
      ),
    },
    {
      key: 'reason',
      title: t('reason'),
      render: ({ reason, evidenceName, evidenceSha256 }) => (
        <>
          {reason}
          {evidenceName && (
            <div title={evidenceSha256 ?? undefined}>
              <Typography.Text type="secondary">
                {t('evidence')} {evidenceName}
              </Typography.Text>
            </div>
          )}
        </>
      ),
    },
    { key: 'state', title: common('common.state'), render: (objection) => <Where {...{ objection }} /> },
    {
      key: 'deeds',
      title: '',
      render: (objection) => (
        <Flex gap={8} wrap className="no-print">
          {objection.actions.includes('prove') && (
            <Button size="small" type="primary" onClick={() => onDeed('prove', objection)}>
              {t('prove')}
            </Button>
          )}
          {objection.actions.includes('withdraw') && (
            <Button size="small" onClick={() => onDeed('withdraw', objection)}>
              {t('withdraw')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}

/** The state, and by when what is due. */
function Where({ objection }: { readonly objection: Objection }) {
  const t = useObjectionTexts();
  const { state, proofDueOn, notifyBy, proof, endedAt } = objection;
  return (
    <>
      <StateTag state={LOOKS[state]}>{t(`states.${state}`)}</StateTag>
      {state === 'standing' && (
        <div>
          {t('proofDue')} <DateText date={proofDueOn} />
          <br />
          <Typography.Text type="secondary">
            {t('notifyBy')} <DateText date={notifyBy} />
          </Typography.Text>
        </div>
      )}
      {proof && (
        <div>
          {t(`kinds.${proof.kind}`)} · {proof.body} · {proof.caseNumber}
        </div>
      )}
      {endedAt && (
        <div>
          {t('ended')} <InstantText at={endedAt} />
        </div>
      )}
    </>
  );
}
