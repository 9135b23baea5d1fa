import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress, isPublicName } from '@/lib/guard/public-address';

describe('an address of the public internet', () => {
  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '223.255.255.254',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));
  test.each(['2606:2800:220:1::1', '2a00:1450:4001::8a', '64:ff9b::8.8.8.8', '64:ff9b::808:808'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['shared by carriers', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local', '169.254.1.1'],
    ['metadata of a cloud', '169.254.169.254'],
    ['metadata of a cloud', '100.100.100.200'],
    ['metadata of a cloud', '168.63.129.16'],
    ['protocols', '192.0.0.8'],
    ['examples', '192.0.2.1'],
    ['examples', '198.51.100.7'],
    ['examples', '203.0.113.9'],
    ['benchmarks', '198.18.0.1'],
    ['benchmarks', '198.19.255.255'],
    ['relays of 6to4', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped IPv4', '::ffff:127.0.0.1'],
    ['mapped IPv4', '::ffff:8.8.8.8'],
    ['mapped IPv4', '::ffff:a00:1'],
    ['compatible IPv4', '::127.0.0.1'],
    ['NAT64 of a private one', '64:ff9b::10.0.0.1'],
    ['NAT64 of a private one', '64:ff9b::7f00:1'],
    ['NAT64 of a private one', '64:ff9b::'],
    ['NAT64 of a network’s own', '64:ff9b:1::8.8.8.8'],
    ['6to4', '2002:7f00:1::1'],
    ['6to4', '2002:808:808::1'],
    ['Teredo', '2001::1'],
    ['examples', '2001:db8::1'],
    ['examples', '3fff::1'],
    ['unique local', 'fc00::1'],
    ['metadata of a cloud', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['discard', '100::1'],
    ['segment routing', '5f00::1'],
  ])('%s: %s is none', (_, address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['', 'localhost', '1.2.3', '0x7f.1', '2130706433', '8.8.8.8:80', '[::1]', '2606::1%eth0'])(
    'what is no address is none: “%s”',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  test('behind NAT64 is public when the address that it embeds is, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (inner) => {
        const [a, b, c, d] = inner.split('.').map(Number) as [number, number, number, number];
        const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        for (const written of [`64:ff9b::${inner}`, `64:ff9b::${groups}`, `64:ff9b:0:0:0:0:${groups}`])
          expect({ written, is: isPublicAddress(written) }).toEqual({ written, is: isPublicAddress(inner) });
      }),
    );
  });
});

describe('a name of the public web', () => {
  test.each(['example.org', 'www.nytimes.com', 'localhost.example.org', 'internal.example.org'])(
    '%s is one',
    (name) => expect(isPublicName(name)).toBe(true),
  );
  test.each([
    'localhost',
    'db',
    'app.localhost',
    'printer.local',
    'metadata.google.internal',
    'router.lan',
    'nas.home.arpa',
    '1.0.0.10.in-addr.arpa',
    'wiki.corp',
    'something.onion',
    'x.test',
  ])('%s is none', (name) => expect(isPublicName(name)).toBe(false));
});
