// The receipts of what was done to one thing, as a file; whoever holds it can verify it without us.
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface ReceiptButtonProps {
  readonly subjectId: string;
  /** Becomes part of the file's name. */
  readonly name: string;
}

export function ReceiptButton({ subjectId, name }: ReceiptButtonProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        href={`/api/receipts?subjectId=${subjectId}`}
        download={`receipt-${name}.json`}
      >
        {t('audit.receipt')}
      </Button>
      <Button href="/verify" target="_blank">
        {t('audit.verify')}
      </Button>
    </>
  );
}
