// Takes the certificate of a registration or a search: as PDF for people, as signed receipt for machines.
import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Descriptions, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { InstantText } from '../../../ui/text/date-text';

/** The same in every language. */
const CHECK_COMMAND = 'youquan certificate verify';

const ROUTES = {
  registration: '/api/registrations/{id}/certificate',
  event: '/api/registration-events/{id}/certificate',
  search: '/api/searches/{id}/certificate',
} as const;

interface CertificateButtonProps {
  readonly of: 'registration' | 'event' | 'search';
  readonly id: string;
}
type Certificate = View<'CertificateView'>;

export function CertificateButton({ of, id }: CertificateButtonProps) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const [certificate, setCertificate] = useState<Certificate | null>(null);
  const issue = useDeed({
    call: (_: object, header) => take(api.POST(ROUTES[of], { params: { header, path: { id } } })),
    touches: ['receipts'],
    onDone: setCertificate,
  });
  return (
    <>
      <Button
        className="no-print"
        icon={<FilePdfOutlined aria-hidden />}
        loading={issue.isPending}
        onClick={() => issue.mutate({ id }, { onError: showProblem })}
      >
        {t('certificates.take')}
      </Button>
      {certificate && <CertificateDialog certificate={certificate} onClose={() => setCertificate(null)} />}
    </>
  );
}

interface CertificateDialogProps {
  readonly certificate: Certificate;
  readonly onClose: () => void;
}

function CertificateDialog({ certificate, onClose }: CertificateDialogProps) {
  const { t } = useTranslation();
  const { id, number, edition, kind, issuedAt, code, contentHash } = certificate;
  return (
    <Modal open title={t(`certificates.kinds.${kind}`)} footer={null} onCancel={onClose} width={620}>
      <Descriptions
        size="small"
        column={1}
        colon={false}
        items={[
          {
            key: 'number',
            label: t('certificates.number'),
            children: <strong className="figure">{number}</strong>,
          },
          { key: 'code', label: t('certificates.code'), children: <code>{code}</code> },
          {
            key: 'issued',
            label: t('certificates.issuedAt'),
            children: (
              <span>
                <InstantText at={issuedAt} seconds />
                {edition > 1 && ` · ${t('certificates.edition', { edition })}`}
              </span>
            ),
          },
          {
            key: 'hash',
            label: t('certificates.hash'),
            children: <span className="hash">{contentHash}</span>,
          },
        ]}
      />
      <Flex gap={8} wrap style={{ margin: '16px 0' }}>
        <Button type="primary" href={`/api/certificates/${id}/pdf`} download>
          {t('certificates.pdf')}
        </Button>
        <Button href={`/api/certificates/${id}/receipt`} download>
          {t('certificates.receipt')}
        </Button>
      </Flex>
      <Typography.Paragraph type="secondary">
        {t('certificates.howToVerify')}{' '}
        <a href={`/verify#${number}-${code}`} target="_blank" rel="noreferrer">
          {t('certificates.verifyPage')}
        </a>
        {' · '}
        <code>{CHECK_COMMAND}</code>
      </Typography.Paragraph>
    </Modal>
  );
}
