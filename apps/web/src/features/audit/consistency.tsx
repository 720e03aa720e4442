// Proves that the log of one size is the beginning of the log of another, and compares with what this browser kept.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { ProblemBox } from '../../ui/forms/problem';
import { saveFile } from '../../ui/save-file';
import { instantText } from '../../ui/text/date-text';
import type { CheckpointShown } from './checkpoint-note';
import { type KeptCheckpoint, keptCheckpoint } from './kept-checkpoint';
import { useLogTexts } from './log-texts';

interface Sizes {
  readonly from: number;
  readonly size: number;
}

export function Consistency({ newest }: { readonly newest: CheckpointShown }) {
  const t = useLogTexts();
  const { i18n } = useTranslation();
  const [kept] = useState(() => keptCheckpoint(newest));
  const [asked, ask] = useState<Sizes | null>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['log', 'consistency', asked],
    enabled: asked !== null,
    queryFn: () =>
      take(
        api.GET('/api/log/checkpoints/{size}/consistency', {
          params: { path: { size: asked?.size ?? 0 }, query: { from: asked?.from ?? 0 } },
        }),
      ),
  });
  const older = kept && kept.size < newest.size ? kept : null;
  return (
    <Card size="small">
      {older && (
        <Alert
          type="info"
          style={{ marginBottom: 16 }}
          title={t('remembered', { size: older.size, at: instantText(older.at, i18n.language) })}
          action={
            <Button size="small" onClick={() => ask({ from: older.size, size: newest.size })}>
              {t('compare')}
            </Button>
          }
        />
      )}
      <Form<Sizes>
        layout="inline"
        style={{ rowGap: 12, marginBottom: 16 }}
        initialValues={{ from: newest.previous || newest.size, size: newest.size }}
        onFinish={ask}
      >
        <Form.Item name="from" label={t('fromSize')} rules={[{ required: true }]}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name="size" label={t('toSize')} rules={[{ required: true }]}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={isFetching}>
          {t('prove')}
        </Button>
      </Form>
      <ProblemBox error={error} />
      {data && <Proof proof={data} kept={kept} />}
    </Card>
  );
}

interface ProofProps {
  readonly proof: View<'ConsistencyView'>;
  readonly kept: KeptCheckpoint | null;
}

function Proof({ proof, kept }: ProofProps) {
  const t = useLogTexts();
  const { size1, size2, root1, root2, proof: hashes } = proof;
  const comparable = kept?.size === size1;
  const same = kept?.root === root1;
  const hash = (text: string) => <span className="hash">{text}</span>;
  return (
    <>
      {comparable && (
        <Alert
          type={same ? 'success' : 'error'}
          showIcon
          style={{ marginBottom: 12 }}
          title={t(same ? 'rememberedSame' : 'rememberedOther', { size: size1 })}
        />
      )}
      <p style={{ marginTop: 0 }}>
        {t('proved', { from: size1, to: size2 })} ({t('proofHashes', { count: hashes.length })}){' '}
        {t('provedFix')}
      </p>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: '1', label: t('root1', { size: size1 }), children: hash(root1) },
          { key: '2', label: t('root1', { size: size2 }), children: hash(root2) },
        ]}
      />
      <Button
        style={{ marginTop: 12 }}
        onClick={() => saveFile(`consistency-${size1}-${size2}.json`, `${JSON.stringify(proof, null, 2)}\n`)}
      >
        {t('downloadProof')}
      </Button>
    </>
  );
}
