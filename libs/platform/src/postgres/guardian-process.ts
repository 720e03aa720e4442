// The guardian itself: started with a folder as its only argument, it waits for its standard input to close.
// Uses nothing but Node, to be up in a moment and small while it waits.
import { clearAway } from './clear-away';

function watch(folder: string): void {
  let clearing = false;
  const clear = () => {
    if (clearing) return;
    clearing = true;
    void clearAway(folder).finally(() => process.exit(0));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, clear);
  process.stdin.on('end', clear).on('close', clear).on('error', clear).resume();
}

const folder = process.argv[2];
if (folder) watch(folder);
