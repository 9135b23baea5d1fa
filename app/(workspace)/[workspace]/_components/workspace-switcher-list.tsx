'use client';
import type { Route } from 'next';
import { type ReactElement, useState } from 'react';
import { Menu, MenuLink, MenuWords } from '@/app/_ui/menu';

/** Loaded when it is opened. */
export function WorkspaceSwitcherList({
  others,
  trigger,
}: {
  others: { slug: string; name: string }[];
  trigger: ReactElement;
}) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Menu open={isOpen} onOpenChange={setOpen} trigger={trigger}>
      <MenuWords>Go to another workspace</MenuWords>
      {others.map((other) => (
        <MenuLink key={other.slug} href={`/${other.slug}/articles` as Route}>
          {other.name}
        </MenuLink>
      ))}
    </Menu>
  );
}
