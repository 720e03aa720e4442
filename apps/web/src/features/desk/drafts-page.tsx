// Drafts of registrations: what somebody of the organisation began to write, to go on with or to discard.
import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useAsk } from '../../ui/forms/ask';
import { useProblemDialog } from '../../ui/forms/problem-dialog';
import { LinkButton } from '../../ui/link-button';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { InstantText } from '../../ui/text/date-text';
import { categories } from '../registry/categories';

type Draft = View<'RegistrationDraftView'>;

export function DraftsPage() {
  const { t } = useTranslation();
  const pages = usePages(['registration-drafts'], (query) =>
    take(api.GET('/api/registration-drafts', { params: { query } })),
  );
  const begin = (
    <LinkButton to="/registrations/new" type="primary" icon={<PlusOutlined aria-hidden />}>
      {t('registry.file')}
    </LinkButton>
  );
  return (
    <Page title={t('desk.drafts')} about={t('desk.draftsAbout')} deeds={begin}>
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('desk.draftsEmpty'), deed: begin }}
      />
    </Page>
  );
}

function useColumns(): Column<Draft>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'title',
      title: t('desk.draft'),
      render: ({ id, title }) => (
        <Link to="/registrations/new" search={{ draft: id } as never}>
          {title}
        </Link>
      ),
    },
    {
      key: 'category',
      title: t('registry.category'),
      render: ({ content }) => {
        const category = categories.find((one) => one === content.category);
        return category ? t(`registry.categories.${category}`) : '—';
      },
    },
    {
      key: 'changed',
      title: t('desk.draftChanged'),
      render: ({ changedAt }) => <InstantText at={changedAt} />,
    },
    { key: 'deeds', title: '', render: (draft) => <DraftDeeds draft={draft} /> },
  ];
}

function DraftDeeds({ draft: { id, version, actions } }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const discard = useDeed({
    call: (body: View<'DiscardBody'>, header) =>
      take(api.POST('/api/registration-drafts/{id}/discard', { body, params: { header, path: { id } } })),
    touches: ['registration-drafts'],
    done: t('desk.draftDiscarded'),
  });
  const sure = async () => {
    const yes = await ask({
      title: t('desk.draftDiscardConfirm'),
      consequence: t('desk.draftDiscardConsequence'),
      yes: t('desk.draftDiscard'),
      danger: true,
    });
    if (yes) discard.mutate({ version }, { onError: showProblem });
  };
  if (!actions.includes('discard')) return null;
  return (
    <Flex gap={4} wrap>
      <Button size="small" danger loading={discard.isPending} onClick={() => void sure()}>
        {t('desk.draftDiscard')}
      </Button>
    </Flex>
  );
}
