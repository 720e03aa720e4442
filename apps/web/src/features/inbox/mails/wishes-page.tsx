// What of the inbox reaches a person by mail: everyone for himself.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Spin } from 'antd';
import { useState } from 'react';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { Choice } from '../../../ui/choice';
import { ProblemBox } from '../../../ui/forms/problem';
import { LinkButton } from '../../../ui/link-button';
import { Page } from '../../../ui/page';
import { useMailTexts } from './texts';

type Wish = View<'MailWishBody'>;
type Group = keyof Wish['cadences'];

const GROUPS: readonly Group[] = ['receivables', 'financing', 'money', 'registry', 'organisation'];
const CADENCES = ['at_once', 'daily', 'none'] as const;

export function MailWishesPage() {
  const t = useMailTexts();
  const wishes = useQuery({
    queryKey: ['mail-wishes'],
    queryFn: () => take(api.GET('/api/inbox/mail-wishes')),
  });
  return (
    <Page title={t('wishesTitle')} about={t('wishesAbout')}>
      <ProblemBox error={wishes.error} onRetry={wishes.refetch} />
      {wishes.isPending && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {wishes.data?.isReachable === false && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('unreachable')}
          action={<LinkButton to="/security">{t('toSecurity')}</LinkButton>}
        />
      )}
      {wishes.data && <WishForm given={wishes.data} />}
    </Page>
  );
}

function WishForm({ given: { cadences, language } }: { readonly given: Wish }) {
  const t = useMailTexts();
  const [wish, setWish] = useState<Wish>({ cadences, language });
  const save = useDeed({
    call: (body: Wish, header) => take(api.POST('/api/inbox/mail-wishes', { body, params: { header } })),
    touches: ['mail-wishes'],
    done: t('saved'),
  });
  const choose = (group: Group, how: Wish['cadences'][Group] | '') => {
    if (how !== '') setWish({ ...wish, cadences: { ...wish.cadences, [group]: how } });
  };
  const options = CADENCES.map((value) => ({ value, label: t(`how.${value}`) }));
  return (
    <Flex vertical gap={12} style={{ maxWidth: 720 }}>
      <ProblemBox error={save.error} />
      {GROUPS.map((group) => (
        <div key={group} className="wish">
          <span>{t(`groups.${group}`)}</span>
          <Choice
            label={t(`groups.${group}`)}
            value={wish.cadences[group]}
            options={options}
            onChange={(how) => choose(group, how)}
          />
        </div>
      ))}
      <div className="wish">
        <span>{t('groups.account')}</span>
        <span className="muted">{t('always')}</span>
      </div>
      <div className="wish">
        <span>{t('language')}</span>
        <Choice
          label={t('language')}
          value={wish.language}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={(chosen) => chosen !== '' && setWish({ ...wish, language: chosen })}
        />
      </div>
      <p className="muted">{t('withDays')}</p>
      <div>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(wish)}>
          {t('save')}
        </Button>
      </div>
    </Flex>
  );
}
