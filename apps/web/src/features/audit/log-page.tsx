// The log of deeds as anyone may see it: its newest checkpoint, its key, and proofs that it only grows.
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Spin, Typography } from 'antd';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { ProblemBox } from '../../ui/forms/problem';
import { Page } from '../../ui/page';
import { saveFile } from '../../ui/save-file';
import { Section } from '../../ui/section';
import { InstantText } from '../../ui/text/date-text';
import { type CheckpointShown, readCheckpoint } from './checkpoint-note';
import { Consistency } from './consistency';
import { useLogTexts } from './log-texts';
import { Witnesses } from './witnesses';

const TEXT = 'text/plain';

export function LogPage() {
  const t = useLogTexts();
  const note = useQuery({
    queryKey: ['log', 'checkpoint'],
    queryFn: () => take(api.GET('/api/log/checkpoint', { parseAs: 'text' })),
  });
  const key = useQuery({
    queryKey: ['log', 'key'],
    queryFn: () => take(api.GET('/api/log/key', { parseAs: 'text' })),
  });
  const checkpoint = note.data === undefined ? null : readCheckpoint(note.data);
  const error = note.error ?? key.error;
  return (
    <Page
      title={t('title')}
      about={t('about')}
      deeds={
        <Button loading={note.isFetching} onClick={() => void note.refetch()}>
          {t('refresh')}
        </Button>
      }
    >
      {error && <ProblemBox error={error} onRetry={note.refetch} />}
      {note.isPending && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {checkpoint && note.data !== undefined && (
        <>
          <Checkpoint checkpoint={checkpoint} note={note.data} keyLine={key.data ?? ''} />
          <Section title={t('witnessesTitle')} about={t('witnessesAbout')}>
            <Witnesses newest={checkpoint.size} />
          </Section>
          <Section title={t('consistencyTitle')} about={t('consistencyAbout')}>
            <Consistency newest={checkpoint} key={checkpoint.size} />
          </Section>
        </>
      )}
    </Page>
  );
}

interface CheckpointProps {
  readonly checkpoint: CheckpointShown;
  readonly note: string;
  readonly keyLine: string;
}

function Checkpoint({ checkpoint, note, keyLine }: CheckpointProps) {
  const t = useLogTexts();
  const { origin, size, root, previous, at } = checkpoint;
  const hash = (text: string) => <span className="hash">{text}</span>;
  return (
    <Card size="small" title={t('checkpoint')}>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'size',
            label: t('treeSize'),
            children: <strong>{t('leaves', { count: size })}</strong>,
          },
          { key: 'at', label: t('signedAt'), children: <InstantText at={at} seconds /> },
          { key: 'origin', label: t('origin'), children: origin },
          {
            key: 'previous',
            label: t('previousSize'),
            children: t('leaves', { count: previous }),
          },
          { key: 'root', label: t('rootHash'), span: 'filled', children: hash(root) },
          { key: 'key', label: t('publicKey'), span: 'filled', children: hash(keyLine.trim()) },
          {
            key: 'note',
            label: t('note'),
            span: 'filled',
            children: (
              <Typography.Paragraph className="hash" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
                {note}
              </Typography.Paragraph>
            ),
          },
        ]}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 }} className="no-print">
        <Button onClick={() => saveFile(`checkpoint-${size}.txt`, note, TEXT)}>
          {t('downloadCheckpoint')}
        </Button>
        <Button disabled={keyLine === ''} onClick={() => saveFile('log-key.txt', keyLine, TEXT)}>
          {t('downloadKey')}
        </Button>
      </div>
    </Card>
  );
}
