// The bank of a demonstration that a newcomer starts: without faults, on the machine's clock, behind a folder. What it
// says after a restart is never taken for what it said before.
import { type Clock, todayOf } from '#kernel';
import { FakeBank } from './fake-bank';
import { FolderClerk } from './folder-clerk';

export async function openDemonstrationBank(folder: string, clock: Clock): Promise<FolderClerk> {
  const series = `DB${clock.now().getTime().toString(36).toUpperCase()}`;
  const complain = (error: unknown) => process.stderr.write(`the demonstration bank: ${String(error)}\n`);
  const clerk = new FolderClerk(
    folder,
    new FakeBank([], todayOf(clock), {}, series),
    clock,
    series,
    complain,
  );
  await clerk.start();
  return clerk;
}
