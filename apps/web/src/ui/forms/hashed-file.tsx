// A file that stays with its reader: only its SHA-256, and its name where wanted, go into the form. The browser's own
// field would speak the browser's language, not the reader's.
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface HashedFileProps {
  readonly id?: string;
  readonly onHashed?: (sha256: string | undefined, name: string | undefined) => void;
}

export function HashedFile({ id, onHashed }: HashedFileProps) {
  const { t } = useTranslation();
  const [name, setName] = useState<string>();
  const hash = async (file: File) => {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    setName(file.name);
    onHashed?.(hexOf(new Uint8Array(digest)), file.name);
  };
  return (
    <Upload
      {...(id !== undefined && { id })}
      accept=".pdf,.png,.jpg,.jpeg,.ofd"
      maxCount={1}
      fileList={name === undefined ? [] : [{ uid: name, name }]}
      beforeUpload={(file) => {
        void hash(file);
        return false;
      }}
      onRemove={() => {
        setName(undefined);
        onHashed?.(undefined, undefined);
      }}
    >
      <Button>{t('joining.chooseFile')}</Button>
    </Upload>
  );
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
