// Receipts of the deeds on one thing: files that prove, without this platform, what was done to it and when.
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, type ButtonProps, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { type Column, List } from '../../ui/list';
import { saveFile } from '../../ui/save-file';
import { InstantText } from '../../ui/text/date-text';
import { useDeedWords } from './deed-words';

type Receipt = View<'ReceiptView'>;

interface ReceiptsButtonProps {
  readonly subjectId: string;
  readonly size?: ButtonProps['size'];
  readonly type?: ButtonProps['type'];
}

export function ReceiptsButton({ subjectId, size = 'middle', type = 'default' }: ReceiptsButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className="no-print"
        size={size}
        type={type}
        icon={<SafetyCertificateOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('audit.receipts')}
      </Button>
      {open && <ReceiptsDialog subjectId={subjectId} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ReceiptsDialogProps {
  readonly subjectId: string;
  readonly onClose: () => void;
}

function ReceiptsDialog({ subjectId, onClose }: ReceiptsDialogProps) {
  const { t } = useTranslation();
  const pages = usePages(['receipts', subjectId], (page) =>
    take(api.GET('/api/receipts', { params: { query: { ...page, subjectId } } })),
  );
  return (
    <Modal open title={t('audit.receiptsTitle')} width={680} footer={null} onCancel={onClose}>
      <Typography.Paragraph type="secondary">{t('audit.receiptsAbout')}</Typography.Paragraph>
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('audit.receiptsNone') }}
      />
    </Modal>
  );
}

function useColumns(): Column<Receipt>[] {
  const { t } = useTranslation();
  const words = useDeedWords();
  return [
    {
      key: 'action',
      title: t('audit.action'),
      render: ({ leaf: { action } }) => <strong title={action}>{words(action)}</strong>,
    },
    { key: 'at', title: t('audit.at'), render: ({ leaf: { at } }) => <InstantText at={at} seconds /> },
    {
      key: 'index',
      title: t('audit.leafIndex'),
      right: true,
      render: ({ leafIndex }) => <span className="figure">{leafIndex}</span>,
    },
    {
      key: 'deeds',
      title: '',
      render: (receipt) => (
        <Button type="link" size="small" onClick={() => saveReceipt(receipt)}>
          {t('audit.download')}
        </Button>
      ),
    },
  ];
}

/** As the verifier reads it. */
function saveReceipt(receipt: Receipt): void {
  const { subjectType, subjectId, subjectVersion } = receipt.leaf;
  const name = `receipt-${subjectType.replace(/\W/g, '-')}-${subjectId}-${subjectVersion}.json`;
  saveFile(name, `${JSON.stringify(receipt, null, 2)}\n`);
}
