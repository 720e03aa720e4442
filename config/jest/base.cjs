// What all kinds of tests share. Jest 30 on Node 20 cannot require ESM packages (Nest 12 is one),
// so those found in node_modules are transformed like our own code.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const modules = path.join(root, 'node_modules');

function packageNames() {
  return fs
    .readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@') ? fs.readdirSync(path.join(modules, name)).map((sub) => `${name}/${sub}`) : [name],
    );
}

function isEsm(name) {
  const file = path.join(modules, name, 'package.json');
  return fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')).type === 'module';
}

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs' },
};

module.exports = (project) => ({
  rootDir: root,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: { '^fast-check$': '<rootDir>/config/jest/properties.cjs' },
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!((${packageNames().filter(isEsm).join('|')})/|.*\\.mjs$))`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/\\.youquan'],
  ...project,
});
