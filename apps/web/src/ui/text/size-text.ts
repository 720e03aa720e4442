// The size of a file as people read it; the smallest is one KB.
const KILO = 1024;

export function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / KILO);
  return kilobytes < KILO ? `${kilobytes} KB` : `${(kilobytes / KILO).toFixed(1)} MB`;
}
