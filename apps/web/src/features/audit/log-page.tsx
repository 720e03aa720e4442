// The log of deeds as anyone may see it: its newest checkpoint, its key, and proofs that it only grows.
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { ProblemBox } from '../../ui/forms/problem';
import { Page } from '../../ui/page';
import { saveFile } from '../../ui/save-file';
import { Section } from '../../ui/section';
import { InstantText } from '../../ui/text/date-text';
import { type CheckpointShown, readCheckpoint } from './checkpoint-note';
import { Consistency } from './consistency';

const TEXT = 'text/plain';

export function LogPage() {
  const { t } = useTranslation();
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
      title={t('audit.logTitle')}
      about={t('audit.logAbout')}
      deeds={
        <Button loading={note.isFetching} onClick={() => void note.refetch()}>
          {t('audit.refresh')}
        </Button>
      }
    >
      {error && <ProblemBox error={error} onRetry={note.refetch} />}
      {note.isPending && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {checkpoint && note.data !== undefined && (
        <>
          <Checkpoint checkpoint={checkpoint} note={note.data} keyLine={key.data ?? ''} />
          <Section title={t('audit.consistencyTitle')} about={t('audit.consistencyAbout')}>
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
  const { t } = useTranslation();
  const { origin, size, root, previous, at } = checkpoint;
  const hash = (text: string) => <span className="hash">{text}</span>;
  return (
    <Card size="small" title={t('audit.checkpoint')}>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'size',
            label: t('audit.treeSize'),
            children: <strong>{t('audit.leaves', { count: size })}</strong>,
          },
          { key: 'at', label: t('audit.signedAt'), children: <InstantText at={at} seconds /> },
          { key: 'origin', label: t('audit.origin'), children: origin },
          {
            key: 'previous',
            label: t('audit.previousSize'),
            children: t('audit.leaves', { count: previous }),
          },
          { key: 'root', label: t('audit.rootHash'), span: 'filled', children: hash(root) },
          { key: 'key', label: t('audit.publicKey'), span: 'filled', children: hash(keyLine.trim()) },
          {
            key: 'note',
            label: t('audit.note'),
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
          {t('audit.downloadCheckpoint')}
        </Button>
        <Button disabled={keyLine === ''} onClick={() => saveFile('log-key.txt', keyLine, TEXT)}>
          {t('audit.downloadKey')}
        </Button>
      </div>
    </Card>
  );
}
