// Answering by file: the queue to download, the file to hand in, and what became of each.
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { RefusedLines } from './refused-lines';

type AnswerFile = View<'AnswerFileView'>;
const COLOUR: Readonly<Record<AnswerFile['state'], string>> = {
  planning: 'open',
  planned: 'draft',
  applying: 'open',
  applied: 'draft',
  checking: 'open',
  checked: 'confirmed',
};

export function AnswerFilesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const pages = usePages(['answer-files'], (query) =>
    take(api.GET('/api/answer-files', { params: { query } })),
  );
  return (
    <Page
      title={t('confirming.fileTitle')}
      about={t('confirming.fileAbout')}
      deeds={may('confirmation.propose') && <HandIn />}
    >
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('confirming.fileEmpty') }}
        expanded={(file) => <RefusedLines file={file} />}
      />
    </Page>
  );
}

function HandIn() {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const receive = useDeed({
    call: (file: File, header) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const body = form as unknown as { file: string };
      return take(api.POST('/api/answer-files', { body, bodySerializer: () => form, params: { header } }));
    },
    touches: ['answer-files'],
    done: t('confirming.fileReceived'),
  });
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} href="/api/answer-files/queue.csv" download>
        {t('confirming.fileDownload')}
      </Button>
      <Upload
        accept=".csv,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          receive.mutate(file, { onError: showProblem });
          return false;
        }}
      >
        <Button type="primary" loading={receive.isPending}>
          {t('confirming.fileHandIn')}
        </Button>
      </Upload>
    </>
  );
}

function useColumns(): Column<AnswerFile>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'file',
      title: t('confirming.file'),
      render: ({ fileName, receivedAt }) => (
        <>
          <strong>{fileName}</strong>
          <div className="muted">
            <InstantText at={receivedAt} />
          </div>
        </>
      ),
    },
    {
      key: 'lines',
      title: t('confirming.fileLines'),
      render: ({ sound, refused }) => t('confirming.fileSound', { sound, refused }),
    },
    {
      key: 'state',
      title: '',
      render: ({ state }) => <StateTag state={COLOUR[state]}>{t(`confirming.fileState.${state}`)}</StateTag>,
    },
    { key: 'deeds', title: '', render: (file) => <FileDeeds file={file} /> },
  ];
}

function FileDeeds({ file: { id, actions } }: { readonly file: AnswerFile }) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const about = { touches: ['answer-files', 'confirmations'], done: t('confirming.fileBegun') };
  const apply = useDeed({
    ...about,
    call: (_: null, header) =>
      take(api.POST('/api/answer-files/{id}/application', { params: { header, path: { id } } })),
  });
  const check = useDeed({
    ...about,
    call: (body: View<'FileCheckBody'>, header) =>
      take(api.POST('/api/answer-files/{id}/check', { body, params: { header, path: { id } } })),
  });
  return (
    <Flex gap={4} wrap>
      {actions.includes('apply') && (
        <Button size="small" type="primary" onClick={() => apply.mutate(null, { onError: showProblem })}>
          {t('confirming.fileApply')}
        </Button>
      )}
      {actions.includes('approve') && (
        <Button
          size="small"
          type="primary"
          onClick={() => check.mutate({ decision: 'approve' }, { onError: showProblem })}
        >
          {t('confirming.fileApprove')}
        </Button>
      )}
      {actions.includes('decline') && (
        <Button
          size="small"
          danger
          onClick={() => check.mutate({ decision: 'decline' }, { onError: showProblem })}
        >
          {t('confirming.fileDecline')}
        </Button>
      )}
    </Flex>
  );
}
