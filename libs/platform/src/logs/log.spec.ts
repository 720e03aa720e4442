import { QueryFailedError } from 'typeorm';
import { Log } from './log';

function logged(write: (log: Log) => void): string {
  const lines: string[] = [];
  write(new Log('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('a log line', () => {
  it('says what went wrong in the database, without the values of the statement', () => {
    const driver = Object.assign(new Error('duplicate key'), {
      ...{ code: '23505', constraint: 'user_login', detail: 'Key (login)=(hunter2) already exists.' },
    });
    const line = logged((log) => log.error(new QueryFailedError('insert', ['hunter2'], driver), 'POST /x'));
    expect(JSON.parse(line)).toMatchObject({
      context: 'POST /x',
      err: { code: '23505', constraint: 'user_login' },
    });
    expect(line).not.toContain('hunter2');
  });

  it.each(['password', 'token', 'authorization', 'cookie', 'secret'])('never has the field %s', (field) => {
    const line = logged((log) => log.request({ [field]: 'hunter2', headers: { [field]: 'hunter2' } }));
    expect(line).toContain('"msg":"request"');
    expect(line).not.toContain('hunter2');
  });
});
