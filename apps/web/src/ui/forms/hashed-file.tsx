// A file that stays with its reader: only its SHA-256, and its name where wanted, go into the form.

interface HashedFileProps {
  readonly id?: string;
  readonly onHashed?: (sha256: string | undefined, name: string | undefined) => void;
}

export function HashedFile({ id, onHashed }: HashedFileProps) {
  const hash = async (file: File | undefined) => {
    if (!file) return onHashed?.(undefined, undefined);
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    onHashed?.(hexOf(new Uint8Array(digest)), file.name);
  };
  return (
    <input
      id={id}
      type="file"
      accept=".pdf,.png,.jpg,.jpeg,.ofd"
      onChange={({ target }) => void hash(target.files?.[0])}
    />
  );
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
