// The number people read out and type: shard, running number, and check digits that notice a slip of the finger.
import { invariant } from '#kernel';

const NUMBER_PATTERN = /^(\d{4})(\d{12})(\d{2})$/;
const LARGEST = 999_999_999_999;

/** How many numbers a process takes at a time. */
export const BLOCK_SIZE = 1_000;

export interface RegistryNumber {
  readonly shard: number;
  readonly running: number;
}

/** 18 digits: shard (4), running number (12), and two check digits by ISO 7064 MOD 97-10. */
export function registryNumber({ shard, running }: RegistryNumber): string {
  invariant(Number.isInteger(shard) && shard >= 0 && shard < 4096, 'a shard is an integer from 0 to 4095');
  invariant(Number.isInteger(running) && running > 0 && running <= LARGEST, 'a number has 12 digits');
  const body = `${shard.toString().padStart(4, '0')}${running.toString().padStart(12, '0')}`;
  const check = 98n - ((BigInt(body) * 100n) % 97n);
  return `${body}${check.toString().padStart(2, '0')}`;
}

/** Null when it is no number of ours: wrong length, or check digits that do not fit. */
export function parseRegistryNumber(text: string): RegistryNumber | null {
  const [, shard, running] = NUMBER_PATTERN.exec(text) ?? [];
  if (shard === undefined || running === undefined || BigInt(text) % 97n !== 1n) return null;
  if (Number(shard) >= 4096 || Number(running) === 0) return null;
  return { shard: Number(shard), running: Number(running) };
}

/** The first running number of a block; blocks count from 1. */
export const firstOfBlock = (block: number): number => block * BLOCK_SIZE;
