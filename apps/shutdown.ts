// Ctrl-C and SIGTERM end a process in order: what is in flight is finished first. A second signal ends it at once.

/**
 * Resolves with the first signal. Asked for before anything is started, so that a signal during the start is not
 * lost and leaves no database behind.
 */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.once(name, () => {
        process.once(name, () => process.exit(1));
        resolve(name);
      });
  });
}
