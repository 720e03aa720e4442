// House rules that a machine can check while you type.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.{spec,db-spec,e2e-spec,sweep-spec,simulation-spec,faults-spec}.ts', 'test/**'];

export default tseslint.config(
  { ignores: ['dist/', '.youquan/', 'coverage/', 'apps/web/src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['apps/web/*.mts', 'apps/verify/*.mts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', 70],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 7 }],
      complexity: ['error', 12],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="process"][property.name="env"]',
          message: 'Only config/env.ts reads the environment.',
        },
        {
          selector: 'ImportDeclaration[importKind="type"][source.value=/[.]dto$/]',
          message: 'A DTO imported as a type is not validated.',
        },
        {
          selector: 'ImportDeclaration[source.value=/[.]dto$/] > ImportSpecifier[importKind="type"]',
          message: 'A DTO imported as a type is not validated.',
        },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time comes from the Clock.',
        },
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'Time comes from the Clock.',
        },
        {
          selector: 'TSEnumDeclaration',
          message: 'String-literal unions, no enums.',
        },
      ],
    },
  },
  // The Clock reads the wall clock, and a child process inherits PATH: the only two exceptions.
  {
    files: ['libs/kernel/src/**/clock.ts', 'libs/kernel/src/clock.ts', 'libs/platform/src/postgres/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: SPECS,
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', 120] },
  },
  {
    files: ['**/*.{cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        crypto: 'readonly',
        FormData: 'readonly',
        Blob: 'readonly',
        document: 'readonly',
        NodeFilter: 'readonly',
        requestAnimationFrame: 'readonly',
        localStorage: 'readonly',
        sessionStorage: 'readonly',
        globalThis: 'readonly',
      },
    },
  },
);
