import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../cli/boot/file-lock.mjs';
import { countLeases, endLease, takeLease } from '../../cli/boot/leases.mjs';
import { identityOf, isRunning, ownIdentity } from '../../cli/boot/process-identity.mjs';
import { temporaryFolder, writeFiles } from '../support/temporary-folder';

/** What a process that has ended by now wrote about itself. */
function identityOfTheDead(): string {
  const source = JSON.stringify(path.resolve('cli/boot/process-identity.mjs'));
  const program = `import(${source}).then((m) => console.log(JSON.stringify(m.ownIdentity())))`;
  return execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
}

describe('withLock', () => {
  it('lets one in at a time', async () => {
    const file = path.join(temporaryFolder(), 'lock');
    let inside = 0;
    let most = 0;
    const visit = () =>
      withLock(file, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all([visit(), visit(), visit()]);
    expect(most).toBe(1);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('is released when the work fails', async () => {
    const file = path.join(temporaryFolder(), 'lock');
    await expect(withLock(file, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file, async () => 'again')).toBe('again');
  });

  it('is taken over from a process that died', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { lock: identityOfTheDead() });
    expect(await withLock(path.join(folder, 'lock'), async () => 'mine')).toBe('mine');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('says whom it waits for, and gives up in the end', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { lock: JSON.stringify(ownIdentity()) });
    const waitedFor: (number | null)[] = [];
    const options = { patienceMs: 10, onWait: (pid: number | null) => void waitedFor.push(pid) };
    await expect(withLock(path.join(folder, 'lock'), async () => {}, options)).rejects.toThrow('too long');
    expect(waitedFor).toEqual([process.pid]);
  });
});

describe('leases', () => {
  it('count the living and forget the dead', () => {
    const folder = temporaryFolder();
    const lease = takeLease(folder);
    writeFiles(folder, { dead: identityOfTheDead(), torn: '{' });
    expect(countLeases(folder)).toBe(1);
    expect(fs.readdirSync(folder)).toEqual([path.basename(lease)]);
    endLease(lease);
    expect(countLeases(folder)).toBe(0);
  });
});

describe('identityOf', () => {
  it('knows a process again, and tells it from a later one of its number', () => {
    const own = ownIdentity();
    expect(isRunning(own)).toBe(true);
    expect(isRunning({ ...own, startedAt: 'at another time' })).toBe(false);
    expect(identityOf(JSON.parse(identityOfTheDead()).pid)).toBeNull();
  });
});
