// Who watches the log from outside, how far each cosigned it, and who stopped. That a witness saw another log is the
// gravest thing this page can say, and comes first.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { api, type View } from '../../api/client';
import { wholeList } from '../../api/pages';
import { take } from '../../api/problem';
import { ProblemBox } from '../../ui/forms/problem';
import { type Column, List } from '../../ui/list';
import { saveFile } from '../../ui/save-file';
import { InstantText } from '../../ui/text/date-text';
import { useLogTexts } from './log-texts';

type Witness = View<'WitnessView'>;

const GRAVE = ['ahead', 'another_tree'];

/** @param newest size of the newest checkpoint: with another one they are asked after anew */
export function Witnesses({ newest }: { readonly newest: number }) {
  const t = useLogTexts();
  const columns = useColumns();
  const witnesses = useQuery({
    queryKey: ['log', 'witnesses', newest],
    queryFn: () => take(api.GET('/api/log/witnesses')),
  });
  const shown = witnesses.data?.witnesses;
  return (
    <>
      {shown
        ?.filter(({ problem }) => problem !== null && GRAVE.includes(problem))
        .map(({ name, key }) => (
          <Alert key={key} type="error" showIcon style={{ marginBottom: 12 }} title={t('alarm', { name })} />
        ))}
      <List
        pages={wholeList(witnesses, shown)}
        columns={columns}
        rowKey={({ key }) => key}
        empty={{ text: t('witnessesNone') }}
      />
      {shown?.some(({ cosignedSize }) => cosignedSize !== null) && <CosignedDownload />}
    </>
  );
}

function CosignedDownload() {
  const t = useLogTexts();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => take(api.GET('/api/log/witnessed-checkpoint', { parseAs: 'text' })),
    onSuccess: (note) => saveFile('checkpoint-cosigned.txt', note, 'text/plain'),
  });
  return (
    <>
      <Button style={{ marginTop: 12 }} className="no-print" loading={isPending} onClick={() => mutate()}>
        {t('downloadCosigned')}
      </Button>
      <ProblemBox error={error} />
    </>
  );
}

function useColumns(): Column<Witness>[] {
  const t = useLogTexts();
  return [
    { key: 'name', title: t('witness'), render: ({ name }) => name },
    {
      key: 'size',
      title: t('cosigned'),
      render: ({ cosignedSize: size }) => (size === null ? t('neverCosigned') : t('leaves', { count: size })),
    },
    {
      key: 'at',
      title: t('cosignedAt'),
      render: ({ cosignedAt }) => (cosignedAt === null ? '—' : <InstantText at={cosignedAt} seconds />),
    },
    {
      key: 'answer',
      title: t('answer'),
      render: ({ askedAt, problem }) => {
        if (askedAt === null) return t('notAsked');
        return (
          <>
            <Tag color={problem === null ? 'green' : GRAVE.includes(problem) ? 'red' : 'gold'}>
              {problem === null ? t('fine') : t(`problems.${problem}`)}
            </Tag>
            <div className="muted">
              <InstantText at={askedAt} />
            </div>
          </>
        );
      },
    },
  ];
}
