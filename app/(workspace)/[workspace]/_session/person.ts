'use client';
import { createContext, useContext } from 'react';

/** Somebody who is signed in. */
export interface Person {
  id: string;
  name: string;
}

export const PersonContext = createContext<Person | null>(null);

/** Whose page of a workspace this is: who was signed in when it was rendered. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('usePerson is for pages inside a workspace');
  return person;
}
