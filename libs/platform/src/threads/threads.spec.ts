import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Computation, Threads } from './threads';

let folder: string;
let double: Computation<Float64Array, Float64Array>;
const doubled = (numbers: Float64Array) => numbers.map((number) => number * 2);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threads-'));
  const file = join(folder, 'compute.cjs');
  const source = `exports.double = (numbers) => {
    if (numbers.length === 0) throw new Error('nothing to double');
    return numbers.map((number) => number * 2);
  };`;
  await writeFile(file, source);
  double = { file, name: 'double', compute: doubled };
});
afterAll(() => rm(folder, { recursive: true }));

describe.each([0, 1])('with %d threads', (count) => {
  it('a computation answers the same, many at once too', async () => {
    const threads = new Threads(count);
    const inputs = Array.from({ length: 20 }, (_, at) => Float64Array.of(at, at + 0.5));
    const answers = await Promise.all(inputs.map((input) => threads.run(double, input)));
    expect(answers.map((answer) => [...answer])).toEqual(inputs.map((input) => [...doubled(input)]));
    await threads.onModuleDestroy();
  });
});

it('a computation that fails says so, and the next one answers', async () => {
  const threads = new Threads(1);
  await expect(threads.run(double, new Float64Array())).rejects.toThrow('nothing to double');
  expect([...(await threads.run(double, Float64Array.of(2)))]).toEqual([4]);
  await threads.onModuleDestroy();
});
