'use client';
import { cloneElement, type ComponentProps, type ComponentType, type ReactElement, useState } from 'react';

/**
 * A button whose menu is fetched when somebody comes near and shown when it is pressed: the code of menus weighs more
 * than most pages, and most visits open none. The menu stands in a file of its own, which hands on `trigger` and is open
 * from the start (`useState(true)`).
 */
export function LazyMenu<P extends object>({
  trigger,
  load,
  menuProps,
}: {
  trigger: ReactElement<ComponentProps<'button'>>;
  load: () => Promise<ComponentType<P & { trigger: ReactElement }>>;
  menuProps: P;
}) {
  const [menu, setMenu] = useState<{ Loaded: ComponentType<P & { trigger: ReactElement }> } | null>(null);
  if (menu) return <menu.Loaded {...menuProps} trigger={trigger} />;
  const fetchAhead = () => {
    load().catch(() => {});
  };
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => void load().then((Loaded) => setMenu({ Loaded })),
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
  });
}
