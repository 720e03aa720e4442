// Builds the web app into dist/apps/web, from where the API serves it; `npx vite` alone passes /api on to a running API.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const NAMED_IMPORTS = /import \{([^}]*)\} from ['"]antd['"];?/g;
const folderOf = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
const hasFolder = (name: string) =>
  existsSync(fileURLToPath(new URL(`../../node_modules/antd/es/${folderOf(name)}`, import.meta.url)));

/**
 * The bundler puts whatever is reached through a barrel into the chunk of the first screen, so that the table would be
 * loaded with the sign-in page. Each component is therefore imported from its own folder.
 */
function antdByFolder(): Plugin {
  const rewrite = (_: string, names: string) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => {
        const [imported = '', local = imported] = name.split(' as ');
        return hasFolder(imported)
          ? `import ${local} from 'antd/es/${folderOf(imported)}';`
          : `import { ${name} } from 'antd';`;
      })
      .join(' ');
  return {
    name: 'antd-by-folder',
    enforce: 'pre',
    apply: 'build',
    transform: (code, id) =>
      /\/apps\/web\/src\/.*\.tsx?$/.test(id) && code.includes("'antd'")
        ? { code: code.replace(NAMED_IMPORTS, rewrite), map: null }
        : null,
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [antdByFolder(), react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    manifest: true,
    // React with its companions, and the drawing library, which is fetched with a chart only.
    chunkSizeWarningLimit: 640,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
