// What may be done with an upload now: a plan is applied as a whole, in its good rows, or discarded; what was applied is
// taken back after it was said what goes and what stays.
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { ProblemBox } from '../../../ui/forms/problem';
import { LinkButton } from '../../../ui/link-button';
import { useMendingTexts } from '../mending/texts';
import { useUploadingTexts } from './uploading-texts';
import { MENDING_PAGE, UPLOAD_API, UPLOAD_PERMISSION } from './upload-sides';

type Upload = View<'UploadSummaryView'>;

const TOUCHES = ['uploads', 'receivables', 'confirmations'];
const plain = (upload: Upload) => ({ params: { path: { id: upload.id } } });

export function UploadDeeds({ upload }: { readonly upload: Upload }) {
  const { t } = useTranslation();
  const words = useUploadingTexts();
  const may = (action: string) => upload.actions.includes(action);
  const [undoing, setUndoing] = useState(false);
  const owes = upload.side === 'payables';
  const apply = useDeed({
    call: (atomic: boolean, header) =>
      take(
        api.POST(owes ? '/api/payable-uploads/{id}/application' : '/api/uploads/{id}/application', {
          params: { header, path: { id: upload.id } },
          body: { atomic },
        }),
      ),
    touches: TOUCHES,
  });
  const { accepted, changed, flagged, refused } = upload;
  const good = accepted + changed + flagged;
  return (
    <>
      <ProblemBox error={apply.error} />
      <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
        {may('apply') && (
          <>
            <Button
              type={refused > 0 ? 'default' : 'primary'}
              disabled={refused > 0}
              loading={apply.isPending}
              onClick={() => apply.mutate(true)}
            >
              {t('receivables.applyAll')}
            </Button>
            {refused > 0 && (
              <Button
                type={good > 0 ? 'primary' : 'default'}
                loading={apply.isPending}
                onClick={() => apply.mutate(false)}
              >
                {good > 0 ? t('receivables.applyGood') : words('judgeAgain')}
              </Button>
            )}
          </>
        )}
        {may('discard') && <Button onClick={() => setUndoing(true)}>{t('receivables.discard')}</Button>}
        {may('undo') && <Button onClick={() => setUndoing(true)}>{t('receivables.undo')}</Button>}
      </Flex>
      {refused > 0 && <Refused upload={upload} />}
      {undoing && <UndoDialog upload={upload} onClose={() => setUndoing(false)} />}
    </>
  );
}

/** The ways of a refused row: corrected here, or in a file. */
function Refused({ upload: { id, side, refused, actions } }: { readonly upload: Upload }) {
  const { i18n } = useTranslation();
  const t = useMendingTexts();
  const may = useMay();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
      <span>{t(actions.includes('apply') ? 'refusedPlan' : 'refused', { count: refused })}</span>
      {may(UPLOAD_PERMISSION[side]) && (
        <LinkButton to={MENDING_PAGE[side]} params={{ id }}>
          {t('here')}
        </LinkButton>
      )}
      <Button href={`${UPLOAD_API[side]}/${id}/refused.csv?language=${language}`}>{t('csv')}</Button>
      <Button href={`${UPLOAD_API[side]}/${id}/refused.xlsx?language=${language}`}>{t('xlsx')}</Button>
    </Flex>
  );
}

function UndoDialog({ upload, onClose }: { readonly upload: Upload; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const isPlan = upload.state === 'planned';
  const preview = useQuery({
    queryKey: ['uploads', upload.id, 'undo'],
    enabled: !isPlan,
    queryFn: () => take(api.GET('/api/uploads/{id}/undo', plain(upload))),
  });
  const undo = useDeed({
    call: (_: string, header) =>
      take(
        api.POST(upload.side === 'payables' ? '/api/payable-uploads/{id}/undo' : '/api/uploads/{id}/undo', {
          params: { header, path: { id: upload.id } },
        }),
      ),
    touches: TOUCHES,
    onDone: onClose,
  });
  const { withdrawable, keptReceivables = [], kept = 0 } = preview.data ?? {};
  return (
    <Modal
      open
      title={t(isPlan ? 'receivables.discardTitle' : 'receivables.undoTitle')}
      okText={t(isPlan ? 'receivables.discard' : 'receivables.undo')}
      okButtonProps={{ danger: true, disabled: !isPlan && !withdrawable, loading: undo.isPending }}
      onOk={() => undo.mutate(upload.id)}
      onCancel={onClose}
    >
      <ProblemBox error={undo.error ?? preview.error} />
      {withdrawable !== undefined && <p>{t('receivables.undoTakes', { count: withdrawable })}</p>}
      {kept > 0 && <p>{t('receivables.undoKeeps', { count: kept })}</p>}
      <ul>
        {keptReceivables.map(({ id, invoiceNumber, keptFor }) => (
          <li key={id}>
            <span className="figure">{invoiceNumber}</span>
            {keptFor && <> · {t(`receivables.keptFor.${keptFor}`)}</>}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
