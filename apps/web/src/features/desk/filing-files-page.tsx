// Registering by file: the template, the file to hand in, its plan, and what became of each line.
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useAsk } from '../../ui/forms/ask';
import { useProblemDialog } from '../../ui/forms/problem-dialog';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';
import { RefusedFilings } from './refused-filings';

type FilingFile = View<'FilingFileView'>;
const COLOUR: Readonly<Record<FilingFile['state'], string>> = {
  planning: 'open',
  planned: 'draft',
  applying: 'open',
  applied: 'confirmed',
};
const WORKING_MS = 1500;
const isAtWork = ({ state }: FilingFile) => state === 'planning' || state === 'applying';

export function FilingFilesPage() {
  const { t } = useTranslation();
  const pages = usePages(
    ['registration-files'],
    (query) => take(api.GET('/api/registration-files', { params: { query } })),
    { lookAgain: (files) => files.some(isAtWork) && WORKING_MS },
  );
  return (
    <Page title={t('desk.files')} about={t('desk.filesAbout')} deeds={<HandIn />}>
      <List
        pages={pages}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ text: t('desk.filesEmpty') }}
        expanded={(file) => <RefusedFilings file={file} />}
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
      return take(
        api.POST('/api/registration-files', { body, bodySerializer: () => form, params: { header } }),
      );
    },
    touches: ['registration-files'],
    done: t('desk.received'),
  });
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} href="/api/registration-files/template.csv" download>
        {t('desk.template')}
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
          {t('desk.handIn')}
        </Button>
      </Upload>
    </>
  );
}

function useColumns(): Column<FilingFile>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'file',
      title: t('desk.file'),
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
      key: 'counts',
      title: t('registry.title'),
      render: ({ sound, refused }) => t('desk.counts', { sound, refused }),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={COLOUR[state]}>{t(`desk.fileState.${state}`)}</StateTag>,
    },
    { key: 'deeds', title: '', render: (file) => <FileDeeds file={file} /> },
  ];
}

function FileDeeds({ file }: { readonly file: FilingFile }) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const { id, sound, actions } = file;
  const apply = useDeed({
    call: (_: null, header) =>
      take(api.POST('/api/registration-files/{id}/application', { params: { header, path: { id } } })),
    touches: ['registration-files', 'registrations'],
    done: t('desk.begun'),
  });
  const sure = async () => {
    const yes = await ask({
      title: t('desk.applyConfirm', { count: sound }),
      consequence: t('desk.applyConsequence'),
      yes: t('desk.applyYes'),
    });
    if (yes) apply.mutate(null, { onError: showProblem });
  };
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return (
    <Flex gap={4} wrap>
      {actions.includes('apply') && (
        <Button size="small" type="primary" loading={apply.isPending} onClick={() => void sure()}>
          {t('desk.apply')}
        </Button>
      )}
      {!isAtWork(file) && (
        <Button
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/registration-files/${id}/result.csv?language=${language}`}
          download
        >
          {t('desk.result')}
        </Button>
      )}
    </Flex>
  );
}
