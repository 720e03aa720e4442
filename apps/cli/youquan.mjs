// `npm run -s youquan -- <command>`: runs the built command, building first when it is stale. What the steps say goes
// to standard error, so that standard output holds only the command's answer.
import { pathToFileURL } from 'node:url';
import { guarded, inRoot, prepare } from './steps.mjs';

// A build that failed is none of the command's own exit codes 0, 1 and 2.
const NOT_BUILT = 70;

await guarded(NOT_BUILT, () => prepare({ say: console.error, output: 2 }));
const main = inRoot('dist', 'apps', 'cli', 'src', 'main.js');
process.argv[1] = main;
// npm changes to the project's folder; file names are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'youquan' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(main).href);
