'use client';
import { MoonIcon, ScreenIcon, SunIcon } from './icons';
import { MenuChoice } from './menu';
import styles from './theme-switch.module.css';
import { type Theme, useTheme } from './use-theme';

const THEMES: readonly { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'light', label: 'Paper', icon: <SunIcon /> },
  { value: 'dark', label: 'Ink', icon: <MoonIcon /> },
  { value: 'system', label: 'System', icon: <ScreenIcon /> },
];

/** Paper, ink, or as the system has it. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">Theme</legend>
      {THEMES.map(({ value, label, icon }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name="theme" checked={theme === value} onChange={() => choose(value)} />
          {icon}
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** The same choice inside a Menu. */
export function ThemeMenuChoice() {
  const [theme, choose] = useTheme();
  return <MenuChoice label="Theme" value={theme} onChoose={choose} options={THEMES} />;
}
