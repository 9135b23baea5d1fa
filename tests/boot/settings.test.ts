import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../cli/boot/root.mjs';
import { addressOf, settingsFrom } from '../../cli/boot/settings.mjs';

describe('settingsFrom', () => {
  it('has a default for everything', () => {
    expect(settingsFrom({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: path.join(ROOT, '.data'),
      url: 'http://127.0.0.1:3000',
      secret: null,
    });
  });

  it('takes an empty variable for an absent one', () => {
    const empty = {
      PORT: '',
      HOST: '',
      DATABASE_URL: '',
      DATA_DIR: '',
      NEXTAUTH_URL: '',
      NEXTAUTH_SECRET: '',
    };
    expect(settingsFrom(empty)).toEqual(settingsFrom({}));
  });

  it('makes the address from host and port', () => {
    expect(settingsFrom({ HOST: 'desk.local', PORT: '8080' }).url).toBe('http://desk.local:8080');
  });

  it('lets NEXTAUTH_URL win, without its slash', () => {
    expect(settingsFrom({ NEXTAUTH_URL: 'https://desk.example.org/' }).url).toBe('https://desk.example.org');
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['HOST', 'not a host'],
    ['HOST', 'desk/local'],
    ['DATABASE_URL', 'mysql://desk@localhost/desk'],
    ['DATABASE_URL', 'postgresql://localhost'],
    ['DATA_DIR', 'package.json'],
    ['NEXTAUTH_URL', 'desk.example.org'],
    ['NEXTAUTH_URL', 'https://desk.example.org/touchstone'],
    ['NEXTAUTH_SECRET', 'short'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(name);
  });
});

describe('addressOf', () => {
  it.each([
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://127.0.0.1:80'],
    ['::1', 'http://[::1]:80'],
    ['localhost', 'http://localhost:80'],
  ])('reaches a server on %s at %s', (host, address) => {
    expect(addressOf(host, 80)).toBe(address);
  });
});
