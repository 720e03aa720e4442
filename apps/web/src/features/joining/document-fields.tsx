// The documents that an applicant will hand in: each is fingerprinted here, and the file goes nowhere.
import { Button, Flex, Form, Input, Select, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import { DOCUMENT_KINDS } from './kinds';

type Reference = View<'DocumentReferenceBody'>;

async function referenceOf(file: File): Promise<Omit<Reference, 'kind'>> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: file.name.slice(0, 200), sha256 };
}

export function DocumentFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="documents">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="baseline" wrap>
              <Form.Item name={[name, 'kind']} style={{ width: 190 }}>
                <Select
                  aria-label={t('joining.documents')}
                  options={DOCUMENT_KINDS.map((value) => ({
                    value,
                    label: t(`joining.documentKinds.${value}`),
                  }))}
                />
              </Form.Item>
              {['name', 'sha256'].map((part) => (
                // A form hands over only what is a field of it.
                <Form.Item key={part} name={[name, part]} hidden>
                  <Input />
                </Form.Item>
              ))}
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) => (
                  <span data-given style={{ overflowWrap: 'anywhere' }}>
                    {(getFieldValue(['documents', name]) as Reference | undefined)?.name}
                  </span>
                )}
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                {t('registry.remove')}
              </Button>
            </Flex>
          ))}
          <Upload
            showUploadList={false}
            beforeUpload={(file) => {
              void referenceOf(file).then((reference) => add({ kind: 'licence', ...reference }));
              return false;
            }}
          >
            <Button>{t('joining.chooseFile')}</Button>
          </Upload>
        </>
      )}
    </Form.List>
  );
}
