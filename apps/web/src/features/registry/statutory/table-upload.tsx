// The filled-in table: looked at first, line by line, and then taken as a whole or not at all.
import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { StateTag } from '../../../ui/text/state-tag';

type Table = View<'StatutoryTableView'>;
type Line = Table['lines'][number];

const LOOKS = { new: 'live', same: 'draft', different: 'frozen', refused: 'rejected' } as const;

export function TableUpload() {
  const { t } = useTranslation();
  const [csv, setCsv] = useState<string | null>(null);
  const send = useDeed({
    call: (body: View<'StatutoryTableBody'>, header) =>
      take(api.POST('/api/statutory-entries', { body, params: { header } })),
    touches: ['statutory'],
  });
  const look = async (file: File) => {
    const text = await file.text();
    setCsv(text);
    send.mutate({ csv: text, apply: false });
  };
  return (
    <>
      <Upload.Dragger
        accept=".csv"
        disabled={send.isPending}
        showUploadList={false}
        fileList={[]}
        beforeUpload={(file) => {
          void look(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('statutory.drop')}</p>
      </Upload.Dragger>
      <ProblemBox error={send.error} />
      {send.data && (
        <Outcome
          table={send.data}
          isPending={send.isPending}
          onTake={() => csv !== null && send.mutate({ csv, apply: true })}
        />
      )}
    </>
  );
}

interface OutcomeProps {
  readonly table: Table;
  readonly isPending: boolean;
  readonly onTake: () => void;
}

function Outcome({ table: { lines, entered }, isPending, onTake }: OutcomeProps) {
  const { t } = useTranslation();
  if (entered > 0)
    return (
      <Alert
        type="success"
        showIcon
        style={{ marginTop: 12 }}
        title={t('statutory.taken', { count: entered })}
      />
    );
  const refused = lines.some(({ outcome }) => outcome === 'refused');
  const news = lines.filter(({ outcome }) => outcome === 'new' || outcome === 'different').length;
  return (
    <Flex vertical gap={12} style={{ marginTop: 12 }}>
      {refused && <Alert type="error" showIcon title={t('statutory.refusedWhole')} />}
      {!refused && news === 0 && <Alert type="info" showIcon title={t('statutory.nothingNew')} />}
      <ol>
        {lines.map((line) => (
          <CarriedLine key={line.line} line={line} />
        ))}
      </ol>
      {!refused && news > 0 && (
        <Button type="primary" loading={isPending} style={{ alignSelf: 'flex-start' }} onClick={onTake}>
          {t('statutory.takeAll', { count: news })}
        </Button>
      )}
    </Flex>
  );
}

function CarriedLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const { outcome, filingNumber, number, registeredAt, known, refusal } = line;
  return (
    <li value={line.line}>
      <StateTag state={LOOKS[outcome]}>{t(`statutory.outcomes.${outcome}`)}</StateTag>
      <span className="figure">{filingNumber}</span> → {number}, {registeredAt}
      {known && ` (${t('statutory.known')}: ${known.number}, ${known.registeredAt})`}
      {refusal && ` · ${refusal}`}
    </li>
  );
}
