/** The product's mark: a black stone with the streak that gold leaves on it. */
export function TouchstoneMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M9.6 4.4C14.3 1.9 21.6 2.6 26 6.3c3.9 3.3 4.6 9.9 2.4 14.9-2.3 5.2-7.6 8.4-13.6 8-5.9-.3-11-3.9-12.2-9.3C1.3 14.2 4.2 7.3 9.6 4.4Z"
        fill="light-dark(#25282e, #3d424b)"
      />
      <path d="M8.2 20.6c4.7-1.5 10.3-5.2 14.7-10.8l1 .9c-3.9 5.9-9.5 10.1-15.1 11.7Z" fill="#e3b341" />
      <path d="M14.9 23.3c3.2-1.4 6.3-3.8 8.7-7l.7.6c-2.2 3.5-5.3 6-8.7 7.3Z" fill="#e3b341" opacity=".5" />
    </svg>
  );
}
