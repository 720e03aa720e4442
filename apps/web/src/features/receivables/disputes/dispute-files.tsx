// Evidence in a dispute: who added which file and when, each to be had as it was added, and adding another.
import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { sizeText } from '../../../ui/text/size-text';
import { useEvidenceTexts } from './evidence-texts';

type Dispute = View<'DisputeView'>;

export function DisputeFiles({ dispute: { id, files, actions } }: { readonly dispute: Dispute }) {
  const t = useEvidenceTexts();
  return (
    <Section title={t('title')} about={t('about')}>
      {files.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="cards">
          {files.map((file) => (
            <Evidence key={file.id} file={file} />
          ))}
        </ul>
      )}
      {actions.includes('attach') && <AddFile disputeId={id} />}
    </Section>
  );
}

function Evidence({ file }: { readonly file: Dispute['files'][number] }) {
  const t = useEvidenceTexts();
  const { id, name, side, organisationName, sizeBytes, sha256, addedAt } = file;
  return (
    <li>
      <a href={`/api/dispute-files/${id}/content`} download={name} data-given>
        {name}
      </a>{' '}
      <span className="muted">{sizeText(sizeBytes)}</span>
      <div>
        <strong>{t(`side.${side}`, { name: organisationName })}</strong>
        {side !== 'other' && <> · {organisationName}</>} · <InstantText at={addedAt} />
      </div>
      <div className="hash muted" title={t('fingerprint')}>
        {sha256}
      </div>
    </li>
  );
}

function inForm(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

function AddFile({ disputeId }: { readonly disputeId: string }) {
  const t = useEvidenceTexts();
  const add = useDeed({
    call: (file: File, header) =>
      take(
        api.POST('/api/disputes/{id}/files', {
          params: { header, path: { id: disputeId } },
          // The description of the API knows file contents only as text.
          body: { file: file as unknown as string },
          bodySerializer: () => inForm(file),
        }),
      ),
    touches: ['disputes', 'documents'],
    done: t('added'),
  });
  return (
    <>
      <Upload.Dragger
        disabled={add.isPending}
        showUploadList={false}
        fileList={[]}
        beforeUpload={(file) => {
          add.mutate(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined aria-hidden />
        </p>
        <p className="ant-upload-text">{t('add')}</p>
        <p className="ant-upload-hint">{t('addHint')}</p>
      </Upload.Dragger>
      <div style={{ marginTop: 12 }}>
        <ProblemBox error={add.error} />
      </div>
    </>
  );
}
