// Hands a text that the screen holds to the reader as a file.

/** Long enough for the browser to have read it, whatever else it is busy with. */
const KEPT_MS = 60_000;

export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
