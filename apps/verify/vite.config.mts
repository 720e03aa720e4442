// Builds the verification page into one file that needs neither a server nor a network: script and styles stand in it,
// and its own content security policy lets nothing else run.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    apply: 'build',
    generateBundle(_, bundle) {
      const take = (ending: string): string => {
        const found = Object.values(bundle).find(({ fileName }) => fileName.endsWith(ending));
        if (!found) throw new Error(`The build made no ${ending}.`);
        Reflect.deleteProperty(bundle, found.fileName);
        return found.type === 'chunk' ? found.code : found.source.toString();
      };
      const [script, style] = [take('.js').replaceAll('</script', '<\\/script'), take('.css')];
      const page = bundle['verify.html'];
      if (page?.type !== 'asset') throw new Error('The build made no page.');
      const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'self'; base-uri 'none'; form-action 'none'`;
      page.source = page.source
        .toString()
        .replace(/\s*<(script|link)[^>]*(src|href)="[^"]*\.(js|css)"[^>]*>(<\/script>)?/g, '')
        .replace(
          '<title>',
          () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <title>`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [oneFile()],
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    alias: { 'node:crypto': here('src/node/crypto.ts') },
  },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: here('verify.html') },
  },
});
