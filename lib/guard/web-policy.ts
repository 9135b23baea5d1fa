import 'server-only';
import { lookup } from 'node:dns/promises';
import { isPublicAddress, isPublicName } from './public-address';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/**
 * What may be fetched, and how much of it. The only way to another policy than {@link PUBLIC_WEB} is to hand one over in the
 * code: no setting, variable or request changes it.
 */
export interface WebPolicy {
  allowsName(name: string): boolean;
  allowsAddress(address: string): boolean;
  /** `port` is empty where the address names the usual one of its scheme. */
  allowsPort(port: string): boolean;
  resolve(name: string): Promise<ResolvedAddress[]>;
  mostRedirects: number;
  /** For all of it together, redirects included, in milliseconds. */
  timeLimit: number;
  /** Of the body, before and after it is unpacked. */
  mostBytes: number;
}

/** The public web and nothing else. */
export const PUBLIC_WEB: WebPolicy = {
  allowsName: isPublicName,
  allowsAddress: isPublicAddress,
  allowsPort: (port) => port === '' || port === '80' || port === '443',
  resolve: (name) => lookup(name, { all: true, verbatim: true }),
  mostRedirects: 5,
  timeLimit: 15_000,
  mostBytes: 5_000_000,
};
