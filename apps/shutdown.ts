// Ctrl-C and SIGTERM end a process in order: what is in flight is finished first. A second signal ends it at once.

/** Resolves once the signal has come and `stop` is done. */
export async function runUntilSignal(stop: () => Promise<void>): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  process.once(signal, () => process.exit(1));
  await stop();
  process.exit(0);
}
